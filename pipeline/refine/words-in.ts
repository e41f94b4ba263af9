import type { Document, Span } from '../types.ts';

/** Where the words of an article stand. Every claim asks for some, so a long article must not be searched anew for each. */
class WordsIn {
  readonly #document: Document;
  readonly #named = new Map<string, Span[]>();
  #read: Map<string, Span[]> | null = null;
  /** Of words that were looked for: how far, and where they were last. */
  readonly #written = new Map<string, { from: number; at: number }>();

  constructor(document: Document) {
    this.#document = document;
    for (const mention of document.mentions) list(this.#named, mention.id).push(mention);
  }

  /** The first mention of an entity or scene that starts at an offset of the twin or behind it. */
  firstFrom(id: string, offset: number): Span | undefined {
    const spans = this.#named.get(id) ?? [];
    return spans[indexFrom(spans, offset)];
  }

  /** The last mention of an entity or scene that starts before an offset of the twin. */
  lastBefore(id: string, offset: number): Span | undefined {
    const spans = this.#named.get(id) ?? [];
    return spans[indexFrom(spans, offset) - 1];
  }

  /** The last token before an offset of the twin that is read as the entity: «微信» among payments is a payment. */
  lastReadBefore(id: string, offset: number): Span | undefined {
    this.#read ??= tokensById(this.#document);
    const spans = this.#read.get(id) ?? [];
    return spans[indexFrom(spans, offset) - 1];
  }

  /** Where the words last start at or before an offset of the article's text, or -1. Offsets should rise from call to call. */
  lastWritten(words: string, offset: number): number {
    const { text } = this.#document.article;
    const before = this.#written.get(words);
    if (before === undefined || before.from > offset) {
      const at = text.lastIndexOf(words, offset);
      this.#written.set(words, { from: offset, at });
      return at;
    }
    const since = text.slice(before.from, offset + words.length).lastIndexOf(words);
    if (since >= 0) before.at = before.from + since;
    before.from = offset;
    return before.at;
  }
}

const made = new WeakMap<Document, WordsIn>();

/** The words of a document; looked through once. */
export function wordsIn(document: Document): WordsIn {
  const known = made.get(document);
  if (known !== undefined) return known;
  const words = new WordsIn(document);
  made.set(document, words);
  return words;
}

function tokensById({ sentences }: Document): Map<string, Span[]> {
  const tokens = new Map<string, Span[]>();
  for (const sentence of sentences)
    for (const token of sentence.tokens)
      if (token.class !== 'date') for (const id of token.ids) list(tokens, id).push(token);
  return tokens;
}

function list(lists: Map<string, Span[]>, id: string): Span[] {
  const known = lists.get(id);
  if (known !== undefined) return known;
  const made: Span[] = [];
  lists.set(id, made);
  return made;
}

/** The index of the first span that starts at an offset or behind it; the spans are in order. */
function indexFrom(spans: readonly Span[], offset: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
