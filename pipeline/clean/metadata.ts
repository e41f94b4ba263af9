import type { SourceRecord } from '../types.ts';
import { linkedArticle } from './json-ld.ts';
import { isoOf } from './stamp.ts';

/** A value and where in the page it was found. */
interface Found {
  readonly value: string;
  readonly from: string;
}
type Candidates = Generator<Found | null>;
/** The first of the named meta tags that says something. */
type Meta = (...names: readonly string[]) => Found | null;

const VISIBLE_TIME = /20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s*\d{1,2}[:：]\d{2}(?:[:：]\d{2})?/;
/** A day counts only where it stands alone: within a sentence it is the story's and not the page's. */
const VISIBLE_DAY =
  /^(?:发布|更新|發佈)?(?:时间|日期|時間|于)?(?:[^\S\n]*[：:])?[^\S\n]*(20\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?)$/m;
const SHORT_YEAR = /发布时间\s*[：:]\s*(\d{2}-\d{1,2}-\d{1,2})\s*(\d{1,2}:\d{2})/;
/** In a title whose white space is one space at a time. */
const SITE =
  /(?:\s?[_|｜]|\s[-–—]|--)\s?[^_|｜]{1,30}$|[-–—]\s?[^-–—]{0,12}(?:网|报|社|台|新闻|频道|在线|客户端)$/;
const NOBODY = /^(?:网络|互联网|本站(?:原创)?|原创|未知|转载|其他|综合|不详)$/;
const VISIBLE_SOURCE = /(?:来源|來源|稿源|出处)\s*[：:]\s*([^\s|｜：:]{2,24}(?: [A-Za-z]{2,12})?)/;
/** How much of a page's visible text is searched: the line stands above the article. */
const VISIBLE = 20_000;

/**
 * Title, publisher, author, time and address of a page, each from the first place that has it: JSON-LD, Open Graph and
 * other meta tags, `<time>`, what the page's platform keeps in its scripts, the visible line.
 */
export function pageMetadata(document: Document): SourceRecord {
  const ld = linkedArticle(document);
  const visible = visibleLines(document);
  const meta = metaTags(document);
  const fields = {
    title: firstOf(titles(document, meta, ld?.title)),
    publisher: firstOf(publishers(document, meta, ld?.publisher, visible)),
    author: firstOf(authors(meta, ld?.author)),
    published: firstOf(stamps(document, meta, ld?.published, visible)),
    url: firstOf(addresses(document, meta, ld?.url)),
  };
  const origin: Record<string, string> = {};
  for (const [name, found] of Object.entries(fields)) if (found !== null) origin[name] = found.from;
  const value = (found: Found | null): string | null => found?.value ?? null;
  return {
    title: value(fields.title),
    publisher: value(fields.publisher),
    author: value(fields.author),
    categories: [],
    published: value(fields.published),
    url: value(fields.url),
    origin,
  };
}

function firstOf(candidates: Candidates): Found | null {
  for (const found of candidates) if (found !== null && found.value !== '') return found;
  return null;
}

const found = (value: string | null | undefined, from: string): Found | null =>
  value == null || value.trim() === '' ? null : { value: value.replace(/\s+/g, ' ').trim(), from };

function* titles(document: Document, meta: Meta, linked: string | undefined): Candidates {
  yield found(linked, 'json-ld');
  yield meta('og:title', 'twitter:title');
  const title = document.title.replace(/\s+/g, ' ').trim();
  for (const heading of document.querySelectorAll('h1, #activity-name')) {
    const text = heading.textContent?.replace(/\s+/g, ' ').trim() ?? '';
    if (text.length >= 4 && (title === '' || title.startsWith(text))) yield found(text, 'h1');
  }
  yield found(title.replace(SITE, ''), 'title');
  yield found(document.querySelector('h1')?.textContent, 'h1');
}

function* publishers(
  document: Document,
  meta: Meta,
  linked: string | undefined,
  visible: string,
): Candidates {
  yield found(linked, 'json-ld');
  yield found(document.querySelector('#js_name')?.textContent, 'page');
  yield outlet(meta('og:site_name', 'mediaid', 'source', 'og:article:source', 'article:publisher'));
  yield outlet(found(VISIBLE_SOURCE.exec(visible)?.[1], 'visible line'));
}

/** The outlet in the words that name it, without their label; null where they name nobody. */
function outlet(named: Found | null): Found | null {
  const name = named?.value
    .replace(/^(?:来源|來源)\s*[：:]\s*/, '')
    .replace(/(?:责编|责任编辑|作者|编辑|原创稿)[\s\S]*$/, '')
    .trimEnd();
  return named === null || name === undefined || NOBODY.test(name) ? null : { value: name, from: named.from };
}

function* authors(meta: Meta, linked: string | undefined): Candidates {
  const named = [found(linked, 'json-ld'), meta('author', 'article:author', 'og:article:author')];
  // Templates leave numbers, addresses and their makers' examples here.
  for (const name of named) yield name !== null && /^\d+$|@|^https?:/.test(name.value) ? null : name;
}

function* stamps(document: Document, meta: Meta, linked: string | undefined, visible: string): Candidates {
  yield stamp(found(linked, 'json-ld'));
  for (const name of PUBLISHED) yield stamp(meta(name));
  yield stamp(found(document.querySelector('time[datetime]')?.getAttribute('datetime'), 'time'));
  yield stamp(found(scripted(document), 'script'));
  yield stamp(found(VISIBLE_TIME.exec(visible)?.[0], 'visible line'));
  const short = SHORT_YEAR.exec(visible);
  yield stamp(found(short === null ? null : `20${short[1]} ${short[2]}`, 'visible line'));
  yield stamp(found(VISIBLE_DAY.exec(visible)?.[1], 'visible line'));
}

const PUBLISHED =
  'article:published_time og:published_time og:article:published_time article:published bytedance:published_time publishdate pubdate publish_time weibo:article:create_at datePublished og:release_date date'.split(
    ' ',
  );

function stamp(raw: Found | null): Found | null {
  const iso = raw === null ? null : isoOf(raw.value);
  return raw === null || iso === null ? null : { value: iso, from: raw.from };
}

/** WeChat's pages show their time by a script that does not run here; the number in it is read as text. */
function scripted(document: Document): string | null {
  for (const script of document.querySelectorAll('script:not([src])')) {
    const number = /\bvar\s+(?:ct|create_time|publish_time)\s*=\s*["'](\d{10})["']/.exec(
      script.textContent ?? '',
    );
    if (number?.[1] !== undefined) return number[1];
  }
  return null;
}

function* addresses(document: Document, meta: Meta, linked: string | undefined): Candidates {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href');
  for (const url of [found(canonical, 'canonical'), meta('og:url'), found(linked, 'json-ld')])
    yield url !== null && /^https?:\/\/[^\s/]+\/./.test(url.value) ? url : null;
}

const NAMED = ['property', 'name', 'itemprop'];

/** What the page's meta tags say, by their name in small letters; the first of a name counts. */
function metaTags(document: Document): Meta {
  const tags = new Map<string, string | null>();
  for (const element of document.querySelectorAll('meta'))
    for (const attribute of NAMED) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name !== undefined && !tags.has(name)) tags.set(name, element.getAttribute('content'));
    }
  return (...names) => {
    for (const name of names) {
      const value = found(tags.get(name.toLowerCase()), `meta ${name}`);
      if (value !== null) return value;
    }
    return null;
  };
}

/** The words that a reader sees, a line each, from the top of the page. */
function visibleLines(document: Document): string {
  const lines: string[] = [];
  let length = 0;
  const walker = document.createTreeWalker(document.body, 4);
  while (length < VISIBLE && walker.nextNode() !== null) {
    const { currentNode } = walker;
    const parent = currentNode.parentNode?.nodeName;
    if (parent === 'SCRIPT' || parent === 'STYLE' || parent === 'NOSCRIPT') continue;
    const text = currentNode.nodeValue?.trim() ?? '';
    if (text === '') continue;
    lines.push(text);
    length += text.length;
  }
  return lines.join('\n');
}
