import type { WordLists } from '../../types.ts';

/** A list of words, each with the logarithm of how likely it is. */
export interface Dictionary {
  /** The words that begin with a character (a code point), and how long the longest is in UTF-16 units. */
  startingWith(character: number): Words;
  /** The weight of a character that is no word by itself: that of the rarest word. */
  readonly least: number;
}

export interface Words {
  readonly weights: ReadonlyMap<string, number>;
  readonly longest: number;
}

/** Bytes from, to; from, to … of the lines whose words begin with one character. */
type Spans = number[];

interface Scan {
  readonly spans: ReadonlyMap<number, Spans>;
  readonly sum: number;
  readonly least: number;
  readonly median: number;
}

/**
 * Reads the lists as nodejieba does (cppjieba's DictTrie): a word weighs the logarithm of its part in all words; one that
 * was added weighs what its line says or as much as the middle one. All lines are only looked over for their numbers;
 * those of a character become words when it is first asked for, so that a third of a million words cost neither the
 * second nor the 250 MB that a tree of them does.
 */
export function readDictionary(lists: WordLists): Dictionary {
  const { spans, sum, least, median } = scan(lists.words);
  const weigh = (frequency: number): number => Math.log(frequency / sum);
  const added = addedWords(lists.added, weigh, weigh(median));
  const known = new Map<number, Words>();
  const utf8 = new TextDecoder();
  const load = (character: number): Words => {
    const weights = new Map<string, number>();
    const places = spans.get(character) ?? [];
    for (let i = 0; i < places.length; i += 2) {
      for (const line of utf8.decode(lists.words.subarray(places[i], places[i + 1])).split('\n')) {
        const [word = '', frequency] = line.split(' ');
        if (word !== '') weights.set(word, weigh(Number(frequency)));
      }
    }
    for (const [word, weight] of added) if (word.codePointAt(0) === character) weights.set(word, weight);
    return { weights, longest: Math.max(0, ...[...weights.keys()].map((word) => word.length)) };
  };
  return {
    least: weigh(least),
    startingWith(character) {
      let words = known.get(character);
      if (words === undefined) {
        words = load(character);
        known.set(character, words);
      }
      return words;
    },
  };
}

/** Lines of «word», «word tag» or «word frequency tag». */
function addedWords(text: string, weigh: (n: number) => number, usual: number): [string, number][] {
  const lines = text.split('\n').filter((line) => line !== '');
  return lines.map((line): [string, number] => {
    const [word = '', frequency, tag] = line.split(' ');
    return [word, tag === undefined ? usual : weigh(Number(frequency))];
  });
}

const SPACE = 0x20;
const NEWLINE = 0x0a;
const ZERO = 0x30;
/** Frequencies from here on count as one when the middle one is looked for; it is 3 in the list that comes with nodejieba. */
const COMMON = 0xffff;

/** One pass over «word frequency tag» lines of UTF-8. */
function scan(bytes: Uint8Array): Scan {
  const spans = new Map<number, Spans>();
  const counts = new Uint32Array(COMMON + 1);
  let sum = 0;
  let lines = 0;
  let least = Infinity;
  let character = -1;
  let open: Spans = [];
  for (let at = 0; at < bytes.length; at++) {
    const head = codePointAt(bytes, at);
    if (head !== character) {
      character = head;
      open = spanOf(spans, head, at);
    }
    while (bytes[at] !== SPACE) at++;
    let frequency = 0;
    for (at++; bytes[at] !== SPACE; at++) frequency = frequency * 10 + (bytes[at] ?? ZERO) - ZERO;
    while (at < bytes.length && bytes[at] !== NEWLINE) at++;
    open[open.length - 1] = at;
    sum += frequency;
    lines += 1;
    if (frequency < least) least = frequency;
    const common = Math.min(frequency, COMMON);
    counts[common] = (counts[common] ?? 0) + 1;
  }
  return { spans, sum, least, median: middle(counts, lines) };
}

/** Opens one more span of the character, which begins and as yet ends at `at`. */
function spanOf(spans: Map<number, Spans>, character: number, at: number): Spans {
  const held = spans.get(character) ?? [];
  if (held.length === 0) spans.set(character, held);
  held.push(at, at);
  return held;
}

/** The frequency that stands in the middle, were all lines put in order. */
function middle(counts: Uint32Array, lines: number): number {
  let before = 0;
  for (const [frequency, count] of counts.entries()) {
    before += count;
    if (before > lines >> 1) return frequency;
  }
  return 0;
}

function codePointAt(bytes: Uint8Array, at: number): number {
  const next = (i: number): number => (bytes[at + i] ?? 0) & 0x3f;
  const first = bytes[at] ?? 0;
  if (first < 0x80) return first;
  if (first < 0xe0) return ((first & 0x1f) << 6) | next(1);
  if (first < 0xf0) return ((first & 0x0f) << 12) | (next(1) << 6) | next(2);
  return ((first & 0x07) << 18) | (next(1) << 12) | (next(2) << 6) | next(3);
}
