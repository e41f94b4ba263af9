import { Parser } from 'htmlparser2';
import type { BlockBuilder } from './blocks.ts';
import type { PageDom, Place } from './dom/dom.ts';

const ELEMENT_NODE = 1;
const TEXT_NODE = 3;

/** Tells a builder the elements and text under a node, in order, with the places of the text in the page. */
export function walkDom(root: Node, html: string, dom: PageDom, builder: BlockBuilder): void {
  let node: Node | null = root;
  while (node !== null) {
    if (node.nodeType === TEXT_NODE) addText(node, html, dom, builder);
    if (node.nodeType === ELEMENT_NODE) builder.open(node.nodeName.toLowerCase(), {});
    if (node.firstChild !== null) {
      node = node.firstChild;
      continue;
    }
    while (node !== null) {
      if (node.nodeType === ELEMENT_NODE) builder.close(node.nodeName.toLowerCase());
      if (node === root) return;
      if (node.nextSibling !== null) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode;
    }
  }
}

function addText(node: Node, html: string, dom: PageDom, builder: BlockBuilder): void {
  const text = node.nodeValue ?? '';
  for (const { text: piece, from } of placed(text, html, dom.placeOf(node))) builder.add(piece, from);
}

interface Piece {
  readonly text: string;
  readonly from: number;
}

/** A text node in pieces that stand in the page as they stand in the node; -1 where that cannot be told. */
function placed(text: string, html: string, place: Place | null): Piece[] {
  if (place === null) return [{ text, from: -1 }];
  const raw = html.slice(place.startOffset, place.endOffset);
  if (raw === text) return [{ text, from: place.startOffset }];
  const pieces = decoded(raw, place.startOffset);
  return pieces.map((p) => p.text).join('') === text ? pieces : [{ text, from: -1 }];
}

/** A stretch of the page with its character references resolved, each piece with its place. */
function decoded(raw: string, start: number): Piece[] {
  const pieces: Piece[] = [];
  const parser = new Parser(
    { ontext: (text) => pieces.push({ text, from: start + parser.startIndex }) },
    { decodeEntities: true },
  );
  parser.write(raw);
  parser.end();
  return pieces;
}
