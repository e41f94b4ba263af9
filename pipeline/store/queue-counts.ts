import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ClaimFilter } from '../types.ts';
import { allOf, conditionsOf, keysOfPublishers } from './filter.ts';
import {
  contestedOf,
  countOf,
  isOfMatters,
  keysOfMatters,
  MATTER_ROWS,
  matterConditions,
  numberOf,
} from './matters.ts';
import type { Tables } from './tables.ts';
import { isTallied, ofItsRules, reachOf, talliedConditions } from './tally.ts';

/** How many claims a filter holds; and which, as a JSON list of keys, where finding out was how they were counted. */
export interface Held {
  readonly total: number;
  readonly keys: string | null;
}

/** Conditions of rules that lead to more claims than this are left out: a walk through all is not much longer. */
const WORTH_AN_INDEX = 20_000;

const every = (filter: ClaimFilter): RawBuilder<boolean> => allOf(conditionsOf(filter));
const known = (total: number): Held => ({ total, keys: null });

/**
 * The claims that a filter holds, by what the book has counted itself as far as it can. What a reviewer has not decided
 * is counted by what he or she has, and what nobody contradicts by what somebody does.
 */
export async function heldBy(db: Kysely<Tables>, filter: ClaimFilter): Promise<Held> {
  const { mine, ...others } = filter;
  if (mine !== undefined) {
    const { reviewer, state, changed } = mine;
    const decided = sql`verdicts own CROSS JOIN claims ON claims.id = own.claim_id`;
    const isOwn = sql<boolean>`own.reviewer = ${reviewer}`;
    const isOfAll = (state?.includes('unreviewed') ?? true) && changed !== true;
    if (!isOfAll) return counted(db, decided, allOf([isOwn, every(filter)]));
    const all = await heldBy(db, others);
    const out = allOf([isOwn, every(others), sql`NOT (${allOf(conditionsOf({ mine, lost: true }))})`]);
    return known(all.total - (await numberOf(db, sql`SELECT count(*) FROM ${decided} WHERE ${out}`)));
  }
  const { conflict, ...plain } = others;
  if (conflict === undefined) return heldPlainly(db, plain);
  if (!conflict) {
    const [all, contested] = [await heldPlainly(db, plain), await heldBy(db, { ...plain, conflict: true })];
    return known(all.total - contested.total);
  }
  if (isOfMatters(plain)) return known(await ofMatters(db, plain, contestedOf(plain)));
  const contested = sql`contested CROSS JOIN claims ON claims.key = contested.claim_key`;
  return counted(db, contested, every(plain));
}

async function heldPlainly(db: Kysely<Tables>, filter: ClaimFilter): Promise<Held> {
  if (isTallied(filter)) {
    const where = talliedConditions(filter);
    return known(
      await numberOf(db, sql`SELECT coalesce(sum(claims.count), 0) FROM tally AS claims WHERE ${where}`),
    );
  }
  if (isOfMatters(filter)) return known(await ofMatters(db, filter, countOf(filter)));
  return counted(db, sql`claims`, allOf([every(filter), await narrowed(db, filter)]));
}

const ofMatters = (db: Kysely<Tables>, filter: ClaimFilter, count: RawBuilder<number>): Promise<number> =>
  numberOf(
    db,
    sql`SELECT coalesce(sum(${count}), 0) FROM ${MATTER_ROWS} AS claims WHERE ${matterConditions(filter)}`,
  );

const counts = z.object({ total: z.number(), keys: z.string() });

async function counted(
  db: Kysely<Tables>,
  from: RawBuilder<unknown>,
  where: RawBuilder<boolean>,
): Promise<Held> {
  const { rows } = await sql`
    SELECT count(*) AS total, json_group_array(claims.key) AS keys FROM ${from} WHERE ${where}`.execute(db);
  return counts.parse(rows[0]);
}

/** Which claims a filter holds, where they are few. */
export async function keysOf(db: Kysely<Tables>, filter: ClaimFilter): Promise<string> {
  const where = allOf([every(filter), await narrowed(db, filter)]);
  const { keys } = await counted(db, sql`claims`, where);
  return keys ?? '[]';
}

/** A condition that follows from a filter and that an index answers, where none answers the filter itself. */
export async function narrowed(db: Kysely<Tables>, filter: ClaimFilter): Promise<RawBuilder<boolean>> {
  const { article, idPrefix, subject, publisher, object, scene, state, conflict } = filter;
  const isNarrow = [article, idPrefix, subject].some((asked) => asked !== undefined);
  if (isNarrow || state?.includes('unreviewed') === false) return sql`1`;
  if (conflict === true) return sql`claims.key IN (SELECT claim_key FROM contested)`;
  if (publisher !== undefined) return sql`claims.article_key IN (${keysOfPublishers(publisher)})`;
  if (object !== undefined || scene !== undefined) return sql`claims.key IN (${keysOfMatters(filter)})`;
  const isOfRules = [filter.kind, filter.relation, filter.status, filter.rule].some((x) => x !== undefined);
  return isOfRules && (await reachOf(db, filter)) <= WORTH_AN_INDEX ? ofItsRules(filter) : sql`1`;
}

/** How many of the claims that a condition holds for the reviewer has decided. */
export const decidedOf = (
  db: Kysely<Tables>,
  holds: RawBuilder<boolean>,
  reviewer: string,
): Promise<number> =>
  numberOf(
    db,
    sql`SELECT count(*) FROM verdicts own CROSS JOIN claims ON claims.id = own.claim_id
        WHERE own.reviewer = ${reviewer} AND ${holds}`,
  );
