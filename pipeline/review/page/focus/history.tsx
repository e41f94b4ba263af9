import type { ClaimView, Decision } from '../../wire.ts';
import { outbox } from '../state/mail.ts';
import { label } from '../state/session.ts';
import { words } from '../words/words.ts';

/** Who decided what, when: the latest first. */
export function History({ view }: { readonly view: ClaimView }) {
  const w = words.value;
  return (
    <section class="block-of">
      <h2>{w.history}</h2>
      {view.history.length === 0 ? (
        <p class="dim">{w.noHistory}</p>
      ) : (
        <ol class="history">
          {view.history.toReversed().map((decision) => (
            <Entry key={decision.id} decision={decision} />
          ))}
        </ol>
      )}
    </section>
  );
}

function Entry({ decision }: { readonly decision: Decision }) {
  const w = words.value;
  const unsaved = outbox.value?.unsaved.value.some(({ id }) => id === decision.id) ?? false;
  const { action, reviewer, at, reason, note, undone, group } = decision;
  return (
    <li class={undone ? 'undone' : ''}>
      <b>{w.action[action]}</b> {reviewer} <time class="dim">{localTime(at)}</time>
      {reason !== null && <span> · {label('reasons', reason)}</span>}
      {note !== null && <span> · {note}</span>}
      {group !== null && <span class="dim"> · {w.inBulk}</span>}
      {undone && <span class="dim"> · {w.undone}</span>}
      {unsaved && <span class="waiting-text"> · {w.unsavedMark}</span>}
    </li>
  );
}

/** `2026-11-21 18:05` in the reader's own time zone. */
function localTime(at: string): string {
  const moment = new Date(at);
  const two = (n: number): string => String(n).padStart(2, '0');
  const day = `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
  return `${day} ${two(moment.getHours())}:${two(moment.getMinutes())}`;
}
