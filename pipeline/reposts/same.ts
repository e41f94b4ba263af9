import { align, type Gap } from './align.ts';

/** What makes two texts one story that was printed twice, and not two notices from one form. */
export const LIKENESS = {
  /** Characters that both must have: shorter notices differ in a name and a day only. */
  least: 40,
  /** Share of the shorter text that the longer one has, and of the longer one that the shorter has. */
  ofShorter: 0.7,
  ofLonger: 0.6,
  /** One reworded place is an edit for as many common characters as this; in less text it is other data in one form. */
  charactersAnEdit: 300,
};

/**
 * Whether two texts, as lists of clauses, are the same story: most of their clauses are the same in the same order,
 * and they differ by what stands before, behind or between, not by other names, days or numbers in the same sentences.
 * Symmetric.
 */
export function isSameStory(a: readonly string[], b: readonly string[]): boolean {
  const [lengthA, lengthB] = [sizeOf(a), sizeOf(b)];
  const [shorter, longer] = [Math.min(lengthA, lengthB), Math.max(lengthA, lengthB)];
  if (shorter < LIKENESS.least || shorter < longer * LIKENESS.ofLonger) return false;
  const { matched, gaps } = isBefore(a, b) ? align(a, b) : align(b, a);
  if (matched < LIKENESS.least) return false;
  if (matched < shorter * LIKENESS.ofShorter || matched < longer * LIKENESS.ofLonger) return false;
  return gaps.filter(isOtherData).length <= matched / LIKENESS.charactersAnEdit;
}

/** An order of texts, whatever it be. */
function isBefore(a: readonly string[], b: readonly string[]): boolean {
  const at = a.findIndex((clause, i) => clause !== b[i]);
  return at < 0 || (a[at] ?? '') < (b[at] ?? '');
}

const sizeOf = (clauses: readonly string[]): number => clauses.reduce((sum, c) => sum + c.length, 0);

/** Characters that change what a sentence says by themselves. */
const TELLING = /[\p{N}a-z不未没无非已仅]/u;

/**
 * Whether a gap holds the same sentence with something else in it. Other text at the beginning or the end is another
 * outlet's frame; a single character is a spelling; what only one of the two has is cut or added.
 */
function isOtherData({ a, b, edge }: Gap): boolean {
  if (a === '' || b === '') return false;
  if (edge && likeness(a, b) < 0.5) return false;
  const [x, y] = differing(a, b);
  if (TELLING.test(x) || TELLING.test(y)) return true;
  return x.length > 1 && y.length > 1;
}

/** What is left of two strings without what they begin and end with alike. */
function differing(a: string, b: string): [string, string] {
  const most = Math.min(a.length, b.length);
  let head = 0;
  while (head < most && a[head] === b[head]) head += 1;
  let tail = 0;
  while (tail < most - head && a.at(-1 - tail) === b.at(-1 - tail)) tail += 1;
  return [a.slice(head, a.length - tail), b.slice(head, b.length - tail)];
}

/** Dice's coefficient over pairs of characters (0 to 1). */
function likeness(a: string, b: string): number {
  const pairs = (text: string): Set<string> =>
    new Set(Array.from({ length: Math.max(0, text.length - 1) }, (_, i) => text.slice(i, i + 2)));
  const [x, y] = [pairs(a), pairs(b)];
  const both = [...x].filter((pair) => y.has(pair)).length;
  return x.size + y.size === 0 ? 0 : (2 * both) / (x.size + y.size);
}
