import type { Alias } from '../../types.ts';
import { type Cut, wholeWordTest } from './segment.ts';
import { sentenceAround } from './sentence.ts';

/**
 * `unsure`: nothing in the sentence speaks for an ambiguous alias; it counts if the entity is named beyond doubt
 * elsewhere in the article.
 */
export type Verdict = 'yes' | 'no' | 'unsure';

export type Decide = (text: string, start: number, end: number, alias: Alias) => Verdict;

/**
 * Settles what an alias's neighbours say: a word of `not` that overlaps or touches it speaks against it; for an
 * ambiguous one a word of `near` in its sentence, or quotation marks around it, speak for it; then an alias without
 * `near` counts where it is a whole word, and one with `near` is left unsure there.
 */
export function makeDecide(cut: Cut): Decide {
  const isWholeWord = wholeWordTest(cut);
  return (text, start, end, alias) => {
    if (alias.not.some((word) => touches(text, start, end, word))) return 'no';
    if (!alias.ambiguous) return 'yes';
    if (isQuoted(text, start, end)) return 'yes';
    const sentence = sentenceAround(text, start, end);
    const before = text.slice(sentence.start, start);
    const after = text.slice(end, sentence.end);
    if (alias.near.some((word) => before.includes(word) || after.includes(word))) return 'yes';
    if (!isWholeWord(text, sentence, start, end)) return 'no';
    return alias.near.length === 0 ? 'yes' : 'unsure';
  };
}

function touches(text: string, start: number, end: number, word: string): boolean {
  return text.slice(Math.max(0, start - word.length), end + word.length).includes(word);
}

const QUOTES: Readonly<Record<string, string>> = {
  '“': '”',
  '「': '」',
  '『': '』',
  '《': '》',
  '"': '"',
  '‘': '’',
};

function isQuoted(text: string, start: number, end: number): boolean {
  const close = QUOTES[text.charAt(start - 1)];
  return close !== undefined && text.charAt(end) === close;
}
