import type { Kysely } from 'kysely';
import { z } from 'zod';
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
  const articles = await tally(db, 'articles', 'state');
  const claims = await tally(db, 'claims', 'state');
  const { n } = await db
    .selectFrom('reposts')
    .innerJoin('articles', 'articles.id', 'reposts.article_id')
    .where('articles.state', '=', 'present')
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  const reposts = Number(n);
  return {
    articles: {
      present: articles.present ?? 0,
      gone: articles.gone ?? 0,
      originals: (articles.present ?? 0) - reposts,
      reposts,
    },
    byFormat: await formatTally(db),
    claims: { current: claims.current ?? 0, lost: claims.lost ?? 0 },
    byKind: await claimTally(db, 'kind'),
    byRelation: await claimTally(db, 'relation'),
    byStatus: await claimTally(db, 'status'),
    byReview: await claimTally(db, 'review'),
    decisions: await count(db, 'decisions'),
    runs: await count(db, 'runs'),
  };
}

const row = z.object({ key: z.string(), n: z.coerce.number() });

const toRecord = (rows: readonly unknown[]): Record<string, number> =>
  Object.fromEntries(rows.map((found) => row.parse(found)).map(({ key, n }) => [key, n]));

async function tally(
  db: Kysely<Tables>,
  table: 'articles' | 'claims',
  column: 'state',
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom(table)
    .select((e) => [`${column} as key`, e.fn.countAll().as('n')])
    .groupBy(column)
    .execute();
  return toRecord(rows);
}

async function formatTally(db: Kysely<Tables>): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('articles')
    .where('state', '=', 'present')
    .select((e) => ['format as key', e.fn.countAll().as('n')])
    .groupBy('format')
    .orderBy('format')
    .execute();
  return toRecord(rows);
}

async function claimTally(
  db: Kysely<Tables>,
  column: 'kind' | 'relation' | 'status' | 'review',
): Promise<Record<string, number>> {
  const rows = await db
    .selectFrom('claims')
    .where('state', '=', 'current')
    .select((e) => [`${column} as key`, e.fn.countAll().as('n')])
    .groupBy(column)
    .orderBy(column)
    .execute();
  return toRecord(rows);
}

async function count(db: Kysely<Tables>, table: 'decisions' | 'runs'): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((e) => e.fn.countAll().as('n'))
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
