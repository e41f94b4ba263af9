import { RejectReasons } from '../focus/reject.tsx';
import { Sentence } from '../focus/sentence.tsx';
import { Act } from '../frame/act.tsx';
import { current } from '../state/desk.ts';
import { panel } from '../state/panels.ts';
import { words } from '../words/words.ts';

/** The claim under the cursor: its sentence, the words around its evidence, and what can be done with it. */
export function Preview() {
  const w = words.value;
  const view = current.value;
  if (view === undefined) return null;
  const { evidence } = view.claim;
  const { text } = view.article;
  return (
    <>
      <p class="sentence" data-claim={view.id}>
        <Sentence claim={view.claim} />
      </p>
      <p class="context" lang="zh">
        {text.slice(Math.max(0, evidence.start - 40), evidence.start)}
        <span class="m m-evidence">{evidence.quote}</span>
        {text.slice(evidence.end, evidence.end + 40)}
      </p>
      {panel.value === 'reject' ? (
        <RejectReasons />
      ) : (
        <section class="actions" aria-label={w.actions}>
          <Act command="accept" text={w.accept} tone="accept" />
          <Act command="reject" text={w.reject} tone="reject" />
          <Act command="edit" text={w.edit} />
          <Act command="undo" text={w.undo} />
          <Act command="open" text={w.open} />
        </section>
      )}
    </>
  );
}
