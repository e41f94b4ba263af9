import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ExportedClaim } from '../types.ts';
import { readFew } from './claims.ts';
import type { Tables } from './tables.ts';

/** Which pairs are wanted; what is left out is not asked about. */
export interface PairFilter {
  readonly subject?: string;
  readonly object?: string;
}

/**
 * Claims pair by pair, all claims of one relation between two together: pairs in the order of their ids, and at the end the pairs of
 * wallets, which have no order (`--subject A --object B` finds B ↔ A too). One pair is in memory at a time, and the
 * first comes at once: every step goes through the index on pairs.
 */
export async function* readPairs(
  db: Kysely<Tables>,
  filter: PairFilter = {},
): AsyncGenerator<readonly ExportedClaim[]> {
  for await (const subject of subjects(db, filter)) {
    for (const object of await objects(db, subject, filter)) {
      const claims = await readFew(db, { subject: [subject], object: [object] });
      const relations = new Set(claims.map((c) => c.relation));
      relations.delete('code-interop');
      for (const relation of relations) yield claims.filter((c) => c.relation === relation);
    }
  }
  const wallets = new Map<string, ExportedClaim[]>();
  for (const claim of await readFew(db, { relation: ['code-interop'] })) {
    const ends = [claim.subject, claim.object ?? ''];
    if ([filter.subject, filter.object].some((end) => end !== undefined && !ends.includes(end))) continue;
    const key = ends.sort().join('\t');
    wallets.set(key, [...(wallets.get(key) ?? []), claim]);
  }
  yield* wallets.values();
}

const named = z.object({ name: z.string().nullable() });

/** Subjects in order; each is one step down the index, however many claims it has. */
async function* subjects(db: Kysely<Tables>, { subject }: PairFilter): AsyncGenerator<string> {
  if (subject !== undefined) {
    yield subject;
    return;
  }
  let after = '';
  for (;;) {
    const found = await sql`SELECT min(subject) AS name FROM claims WHERE subject > ${after}`.execute(db);
    const { name } = named.parse(found.rows[0]);
    if (name === null) return;
    yield name;
    after = name;
  }
}

async function objects(
  db: Kysely<Tables>,
  subject: string,
  { object }: PairFilter,
): Promise<(string | null)[]> {
  if (object !== undefined) return [object];
  const found =
    await sql`SELECT DISTINCT object AS name FROM claims WHERE subject = ${subject} ORDER BY object`.execute(
      db,
    );
  return found.rows.map((row) => named.parse(row).name);
}
