import type { DefaultTreeAdapterTypes as Tree } from 'parse5';
import type { PageDom, Place } from './dom.ts';

const HTML = 'http://www.w3.org/1999/xhtml';

/**
 * A page in linkedom, which is a good deal faster than jsdom. Its own parser repairs broken HTML otherwise than browsers
 * do, so the tree is parse5's, which is jsdom's as well, told to linkedom node by node. Null where the page holds what
 * the two keep differently: text within drawings and formulas, templates, frames.
 */
export async function quickDom(html: string): Promise<PageDom | null> {
  const [{ parse }, { parseHTML }] = await Promise.all([import('parse5'), import('linkedom')]);
  const tree = parse(html, { sourceCodeLocationInfo: true, scriptingEnabled: false });
  const { document } = parseHTML('');
  const places = new WeakMap<Node, Place>();
  if (!copyChildren(tree, document, { document, places })) return null;
  return { document, placeOf: (text) => places.get(text) ?? null, close: () => undefined };
}

interface Copying {
  readonly document: Document;
  readonly places: WeakMap<Node, Place>;
}

/** Tells the target what stands under a node of parse5's. False where it holds what may not be copied. */
function copyChildren(from: Tree.ParentNode, target: Node, copying: Copying): boolean {
  const open: { from: Tree.ParentNode; to: Node }[] = [{ from, to: target }];
  for (let at = open.pop(); at !== undefined; at = open.pop())
    for (const child of at.from.childNodes) {
      if (isText(child)) addText(child, at.to, copying);
      else if (isElement(child)) {
        if (!isPlain(child)) return false;
        const copy = elementOf(child, copying.document);
        at.to.appendChild(copy);
        open.push({ from: child, to: copy });
      }
    }
  return true;
}

const isText = (node: Tree.ChildNode): node is Tree.TextNode => node.nodeName === '#text';
const isElement = (node: Tree.ChildNode): node is Tree.Element => 'tagName' in node;

const APART = new Set(['template', 'frameset', 'frame']);

/** Whether an element is kept in both trees alike. A drawing without words is. */
function isPlain(element: Tree.Element): boolean {
  if (APART.has(element.tagName)) return false;
  return element.namespaceURI === HTML || !element.childNodes.some((c) => isText(c) && c.value.trim() !== '');
}

function addText(text: Tree.TextNode, to: Node, { document, places }: Copying): void {
  const copy = document.createTextNode(text.value);
  const place = text.sourceCodeLocation;
  if (place != null) places.set(copy, place);
  to.appendChild(copy);
}

function elementOf(element: Tree.Element, document: Document): Element {
  const copy =
    element.namespaceURI === HTML
      ? document.createElement(element.tagName)
      : document.createElementNS(element.namespaceURI, element.tagName);
  for (const { name, value } of element.attrs) copy.setAttribute(name, value);
  return copy;
}
