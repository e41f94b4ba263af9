import { z } from 'zod';
import type { SourceRecord } from '../types.ts';

const named = z.union([z.string(), z.object({ name: z.string() }).transform((o) => o.name)]);
const first = z.union([named, z.array(named).transform((a) => a[0])]);

const newsArticle = z.looseObject({
  headline: z.string().optional(),
  datePublished: z.string().optional(),
  author: first.optional(),
  publisher: first.optional(),
  url: z.string().optional(),
});

const VISIBLE_TIME = /(20\d{2})[-/年.](\d{1,2})[-/月.](\d{1,2})日?\s+(\d{1,2}):(\d{2})(?::(\d{2}))?/;
const VISIBLE_SOURCE = /来源\s*[：:]\s*([^\s|｜责编作]{2,20})/;

/** Title, publisher, author, time and address of a page: JSON-LD, then meta tags, then <time>, then the visible line. */
export function pageMetadata(document: Document): SourceRecord {
  const ld = jsonLd(document);
  const meta = (...names: readonly string[]): string | null => metaContent(document, names);
  const visible = document.body?.textContent?.slice(0, 20_000) ?? '';
  const stamp =
    ld?.datePublished ??
    meta('article:published_time', 'og:published_time', 'publishdate', 'pubdate', 'date') ??
    document.querySelector('time[datetime]')?.getAttribute('datetime') ??
    null;
  return {
    title: ld?.headline ?? meta('og:title', 'twitter:title') ?? null,
    publisher: ld?.publisher ?? meta('og:site_name', 'source') ?? VISIBLE_SOURCE.exec(visible)?.[1] ?? null,
    author: ld?.author ?? meta('author', 'article:author') ?? null,
    categories: [],
    published: isoOf(stamp) ?? visibleTime(visible),
    url: address(document, ld?.url ?? meta('og:url')),
  };
}

function jsonLd(document: Document): z.infer<typeof newsArticle> | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const parsed = newsArticle.safeParse(parseJson(script.textContent ?? ''));
    if (parsed.success && parsed.data.headline !== undefined) return parsed.data;
  }
  return null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function metaContent(document: Document, names: readonly string[]): string | null {
  for (const name of names) {
    const content = document
      .querySelector(`meta[property="${name}"], meta[name="${name}"]`)
      ?.getAttribute('content')
      ?.trim();
    if (content) return content;
  }
  return null;
}

function address(document: Document, declared: string | null): string | null {
  const canonical = document.querySelector('link[rel="canonical"]')?.getAttribute('href') ?? declared;
  return canonical !== null && /^https?:\/\//.test(canonical) ? canonical : null;
}

/** A stamp with an offset as it is; one without an offset is Beijing time. */
function isoOf(stamp: string | null): string | null {
  if (stamp === null) return null;
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(stamp.trim());
  const instant = Date.parse(zoned ? stamp : `${stamp.trim().replace(' ', 'T')}+08:00`);
  return Number.isNaN(instant)
    ? null
    : `${new Date(instant + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}

function visibleTime(text: string): string | null {
  const m = VISIBLE_TIME.exec(text);
  if (m === null) return null;
  const two = (i: number): string => (m[i] ?? '0').padStart(2, '0');
  return isoOf(`${m[1]}-${two(2)}-${two(3)}T${two(4)}:${two(5)}:${two(6)}+08:00`);
}
