import type { Filter } from '../../wire.ts';
import { go, place } from '../state/navigation.ts';
import { isEmpty } from '../state/place.ts';
import { type Labelled, label, names } from '../state/session.ts';
import { words } from '../words/words.ts';
import type { Words } from '../words/zh.ts';

const VOCABULARY: Readonly<Record<string, Labelled>> = {
  kind: 'kinds',
  relation: 'relations',
  status: 'statuses',
  state: 'states',
  overall: 'states',
};

/** What a value of the filter is called. */
export function valueLabel(key: string, value: string): string {
  if (value === '-') return words.value.none;
  const vocabulary = VOCABULARY[key];
  if (vocabulary !== undefined) return label(vocabulary, value);
  if (key === 'subject' || key === 'object') return names.value.entity(value);
  return key === 'scene' ? names.value.scene(value) : value;
}

function chipText(key: string, value: unknown, w: Words): string {
  if (key === 'conflict' && value === true) return w.onlyConflicts;
  if (key === 'changed' && value === true) return w.onlyChanged;
  if (key === 'lost' && value === true) return w.onlyLost;
  if (key === 'q') return `“${String(value)}”`;
  const name = w.field[key] ?? (key === 'article' ? w.article : key);
  const values = Array.isArray(value) ? value.map((v) => valueLabel(key, String(v))) : [String(value)];
  return `${name}: ${values.join(', ')}`;
}

function without(filter: Filter, key: string): Filter {
  return Object.fromEntries(Object.entries(filter).filter(([name]) => name !== key));
}

/** The filter as chips; each takes itself away unless they are `fixed`. */
export function FilterChips({ fixed = false }: { readonly fixed?: boolean }) {
  const w = words.value;
  const { filter } = place.value;
  if (isEmpty(filter)) return <span class="dim">{w.noFilter}</span>;
  return (
    <ul class="chips" aria-label={w.filters}>
      {Object.entries(filter).map(([key, value]) => {
        const text = chipText(key, value, w);
        if (fixed)
          return (
            <li key={key} class="chip">
              {text}
            </li>
          );
        return (
          <li key={key}>
            <button
              type="button"
              class="chip"
              title={w.remove(text)}
              onClick={() => go({ filter: without(filter, key), claim: null })}
            >
              {text} <span aria-hidden="true">✕</span>
            </button>
          </li>
        );
      })}
      {!fixed && (
        <li>
          <button type="button" class="link" onClick={() => go({ filter: {}, claim: null })}>
            {w.clear}
          </button>
        </li>
      )}
    </ul>
  );
}
