import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ReviewState } from '../types.ts';
import { codeOf } from './codes.ts';
import type { Tables } from './tables.ts';

/** What stands in the book for a reviewer to choose from, and how far he or she has come. */
export interface Facets {
  readonly publishers: readonly string[];
  readonly rules: readonly string[];
  readonly counts: Readonly<Record<ReviewState, number>>;
}

const counts = z.object({
  unreviewed: z.number(),
  accepted: z.number(),
  rejected: z.number(),
  edited: z.number(),
});

export async function readFacets(db: Kysely<Tables>, reviewer: string): Promise<Facets> {
  const publishers = await db
    .selectFrom('articles')
    .select('publisher')
    .distinct()
    .where('publisher', 'is not', null)
    .orderBy('publisher')
    .execute();
  const rules = await db
    .selectFrom('tally')
    .select('rule')
    .distinct()
    .where('state_code', '=', codeOf('state', 'current'))
    .where('count', '>', 0)
    .orderBy('rule')
    .execute();
  const { rows } = await sql`
    WITH mine AS (SELECT verdicts.state AS state FROM verdicts CROSS JOIN claims ON claims.id = verdicts.claim_id
                  WHERE verdicts.reviewer = ${reviewer} AND claims.state_code = 0)
    SELECT (SELECT coalesce(sum(count), 0) FROM tally WHERE state_code = 0) - (SELECT count(*) FROM mine) AS unreviewed,
           (SELECT count(*) FROM mine WHERE state = 'accepted') AS accepted,
           (SELECT count(*) FROM mine WHERE state = 'rejected') AS rejected,
           (SELECT count(*) FROM mine WHERE state = 'edited') AS edited`.execute(db);
  return {
    publishers: publishers.flatMap((row) => row.publisher ?? []),
    rules: rules.map((row) => row.rule),
    counts: counts.parse(rows[0]),
  };
}
