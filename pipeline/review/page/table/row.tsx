import type { QueueItem } from '../../wire.ts';
import { go, show } from '../state/navigation.ts';
import { standingOf } from '../state/standing.ts';
import { words } from '../words/words.ts';
import { COLUMNS } from './columns.ts';

interface RowProps {
  readonly item: QueueItem;
  /** Its place in the queue, from 0. */
  readonly index: number;
  readonly chosen: boolean;
}

/** A claim as a row. A click puts it under the cursor, a double click opens it. */
export function Row({ item, index, chosen }: RowProps) {
  const w = words.value;
  const { state, overall, changed } = standingOf(item);
  return (
    <tr
      class={`row-of ${chosen ? 'chosen' : ''}`}
      aria-rowindex={index + 2}
      aria-selected={chosen}
      data-claim={item.id}
      onClick={() => show(item.id)}
      onDblClick={() => go({ view: 'focus', claim: item.id })}
    >
      {COLUMNS.map(({ field, text }) => (
        <td key={field} class={`c-${field}`}>
          {field === 'state' && <span class={`dot ${state}`} />}
          {text(item)}
          {field === 'state' && overall !== state && (
            <span class={`dot ${overall}`} title={w.field.overall} />
          )}
          {field === 'state' && changed && <span class="flag">{w.changed}</span>}
          {field === 'status' && item.conflict && (
            <span class="flag" title={w.conflict}>
              ≠
            </span>
          )}
        </td>
      ))}
      <td class="c-quote" lang="zh" title={item.quote}>
        {item.quote}
      </td>
    </tr>
  );
}
