import type { Kysely, SelectQueryBuilder } from 'kysely';
import type { ClaimFilter, ExportedClaim } from '../types.ts';
import { freshenContested } from './contested.ts';
import { allOf, conditionsOf } from './filter.ts';
import { exportedClaim, joinedRow } from './rows.ts';
import type { Tables } from './tables.ts';

const PAGE = 500;

/** Claims in a stable order: by article path, then by place in the text. Read page by page, so memory stays flat. */
export async function* readClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter = {},
): AsyncGenerator<ExportedClaim> {
  if (filter.conflict !== undefined) await freshenContested(db);
  if (isNarrow(filter)) {
    yield* await readFew(db, filter);
    return;
  }
  let after: { path: string; position: number; id: string } | null = null;
  for (;;) {
    const rows = await page(db, filter, after);
    for (const row of rows) yield exportedClaim(joinedRow.parse(row));
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = { path: last.path, position: last.position, id: last.id };
  }
}

function page(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  after: { path: string; position: number; id: string } | null,
) {
  // A cross join keeps SQLite to this order: articles by path, of each its claims by position. Left to itself it reads
  // and sorts all claims anew for every page.
  let query = joined(db.selectFrom('articles').crossJoin('claims'));
  const { idPrefix } = filter;
  if (idPrefix !== undefined)
    query = query.where('articles.key', 'in', (e) =>
      e
        .selectFrom('claims as named')
        .select('named.article_key')
        .where('named.id', '>=', idPrefix)
        .where('named.id', '<', `${idPrefix}\uffff`),
    );
  query = query.where(allOf(conditionsOf(filter)));
  if (after !== null) {
    const { path, position, id } = after;
    // The first condition is the one that the index on paths can answer.
    query = query
      .where('articles.path', '>=', path)
      .where((e) =>
        e(e.refTuple('articles.path', 'claims.position', 'claims.id'), '>', e.tuple(path, position, id)),
      );
  }
  return inOrder(query).limit(PAGE).execute();
}

/** Whether an index on claims answers the filter: a way through all articles takes a thousand times the time. */
const isNarrow = ({ article, subject, object }: ClaimFilter): boolean =>
  article !== undefined || (subject !== undefined && object !== undefined);

/** The same claims in the same order, all at once, by way of the claims and not of the articles. */
export async function readFew(db: Kysely<Tables>, filter: ClaimFilter): Promise<ExportedClaim[]> {
  const found = joined(db.selectFrom('claims').crossJoin('articles')).where(allOf(conditionsOf(filter)));
  const rows = await inOrder(found).execute();
  return rows.map((row) => exportedClaim(joinedRow.parse(row)));
}

type Source = SelectQueryBuilder<Tables, 'articles' | 'claims', object>;

const joined = (source: Source) =>
  source
    .leftJoin('verdicts', (j) => j.onRef('verdicts.claim_id', '=', 'claims.id').on('verdicts.latest', '=', 1))
    .selectAll('claims')
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

const inOrder = (query: ReturnType<typeof joined>) =>
  query.orderBy('articles.path').orderBy('claims.position').orderBy('claims.id');
