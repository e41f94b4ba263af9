import { go, place } from '../state/navigation.ts';
import { words } from '../words/words.ts';
import type { Column } from './columns.ts';

/** A column's head: sorts by it, and the other way when it is pressed again. */
export function HeadCell({ field }: Pick<Column, 'field'>) {
  const w = words.value;
  const { order, descending } = place.value;
  const here = order === field;
  const sorted = !here ? 'none' : descending ? 'descending' : 'ascending';
  return (
    <th class={`c-${field}`} scope="col" aria-sort={sorted}>
      <button
        type="button"
        class="sort"
        onClick={() => go({ order: field, descending: here && !descending })}
      >
        {field === 'day' ? w.field.date : w.field[field]}
        <span aria-hidden="true">{here ? (descending ? ' ↓' : ' ↑') : ''}</span>
      </button>
    </th>
  );
}
