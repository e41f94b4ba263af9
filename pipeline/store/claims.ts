import { type Kysely, type SelectQueryBuilder, sql } from 'kysely';
import type { ClaimFilter, ExportedClaim } from '../types.ts';
import { contentColumns } from './content.ts';
import { freshenContested } from './contested.ts';
import { allOf, conditionsOf } from './filter.ts';
import { heldBy, narrowed } from './queue-counts.ts';
import { exportedClaim, joinedRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Claims that are read at once: few at first, so that the first come soon. */
const PAGES = [20, 100, 500] as const;
const sizeOf = (page: number): number => PAGES[page] ?? PAGES[2];

/** Claims that are read by their keys; more are met soon enough on the way through the articles. */
const MANY = 20_000;

/** Claims in a stable order: by article path, then by place in the text. Read page by page, so memory stays flat. */
export async function* readClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter = {},
): AsyncGenerator<ExportedClaim> {
  if (filter.conflict !== undefined) await freshenContested(db);
  const keys = await orderedKeys(db, filter);
  for await (const row of keys === null ? walked(db, filter) : fetched(db, keys))
    yield exportedClaim(joinedRow.parse(row));
}

/** The keys of a filter's claims in the order of the book, where they are not too many. */
async function orderedKeys(db: Kysely<Tables>, filter: ClaimFilter): Promise<number[] | null> {
  const asked = Object.entries(filter).filter(([name, value]) => name !== 'lost' && value !== undefined);
  if (asked.length === 0) return null;
  let holds = allOf([...conditionsOf(filter), await narrowed(db, filter)]);
  if (filter.article === undefined && filter.idPrefix === undefined) {
    const { total, keys } = await heldBy(db, filter);
    if (total > MANY) return null;
    if (keys !== null) holds = sql`claims.key IN (SELECT value FROM json_each(${keys}))`;
  }
  const rows = await inOrder(
    db
      .selectFrom('claims')
      .crossJoin('articles')
      .whereRef('articles.key', '=', 'claims.article_key')
      .where(holds)
      .select('claims.key'),
  ).execute();
  return rows.map((row) => row.key);
}

async function* fetched(db: Kysely<Tables>, keys: readonly number[]): AsyncGenerator<unknown> {
  let done = 0;
  for (let page = 0; done < keys.length; page += 1) {
    const some = keys.slice(done, done + sizeOf(page));
    const query = joined(db.selectFrom('claims').crossJoin('articles'));
    const listed = sql<number>`(SELECT value FROM json_each(${JSON.stringify(some)}))`;
    yield* await inOrder(query.where('claims.key', 'in', listed)).execute();
    done += some.length;
  }
}

interface LastRead {
  readonly path: string;
  readonly position: number;
  readonly id: string;
}

async function* walked(db: Kysely<Tables>, filter: ClaimFilter): AsyncGenerator<unknown> {
  let after: LastRead | null = null;
  for (let page = 0; ; page += 1) {
    const rows: (LastRead & object)[] = await pageBehind(db, filter, after, sizeOf(page));
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < sizeOf(page)) return;
    after = { path: last.path, position: last.position, id: last.id };
  }
}

function pageBehind(db: Kysely<Tables>, filter: ClaimFilter, after: LastRead | null, size: number) {
  // A cross join keeps SQLite to this order: articles by path, of each its claims by position. Left to itself it reads
  // and sorts all claims anew for every page.
  let query = joined(db.selectFrom('articles').crossJoin('claims')).where(allOf(conditionsOf(filter)));
  if (after !== null) {
    const { path, position, id } = after;
    // The first condition is the one that the index on paths can answer.
    query = query
      .where('articles.path', '>=', path)
      .where((e) =>
        e(e.refTuple('articles.path', 'claims.position', 'claims.id'), '>', e.tuple(path, position, id)),
      );
  }
  return inOrder(query).limit(size).execute();
}

/** The same claims in the same order, all at once, by way of the claims and not of the articles. */
export async function readFew(db: Kysely<Tables>, filter: ClaimFilter): Promise<ExportedClaim[]> {
  const holds = allOf([...conditionsOf(filter), await narrowed(db, filter)]);
  const found = joined(db.selectFrom('claims').crossJoin('articles')).where(holds);
  const rows = await inOrder(found).execute();
  return rows.map((row) => exportedClaim(joinedRow.parse(row)));
}

type Source = SelectQueryBuilder<Tables, 'articles' | 'claims', object>;

const COLUMNS = [
  ...contentColumns.keyof().options.map((column) => `claims.${column}` as const),
  ...(['id', 'rule', 'machine', 'review', 'position'] as const).map((column) => `claims.${column}` as const),
];

const joined = (source: Source) =>
  source
    .leftJoin('verdicts', (j) => j.onRef('verdicts.claim_id', '=', 'claims.id').on('verdicts.latest', '=', 1))
    .select(COLUMNS)
    .select([
      'articles.id as article_id',
      'articles.path',
      'articles.title',
      'articles.publisher',
      'articles.published',
      'articles.url',
      'articles.sha256',
    ])
    .select(['verdicts.reviewer', 'verdicts.at as reviewed_at', 'verdicts.note', 'verdicts.changed'])
    .whereRef('claims.article_key', '=', 'articles.key');

const inOrder = <T>(query: SelectQueryBuilder<Tables, 'articles' | 'claims', T>) =>
  query.orderBy('articles.path').orderBy('claims.position').orderBy('claims.id');
