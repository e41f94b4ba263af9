import { type RawBuilder, sql } from 'kysely';
import type { ClaimFilter, ReviewState, Status } from '../types.ts';
import { type CodedColumn, codeOf } from './codes.ts';

type Condition = RawBuilder<boolean>;

/** What a filter asks, as conditions on `claims`; each stands by itself and all must hold. */
export function conditionsOf(filter: ClaimFilter): Condition[] {
  const { lost, article, idPrefix, from, to, conflict, words = [] } = filter;
  const asked = (condition: Condition | undefined): Condition[] =>
    condition === undefined ? [] : [condition];
  return [
    ...(lost === true
      ? []
      : [sql<boolean>`claims.state_code = ${codeOf('state', lost === 'only' ? 'lost' : 'current')}`]),
    ...asked(
      article === undefined
        ? undefined
        : sql`claims.article_key = (SELECT articles.key FROM articles WHERE articles.id = ${article})`,
    ),
    ...asked(idPrefix === undefined ? undefined : startsWith(idPrefix)),
    ...asked(anyOf('claims.kind_code', coded('kind', filter.kind))),
    ...asked(anyOf('claims.relation_code', coded('relation', filter.relation))),
    ...asked(anyOf('claims.subject', filter.subject)),
    ...asked(anyOf('claims.object', filter.object)),
    ...asked(anyOf('claims.scene', filter.scene)),
    ...asked(anyOf('claims.status_code', coded('status', filter.status))),
    ...asked(anyOf('claims.rule', filter.rule)),
    ...asked(anyOf('claims.review_code', coded('review', filter.state))),
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

const coded = (column: CodedColumn, words: readonly string[] | undefined): (string | number)[] | undefined =>
  words?.map((word) => codeOf(column, word));

function anyOf(
  column: string,
  values: readonly (string | number | null)[] | undefined,
): Condition | undefined {
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
    : sql`claims.article_key IN (SELECT articles.key FROM articles WHERE ${theirs})`;
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
  OR claims.quote LIKE ${`%${like(word)}%`} ESCAPE '\\'
  OR claims.article_key IN (SELECT articles.key FROM articles
             WHERE articles.title LIKE ${`%${like(word)}%`} ESCAPE '\\'))`;

/** Days by which two articles may differ about the day of one thing. */
const AROUND = 7;
const codes = (...statuses: Status[]): RawBuilder<unknown> =>
  sql`(${sql.raw(statuses.map((status) => codeOf('status', status)).join())})`;
export const POSITIVE = codes('open', 'limited', 'trial');
export const CLOSED = codes('closed');
export const REJECTED = sql.raw(String(codeOf('review', 'rejected')));

/** What is dated to more days than this contradicts nothing: both may be so. */
const COARSE = 7;

/** A claim about the same pair and scene, around the same days, that is not rejected and has one of `statuses`. */
const saysOf = (statuses: RawBuilder<unknown>): Condition => sql`EXISTS (
  SELECT 1 FROM claims other WHERE other.relation_code = claims.relation_code AND other.subject = claims.subject
    AND other.object IS claims.object AND other.scene IS claims.scene AND other.status_code IN ${statuses}
    AND other.date_start <= date(claims.date_end, ${`+${AROUND} days`})
    AND other.date_start >= date(claims.date_start, ${`-${AROUND + COARSE} days`})
    AND other.date_end >= date(claims.date_start, ${`-${AROUND} days`})
    AND other.date_end <= date(other.date_start, ${`+${COARSE} days`})
    AND other.state_code = 0 AND other.review_code <> ${REJECTED} AND other.id <> claims.id)`;

/** Whether a claim is contradicted: «can be used» against «cannot» for one pair and scene. A rejected claim is not. */
export const CONTRADICTED: Condition = sql`(claims.review_code <> ${REJECTED} AND claims.state_code = 0
  AND claims.date_end <= date(claims.date_start, ${`+${COARSE} days`}) AND (
  (claims.status_code IN ${CLOSED} AND ${saysOf(POSITIVE)})
  OR (claims.status_code IN ${POSITIVE} AND ${saysOf(CLOSED)})))`;

/** The same, from what `freshenContested` found: for all claims of a large book at once. */
export const CONTESTED: Condition = sql`(claims.id IN (SELECT id FROM temp.contested) AND claims.review_code <> ${REJECTED})`;
