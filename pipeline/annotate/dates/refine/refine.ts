import type { Hit } from '../scan.ts';
import type { Found } from '../values.ts';
import { bounded } from './bound.ts';
import { withDayPart } from './day-part.ts';
import { joined, type Piece } from './join.ts';

/** «此前9月28日», «曾于7月»: the adverb adds nothing to the date it leans on. */
function leansOn(text: string, found: Found, next: Found | undefined): boolean {
  if (found.value.kind !== 'undated' || next === undefined || next.start - found.end > 2) return false;
  return (
    next.value.kind !== 'undated' &&
    /^(?:的?|[，,]?[于在自从早]?在?)$/.test(text.slice(found.end, next.start))
  );
}

/**
 * Hits with all that belongs to them, in order: the part of the day, the weekday in brackets, the other end of
 * a range, and the words that turn a point into a bound. Each step looks at a few characters only.
 */
export function refine(text: string, hits: readonly Hit[]): Found[] {
  const pieces: Piece[] = [];
  for (const hit of hits) {
    const whole = withDayPart(text, hit);
    const left = pieces.at(-1);
    if (left !== undefined && hit.start < left.end) continue;
    const both = left === undefined ? null : joined(text, left, whole);
    if (both === null) pieces.push({ start: whole.start, end: whole.end, value: whole.value, open: false });
    else pieces[pieces.length - 1] = both;
  }
  const founds = pieces.map((piece, i) => bounded(text, piece, pieces[i + 1]?.start ?? text.length));
  return founds.filter((found, i) => !leansOn(text, found, founds[i + 1]));
}
