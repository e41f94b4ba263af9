import { trouble } from '../state/api.ts';
import { outbox } from '../state/mail.ts';
import { words } from '../words/words.ts';

/** A line across the page while the server cannot be used as it should. */
export function Trouble() {
  const w = words.value;
  const box = outbox.value;
  const kind = box?.trouble.value ?? trouble.value;
  const text =
    kind === 'unauthorised'
      ? w.unauthorised
      : kind === 'offline'
        ? w.offline
        : kind === 'busy'
          ? w.busy
          : null;
  const lost = box !== null && !box.durable.value && box.unsaved.value.length > 0;
  return (
    <div role="alert">
      {text !== null && <p class="trouble">{text}</p>}
      {lost && <p class="trouble">{w.noStorage}</p>}
    </div>
  );
}
