import { createHash } from 'node:crypto';
import { parseFeed } from 'feedsmith';
import { z } from 'zod';
import type { SourceFormat } from '../../types.ts';
import { isMarkup, linesHtml } from '../body.ts';
import { type Decoded, decode } from '../decode.ts';
import { type Entry, lostEntry } from '../entry.ts';
import { readFields } from '../fields.ts';
import { sourceOf } from '../read.ts';
import { failed, hashBytes, type ReadResult, warning } from '../result.ts';
import type { Settings } from '../settings.ts';

/** A feed whose entries hold less text than this, and nothing else, holds summaries. */
const SUMMARY_LENGTH = 300;

const text = z.union([z.string(), z.looseObject({ value: z.string() }).transform((t) => t.value)]);
const names = z.array(z.looseObject({ name: z.string().optional(), term: z.string().optional() }));
const entrySchema = z.looseObject({
  title: text.optional(),
  link: z.string().optional(),
  url: z.string().optional(),
  links: z.array(z.looseObject({ href: z.string().optional(), rel: z.string().optional() })).optional(),
  id: z.string().optional(),
  guid: z.looseObject({ value: z.string().optional() }).optional(),
  pubDate: z.string().optional(),
  published: z.string().optional(),
  updated: z.string().optional(),
  date_published: z.string().optional(),
  dc: z
    .looseObject({ dates: z.array(z.string()).optional(), creators: z.array(z.string()).optional() })
    .optional(),
  authors: z.array(z.union([z.string(), z.looseObject({ name: z.string().optional() })])).optional(),
  categories: names.optional(),
  tags: z.array(z.string()).optional(),
  content: z
    .union([z.string(), z.looseObject({ value: z.string().optional(), encoded: z.string().optional() })])
    .optional(),
  content_html: z.string().optional(),
  content_text: z.string().optional(),
  summary: text.optional(),
  description: z.string().optional(),
});
type FeedEntry = z.infer<typeof entrySchema>;

const feedSchema = z.object({
  format: z.enum(['rss', 'atom', 'rdf', 'json']),
  feed: z.looseObject({
    title: text.optional(),
    items: z.array(z.unknown()).optional(),
    entries: z.array(z.unknown()).optional(),
  }),
});
const FORMAT: Readonly<Record<string, SourceFormat>> = {
  rss: 'rss',
  rdf: 'rss',
  atom: 'atom',
  json: 'json-feed',
};

interface Feed {
  readonly title: string | null;
  readonly format: SourceFormat;
  readonly decoded: Decoded;
}

/** The entries of an RSS, Atom, RDF or JSON Feed file, each known by a hash of its id, for feeds roll. */
export function* feedEntries(path: string, bytes: Uint8Array, settings: Settings): Generator<Entry> {
  const fail = (message: string): Entry => lostEntry(path, '', failed(path, hashBytes(bytes), message));
  const decoded = decode(bytes);
  if (decoded === null)
    return yield fail('the feed is in no encoding that could be found out; save it as UTF-8');
  const parsed = feedSchema.safeParse(parse(decoded.text));
  if (!parsed.success) return yield fail('the feed is broken XML or JSON; fetch it again');
  const { format, feed } = parsed.data;
  const title = feed.title?.trim() || null;
  const whole: Feed = { title, format: FORMAT[format] ?? 'rss', decoded };
  const entries = feed.items ?? feed.entries ?? [];
  if (entries.length === 0) return yield fail('there is no entry in this feed');
  const seen = new Set<string>();
  for (const [i, raw] of entries.entries()) {
    const entry = entrySchema.safeParse(raw);
    const id = entry.success ? idOf(entry.data) : null;
    const key = id === null || seen.has(id) ? String(i + 1) : id;
    seen.add(key);
    const sha256 = createHash('sha256').update(JSON.stringify(raw)).digest('hex');
    const place = `${path}#${key}`;
    if (entry.success)
      yield { path: place, sha256, read: () => readEntry(place, sha256, entry.data, whole, settings) };
    else
      yield lostEntry(
        place,
        sha256,
        failed(place, sha256, `entry ${i + 1} of the feed has fields of a wrong kind`),
      );
  }
}

function parse(source: string): unknown {
  try {
    return parseFeed(source);
  } catch {
    return null;
  }
}

function idOf(entry: FeedEntry): string | null {
  const id = entry.guid?.value ?? entry.id ?? entry.link ?? entry.url ?? linkOf(entry);
  return id === undefined ? null : createHash('sha256').update(id).digest('hex').slice(0, 10);
}

const linkOf = (entry: FeedEntry): string | undefined =>
  (entry.links?.find((l) => l.rel === undefined || l.rel === 'alternate') ?? entry.links?.[0])?.href;

function readEntry(
  path: string,
  sha256: string,
  entry: FeedEntry,
  feed: Feed,
  settings: Settings,
): ReadResult {
  const body = bodyOf(entry);
  if (body === null) return failed(path, sha256, 'the entry has no text; fetch its page and ingest that');
  const { record, doubt, badDate } = readFields(flat(entry, feed), feed.format, settings.fields);
  if (badDate !== null) return failed(path, sha256, `«${badDate.slice(0, 60)}» is no date`);
  const warnings = doubt === null ? [] : [warning(path, doubt)];
  if (body.summary)
    warnings.push(warning(path, 'the feed holds only a summary; fetch the page for the whole article'));
  const html = isMarkup(body.text) ? body.text : linesHtml(body.text);
  const htmlStart = html === body.text ? 0 : null;
  const { format, decoded } = feed;
  return sourceOf({ path, sha256, format, decoded, record, html, htmlKind: 'fragment', htmlStart, warnings });
}

/** The entry with the field names that records have. */
function flat(entry: FeedEntry, feed: Feed): Record<string, unknown> {
  const authors = entry.authors?.map((a) => (typeof a === 'string' ? a : a.name)) ?? entry.dc?.creators;
  return {
    title: entry.title?.replace(/<[^<>]{1,200}>/g, ''),
    author: authors?.filter((a) => a !== undefined),
    publisher: feed.title,
    published:
      entry.pubDate ?? entry.published ?? entry.date_published ?? entry.dc?.dates?.[0] ?? entry.updated,
    url: entry.link ?? entry.url ?? linkOf(entry) ?? entry.guid?.value,
    categories: entry.tags ?? entry.categories?.flatMap((c) => c.name ?? c.term ?? []),
  };
}

function bodyOf(entry: FeedEntry): { readonly text: string; readonly summary: boolean } | null {
  const { content } = entry;
  const full =
    (typeof content === 'string' ? content : (content?.encoded ?? content?.value)) ??
    entry.content_html ??
    entry.content_text;
  if (full !== undefined && full.trim() !== '') return { text: full, summary: false };
  const short = entry.description ?? entry.summary;
  if (short === undefined || short.trim() === '') return null;
  const words = short.replace(/<[^<>]{1,400}>/g, '').trim();
  return {
    text: short,
    summary: words.length < SUMMARY_LENGTH || /(?:…|\.{3}|\[…\]|\[\.{3}\])$/.test(words),
  };
}
