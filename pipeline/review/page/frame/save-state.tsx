import { outbox } from '../state/mail.ts';
import { open } from '../state/panels.ts';
import { words } from '../words/words.ts';

/** Whether all is saved. Where something is not, a button that shows what. */
export function SaveState() {
  const w = words.value;
  const box = outbox.value;
  if (box === null) return null;
  const refused = box.refused.value.length;
  const waiting = box.unsaved.value.length;
  if (refused > 0)
    return (
      <button type="button" class="save-state wrong" onClick={() => open('unsaved')}>
        {w.refused(refused)}
      </button>
    );
  if (waiting > 0)
    return (
      <button type="button" class="save-state waiting" onClick={() => open('unsaved')}>
        {box.trouble.value === null ? w.saving : w.unsaved(waiting)}
      </button>
    );
  return <span class="save-state saved">{w.allSaved}</span>;
}
