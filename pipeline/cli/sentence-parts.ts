import type { Reading } from '../reading.ts';
import type { Claim, Draft, Sentence, Span } from '../types.ts';

/** What rules found in the sentence, questions left aside. */
export const draftsIn = (sentence: Sentence, drafts: readonly Draft[]): Draft[] =>
  drafts.filter((d) => d.sentence === sentence.index && !d.asked);

/** Claims whose evidence begins in the sentence. */
export function claimsIn(sentence: Sentence, { document, claims }: Reading): Claim[] {
  const start = document.map[sentence.start] ?? 0;
  const end = document.map[sentence.end - 1] ?? start;
  return claims.filter((c) => c.evidence.start >= start && c.evidence.start <= end);
}

/** A span of the encoded sentence as a span of the twin. */
export function spelled(sentence: Sentence, { start, end }: Span): Span {
  const offsetOf = (at: number): number => {
    let shift = 0;
    for (const token of sentence.tokens) {
      if (token.at >= at) break;
      shift += token.end - token.start - 1;
    }
    return sentence.start + at + shift;
  };
  return { start: offsetOf(start), end: offsetOf(end) };
}
