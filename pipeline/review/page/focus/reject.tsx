import { useEffect, useRef } from 'preact/hooks';
import { decide } from '../state/decide.ts';
import { closePanel, rejectNote, takeNote } from '../state/panels.ts';
import { label, session } from '../state/session.ts';
import { words } from '../words/words.ts';

/** Asks why: a digit or a click decides. The note is for what no reason says. */
export function RejectReasons() {
  const w = words.value;
  const place = useRef<HTMLFieldSetElement>(null);
  useEffect(() => place.current?.focus(), []);
  const reject = (reason: string | null): void => {
    decide({ action: 'reject', reason, note: takeNote() });
  };
  return (
    <fieldset class="actions reasons" aria-label={w.rejectWhy} ref={place} tabIndex={-1}>
      <p class="ask">{w.rejectWhy}</p>
      {session.value?.vocabularies.reasons.map(({ id, digit }) => (
        <button key={id} type="button" class="button" aria-keyshortcuts={digit} onClick={() => reject(id)}>
          <kbd>{digit}</kbd> {label('reasons', id)}
        </button>
      ))}
      <button type="button" class="button quiet" onClick={() => reject(null)}>
        {w.noReason}
      </button>
      <button type="button" class="button quiet" onClick={closePanel}>
        {w.cancel} <kbd>Esc</kbd>
      </button>
      <label class="note">
        {w.note}
        <input
          value={rejectNote.value}
          maxLength={4000}
          placeholder={w.noteHint}
          onInput={(e) => {
            rejectNote.value = e.currentTarget.value;
          }}
        />
      </label>
    </fieldset>
  );
}
