import { Act } from '../frame/act.tsx';
import { current } from '../state/desk.ts';
import { allDone } from '../state/moves.ts';
import { panel } from '../state/panels.ts';
import { words } from '../words/words.ts';
import { RejectReasons } from './reject.tsx';

/** What can be done with the claim. */
export function Actions() {
  const w = words.value;
  const editing = panel.value === 'edit';
  const off = editing || current.value === undefined;
  if (panel.value === 'reject') return <RejectReasons />;
  if (editing) return null;
  return (
    <section class="actions" aria-label={w.actions}>
      {allDone.value && <p class="done">{w.allDone}</p>}
      <Act command="accept" text={w.accept} tone="accept" off={off} />
      <Act command="reject" text={w.reject} tone="reject" off={off} />
      <Act command="edit" text={w.edit} off={off} />
      <Act command="skip" text={w.skip} />
      <Act command="undo" text={w.undo} />
    </section>
  );
}
