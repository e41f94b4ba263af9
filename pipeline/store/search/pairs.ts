/** Gives a UTF-16 unit as the index knows it: Simplified, half-width, lower case. */
export type Fold = (unit: number) => number;

/**
 * What the index holds of a text: every two 汉字 that stand side by side, the last 汉字 of a run by itself, and every
 * word of letters and digits. Words of any length are found through their pairs, without cutting the text into words:
 * nothing that stands there is missed because a segmenter has cut it otherwise.
 */
export function* tokensOf(text: string, fold: Fold): Generator<string> {
  let previous = '';
  let word = '';
  for (let i = 0; i < text.length; i += 1) {
    const unit = fold(text.charCodeAt(i));
    const sign = String.fromCharCode(unit);
    const han = isHan(unit);
    if (previous !== '') yield han ? previous + sign : previous;
    previous = han ? sign : '';
    if (isAlphanumeric(unit)) word += sign;
    else if (word !== '') {
      yield word;
      word = '';
    }
  }
  if (previous !== '') yield previous;
  if (word !== '') yield word;
}

/**
 * The full-text query for words that all must stand in an article, each as it is written. Null where there is nothing
 * to look for. What it finds may hold the pairs of a word in other places: the text has the last word.
 */
export function queryFor(words: readonly string[], fold: Fold): string | null {
  const parts = words.flatMap((word) => [...new Set(tokensOf(word, fold))].flatMap(termFor));
  return parts.length === 0 ? null : [...new Set(parts)].join(' AND ');
}

/** A lone 汉字 of a query is the end of a longer run, whose pair says more, or a word of one sign. */
function termFor(token: string, i: number, all: readonly string[]): string[] {
  const lone = token.length === 1 && isHan(token.charCodeAt(0));
  if (lone && (all[i - 1] ?? '').endsWith(token) && (all[i - 1] ?? '').length === 2) return [];
  return [lone || !isHan(token.charCodeAt(0)) ? `"${token}"*` : `"${token}"`];
}

/** 汉字, and the halves of those that lie beyond the first plane. */
const isHan = (unit: number): boolean =>
  (unit >= 0x3400 && unit <= 0x9fff) ||
  (unit >= 0xf900 && unit <= 0xfaff) ||
  (unit >= 0xd840 && unit <= 0xdfff);

const isAlphanumeric = (unit: number): boolean =>
  (unit >= 0x30 && unit <= 0x39) || (unit >= 0x61 && unit <= 0x7a);
