import type { Attribution, ClaimDate, Document, Sentence, Span, Token, TraceStep } from '../types.ts';

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
  const name = (id: string | null): Span | null => (id === null ? null : nameOf(id, sentence, document));
  const spans: Readonly<Record<string, Span | null>> = {
    subject: name(parts.subject),
    object: name(parts.object),
    scene: name(parts.scene),
    date: wordsOf(parts.date.text, sentence, document),
    attribution: wordsOf(parts.attribution.name, sentence, document),
  };
  return steps.map((step) => ({ ...step, span: step.span ?? spans[step.field] ?? null }));
}

/** Where an entity or scene is named: in the sentence or, the nearest one, before it. */
function nameOf(id: string, sentence: Sentence, document: Document): Span | null {
  const isNamed = (span: Span): boolean => span.start < sentence.end;
  const named = document.mentions.filter((m) => m.id === id && isNamed(m));
  const inside = named.find((m) => m.start >= sentence.start);
  return inArticle(
    inside ?? tokenOf(id, sentence) ?? named.at(-1) ?? earlierToken(id, sentence, document),
    document,
  );
}

/** A name that is read as another («微信» among payments) stands only in the tokens. */
const isToken =
  (id: string) =>
  (token: Token): boolean =>
    token.class !== 'date' && token.ids.includes(id);

const tokenOf = (id: string, { tokens }: Sentence): Span | undefined => tokens.find(isToken(id));

const earlierToken = (id: string, { index }: Sentence, { sentences }: Document): Span | undefined =>
  sentences
    .slice(0, index)
    .flatMap((earlier) => earlier.tokens)
    .findLast(isToken(id));

/** Where the article has these words of its own: in the sentence or, the last time, before it. */
function wordsOf(words: string | null, sentence: Sentence, document: Document): Span | null {
  if (words === null || words === '') return null;
  const { map, article } = document;
  const from = map[sentence.start] ?? 0;
  const to = (map[sentence.end - 1] ?? 0) + 1;
  const inside = article.text.slice(from, to).indexOf(words);
  const start = inside >= 0 ? from + inside : article.text.lastIndexOf(words, from);
  return start < 0 ? null : { start, end: start + words.length };
}

function inArticle(span: Span | undefined, { map }: Document): Span | null {
  if (span === undefined) return null;
  return { start: map[span.start] ?? 0, end: (map[span.end - 1] ?? 0) + 1 };
}
