import type { Kysely } from 'kysely';
import { z } from 'zod';
import { codeOf, wordOf } from './codes.ts';
import type { Tables } from './tables.ts';

/** Counts of what the book holds. */
export interface Stats {
  /** `originals` and `reposts` are the present ones. */
  readonly articles: {
    readonly present: number;
    readonly gone: number;
    readonly originals: number;
    readonly reposts: number;
  };
  /** Present articles by the format of their files. */
  readonly byFormat: Readonly<Record<string, number>>;
  readonly claims: { readonly current: number; readonly lost: number };
  readonly byKind: Readonly<Record<string, number>>;
  readonly byRelation: Readonly<Record<string, number>>;
  readonly byStatus: Readonly<Record<string, number>>;
  readonly byReview: Readonly<Record<string, number>>;
  readonly decisions: number;
  readonly runs: number;
}

export async function readStats(db: Kysely<Tables>): Promise<Stats> {
  const articles = await articleTally(db, 'state', false);
  const claims = await claimTally(db, 'state', false);
  const gone = await db
    .selectFrom('articles')
    .innerJoin('reposts', 'reposts.article_id', 'articles.id')
    .where('articles.state', '=', 'gone')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  const reposts = (await count(db, 'reposts')) - Number(gone.n);
  return {
    articles: {
      present: articles.present ?? 0,
      gone: articles.gone ?? 0,
      originals: (articles.present ?? 0) - reposts,
      reposts,
    },
    byFormat: await articleTally(db, 'format', true),
    claims: { current: claims.current ?? 0, lost: claims.lost ?? 0 },
    byKind: await claimTally(db, 'kind', true),
    byRelation: await claimTally(db, 'relation', true),
    byStatus: await claimTally(db, 'status', true),
    byReview: await claimTally(db, 'review', true),
    decisions: await count(db, 'decisions'),
    runs: await count(db, 'runs'),
  };
}

const row = z.object({ key: z.coerce.string(), n: z.coerce.number() });
const toPairs = (rows: readonly unknown[]): [string, number][] =>
  rows.map((found) => row.parse(found)).map(({ key, n }) => [key, n]);
const toRecord = (pairs: readonly [string, number][]): Record<string, number> =>
  Object.fromEntries(pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)));

async function articleTally(
  db: Kysely<Tables>,
  column: 'state' | 'format',
  presentOnly: boolean,
): Promise<Record<string, number>> {
  const all = db.selectFrom('articles').select((e) => [`${column} as key`, e.fn.countAll().as('n')]);
  const rows = await (presentOnly ? all.where('state', '=', 'present') : all).groupBy(column).execute();
  return toRecord(toPairs(rows));
}

/** Claims by a column, from what triggers have counted; `currentOnly` leaves lost ones out. */
async function claimTally(
  db: Kysely<Tables>,
  column: 'state' | 'kind' | 'relation' | 'status' | 'review',
  currentOnly: boolean,
): Promise<Record<string, number>> {
  const all = db
    .selectFrom('tally')
    .select((e) => [`${column}_code as key`, e.fn.sum('count').as('n')])
    .where('count', '>', 0);
  const wanted = currentOnly ? all.where('state_code', '=', codeOf('state', 'current')) : all;
  const rows = await wanted.groupBy(`${column}_code`).execute();
  return toRecord(toPairs(rows).map(([code, n]) => [wordOf(column, code), n]));
}

async function count(db: Kysely<Tables>, table: 'decisions' | 'runs' | 'reposts'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
