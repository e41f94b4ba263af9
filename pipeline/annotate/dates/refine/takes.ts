import type { Value } from '../values.ts';

/** Kinds that name a day or may name one, so that a part of the day can follow. */
export const takesDayPart = (value: Value): boolean =>
  value.kind === 'days' ||
  value.kind === 'week' ||
  value.kind === 'week-told' ||
  value.kind === 'due' ||
  value.kind === 'festival' ||
  value.kind === 'nth' ||
  value.kind === 'nth-day' ||
  value.kind === 'new-year-day' ||
  value.kind === 'first-workday' ||
  value.kind === 'shifted' ||
  (value.kind === 'calendar' && value.day !== null) ||
  (value.kind === 'range' && takesDayPart(value.last));

export const takesBound = (value: Value): boolean =>
  takesDayPart(value) || value.kind === 'calendar' || value.kind === 'decade' || value.kind === 'range';

/** What a sticky pattern matches at a place; empty where it does not. */
export function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
