import type { FactDate, IsoDay, Precision, Statement } from '../types.ts';

const DAY = 86_400_000;

/** Days since 1970-01-01. */
export const dayNumber = (day: IsoDay): number => Date.parse(`${day}T00:00:00Z`) / DAY;

/** The day so many days later. */
export const dayAfter = (day: IsoDay, days: number): IsoDay =>
  new Date((dayNumber(day) + days) * DAY).toISOString().slice(0, 10);

/** First and last day, both inclusive. */
export interface Period {
  readonly start: IsoDay;
  readonly end: IsoDay;
}

/** The days of a claim or a fact; where only one end is told it stands for both, and where none is, null. */
export function periodOf({ start, end }: Pick<FactDate, 'start' | 'end'>): Period | null {
  const first = start ?? end;
  const last = end ?? start;
  return first === null || last === null ? null : { start: first, end: last };
}

export const overlap = (a: Period, b: Period): boolean => a.start <= b.end && b.start <= a.end;

/** Days from the end of the one to the start of the other; 0 where they overlap. */
export function gap(a: Period, b: Period): number {
  if (overlap(a, b)) return 0;
  const [earlier, later] = a.end < b.start ? [a, b] : [b, a];
  return dayNumber(later.start) - dayNumber(earlier.end);
}

/** Number of days, at least 1. */
export const lengthOf = ({ start, end }: Period): number => dayNumber(end) - dayNumber(start) + 1;

/** An open span («近8年») says that something lasted, not that it happened somewhere in it. */
export const isSpan = ({ precision }: { readonly precision: Precision }): boolean => precision === 'range';

const CHANGES = ['official', 'regulator'];
const FINDINGS = ['test', 'user', 'expert', 'rumour'];

/**
 * Whether a claim tells of a beginning (or of an announcement), and not only that it found things so: what a party or
 * a regulator says always does, a test, users, experts and unnamed sources never, a report where it tells a day.
 */
export function tells({ attribution, date }: Statement): boolean {
  if (CHANGES.includes(attribution.type)) return true;
  return !FINDINGS.includes(attribution.type) && date.basis !== 'published' && date.precision !== 'vague';
}

/** Milliseconds of the time of publication; articles without one come last. */
export function publishedAt(claim: Statement): number {
  const at = Date.parse(claim.article.published ?? '');
  return Number.isNaN(at) ? Number.POSITIVE_INFINITY : at;
}
