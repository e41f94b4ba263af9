import type { Filter } from '../../wire.ts';
import { valueLabel } from '../frame/chips.tsx';
import { place } from '../state/navigation.ts';
import { session } from '../state/session.ts';
import { words } from '../words/words.ts';
import { EntityFacet } from './entity-facet.tsx';
import { setValues, valuesOf } from './filter.ts';

/** Everything that the queue can be asked for. */
export function Facets() {
  const v = session.value?.vocabularies;
  if (v === undefined) return null;
  const ids = (list: readonly { readonly id: string }[]): string[] => list.map(({ id }) => id);
  return (
    <fieldset class="facets" aria-label={words.value.filters}>
      <ListFacet name="state" values={ids(v.states)} />
      <ListFacet name="overall" values={ids(v.states)} />
      <ListFacet name="kind" values={ids(v.kinds)} />
      <ListFacet name="relation" values={ids(v.relations)} />
      <ListFacet name="status" values={ids(v.statuses)} />
      <EntityFacet name="subject" />
      <EntityFacet name="object" />
      <ListFacet name="scene" values={[...ids(v.scenes), '-']} />
      <ListFacet name="publisher" values={[...(session.value?.publishers ?? []), '-']} />
      <ListFacet name="rule" values={ids(session.value?.rules ?? [])} />
      <DayFacet name="from" />
      <DayFacet name="to" />
      <Flag name="conflict" text={words.value.onlyConflicts} />
      <Flag name="changed" text={words.value.onlyChanged} />
      <Flag name="lost" text={words.value.onlyLost} />
    </fieldset>
  );
}

interface ListFacetProps {
  readonly name: keyof Filter & string;
  readonly values: readonly string[];
}

/** Some of a list: opens below its name. */
function ListFacet({ name, values }: ListFacetProps) {
  const chosen = valuesOf(name);
  const toggle = (value: string): void =>
    setValues(name, chosen.includes(value) ? chosen.filter((c) => c !== value) : [...chosen, value]);
  return (
    <details class="facet" onToggle={closeOthers} onKeyDown={closeOnEscape}>
      <summary class={chosen.length > 0 ? 'active' : ''}>
        {words.value.field[name]}
        {chosen.length > 0 && <span class="count">{chosen.length}</span>}
      </summary>
      <div class="facet-list">
        {values.map((value) => (
          <label key={value}>
            <input type="checkbox" checked={chosen.includes(value)} onInput={() => toggle(value)} />{' '}
            {valueLabel(name, value)}
          </label>
        ))}
      </div>
    </details>
  );
}

/** One list is open at a time. */
function closeOthers({ currentTarget }: Event): void {
  if (!(currentTarget instanceof HTMLDetailsElement) || !currentTarget.open) return;
  for (const other of document.querySelectorAll<HTMLDetailsElement>('details.facet[open]'))
    if (other !== currentTarget) other.open = false;
}

function closeOnEscape({ key, currentTarget }: KeyboardEvent): void {
  if (key === 'Escape' && currentTarget instanceof HTMLDetailsElement) currentTarget.open = false;
}

function DayFacet({ name }: { readonly name: 'from' | 'to' }) {
  const value = place.value.filter[name] ?? '';
  return (
    <label class="facet-day">
      {words.value.field[name]}
      <input
        type="date"
        value={value}
        onChange={(e) => setValues(name, e.currentTarget.value === '' ? [] : [e.currentTarget.value])}
      />
    </label>
  );
}

function Flag({ name, text }: { readonly name: 'conflict' | 'changed' | 'lost'; readonly text: string }) {
  const on = place.value.filter[name] === true;
  return (
    <label class="facet-flag">
      <input type="checkbox" checked={on} onInput={() => setValues(name, on ? [] : ['true'])} /> {text}
    </label>
  );
}
