import { Parser } from 'htmlparser2';

/**
 * What a DOM is built of at most. Real news pages have some 5,000 elements, 30 deep; far beyond that a page is an
 * attack or a dump, and building its tree takes minutes or overflows the stack.
 */
export const PAGE_LIMITS = { elements: 100_000, depth: 400, characters: 40_000_000 };

/** Whether a page is small and flat enough for a DOM. Linear, without a tree. */
export function fitsDom(html: string): boolean {
  if (html.length > PAGE_LIMITS.characters) return false;
  let depth = 0;
  let elements = 0;
  let fits = true;
  const parser = new Parser({
    onopentag() {
      depth += 1;
      elements += 1;
      if (depth > PAGE_LIMITS.depth || elements > PAGE_LIMITS.elements) {
        fits = false;
        parser.pause();
        parser.reset();
      }
    },
    onclosetag() {
      depth -= 1;
    },
  });
  parser.write(html);
  return fits;
}
