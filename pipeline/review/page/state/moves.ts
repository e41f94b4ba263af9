import { signal } from '@preact/signals';
import type { QueueItem } from '../../wire.ts';
import { at, tell } from './desk.ts';
import { place, show } from './navigation.ts';
import { findOpen, grow, items, loadQueue } from './queue.ts';
import { standingOf } from './standing.ts';

/** Whether the last search for an undecided claim found none. */
export const allDone = signal(false);

/** Goes so many claims on in the queue (or back, where `step` is negative), and no further than its end. */
export async function move(step: number): Promise<void> {
  const { claim } = place.value;
  if (at.value < 0 && claim !== null) await loadQueue(claim).catch(tell);
  if (at.value + step < 0) await grow('backward');
  if (at.value + step >= items.value.length) await grow('forward');
  const last = items.value.length - 1;
  const there = items.value[Math.max(0, Math.min(last, at.value + step))];
  if (there !== undefined) show(there.id);
}

/** Goes to the next undecided claim: behind this one, or from the beginning of the queue where none is behind. */
export async function nextOpen(): Promise<void> {
  const open = (from: number): string | null => items.value.slice(from).find(isOpen)?.id ?? null;
  const found = open(at.value + 1) ?? (await searched('behind')) ?? open(0) ?? (await searched('beginning'));
  allDone.value = found === null;
  if (found !== null) show(found);
}

const isOpen = (item: QueueItem): boolean =>
  item.id !== place.value.claim && standingOf(item).state === 'unreviewed';

/** An undecided claim beyond what is loaded; the queue is then loaded around it. */
async function searched(from: 'behind' | 'beginning'): Promise<string | null> {
  try {
    const found = await findOpen(from, isOpen);
    if (found !== null) await loadQueue(found);
    return found;
  } catch (error) {
    tell(error);
    return null;
  }
}
