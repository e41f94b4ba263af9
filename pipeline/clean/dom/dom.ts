/** Where a text node stands in the page, in UTF-16 units. */
export interface Place {
  readonly startOffset: number;
  readonly endOffset: number;
}

/** A page as a tree, whichever library holds it. Nothing in it runs and nothing is fetched. */
export interface PageDom {
  readonly document: Document;
  /** Where a text node stands in the page; null where that is not known. */
  readonly placeOf: (text: Node) => Place | null;
  /** Frees what the tree holds. Nothing of it may be used afterwards. */
  readonly close: () => void;
}

/** Makes a tree of a page. Throws where it cannot. */
export type ReadDom = (html: string) => Promise<PageDom>;
