import { EditPane } from '../edit/edit.tsx';
import { current } from '../state/desk.ts';
import { place } from '../state/navigation.ts';
import { panel } from '../state/panels.ts';
import { total } from '../state/queue.ts';
import { words } from '../words/words.ts';
import { Actions } from './actions.tsx';
import { ArticlePane } from './article.tsx';
import { ClaimPane } from './claim.tsx';
import { Empty } from './empty.tsx';

/** One claim beside its article. */
export function Focus() {
  const view = current.value;
  const w = words.value;
  if (view === undefined) return <Empty waiting={place.value.claim !== null || total.value === null} />;
  return (
    <main class="focus">
      <section class="article-pane" aria-label={w.article}>
        <ArticlePane view={view} />
      </section>
      <section class="claim-pane" id="claim" tabIndex={-1} aria-label={w.claim}>
        {panel.value === 'edit' ? <EditPane key={view.id} view={view} /> : <ClaimPane view={view} />}
        <Actions />
      </section>
    </main>
  );
}
