import type { Span } from '../types.ts';

/** What a splitter returns: spans into the twin, in order, without overlap. */
export interface SentenceSpan extends Span {
  readonly clauses: readonly ClauseSpan[];
}

export interface ClauseSpan extends Span {
  /** Comma-level pieces; the punctuation that ends a piece stands outside it. */
  readonly segments: readonly Span[];
}

const END = new Set(['。', '！', '？', '…', '!', '?']);
const CLOSING = new Set(['”', '’', '）', '》', '】', ')']);
const CLAUSE_END = new Set(['；', ';', '●', '■', '•', '◆']);
const SEGMENT_END = new Set(['，', '：', '—']);
/** An enumeration mark inside a sentence («一是…», «其二，…», «(3)…») begins a clause. */
const ENUMERATION =
  /(?<=[，。；：、])(?:其[一二三四五六]|[一二三四五六]是|第[一二三四五六](?!季度|阶段|批|方|个|步)|[（(][一二三四五六\d][)）])/g;

/**
 * No sentence is longer, in UTF-16 units: what looks at every pair of words in one must not meet a whole article without a
 * full stop. The longest of 2,000 sentences of news had 117.
 */
const LONGEST = 1000;

/** Splits one block of the twin, [start, end), into sentences, clauses and segments. Linear in its length. */
export function splitBlock(text: string, start: number, end: number): SentenceSpan[] {
  const sentences: SentenceSpan[] = [];
  let from = start;
  for (let i = start; i < end; i += 1) {
    if (!END.has(text.charAt(i))) continue;
    while (i + 1 < end && (END.has(text.charAt(i + 1)) || CLOSING.has(text.charAt(i + 1)))) i += 1;
    pushSentence(sentences, text, from, i + 1);
    from = i + 1;
  }
  pushSentence(sentences, text, from, end);
  return sentences;
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
    const c = text.charAt(i - 1);
    if (CLAUSE_END.has(c) || SEGMENT_END.has(c) || c === '、') return i;
  }
  return limit;
}

function splitClauses(text: string, start: number, end: number): ClauseSpan[] {
  const cuts = new Set<number>();
  for (let i = start; i < end; i += 1) if (CLAUSE_END.has(text.charAt(i))) cuts.add(i + 1);
  for (const match of text.slice(start, end).matchAll(ENUMERATION)) cuts.add(start + match.index);
  const edges = [...cuts].filter((c) => c > start && c < end).sort((a, b) => a - b);
  const clauses: ClauseSpan[] = [];
  let from = start;
  for (const edge of [...edges, end]) {
    const segments = splitSegments(text, from, edge);
    if (segments.length > 0) clauses.push({ start: from, end: edge, segments });
    from = edge;
  }
  return clauses;
}

function splitSegments(text: string, start: number, end: number): Span[] {
  const segments: Span[] = [];
  let from = start;
  for (let i = start; i <= end; i += 1) {
    const c = text.charAt(i);
    if (i < end && !SEGMENT_END.has(c) && !CLAUSE_END.has(c) && !(END.has(c) && i + 1 < end)) continue;
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
  while (s < e && /[\s。！？；：，、●■•◆—]/.test(text.charAt(s))) s += 1;
  while (e > s && /[\s。！？!?；：，、…—]/.test(text.charAt(e - 1))) e -= 1;
  return e > s ? { start: s, end: e } : null;
}
