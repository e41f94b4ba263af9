import type { PageDom } from './dom.ts';

/** A page in jsdom, the tree as browsers see it. jsdom costs a second to load, so it is loaded with its first page. */
export async function fullDom(html: string): Promise<PageDom> {
  const { JSDOM, VirtualConsole } = await import('jsdom');
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole(), includeNodeLocations: true });
  return {
    document: dom.window.document,
    placeOf: (text) => dom.nodeLocation(text) ?? null,
    close: () => dom.window.close(),
  };
}
