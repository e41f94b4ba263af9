import { type Kysely, type RawBuilder, sql } from 'kysely';
import type { ClaimFilter } from '../types.ts';
import { allOf, conditionsOf } from './filter.ts';
import { numberOf } from './matters.ts';
import type { Tables } from './tables.ts';

/** What claims are tallied by: of a large book the triggers have counted, which a walk through the claims does not do in time. */
const TALLIED: ReadonlySet<string> = new Set(['lost', 'kind', 'relation', 'status', 'rule', 'state']);

/** Whether the tally alone answers how many claims a filter holds. */
export const isTallied = (filter: ClaimFilter): boolean =>
  Object.entries(filter).every(([name, asked]) => asked === undefined || TALLIED.has(name));

/** The part of a filter that the tally can answer, as a condition on `tally AS claims`. */
export function talliedConditions(filter: ClaimFilter): RawBuilder<boolean> {
  const parts = Object.entries(filter).filter(([name]) => TALLIED.has(name));
  return allOf([sql`claims.count > 0`, ...conditionsOf(Object.fromEntries(parts))]);
}

/** Claims of the rules that a condition on `tally t` holds for, by way of the index on the ends of their names. */
export const ofRules = (condition: RawBuilder<unknown>): RawBuilder<boolean> => sql`(
  substr(claims.rule, -4) IN (SELECT DISTINCT substr(t.rule, -4) FROM tally t WHERE t.count > 0 AND ${condition}))`;

/** How many claims that index leads to for a filter. */
export const reachOf = (db: Kysely<Tables>, filter: ClaimFilter): Promise<number> =>
  numberOf(
    db,
    sql`SELECT coalesce(sum(count), 0) FROM tally WHERE substr(rule, -4) IN (
      SELECT substr(claims.rule, -4) FROM tally AS claims WHERE ${talliedConditions(filter)})`,
  );

/** Claims of the rules that a filter can hold, by way of that index. */
export const ofItsRules = (filter: ClaimFilter): RawBuilder<boolean> => sql`(
  substr(claims.rule, -4) IN (SELECT DISTINCT substr(claims.rule, -4) FROM tally AS claims
  WHERE ${talliedConditions(filter)}))`;
