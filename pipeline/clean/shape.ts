import { Parser } from 'htmlparser2';

/** What a DOM is built of at most. */
export interface PageLimits {
  readonly elements: number;
  readonly depth: number;
  readonly characters: number;
}

/**
 * Real news pages have some 5,000 elements, 30 deep; far beyond that a page is an
 * attack or a dump, and building its tree takes minutes or overflows the stack.
 */
export const PAGE_LIMITS: PageLimits = { elements: 100_000, depth: 400, characters: 40_000_000 };

/** Parsers look through all attributes of an element at each of its attributes. */
const MOST_ATTRIBUTES = 1_000;

/** Whether a page is small and flat enough for a DOM. Linear, without a tree. */
export function fitsDom(html: string, limits: PageLimits = PAGE_LIMITS): boolean {
  if (html.length > limits.characters) return false;
  let depth = 0;
  let elements = 0;
  let attributes = 0;
  let fits = true;
  const stop = (): void => {
    fits = false;
    parser.pause();
    parser.reset();
  };
  const parser = new Parser({
    onattribute() {
      attributes += 1;
      if (attributes > MOST_ATTRIBUTES) stop();
    },
    onopentag() {
      depth += 1;
      elements += 1;
      attributes = 0;
      if (depth > limits.depth || elements > limits.elements) stop();
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(html);
  return fits;
}
