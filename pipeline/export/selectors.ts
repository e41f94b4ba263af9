import type { Span } from '../types.ts';

/** Where words stand in a text, as Web Annotations tell it: positions count Unicode code points. */
export interface Quote {
  readonly exact: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly start: number;
  readonly end: number;
}

/** Characters before and behind the words that tell like words apart. */
const AROUND = 32;

/** `span` counts UTF-16 units, as everywhere in hutong. */
export function quoteIn(text: string, { start, end }: Span): Quote {
  const exact = text.slice(start, end);
  const before = codePoints(text.slice(0, start));
  return {
    exact,
    prefix: whole(text.slice(Math.max(0, start - AROUND), start)),
    suffix: whole(text.slice(end, end + AROUND)),
    start: before,
    end: before + codePoints(exact),
  };
}

const PAIR = /[\ud800-\udbff][\udc00-\udfff]/g;

const codePoints = (text: string): number => text.length - (text.match(PAIR)?.length ?? 0);

/** Without the half of a character that a cut has left at either end. */
const whole = (text: string): string => text.replace(/^[\udc00-\udfff]|[\ud800-\udbff]$/g, '');
