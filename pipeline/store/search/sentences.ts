import type { Span } from '../../types.ts';
import type { Script } from './script.ts';

/** A sentence with the words that stand in it. Spans are offsets into the text. */
export interface Found extends Span {
  readonly marks: readonly Span[];
  /** How many of the words asked for stand in it. */
  readonly words: number;
}

/** Finds each word as it is written, in either script, width and case. */
export const patternsFor = (words: readonly string[], { variants }: Script): RegExp[] =>
  words.map((word) => {
    const signs = Array.from({ length: word.length }, (_, i) => oneOf(variants(word.charAt(i))));
    return new RegExp(signs.join(''), 'g');
  });

const oneOf = (signs: string): string => `[${signs.replace(/[\\\]^-]/g, '\\$&')}]`;

/** The sentences of a text in which the most of the words stand; none where one of the words is nowhere in it. */
export function sentencesWith(text: string, patterns: readonly RegExp[]): Found[] {
  const marks: Mark[] = [];
  for (const [word, pattern] of patterns.entries()) {
    const before = marks.length;
    for (const match of text.matchAll(pattern)) marks.push({ ...spanOf(match), word });
    if (marks.length === before) return [];
  }
  const found = grouped(
    text,
    marks.sort((a, b) => a.start - b.start),
  );
  const most = Math.max(...found.map((s) => s.words));
  return found.filter((s) => s.words === most);
}

interface Mark extends Span {
  /** Which of the words it is. */
  readonly word: number;
}

const spanOf = (match: RegExpExecArray): Span => ({ start: match.index, end: match.index + match[0].length });

/** The sentences that marks stand in; both lists are in the order of the text. */
function grouped(text: string, marks: readonly Mark[]): Found[] {
  const found: Found[] = [];
  let next = 0;
  for (const match of text.matchAll(SENTENCE)) {
    const sentence = spanOf(match);
    const inside: Mark[] = [];
    for (let mark = marks[next]; mark !== undefined && mark.start < sentence.end; mark = marks[next]) {
      inside.push(mark);
      next += 1;
    }
    if (inside.length > 0)
      found.push({ ...sentence, marks: joined(inside), words: new Set(inside.map((m) => m.word)).size });
    if (next === marks.length) break;
  }
  return found;
}

const SENTENCE = /[^。！？!?…\n]+[。！？!?…]*[”’」』）)]*/g;

/** Marks in order, those that overlap or touch as one. */
function joined(marks: readonly Span[]): Span[] {
  const out: Span[] = [];
  for (const { start, end } of marks) {
    const last = out.at(-1);
    if (last !== undefined && start <= last.end)
      out[out.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else out.push({ start, end });
  }
  return out;
}
