import type { Span } from '../types.ts';

/** What a splitter returns: spans into the twin, in order, without overlap. */
export interface SentenceSpan extends Span {
  readonly clauses: readonly ClauseSpan[];
}

export interface ClauseSpan extends Span {
  /** Comma-level pieces; the punctuation that ends a piece stands outside it. */
  readonly segments: readonly Span[];
}

const END = 1;
const CLOSING = 2;
const CLAUSE_END = 4;
const SEGMENT_END = 8;
/** Marks that a segment sheds at its start, and at its end. */
const HEAD = 16;
const TAIL = 32;
/** Behind one of these an enumeration may begin. */
const BEFORE_ENUMERATION = 64;

/** What `\s` matches. */
const SPACES =
  '\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** What each UTF-16 unit is, as the sum of the above: one look tells all of it. */
const KINDS = kindsOf([
  [END, '。！？…!?'],
  [CLOSING, '”’）》】)'],
  [CLAUSE_END, '；;●■•◆'],
  [SEGMENT_END, '，：—'],
  [HEAD, `${SPACES}。！？；：，、●■•◆—`],
  [TAIL, `${SPACES}。！？!?；：，、…—`],
  [BEFORE_ENUMERATION, '，。；：、'],
]);

function kindsOf(sets: readonly (readonly [number, string])[]): Uint8Array {
  const kinds = new Uint8Array(0x10000);
  for (const [kind, chars] of sets)
    for (const c of chars) kinds[c.charCodeAt(0)] = (kinds[c.charCodeAt(0)] ?? 0) | kind;
  return kinds;
}

const isKind = (text: string, at: number, kind: number): boolean =>
  ((KINDS[text.charCodeAt(at)] ?? 0) & kind) !== 0;

/** An enumeration mark inside a sentence («一是…», «其二，…», «(3)…») begins a clause. */
const ENUMERATION =
  /^(?:其[一二三四五六]|[一二三四五六]是|第[一二三四五六](?!季度|阶段|批|方|个|步)|[（(][一二三四五六\d][)）])/;
/** How far `ENUMERATION` looks. */
const LONGEST_MARK = 4;

/**
 * No sentence is longer, in UTF-16 units: what looks at every pair of words in one must not meet a whole article without a
 * full stop. The longest of 2,000 sentences of news had 117.
 */
const LONGEST = 1000;

/** Splits one block of the twin, [start, end), into sentences, clauses and segments. Linear in its length. */
export function splitBlock(text: string, start: number, end: number): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let from = headlineEnd(text, start, end);
  if (from > start) pushSentence(sentences, text, start, from);
  for (let i = from; i < end; i += 1) {
    if (!isKind(text, i, END)) continue;
    while (i + 1 < end && isKind(text, i + 1, END | CLOSING)) i += 1;
    pushSentence(sentences, text, from, i + 1);
    from = i + 1;
  }
  pushSentence(sentences, text, from, end);
  return sentences;
}

/** «①【甲接入乙】29日，…»: an item of a digest with a headline of its own. A label («【淘宝】») and a day are none. */
const HEADLINE = /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|[①-⑩]|[●■•◆])?\s*【(?!\d)[^】\n]{7,40}】/;
/** How far `HEADLINE` looks for its bracket, and as a whole. */
const LONGEST_HEADLINE = 48;
const BRACKET_WITHIN = 6;

/** Where the headline at the head of a block ends, or `start`. */
function headlineEnd(text: string, start: number, end: number): number {
  if (!text.slice(start, start + BRACKET_WITHIN).includes('【')) return start;
  const found = HEADLINE.exec(text.slice(start, Math.min(end, start + LONGEST_HEADLINE)));
  return found === null ? start : start + found[0].length;
}

function pushSentence(out: SentenceSpan[], text: string, start: number, end: number): void {
  let from = start;
  while (end - from > LONGEST) {
    const cut = cutBefore(text, from, from + LONGEST);
    out.push({ start: from, end: cut, clauses: splitClauses(text, from, cut) });
    from = cut;
  }
  if (end > from) out.push({ start: from, end, clauses: splitClauses(text, from, end) });
}

/** Behind the last mark that ends a clause or a segment, or `limit` where there is none in its second half. */
function cutBefore(text: string, start: number, limit: number): number {
  for (let i = limit; i > start + LONGEST / 2; i -= 1) {
    if (isKind(text, i - 1, CLAUSE_END | SEGMENT_END) || text.charAt(i - 1) === '、') return i;
  }
  return limit;
}

function splitClauses(text: string, start: number, end: number): ClauseSpan[] {
  const clauses: ClauseSpan[] = [];
  let from = start;
  for (let at = start + 1; at <= end; at += 1) {
    if (at < end && !beginsClause(text, at, end)) continue;
    const segments = splitSegments(text, from, at);
    if (segments.length > 0) clauses.push({ start: from, end: at, segments });
    from = at;
  }
  return clauses;
}

const beginsClause = (text: string, at: number, end: number): boolean =>
  isKind(text, at - 1, CLAUSE_END) ||
  (isKind(text, at - 1, BEFORE_ENUMERATION) &&
    ENUMERATION.test(text.slice(at, Math.min(at + LONGEST_MARK, end))));

function splitSegments(text: string, start: number, end: number): Span[] {
  const segments: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i += 1) {
    const ends = i + 1 < end ? SEGMENT_END | CLAUSE_END | END : SEGMENT_END | CLAUSE_END;
    if (i < end && !isKind(text, i, ends)) continue;
    const span = trim(text, from, i);
    if (span !== null) segments.push(span);
    from = i + 1;
  }
  return segments;
}

/** The span without the marks at its edges, or null where nothing is left. */
function trim(text: string, start: number, end: number): Span | null {
  let s = start;
  let e = end;
  while (s < e && isKind(text, s, HEAD)) s += 1;
  while (e > s && isKind(text, e - 1, TAIL)) e -= 1;
  return e > s ? { start: s, end: e } : null;
}
