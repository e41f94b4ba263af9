import type { SourceRecord } from '../types.ts';
import { pageMetadata } from './metadata.ts';

/** What is left of a full page: the article's own HTML and what the page says of it. */
export interface PageContent {
  readonly html: string;
  readonly record: SourceRecord;
}

/**
 * Takes the article out of a full page with jsdom and Readability. Nothing in the page runs and nothing is fetched.
 * Throws where jsdom cannot parse the page. jsdom costs a second to load, so it is loaded on the first page.
 */
export async function readPage(html: string): Promise<PageContent> {
  const [{ JSDOM, VirtualConsole }, { Readability }] = await Promise.all([
    import('jsdom'),
    import('@mozilla/readability'),
  ]);
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  try {
    const { document } = dom.window;
    const record = pageMetadata(document);
    const readable = new Readability(document, { charThreshold: 100 }).parse();
    const body = readable?.content ?? document.body.innerHTML;
    return { html: body, record: { ...record, title: record.title ?? readable?.title ?? null } };
  } finally {
    dom.window.close();
  }
}
