import { type RawBuilder, sql } from 'kysely';
import type { ClaimFilter, ReviewState, Status } from '../types.ts';
import { type CodedColumn, codeOf } from './codes.ts';
import { asNumber, dayOf } from './day.ts';

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
    // What the index on the few that have been decided on asks for.
    ...(filter.state === undefined || filter.state.includes('unreviewed')
      ? []
      : [sql<boolean>`claims.review_code <> 0`]),
    ...asked(publishedBy(filter.publisher)),
    ...asked(from === undefined ? undefined : sql`coalesce(claims.date_end, claims.date_start) >= ${from}`),
    ...asked(to === undefined ? undefined : sql`coalesce(claims.date_start, claims.date_end) <= ${to}`),
    ...asked(
      conflict === undefined
        ? undefined
        : conflict
          ? CONTESTED
          : sql`+claims.key NOT IN (SELECT claim_key FROM contested)`,
    ),
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

const publishedBy = (publishers: ClaimFilter['publisher']): Condition | undefined =>
  publishers === undefined ? undefined : sql`+claims.article_key IN (${keysOfPublishers(publishers)})`;

/** Keys of the articles of publishers, by way of the index on them, in which none and an empty name are one. */
export function keysOfPublishers(publishers: readonly (string | null)[]): RawBuilder<unknown> {
  const names = publishers.map((name) => name ?? '');
  const exactly = names.includes('') ? sql`AND ${anyOf('articles.publisher', publishers)}` : sql``;
  return sql`
  SELECT articles.key FROM articles WHERE coalesce(articles.publisher, '') IN (${sql.join(names)}) ${exactly}`;
}

function mine(wanted: ClaimFilter['mine']): Condition[] {
  if (wanted === undefined) return [];
  const { reviewer, state, changed } = wanted;
  const among = (what: Condition, not: RawBuilder<unknown> = sql``): Condition =>
    sql`+claims.id ${not} IN (SELECT v.claim_id FROM verdicts v WHERE v.reviewer = ${reviewer} AND ${what})`;
  const decided = (state ?? []).filter((s): s is Exclude<ReviewState, 'unreviewed'> => s !== 'unreviewed');
  const isDecided = decided.length === 0 ? sql<boolean>`0` : among(sql`v.state IN (${sql.join(decided)})`);
  const others = DECIDED.filter((s) => !decided.includes(s));
  return [
    ...(state === undefined
      ? []
      : [state.includes('unreviewed') ? among(sql`v.state IN (${sql.join(others)})`, sql`NOT`) : isDecided]),
    ...(changed === undefined ? [] : [among(sql`v.changed = 1`, changed ? sql`` : sql`NOT`)]),
  ];
}

const DECIDED = ['accepted', 'rejected', 'edited'] as const;

const like = (word: string): string => word.replace(/[\\%_]/g, '\\$&');

function holds(word: string): Condition {
  const anywhere = `%${like(word)}%`;
  // Ids have no other signs.
  const named = /^[!-~]+$/.test(word) ? sql`claims.id LIKE ${`${like(word)}%`} ESCAPE '\\' OR` : sql``;
  return sql`(${named} claims.quote LIKE ${anywhere} ESCAPE '\\'
  OR claims.article_key IN (SELECT articles.key FROM articles WHERE articles.title LIKE ${anywhere} ESCAPE '\\'))`;
}

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
    AND ${dayOf('other')} <= ${asNumber(sql`date(claims.date_end, ${`+${AROUND} days`})`)}
    AND ${dayOf('other')} >= ${asNumber(sql`date(claims.date_start, ${`-${AROUND + COARSE} days`})`)}
    AND other.date_end >= date(claims.date_start, ${`-${AROUND} days`})
    AND other.date_end <= date(other.date_start, ${`+${COARSE} days`})
    AND other.state_code = 0 AND other.review_code <> ${REJECTED} AND other.id <> claims.id)`;

/** Whether a claim is contradicted: «can be used» against «cannot» for one pair and scene. A rejected claim is not. */
export const CONTRADICTED: Condition = sql`(claims.review_code <> ${REJECTED} AND claims.state_code = 0
  AND claims.date_end <= date(claims.date_start, ${`+${COARSE} days`}) AND (
  (claims.status_code IN ${CLOSED} AND ${saysOf(POSITIVE)})
  OR (claims.status_code IN ${POSITIVE} AND ${saysOf(CLOSED)})))`;

/** The same, from what `freshenContested` found: for all claims of a large book at once. */
export const CONTESTED: Condition = sql`+claims.key IN (SELECT claim_key FROM contested)`;
