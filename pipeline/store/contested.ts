import { type Kysely, sql } from 'kysely';
import { CONTRADICTED } from './filter.ts';
import { numberOf } from './matters.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Matters in one transaction: a writer that waits for it waits a moment. */
const BATCH = 500;

/**
 * Finds the claims that another contradicts, of every relation, pair and scene whose claims have changed since it was
 * last asked. Asking each claim of a book of 100,000 articles takes a second; a decision or a new article touches few.
 */
export async function freshenContested(db: Kysely<Tables>): Promise<void> {
  const owner = db.getExecutor().adapter;
  const rest = rests.get(owner) ?? 0;
  const begun = performance.now();
  if (begun < rest) return;
  const before = process.cpuUsage();
  // No more than there are now: who reads articles in meanwhile makes others.
  const stale = await numberOf(db, sql`SELECT count(*) FROM matters WHERE stale > 0`);
  for (let done = 0; done < stale; done += BATCH) await inTransaction(db, weighSome);
  const { user, system } = process.cpuUsage(before);
  const took = (user + system) / 1000;
  if (took > LONG) rests.set(owner, begun + took * KEPT);
}

/** What took longer than this (milliseconds of processor) is good for so many times as long, whatever is read in meanwhile. */
const LONG = 250;
const KEPT = 20;
/** Until when, by connection. */
const rests = new WeakMap<object, number>();

const OF_MATTER = sql`c.subject = m.subject AND c.object IS nullif(m.object, '') AND c.relation_code = m.relation_code
  AND c.scene IS nullif(m.scene, '')`;

async function weighSome(t: Kysely<Tables>): Promise<void> {
  await sql`
    UPDATE matters SET stale = 2 WHERE (subject, object, relation_code, scene) IN (
      SELECT subject, object, relation_code, scene FROM matters WHERE stale > 0 LIMIT ${BATCH})`.execute(t);
  const claims = sql`(SELECT * FROM matters WHERE stale = 2) AS m CROSS JOIN claims AS c ON ${OF_MATTER}`;
  await sql`DELETE FROM contested WHERE claim_key IN (SELECT c.key FROM ${claims})`.execute(t);
  await sql`
    INSERT INTO contested SELECT claims.key FROM (SELECT c.key FROM ${claims}) AS some
    CROSS JOIN claims ON claims.key = some.key WHERE ${CONTRADICTED}`.execute(t);
  await sql`
    UPDATE matters AS m SET stale = 0, contested = (
      SELECT count(*) FROM claims AS c CROSS JOIN contested ON contested.claim_key = c.key WHERE ${OF_MATTER})
    WHERE stale = 2`.execute(t);
}
