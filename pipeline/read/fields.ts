import { z } from 'zod';
import type { SourceRecord } from '../types.ts';
import { type Moment, readMoment } from './moment.ts';
import { publisherOf } from './publisher.ts';

export type Field = 'title' | 'publisher' | 'author' | 'categories' | 'published' | 'url' | 'content';

/** Where each field stands in a record: dotted paths, the first that holds something counts. */
export type FieldMap = Readonly<Record<Field, readonly string[]>>;

const GENERIC: FieldMap = {
  title: ['title', 'headline', 'name'],
  publisher: [
    'publisher',
    'source',
    'site',
    'site_name',
    'sitename',
    'media',
    'media_name',
    'hostname',
    'outlet',
  ],
  author: ['author', 'authors', 'byline', 'creator', 'writer'],
  categories: ['categories', 'category', 'tags', 'keywords', 'channel', 'section'],
  published: [
    'published',
    'date',
    'published_at',
    'publishedAt',
    'publish_time',
    'publishTime',
    'publish_date',
    'published_time',
    'date_published',
    'datePublished',
    'pub_time',
    'pub_date',
    'pubDate',
    'pubtime',
    'ctime',
    'time',
    'created_at',
  ],
  url: ['url', 'link', 'canonical_url', 'canonical', 'permalink', 'source_url', 'href', 'loadedUrl'],
  content: [
    'content_html',
    'html',
    'body_html',
    'article_html',
    'raw_html',
    'content',
    'body',
    'article',
    'maintext',
    'text',
    'content_text',
    'markdown',
  ],
};

/** What the exports of known tools call their fields. A preset's paths go before the generic ones. */
const PRESETS: readonly {
  readonly name: string;
  readonly sign: readonly string[];
  readonly fields: Partial<FieldMap>;
}[] = [
  {
    name: 'news-please',
    sign: ['maintext', 'date_publish'],
    fields: {
      content: ['maintext'],
      published: ['date_publish'],
      publisher: ['publisher', 'source_domain'],
      title: ['title', 'title_page', 'title_rss'],
    },
  },
  {
    name: 'crawlee',
    sign: ['crawl.loadedUrl'],
    fields: {
      url: ['metadata.canonicalUrl', 'url', 'crawl.loadedUrl'],
      title: ['metadata.title', 'title'],
      author: ['metadata.author', 'author'],
      publisher: ['metadata.publisher', 'publisher'],
      published: ['metadata.datePublished', 'metadata.date', 'date'],
      content: ['html', 'markdown', 'text'],
    },
  },
  {
    name: 'trafilatura',
    sign: ['source-hostname'],
    fields: {
      url: ['source', 'url'],
      publisher: ['source-hostname', 'hostname'],
      content: ['body', 'text', 'raw_text'],
    },
  },
];

export interface Fields {
  readonly record: SourceRecord;
  /** The article's own words, as the record gives them. */
  readonly content: string | null;
  readonly contentField: string | null;
  readonly doubt: string | null;
  /** A stamp that is no date. */
  readonly badDate: string | null;
}

/** JSON can hold halves of characters; text may not. */
const wellFormed = (text: string): string => text.replace(/\p{Cs}/gu, '\ufffd');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const trimmed = (text: string): string => wellFormed(text).trim();
const scalar = z.union([
  z.string().transform(trimmed),
  z.number().transform(String),
  z.date().transform((d) => d.toISOString()),
]);
const named = z.union([
  scalar,
  z.looseObject({ name: scalar }).transform((o) => o.name),
  z.looseObject({ title: scalar }).transform((o) => o.title),
]);
const listed = z.union([named.transform((s) => [s]), z.array(named)]);

const isWords = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The words of a value; none where it holds something else. */
function wordsOf(value: unknown): readonly string[] {
  if (typeof value === 'string') return [trimmed(value)];
  if (isWords(value)) return value.map(trimmed);
  return listed.safeParse(value).data ?? [];
}

/**
 * Reads the fields of one record: front matter, or an object of a crawl. `own` gives paths that go before all
 * others. `origin` is how the record calls itself in `SourceRecord.origin`.
 */
export function readFields(
  data: Readonly<Record<string, unknown>>,
  origin: string,
  own: Partial<FieldMap> = {},
): Fields {
  const preset = PRESETS.find((p) => p.sign.every((path) => at(data, path) !== undefined));
  const where: Record<string, string> = {};
  const values = (field: Field): readonly string[] => {
    for (const path of [...(own[field] ?? []), ...(preset?.fields[field] ?? []), ...GENERIC[field]]) {
      const value = at(data, path);
      if (value === undefined) continue;
      const found = wordsOf(value).filter((v) => v !== '' && v !== 'null');
      if (found.length === 0) continue;
      where[field] = `${preset?.name ?? origin}: ${path}`;
      return found;
    }
    return [];
  };
  const author = values('author').join('、') || null;
  const categories = values('categories');
  const stamp = values('published')[0] ?? null;
  const moment: Moment | null = stamp === null ? null : readMoment(stamp);
  if (moment === null) delete where.published;
  const publisher = values('publisher').find((v) => !/^https?:/.test(v)) ?? null;
  const derived = publisher === null ? publisherOf(author, categories) : null;
  if (derived !== null) where.publisher = `${origin}: ${derived.from}`;
  const content = values('content')[0] ?? null;
  const title = values('title')[0] ?? null;
  const url = address(values('url')[0]);
  if (url === null) delete where.url;
  const { content: contentField = null, ...from } = where;
  return {
    record: {
      title,
      publisher: publisher ?? derived?.name ?? null,
      author,
      categories,
      published: moment?.iso ?? null,
      url,
      origin: from,
    },
    content,
    contentField,
    doubt: moment?.doubt ?? null,
    badDate: stamp !== null && moment === null ? stamp : null,
  };
}

const address = (url: string | undefined): string | null =>
  url !== undefined && /^https?:\/\/\S+$/.test(url) ? url : null;

function at(data: unknown, path: string): unknown {
  let value: unknown = data;
  for (const key of path.split('.')) {
    if (!isRecord(value) || !Object.hasOwn(value, key)) return undefined;
    value = value[key];
  }
  return value ?? undefined;
}
