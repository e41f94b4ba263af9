import type { Attribution, ClaimDate, Document, Sentence, Span, TraceStep } from '../types.ts';
import { wordsIn } from './words-in.ts';

/** The parts of a claim whose words can be shown. */
export interface Parts {
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly date: ClaimDate;
  readonly attribution: Attribution;
}

/**
 * Adds to the steps where the words of each part stand, as offsets into the article's text: in the claim's sentence
 * where they do, else the last place before it. A part without words of its own keeps null.
 */
export function located(
  steps: readonly TraceStep[],
  parts: Parts,
  sentence: Sentence,
  document: Document,
): TraceStep[] {
  return steps.map(({ field, from, note, span }) => ({
    field,
    from,
    note,
    span: span ?? wordsFor(field, parts, sentence, document),
  }));
}

function wordsFor(field: string, parts: Parts, sentence: Sentence, document: Document): Span | null {
  switch (field) {
    case 'subject':
      return nameOf(parts.subject, sentence, document);
    case 'object':
      return nameOf(parts.object, sentence, document);
    case 'scene':
      return nameOf(parts.scene, sentence, document);
    case 'date':
      return wordsOf(parts.date.text, sentence, document);
    case 'attribution':
      return wordsOf(parts.attribution.name, sentence, document);
    default:
      return null;
  }
}

/** Where an entity or scene is named: in the sentence or, the nearest one, before it. */
function nameOf(id: string | null, sentence: Sentence, document: Document): Span | null {
  if (id === null) return null;
  const words = wordsIn(document);
  const inside = words.firstFrom(id, sentence.start);
  return inArticle(
    (inside !== undefined && inside.start < sentence.end ? inside : undefined) ??
      sentence.tokens.find((token) => token.class !== 'date' && token.ids.includes(id)) ??
      words.lastBefore(id, sentence.end) ??
      words.lastReadBefore(id, sentence.start),
    document,
  );
}

/** Where the article has these words of its own: in the sentence or, the last time, before it. */
function wordsOf(words: string | null, sentence: Sentence, document: Document): Span | null {
  if (words === null || words === '') return null;
  const { map, article } = document;
  const from = map[sentence.start] ?? 0;
  const to = (map[sentence.end - 1] ?? 0) + 1;
  const inside = article.text.slice(from, to).indexOf(words);
  const start = inside >= 0 ? from + inside : wordsIn(document).lastWritten(words, from);
  return start < 0 ? null : { start, end: start + words.length };
}

function inArticle(span: Span | undefined, { map }: Document): Span | null {
  if (span === undefined) return null;
  return { start: map[span.start] ?? 0, end: (map[span.end - 1] ?? 0) + 1 };
}
