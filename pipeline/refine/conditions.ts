import type { Document, Draft, Knowledge, Sentence } from '../types.ts';

/**
 * The limits that the words put on a claim (cue class `condition`), verbatim from the article's own text and in its
 * order: those of the clauses from the first segment that the claim rests on to the last, and of its own clause.
 */
export function conditionsOf(
  draft: Draft,
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
): string[] {
  const clause = sentence.segments[draft.segment]?.clause;
  const segments = sentence.segments.filter(
    (s, i) => s.clause === clause || (i >= draft.firstSegment && i <= draft.lastSegment),
  );
  const found = segments.flatMap((s) => conditionsIn(s.start, s.end, document, knowledge));
  return [...new Set(found)];
}

function conditionsIn(start: number, end: number, document: Document, { cues }: Knowledge): string[] {
  const found: string[] = [];
  for (let from = start; from < end; ) {
    const match = cues.find('condition', document.twin.slice(from, end));
    if (match === null || match[0] === '') break;
    const first = from + match.index;
    const last = first + match[0].length - 1;
    found.push(document.article.text.slice(document.map[first] ?? 0, (document.map[last] ?? 0) + 1));
    from = last + 1;
  }
  return found;
}
