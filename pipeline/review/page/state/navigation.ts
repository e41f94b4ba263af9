import { computed, signal } from '@preact/signals';
import { addressOf, type Place, placeOf } from './place.ts';

/** Where the person is. Change it with `go` or `show`, so that the address follows. */
export const place = signal<Place>(placeOf(location.search));

/** The queue that is looked at: changes with filter and order, not with the claim or the view. */
export const queueKey = computed(() => addressOf({ ...place.value, view: 'focus', claim: null }));

/** Goes to another view, filter or order; «back» leads back. */
export function go(change: Partial<Place>): void {
  place.value = { ...place.value, ...change };
  history.pushState(null, '', addressOf(place.value));
}

/** Shows another claim; «back» does not have to go through all of them. */
export function show(claim: string | null): void {
  place.value = { ...place.value, claim };
  history.replaceState(null, '', addressOf(place.value));
}

addEventListener('popstate', () => {
  place.value = placeOf(location.search);
});
