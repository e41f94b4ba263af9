import type { Order, QueueItem } from '../../wire.ts';
import { label, names } from '../state/session.ts';
import { standingOf } from '../state/standing.ts';

export interface Column {
  /** Name of the column's field in the words, and its order. */
  readonly field: Order & string;
  readonly text: (item: QueueItem) => string;
}

/** The columns of the table, from left to right. */
export const COLUMNS: readonly Column[] = [
  { field: 'state', text: (item) => label('states', standingOf(item).state) },
  { field: 'relation', text: ({ relation }) => label('relations', relation) },
  { field: 'subject', text: ({ subject }) => names.value.entity(subject) },
  { field: 'object', text: ({ object }) => (object === null ? '' : names.value.entity(object)) },
  { field: 'scene', text: ({ scene }) => (scene === null ? '' : names.value.scene(scene)) },
  { field: 'status', text: ({ status }) => label('statuses', status) },
  { field: 'day', text: dayText },
  { field: 'publisher', text: ({ article }) => article.publisher ?? '' },
  { field: 'rule', text: ({ rule }) => rule },
];

function dayText({ start, end }: QueueItem): string {
  if (start === end || end === null) return start ?? '';
  return `${start ?? ''}…${end.startsWith(start?.slice(0, 5) ?? '-') ? end.slice(5) : end}`;
}
