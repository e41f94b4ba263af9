import type { Article, Problem, Source, SourceRecord } from '../types.ts';
import { blocksOf } from './fragment.ts';
import { readPage } from './page.ts';
import { PAGE_LIMITS, type PageLimits } from './shape.ts';

/**
 * Source → Article: the one text, its blocks, its record. A feed fragment is the article already and is streamed;
 * only a full page needs a DOM. Throws where a page cannot be parsed or holds no text.
 */
export async function clean(source: Source, limits: Partial<PageLimits> = {}): Promise<Article> {
  const page = source.htmlKind === 'page' ? await readPage(source.html, { ...PAGE_LIMITS, ...limits }) : null;
  const { text, blocks, noise, sourceMap } = page ?? blocksOf(source.html);
  if (text === '') throw new Error('no text is left after cleaning; look at the file in a browser');
  const doubt = page?.doubt == null ? [] : [warning(source.path, page.doubt)];
  return {
    path: source.path,
    format: source.format,
    encoding: source.encoding,
    sha256: source.sha256,
    record: page?.record == null ? source.record : completed(source.record, page.record),
    text,
    blocks,
    noise,
    sourceMap: moved(sourceMap, source.htmlStart === undefined ? 0 : source.htmlStart),
    warnings: [...source.warnings, ...doubt],
  };
}

/** The map with its places counted from where the HTML begins; all unknown where that is nowhere. */
const moved = (map: readonly number[], start: number | null): number[] =>
  map.map((offset, i) => (i % 2 === 0 ? offset : start === null || offset < 0 ? -1 : offset + start));

const warning = (path: string, message: string): Problem => ({
  stage: 'clean',
  severity: 'warning',
  path,
  line: null,
  column: null,
  message,
});

/** What the file said of itself, with its holes filled from the page. */
function completed(own: SourceRecord, page: SourceRecord): SourceRecord {
  return {
    title: own.title ?? page.title,
    publisher: own.publisher ?? page.publisher,
    author: own.author ?? page.author,
    categories: own.categories.length > 0 ? own.categories : page.categories,
    published: own.published ?? page.published,
    url: own.url ?? page.url,
    origin: { ...page.origin, ...own.origin },
  };
}
