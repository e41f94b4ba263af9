import { z } from 'zod';

const node = z.record(z.string(), z.unknown());
const named = z.union([z.string(), z.looseObject({ name: z.string() }).transform((o) => o.name)]);
const first = z.union([named, z.array(named).transform((list) => list[0])]);
const article = z.looseObject({
  '@type': z.union([z.string(), z.array(z.string()).transform((t) => t.join(' '))]).optional(),
  headline: z.string().optional().catch(undefined),
  title: z.string().optional().catch(undefined),
  datePublished: z.string().optional().catch(undefined),
  pubDate: z.string().optional().catch(undefined),
  author: first.optional().catch(undefined),
  publisher: first.optional().catch(undefined),
  url: z.string().optional().catch(undefined),
  mainEntityOfPage: z
    .union([z.string(), z.looseObject({ '@id': z.string() }).transform((o) => o['@id'])])
    .optional()
    .catch(undefined),
});

export interface LinkedArticle {
  readonly title: string | undefined;
  readonly published: string | undefined;
  readonly author: string | undefined;
  readonly publisher: string | undefined;
  readonly url: string | undefined;
}

/** What the page's JSON-LD says of its article: the first node that is one. */
export function linkedArticle(document: Document): LinkedArticle | null {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    for (const candidate of nodesOf(parse(script.textContent ?? ''))) {
      const parsed = article.safeParse(candidate);
      if (!parsed.success) continue;
      const { '@type': type, ...data } = parsed.data;
      const published = data.datePublished ?? data.pubDate;
      if (!/Article|BlogPosting|Report/i.test(type ?? '') && published === undefined) continue;
      const { author, publisher } = data;
      return {
        title: data.headline ?? data.title,
        published,
        author,
        publisher,
        url: data.url ?? data.mainEntityOfPage,
      };
    }
  }
  return null;
}

function nodesOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  const parsed = node.safeParse(value);
  if (!parsed.success) return [];
  const graph = parsed.data['@graph'];
  return Array.isArray(graph) ? [parsed.data, ...graph] : [parsed.data];
}

/** Pages put raw line breaks into their JSON, which browsers' readers forgive. */
function parse(text: string): unknown {
  for (const attempt of [text, text.replace(/[\r\n\t]+/g, ' ')]) {
    try {
      return JSON.parse(attempt);
    } catch {}
  }
  return null;
}
