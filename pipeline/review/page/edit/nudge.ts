import type { Span } from '../../../types.ts';
import { isLowSurrogate } from '../focus/selection.ts';

export type Edge = 'start' | 'end';

/** Moves one end of a span by a character, which may be two units long. Stays within the text, and never empties the span. */
export function nudged(text: string, span: Span, edge: Edge, by: 1 | -1): Span {
  const from = span[edge];
  const step = isLowSurrogate(text, by === 1 ? from + 1 : from - 1) ? 2 : 1;
  const moved = { ...span, [edge]: from + by * step };
  const isWithin = moved.start >= 0 && moved.end <= text.length && moved.start < moved.end;
  return isWithin ? moved : span;
}

const ENDS = /[。！？!?…\n]/;
const CLOSING = /[”’」』）)]/;

/** The sentence that a span stands in: from behind the end of the one before to its own end. */
export function sentenceAround(text: string, span: Span): Span {
  let { start, end } = span;
  while (start > 0 && !ENDS.test(text.charAt(start - 1))) start -= 1;
  while (start < span.start && (CLOSING.test(text.charAt(start)) || /\s/.test(text.charAt(start))))
    start += 1;
  while (end < text.length && !ENDS.test(text.charAt(end - 1)) && text.charAt(end) !== '\n') end += 1;
  while (end < text.length && CLOSING.test(text.charAt(end))) end += 1;
  return { start, end };
}
