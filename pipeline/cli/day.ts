import type { IsoDay } from '../types.ts';

const BEIJING = 8 * 3_600_000;

/** Today in Beijing. */
export const today = (): IsoDay => new Date(Date.now() + BEIJING).toISOString().slice(0, 10);

/** Whether the words are a day of the calendar, written like 2021-12-01. */
export function isDay(words: string): words is IsoDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(words) || Number.isNaN(Date.parse(words))) return false;
  return new Date(words).toISOString().slice(0, 10) === words;
}
