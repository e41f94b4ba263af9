import { computed, signal } from '@preact/signals';
import type { Queue } from '../../wire.ts';
import { words } from '../words/words.ts';
import { Fault } from './api.ts';
import { place, show } from './navigation.ts';
import { say } from './notice.ts';
import { askProgress, grow, items, loadQueue } from './queue.ts';
import { standingOf } from './standing.ts';
import { prefetch, readView, viewOf } from './views.ts';

/** The claim on the desk, once it is loaded. */
export const current = computed(() => viewOf(place.value.claim));

/** Where the claim on the desk stands in the part of the queue that is loaded; -1 where it is not in it. */
export const at = computed(() => items.value.findIndex(({ id }) => id === place.value.claim));

/** How far the filter is reviewed. */
export const progress = signal<Pick<Queue, 'total' | 'decided'> | null>(null);

/** How many claims ahead are loaded before they are opened: so many can be decided while the server is away. */
const AHEAD = 8;
/** The queue grows when so few claims are left before its loaded end. */
const MARGIN = 25;

/** Tells the person what the server said; anything that is no fault of the server's is a bug and is thrown. */
export function tell(error: unknown): void {
  if (!(error instanceof Fault)) throw error;
  const { offline, unauthorised, busy, fault } = words.value;
  const said: Readonly<Record<string, string>> = { offline, unauthorised, busy };
  say(said[error.kind] ?? `${fault}${error.message}`, 'wrong');
}

/** Shows the claim of the place anew, and makes ready what comes after it. */
export async function openClaim(): Promise<void> {
  const { claim } = place.value;
  if (claim === null) return;
  const here = at.value;
  const ahead = here < 0 ? [] : items.value.slice(here + 1, here + 1 + AHEAD).map(({ id }) => id);
  try {
    await readView(claim);
  } catch (error) {
    if (viewOf(claim) === undefined) tell(error);
  }
  prefetch(ahead);
  if (here >= 0 && here > items.value.length - MARGIN) void grow('forward');
  if (here >= 0 && here < MARGIN) void grow('backward');
}

/** Loads the queue of the place, and puts its first undecided claim on the desk where none is named. */
export async function openQueue(): Promise<void> {
  try {
    await loadQueue(place.value.claim);
  } catch (error) {
    tell(error);
    return;
  }
  const first = items.value.find((item) => standingOf(item).state === 'unreviewed') ?? items.value[0];
  if (place.value.claim === null && first !== undefined) show(first.id);
  else await openClaim();
}

let asking: ReturnType<typeof setTimeout> | undefined;

/** Asks how far the filter is reviewed, once where it is wanted several times in a row. */
export function countAgain(milliseconds = 250): void {
  clearTimeout(asking);
  asking = setTimeout(() => {
    askProgress().then(
      ({ total, decided }) => {
        progress.value = { total, decided };
      },
      () => {},
    );
  }, milliseconds);
}
