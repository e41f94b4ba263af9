import { signal } from '@preact/signals';
import type { DecisionReceipt, QueueItem } from '../../wire.ts';

export type Standing = DecisionReceipt['states'][string];

/** How claims stand that were decided on since their row was read: by this window, or by another one. */
const since = signal<ReadonlyMap<string, Standing>>(new Map());

/** How a claim of the queue stands now. */
export const standingOf = (item: QueueItem): Standing => since.value.get(item.id) ?? item;

/** Notes how claims stand. */
export function stands(states: Readonly<Record<string, Standing>>): void {
  if (Object.keys(states).length === 0) return;
  since.value = new Map([...since.value, ...Object.entries(states)]);
}

/**
 * Rows that were read anew say themselves how they stand, but for claims with decisions that are not saved yet.
 * Gives the ids of those that stand otherwise than was known.
 */
export function readAnew(
  items: readonly QueueItem[],
  known: readonly QueueItem[],
  unsaved: ReadonlySet<string>,
): string[] {
  const before = new Map(known.map((item) => [item.id, standingOf(item)]));
  const other = items.filter((item) => {
    const was = before.get(item.id);
    return was !== undefined && !unsaved.has(item.id) && !isSame(was, item);
  });
  stands(
    Object.fromEntries(other.map(({ id, state, overall, changed }) => [id, { state, overall, changed }])),
  );
  return other.map(({ id }) => id);
}

const isSame = (a: Standing, b: Standing): boolean =>
  a.state === b.state && a.overall === b.overall && a.changed === b.changed;

/** After a bulk, rows that are read anew say themselves how they stand. */
export function forgetStandings(): void {
  since.value = new Map();
}
