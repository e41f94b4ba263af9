import { api, trouble } from './api.ts';
import { countAgain, openQueue } from './desk.ts';
import { heard, openOutbox, otherWindows, outbox, unsavedClaims } from './mail.ts';
import { place } from './navigation.ts';
import { askAround, items, total } from './queue.ts';
import { session } from './session.ts';
import { readAnew } from './standing.ts';
import { readAgain } from './views.ts';

const EVERY_MS = 6_000;
const IN_TROUBLE_MS = 1_500;
/** What another window has not saved after this while, this one sends. */
const OTHERS_MS = 5_000;

/** Asks the server who reviews what, until it answers; then the queue is loaded. */
async function begin(): Promise<void> {
  const found = await api.session();
  session.value = found;
  openOutbox(found);
  await openQueue();
  countAgain(0);
}

/** What others have decided about the claims that are in sight. */
async function lookAround(): Promise<void> {
  const { claim } = place.value;
  if (claim === null) return;
  readAgain(readAnew(await askAround(claim), items.value, unsavedClaims()));
  countAgain();
}

async function look(): Promise<void> {
  try {
    if (session.value === null) await begin();
    else if (total.value === null) await openQueue();
    else await lookAround();
  } catch {
    // Said by `trouble`; the next look tries again.
  }
}

/** Keeps the page up to date: with the server, with the other windows of this browser, and with its own shelf. */
export function keepLooking(): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const again = async (): Promise<void> => {
    clearTimeout(timer);
    if (document.visibilityState === 'visible') await look();
    clearTimeout(timer);
    timer = setTimeout(again, trouble.value === null ? EVERY_MS : IN_TROUBLE_MS);
  };
  const wake = (): void => {
    void outbox.value?.flush();
    void again();
  };
  otherWindows.onmessage = ({ data }) => heard(data);
  addEventListener('storage', () => {
    outbox.value?.reload();
    if ((outbox.value?.unsaved.value.length ?? 0) > 0) outbox.value?.again(OTHERS_MS);
  });
  addEventListener('online', wake);
  addEventListener('focus', wake);
  document.addEventListener('visibilitychange', wake);
  addEventListener('beforeunload', (event) => {
    if (unsavedClaims().size > 0) event.preventDefault();
  });
  void again();
}
