import type { Kysely } from 'kysely';
import type { ExportedClaim } from '../types.ts';
import { exportedClaim, joinedRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Which claims are wanted; everything that is left out is not asked about. */
export interface ClaimFilter {
  readonly article?: string;
  readonly idPrefix?: string;
  /** Also those that no rule makes any more. */
  readonly lost?: boolean;
}

const PAGE = 500;

/** Claims in a stable order: by article path, then by place in the text. Read page by page, so memory stays flat. */
export async function* readClaims(
  db: Kysely<Tables>,
  filter: ClaimFilter = {},
): AsyncGenerator<ExportedClaim> {
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
  let query = db
    .selectFrom('claims')
    .innerJoin('articles', 'articles.id', 'claims.article_id')
    .innerJoin('evidence', 'evidence.claim_id', 'claims.id')
    .leftJoin('reviews', 'reviews.claim_id', 'claims.id')
    .selectAll('claims')
    .select(['evidence.start', 'evidence.end', 'evidence.quote'])
    .select([
      'articles.path',
      'articles.title',
      'articles.publisher',
      'articles.published',
      'articles.url',
      'articles.sha256',
    ])
    .select(['reviews.action', 'reviews.reviewer', 'reviews.at as reviewed_at', 'reviews.note'])
    .where('evidence.role', '=', 'claim');
  if (filter.lost !== true) query = query.where('claims.state', '=', 'current');
  if (filter.article !== undefined) query = query.where('claims.article_id', '=', filter.article);
  if (filter.idPrefix !== undefined)
    query = query
      .where('claims.id', '>=', filter.idPrefix)
      .where('claims.id', '<', `${filter.idPrefix}\uffff`);
  if (after !== null) {
    const { path, position, id } = after;
    query = query.where((e) =>
      e(e.refTuple('articles.path', 'claims.position', 'claims.id'), '>', e.tuple(path, position, id)),
    );
  }
  return query.orderBy('articles.path').orderBy('claims.position').orderBy('claims.id').limit(PAGE).execute();
}
