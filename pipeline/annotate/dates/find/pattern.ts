import type { Finder, Value } from '../values.ts';

/** Characters that 汉字 numerals are made of; «两» counts but is never a day or a month. */
export const HAN_NUMERAL = '〇零○一二三四五六七八九十百千两廿卅';
export const DIGITS = '0123456789';

/** Small numbers, as they stand before 天, 周, 个月, 年. */
export const COUNT = '(?:[0-9]{1,3}|[一二三四五六七八九十百两]{1,4})';

const isDigit = (c: string): boolean => c >= '0' && c <= '9';

/** Whether a number that begins at `at` goes on to its left («120日», «3.9月», «第二十一日»). */
export function continuesNumber(text: string, at: number): boolean {
  const [here, before] = [text.charAt(at), text.charAt(at - 1)];
  if (before === '') return false;
  if (isDigit(here)) {
    if (isDigit(before)) return true;
    return /[.,/:：_#]/.test(before) && /[0-9A-Za-z]/.test(text.charAt(at - 2));
  }
  return HAN_NUMERAL.includes(here) && HAN_NUMERAL.includes(before);
}

type Groups = Readonly<Record<string, string | undefined>>;

/**
 * A finder from one pattern. `read` gets the named groups and may refuse; `place` is where the match stands,
 * for finders that look at the character before it.
 */
export function patternFinder(
  name: string,
  begins: string,
  source: string,
  read: (
    groups: Groups,
    place: { readonly text: string; readonly at: number; readonly end: number },
  ) => Value | null,
): Finder {
  const pattern = new RegExp(source, 'y');
  return {
    name,
    begins,
    find(text, at) {
      pattern.lastIndex = at;
      const match = pattern.exec(text);
      if (match === null || continuesNumber(text, at)) return null;
      const end = pattern.lastIndex;
      const value = read(match.groups ?? {}, { text, at, end });
      return value === null ? null : { end, value };
    },
  };
}

/** A name that ends as a count does: «拼多多下半年». */
const NAME_BEFORE = /多多$/;

/** Whether the character before `at` is one of `chars` and ends no name. */
export function follows(chars: RegExp, text: string, at: number): boolean {
  return chars.test(text.charAt(at - 1)) && !NAME_BEFORE.test(text.slice(Math.max(0, at - 3), at));
}
