import type { Kysely } from 'kysely';
import type { ExportedClaim, TraceStep } from '../types.ts';
import { readClaims } from './claims.ts';
import { heldText } from './pack.ts';
import { readTrace } from './readings.ts';
import type { Tables } from './tables.ts';

/** One claim with all that explains it. `text` is the version of the article that the evidence points into. */
export interface StoredClaim {
  readonly claim: ExportedClaim;
  readonly state: string;
  readonly text: string;
  readonly trace: readonly TraceStep[];
}

/** Claims whose id begins with the given words, with the text that they were made from; also lost ones. */
export async function findClaims(db: Kysely<Tables>, idPrefix: string): Promise<StoredClaim[]> {
  const found: StoredClaim[] = [];
  for await (const claim of readClaims(db, { idPrefix, lost: true })) {
    const row = await db
      .selectFrom('claims')
      .innerJoin('article_texts', 'article_texts.key', 'claims.text_key')
      .select(['claims.state', 'article_texts.text'])
      .where('claims.id', '=', claim.id)
      .executeTakeFirstOrThrow();
    const text = heldText.parse(row.text);
    found.push({ claim, state: row.state, text, trace: await readTrace(db, claim.id) });
  }
  return found;
}
