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

/** Where the server goes on behind the last of `items`; null at the end of the queue. */
let forward: string | null = null;
/** Answers to a question that is no longer asked are dropped. */
let question = 0;
let growing: Promise<void> = Promise.resolve();

type Asked = Pick<Place, 'filter' | 'order' | 'descending'>;

const ask = (asked: Asked, more: Readonly<Record<string, string>>): Promise<Queue> => {
  const query = queryOf(asked);
  for (const [key, value] of Object.entries({ limit: String(PAGE), ...more })) query.set(key, value);
  return api.queue(query);
};

/**
 * Loads the queue of the place anew: from the claim `at` on, or from its beginning where the filter does not hold that.
 * Keeps what is there when the server does not answer, and throws its fault.
 */
export const loadQueue = (at: string | null): Promise<void> => load(at === null ? {} : { at });

/** Loads the queue around a row that is far from what is loaded. Throws the server's fault. */
export const loadAround = (row: number): Promise<void> =>
  load({ offset: String(Math.max(0, row - PAGE / 2)), limit: String(2 * PAGE) });

async function load(from: Readonly<Record<string, string>>): Promise<void> {
  question += 1;
  const mine = question;
  try {
    const page = await ask(place.value, from);
    if (mine !== question) return;
    forward = page.next;
    batch(() => {
      items.value = page.items;
      offset.value = page.offset;
      total.value = page.total;
      queueFault.value = null;
    });
  } catch (error) {
    if (mine === question) queueFault.value = error;
    throw error;
  }
}

/** Loads one page more at the end (or the beginning). One page at a time; nothing happens where there is no more. */
export function grow(direction: 'forward' | 'backward', limit = PAGE): Promise<void> {
  growing = growing.then(() => (direction === 'forward' ? growForward(limit) : growBackward(limit)));
  return growing;
}

async function growForward(limit: number): Promise<void> {
  const cursor = forward;
  if (cursor === null) return;
  await more({ cursor, limit: String(limit) }, (page) => {
    forward = page.next;
    items.value = [...items.value, ...unknown(page.items)];
  });
}

async function growBackward(limit: number): Promise<void> {
  const from = Math.max(0, offset.value - limit);
  if (offset.value === 0) return;
  await more({ offset: String(from), limit: String(offset.value - from) }, (page) => {
    items.value = [...unknown(page.items), ...items.value];
    offset.value = from;
  });
}

/** Where the queue has changed since, a page may bring claims that are there already. */
function unknown(more: readonly QueueItem[]): readonly QueueItem[] {
  const known = new Set(items.value.map(({ id }) => id));
  return more.filter(({ id }) => !known.has(id));
}

async function more(from: Readonly<Record<string, string>>, take: (page: Queue) => void): Promise<void> {
  const mine = question;
  try {
    const page = await ask(place.value, from);
    if (mine === question) batch(() => take(page));
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
  if (from === 'behind' && forward === null) return null;
  const asked = { ...place.value, filter: { ...filter, state: ['unreviewed' as const] } };
  let cursor = from === 'behind' ? forward : null;
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
