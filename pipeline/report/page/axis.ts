import type { ReportFact } from '../data.ts';
import { dayNumber } from './at.ts';

export interface Axis {
  readonly width: number;
  readonly ticks: readonly { readonly x: number; readonly words: string; readonly year: boolean }[];
  /** Where more time lies than is drawn. */
  readonly breaks: readonly number[];
  /** First and last place of a fact's days. */
  place(fact: ReportFact): readonly [number, number];
}

/** Points of neighbouring days must not touch; a quiet year must not push the others off the page. */
const NEAREST = 24;
const FARTHEST = 74;
const PER_DAY = 1.1;

/**
 * An axis on which every day that is told has its place, in order; long silences are cut short, and the cut is shown.
 * Facts without a day stand before the first.
 */
export function axisOf(facts: readonly ReportFact[], left: number): Axis {
  const told = facts.flatMap(({ days: [start, end] }) => [start ?? end, end ?? start]);
  const days = [...new Set(told)].filter((day) => day !== null).sort();
  const undated = facts.some(({ days: [start, end] }) => start === null && end === null);
  const places = new Map<string, number>();
  const breaks: number[] = [];
  let x = left + (undated ? 52 : 0);
  days.forEach((day, i) => {
    const before = days[i - 1];
    if (before !== undefined) {
      const wanted = (dayNumber(day) - dayNumber(before)) * PER_DAY;
      const step = Math.min(FARTHEST, Math.max(NEAREST, wanted));
      if (wanted > FARTHEST) breaks.push(x + step / 2);
      x += step;
    }
    places.set(day, x);
  });
  const ticks = days.map((day, i) => {
    const year = days[i - 1]?.slice(0, 4) !== day.slice(0, 4);
    return { x: places.get(day) ?? left, words: year ? day : day.slice(5), year };
  });
  const none = { x: left, words: '日期不明', year: true };
  return {
    width: x + 70,
    ticks: undated ? [none, ...ticks] : ticks,
    breaks,
    place: ({ days: [start, end] }) => {
      const first = places.get(start ?? end ?? '') ?? left;
      return [first, places.get(end ?? start ?? '') ?? first];
    },
  };
}
