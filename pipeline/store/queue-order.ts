import { type RawBuilder, sql } from 'kysely';
import { dayOf } from './day.ts';
import { CONTESTED } from './filter.ts';

export type QueueOrder =
  | 'article'
  | 'conflicts'
  | 'uncertain'
  | 'newest'
  | 'day'
  | 'relation'
  | 'subject'
  | 'object'
  | 'scene'
  | 'status'
  | 'publisher'
  | 'rule'
  | 'state';

interface Key {
  readonly by: RawBuilder<unknown>;
  readonly descending: boolean;
}

/** How a queue is sorted: by these keys, of which the last is the claim's id; and whether articles are gone through in order. */
export interface Sort {
  readonly keys: readonly Key[];
  readonly byArticle: boolean;
}

const COLUMN = {
  relation: 'claims.relation',
  subject: 'claims.subject',
  object: 'claims.object',
  scene: 'claims.scene',
  status: 'claims.status',
  rule: 'claims.rule',
} as const;

const up = (by: RawBuilder<unknown>): Key => ({ by, descending: false });
const down = (by: RawBuilder<unknown>): Key => ({ by, descending: true });
const text = (column: string): RawBuilder<unknown> => sql`coalesce(${sql.ref(column)}, '')`;
const ID = up(sql`claims.id`);
const IN_TEXT = [up(sql`claims.position`), ID];

/** The sort of an order; `turned` is the same from the last to the first. */
export function sortOf(order: QueueOrder, turned: boolean, reviewer: string): Sort {
  const { keys, byArticle } = naturalSort(order, reviewer);
  if (!turned) return { keys, byArticle };
  return { keys: keys.map(({ by, descending }) => ({ by, descending: !descending })), byArticle };
}

/** Ties go by place in the book where the order goes by article, by the book's own key, or by id: by what an index can answer. */
function naturalSort(order: QueueOrder, reviewer: string): Sort {
  switch (order) {
    case 'article':
      return { keys: [up(sql`articles.path`), ...IN_TEXT], byArticle: true };
    case 'newest':
      return {
        keys: [down(text('articles.published')), down(sql`articles.id`), ...IN_TEXT],
        byArticle: true,
      };
    case 'publisher':
      return { keys: [up(text('articles.publisher')), up(sql`articles.id`), ...IN_TEXT], byArticle: true };
    case 'conflicts':
      return { keys: [up(sql`iif(${CONTESTED}, 0, 1)`), ...MATTER, ID], byArticle: false };
    case 'uncertain':
      return { keys: [down(sql`claims.doubt`), down(sql`claims.key`), ID], byArticle: false };
    case 'day':
      return { keys: [up(dayOf('claims')), ID], byArticle: false };
    case 'state':
      return { keys: [up(stateOf(reviewer)), ID], byArticle: false };
    default:
      return { keys: [up(text(COLUMN[order])), ID], byArticle: false };
  }
}

/** What contradicts each other stands together. */
const MATTER = ['claims.subject', 'claims.object', 'claims.scene', 'claims.date_start'].map((c) =>
  up(text(c)),
);

const stateOf = (reviewer: string): RawBuilder<unknown> => sql`coalesce(
  (SELECT state FROM verdicts m WHERE m.claim_id = claims.id AND m.reviewer = ${reviewer}), 'unreviewed')`;

/** Where a claim stands in a sort: a value for each key. */
export type Place = readonly (string | number)[];

/** Whether a claim's place is behind another; with `including`, or the same. */
export function behind({ keys }: Sort, place: Place, including: boolean): RawBuilder<boolean> {
  let condition: RawBuilder<boolean> = including ? sql`1` : sql`0`;
  for (const [i, { by, descending }] of [...keys.entries()].reverse()) {
    const value = place[i] ?? '';
    const [after, notBefore] = descending ? [sql`<`, sql`<=`] : [sql`>`, sql`>=`];
    // The first half is what an index can answer.
    condition = sql`(${by} ${notBefore} ${value} AND (${by} ${after} ${value} OR ${condition}))`;
  }
  return condition;
}

export const sorted = ({ keys }: Sort): RawBuilder<unknown> =>
  sql.join(keys.map(({ by, descending }) => (descending ? sql`${by} DESC` : sql`${by}`)));

/** Whether claims whose first keys have these values stand before a place (-1), around it (0), or behind it (1). */
export function sideOf({ keys }: Sort, values: Place, place: Place): -1 | 0 | 1 {
  for (const [i, value] of values.entries()) {
    const other = place[i] ?? '';
    if (value !== other) return value < other === (keys[i]?.descending === true) ? 1 : -1;
  }
  return 0;
}
