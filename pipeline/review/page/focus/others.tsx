import type { ClaimView } from '../../wire.ts';
import { show } from '../state/navigation.ts';
import { label, names } from '../state/session.ts';
import { words } from '../words/words.ts';

/** The other claims of the article, in the order of its text. */
export function Others({ view }: { readonly view: ClaimView }) {
  const w = words.value;
  if (view.others.length === 0) return null;
  return (
    <section class="block-of">
      <details>
        <summary>
          {w.otherClaims} <span class="count">{view.others.length}</span>
        </summary>
        <ul class="others">
          {view.others.map(({ id, state, subject, object, status }) => (
            <li key={id}>
              <button type="button" class="link" onClick={() => show(id)}>
                <span class={`dot ${state}`} title={label('states', state)} /> {names.value.entity(subject)}
                {object !== null && ` → ${names.value.entity(object)}`} · {label('statuses', status)}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </section>
  );
}
