import { batch, signal } from '@preact/signals';
import type { Queue, QueueItem } from '../../wire.ts';
import { api } from './api.ts';
import { place } from './navigation.ts';
import { type Place, queryOf } from './place.ts';

const PAGE = 100;

/** The part of the queue that is loaded: a stretch around the claim that is shown. It grows at both ends. */
export const items = signal<readonly QueueItem[]>([]);
/** How many claims stand before the first of `items`. */
export const offset = signal(0);
/** How many claims the filter holds; null until the server has answered. */
export const total = signal<number | null>(null);
/** Why the queue could not be loaded. */
export const queueFault = signal<unknown>(null);

interface Ends {
  readonly forward: string | null;
  readonly backward: string | null;
}

let ends: Ends = { forward: null, backward: null };
/** Answers to a question that is no longer asked are dropped. */
let question = 0;
let growing: Promise<void> = Promise.resolve();

const ask = (
  asked: Pick<Place, 'filter' | 'order' | 'descending'>,
  more: Record<string, string>,
): Promise<Queue> => {
  const query = queryOf(asked);
  for (const [key, value] of Object.entries({ limit: String(PAGE), ...more })) query.set(key, value);
  return api.queue(query);
};

/** The same claims from the last to the first. */
const reversed = (): Pick<Place, 'filter' | 'order' | 'descending'> => ({
  ...place.value,
  descending: !place.value.descending,
});

/**
 * Loads the queue of the place anew, around the claim `at`, or from its beginning where the filter does not hold that.
 * Keeps what is there when the server does not answer, and throws its fault.
 */
export async function loadQueue(at: string | null): Promise<void> {
  question += 1;
  const mine = question;
  try {
    const ahead = await ask(place.value, at === null ? {} : { at });
    const before = at !== null && ahead.items[0]?.id === at ? await ask(reversed(), { at }) : null;
    if (mine !== question) return;
    const earlier = before?.items.slice(1).reverse() ?? [];
    ends = { forward: ahead.next, backward: before?.next ?? null };
    batch(() => {
      items.value = [...earlier, ...ahead.items];
      offset.value = ahead.offset - earlier.length;
      total.value = ahead.total;
      queueFault.value = null;
    });
  } catch (error) {
    if (mine === question) queueFault.value = error;
    throw error;
  }
}

/** Loads one page more at the end (or the beginning). One page at a time; nothing happens where there is no more. */
export function grow(direction: 'forward' | 'backward', limit = PAGE): Promise<void> {
  growing = growing.then(() => growNow(direction, limit));
  return growing;
}

async function growNow(direction: 'forward' | 'backward', limit: number): Promise<void> {
  const mine = question;
  const cursor = ends[direction];
  if (cursor === null) return;
  try {
    const asked = direction === 'forward' ? place.value : reversed();
    const page = await ask(asked, { cursor, limit: String(limit) });
    if (mine !== question) return;
    ends = { ...ends, [direction]: page.next };
    batch(() => {
      if (direction === 'forward') items.value = [...items.value, ...page.items];
      else {
        items.value = [...page.items.reverse(), ...items.value];
        offset.value -= page.items.length;
      }
      queueFault.value = null;
    });
  } catch (error) {
    queueFault.value = error;
  }
}

/**
 * The first claim of the queue, behind what is loaded or from its beginning, that the server knows as undecided and
 * that `isOpen` agrees on; null where there is none.
 */
export async function findOpen(
  from: 'behind' | 'beginning',
  isOpen: (item: QueueItem) => boolean,
): Promise<string | null> {
  const { filter } = place.value;
  if (filter.state !== undefined && !filter.state.includes('unreviewed')) return null;
  if (from === 'behind' && ends.forward === null) return null;
  const asked = { ...place.value, filter: { ...filter, state: ['unreviewed' as const] } };
  let cursor = from === 'behind' ? ends.forward : null;
  do {
    const page: Queue = await ask(asked, cursor === null ? {} : { cursor });
    const found = page.items.find(isOpen);
    if (found !== undefined) return found.id;
    cursor = page.next;
  } while (cursor !== null);
  return null;
}

/** How the claims around `at` stand now, whatever was decided about them since. */
export async function askAround(at: string): Promise<readonly QueueItem[]> {
  const { state: _state, overall: _overall, changed: _changed, ...filter } = place.value.filter;
  return (await ask({ ...place.value, filter }, { at, limit: '60' })).items;
}

/** How far the filter, whatever it says about states, is reviewed. */
export async function askProgress(): Promise<Pick<Queue, 'total' | 'decided'>> {
  const { state: _state, ...filter } = place.value.filter;
  return ask({ ...place.value, filter }, { limit: '1' });
}
