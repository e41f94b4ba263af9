import type { Relation, Status } from '../../../types.ts';
import { type Draft, draft, precisionOf, type Relations } from './draft.ts';

/** Changes fields of the draft that is open. */
export function change(part: Partial<Draft>): void {
  if (draft.value !== null) draft.value = { ...draft.value, ...part };
}

/** Another relation: a status that it does not know gives way to its first. */
export function changeRelation(relation: Relation, relations: Relations): void {
  const statuses = relations.find(({ id }) => id === relation)?.statuses ?? [];
  const status: Status | undefined = statuses.find((s) => s === draft.value?.status) ?? statuses[0];
  change(status === undefined ? { relation } : { relation, status });
}

/** Other days: the last follows the first where they were the same, and the precision follows both. */
export function changeDays(part: { readonly start?: string; readonly end?: string }): void {
  const now = draft.value;
  if (now === null) return;
  const start = part.start ?? now.start;
  const follows = part.start !== undefined && (now.end === now.start || now.end === '');
  const end = part.end ?? (follows ? start : now.end);
  change({ start, end, precision: precisionOf(start, end) });
}
