import type { Document, Draft, Sentence } from '../types.ts';

const made = new WeakMap<Sentence, string>();

/** What the article says in its own words: a sentence without what stands in its quotations. Half a dozen look at each. */
export function ownWords(sentence: Sentence, { twin }: Document): string {
  const known = made.get(sentence);
  if (known !== undefined) return known;
  const words = twin.slice(sentence.start, sentence.end).replace(/“[^”]*(?:”|$)/g, '“”');
  made.set(sentence, words);
  return words;
}

/** The words of the draft's clause. */
export function clauseOf(draft: Draft, { segments }: Sentence, document: Document): string {
  const clause = segments[draft.segment]?.clause;
  return segments
    .filter((s) => s.clause === clause)
    .map((s) => document.twin.slice(s.start, s.end))
    .join('，');
}
