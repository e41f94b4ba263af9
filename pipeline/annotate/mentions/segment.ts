import { createRequire } from 'node:module';

/** Cuts a sentence into words. Offsets are the sums of the words' lengths. */
export type Cut = (sentence: string) => readonly string[];

/** nodejieba takes a second and 250 MB to load, so it is loaded by the first sentence that needs it. */
export function lazyJieba(): Cut {
  let cut: Cut | null = null;
  return (sentence) => {
    cut ??= loadJieba();
    return cut(sentence);
  };
}

function loadJieba(): Cut {
  const jieba: { cut: (sentence: string) => string[] } = createRequire(import.meta.url)('nodejieba');
  return (sentence) => jieba.cut(sentence);
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
