import type { Span } from '../../types.ts';

/** How far a neighbour may be, in UTF-16 units to each side: a sentence without an end costs no more than this. */
const REACH = 120;

/** The sentence around a span, by its end marks or line breaks, or as much of it as `REACH` gives. */
export function sentenceAround(text: string, start: number, end: number): Span {
  let from = start;
  while (from > 0 && start - from < REACH && !isEnd(text.charCodeAt(from - 1))) from--;
  let to = end;
  while (to < text.length && to - end < REACH && !isEnd(text.charCodeAt(to))) to++;
  return { start: from, end: to };
}

function isEnd(code: number): boolean {
  return ENDS.has(code);
}

const ENDS = new Set([...'。！？!?\n'].map((c) => c.charCodeAt(0)));
