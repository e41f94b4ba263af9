import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Verdict } from '../types.ts';
import type { Tables } from './tables.ts';

const verdict = z.object({
  claim: z.string(),
  reviewer: z.string(),
  state: z.enum(['accepted', 'rejected', 'edited']),
  reason: z.string().nullable(),
  note: z.string().nullable(),
}) satisfies z.ZodType<Verdict>;

const PAGE = 2000;

/** How every claim stands with every reviewer who has decided on it; by claim, then by reviewer. */
export async function* readVerdicts(db: Kysely<Tables>): AsyncGenerator<Verdict> {
  let after = { claim: '', reviewer: '' };
  for (;;) {
    const { claim, reviewer } = after;
    const rows = await db
      .selectFrom('verdicts')
      .select(['claim_id as claim', 'reviewer', 'state', 'reason', 'note'])
      .where((e) => e(e.refTuple('claim_id', 'reviewer'), '>', e.tuple(claim, reviewer)))
      .orderBy('claim_id')
      .orderBy('reviewer')
      .limit(PAGE)
      .execute();
    const page: Verdict[] = rows.map((row) => verdict.parse(row));
    yield* page;
    after = page.at(-1) ?? after;
    if (page.length < PAGE) return;
  }
}
