import { type RawBuilder, sql } from 'kysely';
import type { ClaimFilter, ReviewState } from '../types.ts';

type Condition = RawBuilder<boolean>;

/** What a filter asks, as conditions on `claims`; each stands by itself and all must hold. */
export function conditionsOf(filter: ClaimFilter): Condition[] {
  const { lost, article, idPrefix, from, to, conflict, words = [] } = filter;
  const asked = (condition: Condition | undefined): Condition[] =>
    condition === undefined ? [] : [condition];
  return [
    ...(lost === true ? [] : [sql<boolean>`claims.state = ${lost === 'only' ? 'lost' : 'current'}`]),
    ...asked(article === undefined ? undefined : sql`claims.article_id = ${article}`),
    ...asked(idPrefix === undefined ? undefined : startsWith(idPrefix)),
    ...asked(anyOf('claims.kind', filter.kind)),
    ...asked(anyOf('claims.relation', filter.relation)),
    ...asked(anyOf('claims.subject', filter.subject)),
    ...asked(anyOf('claims.object', filter.object)),
    ...asked(anyOf('claims.scene', filter.scene)),
    ...asked(anyOf('claims.status', filter.status)),
    ...asked(anyOf('claims.rule', filter.rule)),
    ...asked(anyOf('claims.review', filter.state)),
    ...asked(publishedBy(filter.publisher)),
    ...asked(from === undefined ? undefined : sql`coalesce(claims.date_end, claims.date_start) >= ${from}`),
    ...asked(to === undefined ? undefined : sql`coalesce(claims.date_start, claims.date_end) <= ${to}`),
    ...asked(conflict === undefined ? undefined : conflict ? CONTESTED : sql`NOT ${CONTESTED}`),
    ...mine(filter.mine),
    ...words.map(holds),
  ];
}

/** All of the conditions as one. */
export const allOf = (conditions: readonly Condition[]): Condition =>
  conditions.length === 0 ? sql`1` : sql`${sql.join(conditions, sql` AND `)}`;

const startsWith = (prefix: string): Condition =>
  sql`(claims.id >= ${prefix} AND claims.id < ${`${prefix}\uffff`})`;

function anyOf(column: string, values: readonly (string | null)[] | undefined): Condition | undefined {
  if (values === undefined) return undefined;
  const named = values.filter((value) => value !== null);
  const isNamed = sql<boolean>`${sql.ref(column)} IN (${sql.join(named)})`;
  if (!values.includes(null)) return named.length === 0 ? sql`0` : isNamed;
  return named.length === 0
    ? sql`${sql.ref(column)} IS NULL`
    : sql`(${sql.ref(column)} IS NULL OR ${isNamed})`;
}

function publishedBy(publishers: ClaimFilter['publisher']): Condition | undefined {
  const theirs = anyOf('articles.publisher', publishers);
  return theirs === undefined
    ? undefined
    : sql`claims.article_id IN (SELECT articles.id FROM articles WHERE ${theirs})`;
}

function mine(wanted: ClaimFilter['mine']): Condition[] {
  if (wanted === undefined) return [];
  const { reviewer, state, changed } = wanted;
  const verdict = (what: Condition): Condition =>
    sql`EXISTS (SELECT 1 FROM verdicts v WHERE v.claim_id = claims.id AND v.reviewer = ${reviewer} AND ${what})`;
  const decided = (state ?? []).filter((s): s is Exclude<ReviewState, 'unreviewed'> => s !== 'unreviewed');
  const isDecided = decided.length === 0 ? sql<boolean>`0` : verdict(sql`v.state IN (${sql.join(decided)})`);
  const isOpen = sql<boolean>`NOT ${verdict(sql`1`)}`;
  return [
    ...(state === undefined
      ? []
      : [state.includes('unreviewed') ? sql<boolean>`(${isOpen} OR ${isDecided})` : isDecided]),
    ...(changed === undefined
      ? []
      : [changed ? verdict(sql`v.changed = 1`) : sql<boolean>`NOT ${verdict(sql`v.changed = 1`)}`]),
  ];
}

const like = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

const holds = (word: string): Condition => sql`(
  claims.id LIKE ${`${like(word)}%`} ESCAPE '\\'
  OR claims.id IN (SELECT e.claim_id FROM evidence e WHERE e.role = 'claim'
             AND e.quote LIKE ${`%${like(word)}%`} ESCAPE '\\')
  OR claims.article_id IN (SELECT articles.id FROM articles
             WHERE articles.title LIKE ${`%${like(word)}%`} ESCAPE '\\'))`;

/** Days by which two articles may differ about the day of one thing. */
const AROUND = 7;
export const POSITIVE = sql`('open', 'limited', 'trial')`;

/** What is dated to more days than this contradicts nothing: both may be so. */
const COARSE = 7;

/** A claim about the same pair and scene, around the same days, that is not rejected and has one of `statuses`. */
const saysOf = (statuses: RawBuilder<unknown>): Condition => sql`EXISTS (
  SELECT 1 FROM claims other WHERE other.relation = claims.relation AND other.subject = claims.subject
    AND other.object IS claims.object AND other.scene IS claims.scene AND other.status IN ${statuses}
    AND other.date_start <= date(claims.date_end, ${`+${AROUND} days`})
    AND other.date_start >= date(claims.date_start, ${`-${AROUND + COARSE} days`})
    AND other.date_end >= date(claims.date_start, ${`-${AROUND} days`})
    AND other.date_end <= date(other.date_start, ${`+${COARSE} days`})
    AND other.state = 'current' AND other.review <> 'rejected' AND other.id <> claims.id)`;

/** Whether a claim is contradicted: «can be used» against «cannot» for one pair and scene. A rejected claim is not. */
export const CONTRADICTED: Condition = sql`(claims.review <> 'rejected' AND claims.state = 'current'
  AND claims.date_end <= date(claims.date_start, ${`+${COARSE} days`}) AND (
  (claims.status = 'closed' AND ${saysOf(POSITIVE)})
  OR (claims.status IN ${POSITIVE} AND ${saysOf(sql`('closed')`)})))`;

/** The same, from what `freshenContested` found: for all claims of a large book at once. */
export const CONTESTED: Condition = sql`(claims.id IN (SELECT id FROM temp.contested) AND claims.review <> 'rejected')`;
