import { mustWait } from '../state/decide.ts';
import { place } from '../state/navigation.ts';
import { open } from '../state/panels.ts';
import { isEmpty } from '../state/place.ts';
import { total } from '../state/queue.ts';
import { words } from '../words/words.ts';

/** Accepts or rejects the whole filter, after a question. */
export function Bulk() {
  const w = words.value;
  const hint = isEmpty(place.value.filter) ? w.bulkNoFilter : mustWait() ? w.bulkUnsaved : null;
  const off = hint !== null || total.value === null || total.value === 0;
  return (
    <div class="row bulk">
      {hint !== null && <span class="dim">{hint}</span>}
      <button type="button" class="button accept" disabled={off} onClick={() => open('bulk-accept')}>
        {w.bulkAccept}
      </button>
      <button type="button" class="button reject" disabled={off} onClick={() => open('bulk-reject')}>
        {w.bulkReject}
      </button>
    </div>
  );
}
