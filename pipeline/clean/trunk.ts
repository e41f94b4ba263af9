/** Elements that hold a line or more of their own; what is within a line belongs to the nearest of these. */
const BLOCKS = new Set(
  'address article aside blockquote body center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header li main nav ol p pre section summary table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);
const SILENT = 'script, style, noscript, template, textarea, select, button, iframe';
const SENTENCE = /[，。！？；：、…]|[,.!?;]\s/u;
/** An element that holds this share of the sentences of its parent stands for it. */
const MOST = 0.75;

interface Line {
  length: number;
  linked: number;
  text: string;
}

/** The element in which the sentences of a page stand together. */
export interface Trunk {
  readonly element: Element;
  /** Whether it is the first of several posts or articles that follow each other. */
  readonly isFirst: boolean;
}

/**
 * Goes from the body down as long as one child holds most of the sentences; of posts or articles that follow each
 * other it takes the first. Goes by no length, so that an article of three lines is found as well; null where the page
 * has no sentence.
 */
export function trunkOf(document: Document): Trunk | null {
  const weights = weigh(document.body);
  const weight = (element: Element): number => weights.get(element) ?? 0;
  let node: Element = document.body;
  let isFirst = false;
  if (weight(node) === 0) return null;
  for (;;) {
    const children = Array.from(node.children).filter((child) => weight(child) > 0);
    const [first, second] = children;
    if (first === undefined || isLine(first)) return { element: node, isFirst };
    const heaviest = children.reduce((a, b) => (weight(b) > weight(a) ? b : a));
    if (second !== undefined && arePosts(children)) {
      node = first;
      isFirst = true;
    } else if (weight(heaviest) >= MOST * weight(node) && !areAlike(children)) node = heaviest;
    else return { element: node, isFirst };
  }
}

/** Characters of sentences outside links under each element that has any. */
function weigh(body: Element): Map<Element, number> {
  const lines = new Map<Element, Line>();
  const walker = body.ownerDocument.createTreeWalker(body, 4);
  while (walker.nextNode() !== null) {
    const parent = walker.currentNode.parentElement;
    const text = walker.currentNode.nodeValue?.trim() ?? '';
    if (parent === null || text === '' || parent.closest(SILENT) !== null) continue;
    const block = blockOf(parent);
    const line = lines.get(block) ?? { length: 0, linked: 0, text: '' };
    line.length += text.length;
    if (parent.closest('a') !== null) line.linked += text.length;
    line.text += text;
    lines.set(block, line);
  }
  const weights = new Map<Element, number>();
  for (const [block, { length, linked, text }] of lines) {
    if (linked * 2 > length || !SENTENCE.test(text)) continue;
    for (let at: Element | null = block; at !== null && body.contains(at); at = at.parentElement)
      weights.set(at, (weights.get(at) ?? 0) + length - linked);
  }
  return weights;
}

function blockOf(element: Element): Element {
  let at = element;
  while (!BLOCKS.has(at.localName) && at.parentElement !== null) at = at.parentElement;
  return at;
}

/** Whether an element is a line of its parent's and not a box of its own. */
const isLine = (element: Element): boolean =>
  element.localName === 'p' || element.localName === 'li' || !BLOCKS.has(element.localName);

/** Whether elements are of one sort, by tag and class: paragraphs of one article, for example. */
const areAlike = (elements: readonly Element[]): boolean =>
  elements.length > 1 && new Set(elements.map((e) => `${e.localName}.${e.className}`)).size === 1;

/** Whether elements are posts of a forum or articles that a page loads one after another; the first has the heading. */
const arePosts = (elements: readonly Element[]): boolean =>
  (elements.every((e) => e.localName === 'article') ||
    (areAlike(elements) && /(?:^|[\s_-])(?:post|floor|reply|thread)/i.test(elements[0]?.className ?? ''))) &&
  elements[0]?.querySelector('h1, h2') !== null;
