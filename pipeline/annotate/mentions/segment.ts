import type { WordLists } from '../../types.ts';
import { type Dictionary, readDictionary } from './dictionary.ts';

/** Cuts a sentence into words. Offsets are the sums of the words' lengths. */
export type Cut = (sentence: string) => readonly string[];

/**
 * Cuts as nodejieba's `cut` does, to the word, from nodejieba's own lists; `lists` is called by the first sentence that
 * needs it. `cut` is the likeliest way through the list of words (cppjieba's MPSegment; its hidden Markov model is off
 * unless asked for), and which way that is hangs on no word but those that stand in the sentence. So only their
 * characters' words are ever read, where nodejieba reads all twice, a second and 250 MB in each thread.
 */
export function lazyCut(lists: () => WordLists): Cut {
  let dictionary: Dictionary | null = null;
  return (sentence) => {
    dictionary ??= readDictionary(lists());
    return cutBy(dictionary, sentence);
  };
}

/** cppjieba's separators stand by themselves; between them each piece is cut alone. */
const SEPARATOR = /([ \t\n，。])/;

function cutBy(dictionary: Dictionary, sentence: string): string[] {
  const pieces = sentence.split(SEPARATOR).filter((piece) => piece !== '');
  return pieces.flatMap((piece) => (SEPARATOR.test(piece) ? [piece] : likeliest(dictionary, piece)));
}

/**
 * From the end back: the best word at each place is the one that weighs most together with the best way on from its end.
 * Of two ways that weigh the same the shorter word is taken.
 */
function likeliest(dictionary: Dictionary, piece: string): string[] {
  const weights = new Float64Array(piece.length + 1);
  const ends = new Uint32Array(piece.length);
  for (let start = piece.length - 1; start >= 0; start--) {
    if (isInside(piece, start)) continue;
    const character = piece.codePointAt(start) ?? 0;
    const words = dictionary.startingWith(character);
    const alone = start + (character > 0xffff ? 2 : 1);
    let best = -Infinity;
    for (let end = alone; end <= piece.length && end - start <= Math.max(words.longest, 2); end++) {
      const word = words.weights.get(piece.slice(start, end));
      if (word === undefined && end !== alone) continue;
      const weight = (weights[end] ?? 0) + (word ?? dictionary.least);
      if (weight <= best) continue;
      best = weight;
      ends[start] = end;
    }
    weights[start] = best;
  }
  const words: string[] = [];
  for (let at = 0; at < piece.length; at = ends[at] ?? piece.length) words.push(piece.slice(at, ends[at]));
  return words;
}

/** Whether `at` is the second half of a character of two UTF-16 units. */
function isInside(piece: string, at: number): boolean {
  return at > 0 && (piece.codePointAt(at - 1) ?? 0) > 0xffff;
}

/** Tells whether `[start, end)` of a text is made of whole words. Remembers the last sentence it cut. */
export function wholeWordTest(
  cut: Cut,
): (text: string, sentence: { start: number; end: number }, start: number, end: number) => boolean {
  let last = '';
  let edges = new Set<number>();
  return (text, sentence, start, end) => {
    const words = text.slice(sentence.start, sentence.end);
    if (words !== last) {
      edges = edgesOf(cut(words));
      last = words;
    }
    return edges.has(start - sentence.start) && edges.has(end - sentence.start);
  };
}

function edgesOf(words: readonly string[]): Set<number> {
  const edges = new Set([0]);
  let at = 0;
  for (const word of words) {
    at += word.length;
    edges.add(at);
  }
  return edges;
}
