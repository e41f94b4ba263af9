import type { ComponentChildren } from 'preact';
import type { NewDecision } from '../../wire.ts';
import { outbox } from '../state/mail.ts';
import { show } from '../state/navigation.ts';
import { closePanel, panel } from '../state/panels.ts';
import { names } from '../state/session.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

/** The decisions that are not in the database: on their way, or refused. */
export function UnsavedDialog() {
  const box = outbox.value;
  if (panel.value !== 'unsaved' || box === null) return null;
  const w = words.value;
  return (
    <Dialog title={w.unsaved(box.unsaved.value.length)} onClose={closePanel}>
      {box.unsaved.value.length > 0 && (
        <button type="button" class="button" onClick={() => void box.flush()}>
          {w.retry}
        </button>
      )}
      <ul class="events">
        {box.unsaved.value.map((event) => (
          <Event key={event.id} event={event} />
        ))}
        {box.refused.value.map(({ event, why }) => (
          <Event key={event.id} event={event}>
            <p class="wrong-text">
              {w.refusedWhy}
              {why}
            </p>
            <button type="button" class="button" onClick={() => box.dismiss(event.id)}>
              {w.keepNot}
            </button>
          </Event>
        ))}
      </ul>
    </Dialog>
  );
}

function Event({ event, children }: { readonly event: NewDecision; readonly children?: ComponentChildren }) {
  const { before, claim } = event;
  const open = (): void => {
    closePanel();
    show(claim);
  };
  return (
    <li>
      <button type="button" class="link" onClick={open}>
        {words.value.action[event.action]}{' '}
        {before === null ? claim : `${names.value.entity(before.subject)} · ${before.evidence.quote}`}
      </button>{' '}
      <time class="dim">{event.at.slice(11, 19)}</time>
      {children}
    </li>
  );
}
