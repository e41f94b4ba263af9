import { calendarFinders } from './find/calendar.ts';
import { elidedRangeFinders } from './find/elided-range.ts';
import { festivalFinders } from './find/festival.ts';
import { numericFinders } from './find/numeric.ts';
import { rareFinders } from './find/rare.ts';
import { relativeFinders } from './find/relative.ts';
import { weekFinders } from './find/week.ts';
import { wordFinders } from './find/words.ts';
import type { Finder, Value } from './values.ts';

/** A finder's match, before its neighbours are looked at. */
export interface Hit {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
}

/** Ties go to the earlier finder. */
const FINDERS: readonly Finder[] = [
  ...wordFinders,
  ...relativeFinders,
  ...elidedRangeFinders,
  ...numericFinders,
  ...calendarFinders,
  ...rareFinders,
  ...weekFinders,
  ...festivalFinders,
];

/** The first-character gate: most units of a text cost one look-up here and nothing more. */
const { slots, groups } = buildGate(FINDERS);

function buildGate(finders: readonly Finder[]): {
  slots: Uint8Array;
  groups: readonly (readonly Finder[])[];
} {
  const table = new Uint8Array(65_536);
  const lists: Finder[][] = [[]];
  for (const finder of finders) {
    for (const char of new Set(finder.begins)) {
      const code = char.charCodeAt(0);
      if (table[code] === 0) table[code] = lists.push([]) - 1;
      lists[table[code] ?? 0]?.push(finder);
    }
  }
  return { slots: table, groups: lists };
}

/** All date words of a folded text, in order, without overlaps; where several begin at one place the longest wins. */
export function scan(text: string): Hit[] {
  const hits: Hit[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const slot = slots[text.charCodeAt(at)];
    if (slot === undefined || slot === 0) continue;
    const hit = longestAt(text, at, groups[slot] ?? []);
    if (hit === null) continue;
    hits.push(hit);
    at = hit.end - 1;
  }
  return hits;
}

function longestAt(text: string, at: number, finders: readonly Finder[]): Hit | null {
  let best: Hit | null = null;
  for (const finder of finders) {
    const match = finder.find(text, at);
    if (match !== null && (best === null || match.end > best.end)) {
      best = { start: at, end: match.end, value: match.value };
    }
  }
  return best;
}
