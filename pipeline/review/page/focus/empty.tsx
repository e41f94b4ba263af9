import { trouble } from '../state/api.ts';
import { go, place } from '../state/navigation.ts';
import { isEmpty } from '../state/place.ts';
import { words } from '../words/words.ts';

/** There is no claim to show: not yet, or the filter holds none. */
export function Empty({ waiting }: { readonly waiting: boolean }) {
  const w = words.value;
  const text = !waiting ? w.emptyQueue : trouble.value === null ? w.loading : '';
  return (
    <main class="empty" id="claim" tabIndex={-1}>
      <p>{text}</p>
      {!waiting && !isEmpty(place.value.filter) && (
        <button type="button" class="button" onClick={() => go({ filter: {}, claim: null })}>
          {w.clear}
        </button>
      )}
    </main>
  );
}
