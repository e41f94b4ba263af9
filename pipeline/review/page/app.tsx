import { BulkDialog } from './dialogs/bulk.tsx';
import { HelpDialog } from './dialogs/help.tsx';
import { UnsavedDialog } from './dialogs/unsaved.tsx';
import { Focus } from './focus/focus.tsx';
import { Header } from './frame/header.tsx';
import { NoticeLine } from './frame/notice.tsx';
import { Strip } from './frame/strip.tsx';
import { Trouble } from './frame/trouble.tsx';
import { place } from './state/navigation.ts';
import { Table } from './table/table.tsx';

/** The page: a head, the queue, and one of the two views. */
export function App() {
  return (
    <>
      <Header />
      <Trouble />
      <Strip />
      {place.value.view === 'table' ? <Table /> : <Focus />}
      <NoticeLine />
      <HelpDialog />
      <BulkDialog />
      <UnsavedDialog />
    </>
  );
}
