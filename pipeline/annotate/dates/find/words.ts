import { AFTER_ZENG, BEFORE_SURNAME, BEFORE_ZENG, WORDS, type WordEntry } from '../tables/words.ts';
import type { Finder } from '../values.ts';

interface Word {
  readonly text: string;
  readonly entry: WordEntry;
}

const byFirst = new Map<string, Word[]>();
for (const entry of WORDS) {
  for (const text of entry.words) {
    const list = byFirst.get(text.charAt(0)) ?? [];
    byFirst.set(text.charAt(0), [...list, { text, entry }]);
  }
}
for (const list of byFirst.values()) list.sort((a, b) => b.text.length - a.text.length);

const CLAUSE_START = /^$|[\s，。、；：！？（）—“‘「『【】"'在从自就也是而但]/;
/** «每天…第二天» says what is usual, not when something was. */
const HABIT = /每[天日周月年晚次逢当]|经常|往往|通常/;
const RELATIVE_LOOKBACK = 16;

function isWanted(word: Word, text: string, at: number): boolean {
  const { entry } = word;
  const end = at + word.text.length;
  if (entry.not?.some((n) => text.startsWith(n, end))) return false;
  const before = text.charAt(at - 1);
  if (before !== '' && entry.notBefore?.includes(before)) return false;
  if (entry.place === 'clause' && !CLAUSE_START.test(before)) return false;
  const { value } = entry;
  const leans = value.kind === 'nth-day' || (value.kind === 'days' && value.from === 'anchor');
  if (!leans) return true;
  return before !== '续' && !HABIT.test(text.slice(Math.max(0, at - RELATIVE_LOOKBACK), at));
}

const fixedWords: Finder = {
  name: 'words',
  begins: [...byFirst.keys()].join(''),
  find(text, at) {
    for (const word of byFirst.get(text.charAt(at)) ?? []) {
      if (text.startsWith(word.text, at) && isWanted(word, text, at)) {
        return { end: at + word.text.length, value: word.entry.value };
      }
    }
    return null;
  },
};

/** «曾» alone, when it is an adverb and no surname. */
const zeng: Finder = {
  name: 'zeng',
  begins: '曾',
  find(text, at) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + 1)];
    if (BEFORE_ZENG.includes(before) && before !== '') return null;
    if (/祖|孙|国藩/.test(after)) return null;
    const named = before === '' || BEFORE_SURNAME.includes(before) || !/\p{Script=Han}/u.test(before);
    const spoken = after !== '' && AFTER_ZENG.includes(after);
    if (!spoken && (named || !/\p{Script=Han}/u.test(after))) return null;
    return { end: at + 1, value: { kind: 'undated', from: 'published' } };
  },
};

export const wordFinders: readonly Finder[] = [fixedWords, zeng];
