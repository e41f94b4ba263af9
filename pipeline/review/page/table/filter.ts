import { go, place } from '../state/navigation.ts';
import { placeOf, queryOf } from '../state/place.ts';

/** Sets the values of a part of the filter. The address is the way, so that only what it can hold is set. */
export function setValues(key: string, values: readonly string[]): void {
  const params = queryOf(place.value);
  params.delete(key);
  for (const value of values) params.append(key, value);
  go({ filter: placeOf(`?${params}`).filter, claim: null });
}

/** The values of a part of the filter; none where it is not asked about. */
export const valuesOf = (key: string): readonly string[] => queryOf(place.value).getAll(key);
