import { useId } from 'preact/hooks';
import { entityId } from '../edit/draft.ts';
import { session } from '../state/session.ts';
import { words } from '../words/words.ts';
import { setValues, valuesOf } from './filter.ts';

/** Adds a name to the filter; the chips above take it away. */
export function EntityFacet({ name }: { readonly name: 'subject' | 'object' }) {
  const id = useId();
  const entities = session.value?.vocabularies.entities ?? [];
  const add = (field: HTMLInputElement): void => {
    const found = entityId(entities, field.value);
    if (found === null) return;
    field.value = '';
    setValues(name, [...valuesOf(name), found]);
  };
  return (
    <label class="facet-name">
      {words.value.field[name]}
      <input
        list={id}
        placeholder={words.value.pick}
        autocomplete="off"
        onChange={(e) => add(e.currentTarget)}
      />
      <datalist id={id}>
        {entities.map((entity) => (
          <option key={entity.id} value={`${entity.name} (${entity.id})`} />
        ))}
      </datalist>
    </label>
  );
}
