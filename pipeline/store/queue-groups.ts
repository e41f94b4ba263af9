import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ClaimFilter } from '../types.ts';
import { wordOf } from './codes.ts';
import { CONTESTED } from './filter.ts';
import { contestedOf, countOf, isOfMatters, MATTER_ROWS, matterConditions } from './matters.ts';
import type { Place, QueueOrder } from './queue-order.ts';
import type { Tables } from './tables.ts';
import { isTallied, ofRules, talliedConditions } from './tally.ts';

/** Claims that stand together in an order, because its first keys are the same for all of them. */
export interface Group {
  /** Of these keys. */
  readonly values: Place;
  /** At most so many claims of the filter; exactly so many where the groups are exact. */
  readonly count: number;
  /** How many claims an index leads to for them. */
  readonly reach: number;
  /** What tells them from others: by way of that index, and for one claim after the other. */
  readonly byIndex: () => RawBuilder<boolean>;
  readonly oneByOne: RawBuilder<boolean>;
}

export interface Groups {
  /** In the order of the queue. */
  readonly all: Iterable<Group> | AsyncIterable<Group>;
  readonly isExact: boolean;
}

/**
 * The groups that an order goes through, where no index has the order but tables that the book keeps by themselves know
 * the groups; null for the other orders.
 */
export async function groupsOf(
  db: Kysely<Tables>,
  { order, filter, reviewer, descending }: Asked,
): Promise<Groups | null> {
  const turned = (groups: Group[]): Group[] => (descending ? groups.reverse() : groups);
  switch (order) {
    case 'relation':
    case 'status':
      return { all: turned(await codedGroups(db, order, filter)), isExact: isTallied(filter) };
    case 'rule':
      return { all: turned(await ruleGroups(db, filter)), isExact: isTallied(filter) };
    case 'subject':
    case 'object':
    case 'scene':
      return { all: turned(await namedGroups(db, order, filter)), isExact: isOfMatters(filter) };
    case 'conflicts':
      return { all: contestedGroups(db, filter, descending), isExact: isOfMatters(filter) };
    case 'state':
      return { all: turned(await stateGroups(db, reviewer)), isExact: false };
    default:
      return null;
  }
}

export interface Asked {
  readonly order: QueueOrder;
  readonly filter: ClaimFilter;
  readonly reviewer: string;
  /** From the last to the first. */
  readonly descending: boolean;
}

const name = z.string().nullable();
const code = z.union([z.number(), z.string()]);
const size = z.object({ n: z.number(), reach: z.number() });

async function rowsOf<T>(db: Kysely<Tables>, query: RawBuilder<unknown>, row: z.ZodType<T>): Promise<T[]> {
  const { rows } = await query.execute(db);
  return rows.map((found) => row.parse(found));
}

/** As SQLite compares texts that hold no signs beyond the basic plane: ids and words of closed lists. */
const byValues = (a: Group, b: Group): number => {
  for (const [i, x] of a.values.entries()) {
    const y = b.values[i] ?? '';
    if (x !== y) return x < y ? -1 : 1;
  }
  return 0;
};

async function codedGroups(
  db: Kysely<Tables>,
  column: 'relation' | 'status',
  filter: ClaimFilter,
): Promise<Group[]> {
  const own = sql.ref(`claims.${column}_code`);
  const rows = await rowsOf(
    db,
    sql`SELECT ${own} AS code, sum(claims.count) AS n, sum(reached.n) AS reach FROM tally AS claims
        JOIN (SELECT rule, sum(count) AS n FROM tally GROUP BY rule) AS reached ON reached.rule = claims.rule
        WHERE ${talliedConditions(filter)} GROUP BY 1`,
    size.extend({ code }),
  );
  const groups = rows.map(({ code, n, reach }): Group => {
    const oneByOne = sql<boolean>`${own} = ${code}`;
    const word = wordOf(column, code);
    const isOf = sql`t.${sql.ref(`${column}_code`)} = ${code}`;
    const byIndex = () => sql<boolean>`${oneByOne} AND ${ofRules(isOf)}`;
    return { values: [word], count: n, reach, oneByOne, byIndex };
  });
  return groups.sort(byValues);
}

async function ruleGroups(db: Kysely<Tables>, filter: ClaimFilter): Promise<Group[]> {
  const rows = await rowsOf(
    db,
    sql`SELECT claims.rule AS rule, sum(claims.count) AS n, reached.n AS reach FROM tally AS claims
        JOIN (SELECT substr(rule, -4) AS ending, sum(count) AS n FROM tally GROUP BY 1) AS reached
          ON reached.ending = substr(claims.rule, -4)
        WHERE ${talliedConditions(filter)} GROUP BY 1`,
    size.extend({ rule: z.string() }),
  );
  const groups = rows.map(({ rule, n, reach }): Group => {
    const oneByOne = sql<boolean>`claims.rule = ${rule}`;
    const byIndex = () => sql<boolean>`substr(claims.rule, -4) = ${rule.slice(-4)} AND ${oneByOne}`;
    return { values: [rule], count: n, reach, oneByOne, byIndex };
  });
  return groups.sort(byValues);
}

async function namedGroups(
  db: Kysely<Tables>,
  column: 'subject' | 'object' | 'scene',
  filter: ClaimFilter,
): Promise<Group[]> {
  const own = sql.ref(`claims.${column}`);
  const rows = await rowsOf(
    db,
    sql`SELECT ${own} AS name, sum(${countOf(filter)}) AS n, sum(claims.current + claims.lost) AS reach
        FROM ${MATTER_ROWS} AS claims WHERE ${matterConditions(filter)} GROUP BY 1`,
    size.extend({ name }),
  );
  const groups = rows.map(({ name, n, reach }): Group => {
    const oneByOne = sql<boolean>`${own} IS ${name}`;
    const byIndex = () =>
      column === 'subject'
        ? sql<boolean>`claims.subject = ${name}`
        : sql<boolean>`${oneByOne} AND ${ofPairs(column, name)}`;
    return { values: [name ?? ''], count: n, reach, oneByOne, byIndex };
  });
  return groups.sort(byValues);
}

/** Claims with an object or a scene, by way of the pairs that have it. */
const ofPairs = (column: 'object' | 'scene', name: string | null): RawBuilder<boolean> => sql`claims.key IN (
  SELECT c.key FROM matters m CROSS JOIN claims c ON c.subject = m.subject AND c.object IS nullif(m.object, '')
    AND c.relation_code = m.relation_code AND c.scene IS nullif(m.scene, '')
  WHERE m.${sql.ref(column)} = ${name ?? ''})`;

const pairs = z.object({ subject: z.string(), object: z.string(), n: z.number() });

/** First what another contradicts, pair by pair, then the others. */
async function* contestedGroups(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  descending: boolean,
): AsyncGenerator<Group> {
  const turn = sql.raw(descending ? 'DESC' : 'ASC');
  for (const flag of descending ? [1, 0] : [0, 1]) {
    const count = flag === 0 ? contestedOf(filter) : sql`${countOf(filter)} - ${contestedOf(filter)}`;
    const own = flag === 0 ? CONTESTED : sql<boolean>`NOT ${CONTESTED}`;
    const rows = await rowsOf(
      db,
      sql`SELECT claims.subject AS subject, claims.object_key AS object, sum(${count}) AS n
          FROM ${MATTER_ROWS} AS claims WHERE ${matterConditions(filter)}
          GROUP BY 1, 2 HAVING n > 0 ORDER BY 1 ${turn}, 2 ${turn}`,
      pairs,
    );
    for (const { subject, object, n } of rows) {
      const pair = sql<boolean>`claims.subject = ${subject} AND claims.object IS nullif(${object}, '') AND ${own}`;
      yield { values: [flag, subject, object], count: n, reach: 0, byIndex: () => pair, oneByOne: pair };
    }
  }
}

const verdicts = z.object({ state: z.string(), n: z.number() });

/** What the reviewer has decided, and at the end what he or she has not. */
async function stateGroups(db: Kysely<Tables>, reviewer: string): Promise<Group[]> {
  const own = sql`SELECT claim_id FROM verdicts WHERE reviewer = ${reviewer}`;
  const rows = await rowsOf(
    db,
    sql`SELECT state, count(*) AS n FROM verdicts WHERE reviewer = ${reviewer} GROUP BY 1`,
    verdicts,
  );
  const decided = rows.map(({ state, n }): Group => {
    const ids = sql`${own} AND state = ${state}`;
    const byIndex = () => sql<boolean>`claims.id IN (${ids})`;
    const oneByOne = sql<boolean>`+claims.id IN (${ids})`;
    return { values: [state], count: n, reach: n, byIndex, oneByOne };
  });
  const open = sql<boolean>`+claims.id NOT IN (${own})`;
  const rest = { values: ['unreviewed'], count: Number.POSITIVE_INFINITY, reach: Number.POSITIVE_INFINITY };
  return [...decided, { ...rest, byIndex: () => open, oneByOne: open }].sort(byValues);
}
