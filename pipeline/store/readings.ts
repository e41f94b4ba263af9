import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Article, Claim, Noise, Span, TraceStep } from '../types.ts';
import { packed, unpacked } from './pack.ts';
import type { Tables } from './tables.ts';

/** How an article came out of its file: where each field was found, what was taken out, and where its words stand. */
export interface ArticleSource {
  readonly origin: Readonly<Record<string, string>>;
  readonly noise: readonly Noise[];
  /** See `Article.sourceMap`; empty for an article that was stored before maps were. */
  readonly sourceMap: readonly number[];
}

const reading = z.object({
  origin: z.record(z.string(), z.string()),
  noise: z.array(
    z.object({
      kind: z.enum(['invisible', 'hidden', 'reading-aid', 'tail']),
      count: z.number().int(),
      samples: z.array(z.string()),
    }),
  ),
  map: z.array(z.number().int().nullable()),
  traces: z.array(z.unknown()),
});
const from = z.enum(['rule', 'clause', 'carried', 'default']);
const span = z.object({ start: z.number().int(), end: z.number().int() });
/** A step as it is held, and as it was held before migration 008. */
const step = z.union([
  z
    .tuple([z.string(), from, z.string()], z.number().int())
    .transform(([field, from, note, start, length = 0]) => ({
      field,
      from,
      note,
      span: start === undefined ? null : { start, end: start + length },
    })),
  z.object({ field: z.string(), from, note: z.string(), span: span.nullable() }),
]);

const stepRow = ({ field, from, note, span }: TraceStep): (string | number)[] =>
  span === null ? [field, from, note] : [field, from, note, span.start, span.end - span.start];

/**
 * What is seldom looked at of an article, as one piece that the book keeps beside it: its source, and of each of its
 * claims, in their order, the way from the words to the claim.
 */
export const readingOf = ({ record, noise, sourceMap }: Article, claims: readonly Claim[]): Buffer =>
  packed(
    JSON.stringify({
      origin: record.origin ?? {},
      noise: noise ?? [],
      map: stepsOf(sourceMap ?? []),
      traces: claims.map((claim) => claim.trace.map(stepRow)),
    }),
    'reading',
  );

const opened = (made: Uint8Array): z.infer<typeof reading> =>
  reading.parse(JSON.parse(unpacked(made, 'reading')));

export async function readSource(db: Kysely<Tables>, article: string): Promise<ArticleSource> {
  const row = await db
    .selectFrom('articles')
    .innerJoin('readings', 'readings.key', 'articles.reading_key')
    .select('readings.made')
    .where('articles.id', '=', article)
    .executeTakeFirst();
  if (row === undefined) return { origin: {}, noise: [], sourceMap: [] };
  const { origin, noise, map } = opened(row.made);
  return { origin, noise, sourceMap: mapOf(map) };
}

/** The way from the words to a claim; empty for a claim that was not read here. */
export async function readTrace(db: Kysely<Tables>, claim: string): Promise<TraceStep[]> {
  const row = await db
    .selectFrom('claims')
    .innerJoin('readings', 'readings.key', 'claims.reading_key')
    .select(['readings.made', 'claims.trace_at'])
    .where('claims.id', '=', claim)
    .executeTakeFirst();
  return row === undefined ? [] : z.array(step).parse(opened(row.made).traces[row.trace_at] ?? []);
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
