import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClaimFilter } from '../types.ts';
import { DAY } from './day.ts';
import { allOf, conditionsOf } from './filter.ts';
import type { Tables } from './tables.ts';

const KEY = ['subject', "coalesce(?.object, '')", 'relation_code', "coalesce(?.scene, '')"];
const keyOf = (row: 'OLD' | 'NEW'): string[] =>
  KEY.map((part) => (part.includes('?') ? part.replace('?', row) : `${row}.${part}`));
const COUNTED = ['subject', 'object', 'relation_code', 'scene', 'state_code'];
/** What else decides whether two claims of one matter contradict each other. */
const WEIGHED = ['status_code', 'date_start', 'date_end', 'review_code'];
const ANY = [...COUNTED, ...WEIGHED];

const counted = (row: 'OLD' | 'NEW'): string => `INSERT INTO matters
       VALUES (${keyOf(row).join()}, ${row}.state_code = 0, ${row}.state_code = 1, 0, 1)
       ON CONFLICT DO UPDATE SET current = current + excluded.current, lost = lost + excluded.lost, stale = 1`;

/**
 * How many claims there are of each relation, pair and scene, kept by triggers, and which of them another contradicts:
 * found anew for what is `stale` when somebody asks. Then the orders and filters that a large book is gone through by.
 */
export const MATTERS: readonly string[] = [
  `CREATE TABLE matters (
     subject TEXT NOT NULL, object TEXT NOT NULL, relation_code INTEGER NOT NULL, scene TEXT NOT NULL,
     current INTEGER NOT NULL, lost INTEGER NOT NULL, contested INTEGER NOT NULL, stale INTEGER NOT NULL,
     PRIMARY KEY (subject, object, relation_code, scene)) WITHOUT ROWID`,
  `INSERT INTO matters
   SELECT subject, coalesce(object, ''), relation_code, coalesce(scene, ''), sum(state_code = 0), sum(state_code = 1), 0, 1
   FROM claims GROUP BY 1, 2, 3, 4`,
  `CREATE INDEX matters_stale ON matters(stale) WHERE stale > 0`,
  `CREATE TRIGGER claims_of_matter AFTER INSERT ON claims BEGIN ${counted('NEW')}; END`,
  `CREATE TRIGGER claims_of_other_matter AFTER UPDATE OF ${ANY.join()} ON claims
     WHEN ${ANY.map((column) => `OLD.${column} IS NOT NEW.${column}`).join(' OR ')} BEGIN
       UPDATE matters SET current = current - (OLD.state_code = 0), lost = lost - (OLD.state_code = 1), stale = 1
       WHERE (subject, object, relation_code, scene) = (${keyOf('OLD').join()});
       ${counted('NEW')};
     END`,
  `CREATE TABLE contested (claim_key INTEGER PRIMARY KEY REFERENCES claims(key))`,
  `CREATE INDEX claims_day ON claims(${DAY})`,
  `CREATE INDEX claims_rule ON claims(substr(rule, -4))`,
  `CREATE INDEX claims_reviewed ON claims(review_code) WHERE review_code <> 0`,
  `DROP INDEX claims_pair`,
  `CREATE INDEX claims_pair ON claims(subject, object, relation_code, scene, status_code, ${DAY}, state_code)`,
  `DROP INDEX claims_article`,
  `CREATE INDEX claims_article ON claims(article_key, position, state_code)`,
];

/** Matters in the columns of claims. */
export const MATTER_ROWS = sql`(
  SELECT subject, object AS object_key, nullif(object, '') AS object, relation_code, nullif(scene, '') AS scene, current,
    lost, contested FROM matters)`;

const ASKED: ReadonlySet<string> = new Set(['lost', 'relation', 'subject', 'object', 'scene']);

/** Whether matters alone answer how many claims a filter holds. */
export const isOfMatters = (filter: ClaimFilter): boolean =>
  Object.entries(filter).every(([name, asked]) => asked === undefined || ASKED.has(name));

/** The part of a filter that matters can answer, as a condition on `MATTER_ROWS AS claims`. */
export function matterConditions(filter: ClaimFilter): RawBuilder<boolean> {
  const parts = Object.entries(filter).filter(([name]) => ASKED.has(name) && name !== 'lost');
  return allOf(conditionsOf({ ...Object.fromEntries(parts), lost: true }));
}

/** How many claims of a matter count for a filter. */
export const countOf = ({ lost }: ClaimFilter): RawBuilder<number> =>
  lost === undefined || lost === false
    ? sql`claims.current`
    : lost === 'only'
      ? sql`claims.lost`
      : sql`claims.current + claims.lost`;

/** How many of them another contradicts: none that is lost. */
export const contestedOf = ({ lost }: ClaimFilter): RawBuilder<number> =>
  lost === 'only' ? sql`0` : sql`claims.contested`;

/** Keys of the claims of matters that a filter holds, by way of the index on pairs. */
export const keysOfMatters = (filter: ClaimFilter): RawBuilder<unknown> => sql`
  SELECT c.key FROM ${MATTER_ROWS} AS claims CROSS JOIN claims AS c ON c.subject = claims.subject
    AND c.object IS claims.object AND c.relation_code = claims.relation_code AND c.scene IS claims.scene
  WHERE ${matterConditions(filter)}`;

/** Reads a number out of the only row. */
export async function numberOf(db: Kysely<Tables>, query: RawBuilder<unknown>): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT (${query}) AS n`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
