import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Tables } from './tables.ts';

const decision = z.object({
  id: z.string(),
  claim_id: z.string(),
  action: z.enum(['accept', 'reject', 'edit', 'undo']),
  /** The claim's content when it was decided on, as JSON. */
  before: z.string(),
  /** What an edit made of it, as JSON. */
  after: z.string().nullable(),
  reviewer: z.string(),
  at: z.string(),
  reason: z.string().nullable(),
  note: z.string().nullable(),
  undoes: z.string().nullable(),
});

/** One event of the log: who decided what about which claim, and when. */
export type Decision = z.infer<typeof decision>;
export type NewDecision = Decision;

/** Appends an event. The same event (by id) twice is one event. */
export async function decide(db: Kysely<Tables>, event: NewDecision): Promise<void> {
  await db
    .insertInto('decisions')
    .values(decision.parse(event))
    .onConflict((c) => c.column('id').doNothing())
    .execute();
}

export async function readDecisions(db: Kysely<Tables>): Promise<Decision[]> {
  const rows = await db.selectFrom('decisions').selectAll().orderBy('seq').execute();
  return rows.map(({ seq: _seq, ...row }) => decision.parse(row));
}
