import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Article, Noise, Span } from '../types.ts';
import type { Tables } from './tables.ts';

/** How an article came out of its file: where each field was found, what was taken out, and where its words stand. */
export interface ArticleSource {
  readonly origin: Readonly<Record<string, string>>;
  readonly noise: readonly Noise[];
  /** See `Article.sourceMap`; empty for an article that was stored before maps were. */
  readonly sourceMap: readonly number[];
}

const origin = z.record(z.string(), z.string());
const noise = z.array(
  z.object({
    kind: z.enum(['invisible', 'hidden', 'reading-aid', 'tail']),
    count: z.number().int(),
    samples: z.array(z.string()),
  }),
);
const steps = z.array(z.number().int().nullable());
const NOTHING: ArticleSource = { origin: {}, noise: [], sourceMap: [] };

/** Keeps the source of an article beside it. */
export async function saveSource(t: Kysely<Tables>, id: string, article: Article): Promise<void> {
  const row = {
    origin: JSON.stringify(article.record.origin ?? {}),
    noise: JSON.stringify(article.noise ?? []),
    source_map: JSON.stringify(stepsOf(article.sourceMap ?? [])),
  };
  await t
    .insertInto('article_sources')
    .values({ article_id: id, ...row })
    .onConflict((c) => c.column('article_id').doUpdateSet(row))
    .execute();
}

export async function readSource(db: Kysely<Tables>, article: string): Promise<ArticleSource> {
  const row = await db
    .selectFrom('article_sources')
    .selectAll()
    .where('article_id', '=', article)
    .executeTakeFirst();
  if (row === undefined) return NOTHING;
  return {
    origin: origin.parse(JSON.parse(row.origin)),
    noise: noise.parse(JSON.parse(row.noise)),
    sourceMap: mapOf(steps.parse(JSON.parse(row.source_map))),
  };
}

/** Where a span of the text stands in the HTML that it was cleaned from, by UTF-16 offsets; null where that is not known. */
export function placeOf(map: readonly number[], { start, end }: Span): Span | null {
  const place = (offset: number): number | null => {
    for (let i = map.length - 2; i >= 0; i -= 2) {
      const [at = 0, from = -1] = map.slice(i, i + 2);
      if (at <= offset) return from < 0 ? null : from + offset - at;
    }
    return null;
  };
  const [first, last] = [place(start), place(end - 1)];
  return first === null || last === null || last < first ? null : { start: first, end: last + 1 };
}

/** The map as steps from pair to pair, which are short numbers; null for a place that is not known. */
function stepsOf(map: readonly number[]): (number | null)[] {
  const list: (number | null)[] = [];
  let [lastAt, lastFrom] = [0, 0];
  for (let i = 0; i + 1 < map.length; i += 2) {
    const [at = 0, from = -1] = map.slice(i, i + 2);
    list.push(at - lastAt, from < 0 ? null : from - lastFrom);
    lastAt = at;
    if (from >= 0) lastFrom = from;
  }
  return list;
}

function mapOf(list: readonly (number | null)[]): number[] {
  const map: number[] = [];
  let [at, from] = [0, 0];
  for (let i = 0; i + 1 < list.length; i += 2) {
    const step = list[i + 1] ?? null;
    at += list[i] ?? 0;
    if (step !== null) from += step;
    map.push(at, step === null ? -1 : from);
  }
  return map;
}
