import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ClaimFilter } from '../types.ts';
import { freshenContested } from './contested.ts';
import { allOf, conditionsOf } from './filter.ts';
import { numberOf } from './matters.ts';
import { decidedOf, heldBy, keysOf } from './queue-counts.ts';
import { type Groups, groupsOf } from './queue-groups.ts';
import { behind, type Place, type QueueOrder, type Sort, sideOf, sorted, sortOf } from './queue-order.ts';
import { type QueueRow, rowsOf } from './queue-row.ts';
import type { Tables } from './tables.ts';

export interface QueueRequest {
  readonly reviewer: string;
  readonly filter: ClaimFilter;
  readonly order: QueueOrder;
  readonly descending: boolean;
  /** From `next` of the page before. */
  readonly cursor?: string;
  /** Begin at this claim, where the filter holds it. */
  readonly at?: string;
  /** Begin behind so many claims; a cursor or `at` goes before it. */
  readonly offset?: number;
  readonly limit: number;
}

export interface QueuePage {
  readonly total: number;
  /** How many of them the reviewer has decided. */
  readonly decided: number;
  /** How many stand before the first. */
  readonly offset: number;
  readonly items: readonly QueueRow[];
  readonly next: string | null;
}

/** What one page is read with. */
interface Reading {
  readonly sort: Sort;
  readonly holds: RawBuilder<boolean>;
  readonly from: RawBuilder<unknown>;
  readonly groups: Groups | null;
  readonly limit: number;
}

/** With fewer claims than this they are all fetched and sorted; with more the first come soon in the order of an index. */
const FEW = 4000;

/** One page of the queue. A cursor that is none begins anew. */
export async function readQueue(
  db: Kysely<Tables>,
  request: QueueRequest,
  few: number = FEW,
): Promise<QueuePage> {
  const { reviewer, limit, filter, order } = request;
  if (order === 'conflicts' || filter.conflict !== undefined) await freshenContested(db);
  const { total, keys } = await heldBy(db, filter);
  const isFew = total <= few;
  const holds = isFew && keys !== null ? sql<boolean>`+${ofKeys(keys)}` : allOf(conditionsOf(filter));
  const decided = await decidedOf(db, holds, reviewer);
  if (total === 0) return { total, decided, offset: 0, items: [], next: null };
  const reading = await readingOf(db, request, isFew ? (keys ?? (await keysOf(db, filter))) : null);
  const cursor = parseCursor(request.cursor);
  const at = request.at === undefined ? null : await placeOf(db, request.at, reading);
  const skipped = at === null && cursor === null ? (request.offset ?? 0) : 0;
  const place = at ?? cursor?.after ?? null;
  const found = await pageFrom(db, reading, { place, including: at !== null, skipped });
  const page = found.slice(0, limit);
  const offset = at === null ? (cursor?.offset ?? skipped) : total - (await countFrom(db, reading, at));
  const last = page.at(-1);
  const items = await rowsOf(db, page.map(idOf), reviewer);
  const isMore = found.length > limit && last !== undefined;
  return {
    total,
    decided,
    offset,
    items,
    next: isMore ? cursorText({ after: [...last], offset: offset + page.length }) : null,
  };
}

const ofKeys = (keys: string): RawBuilder<boolean> =>
  sql`claims.key IN (SELECT value FROM json_each(${keys}))`;

/** How a page is read: of few claims by their keys, of many in the order of an index or group by group. */
async function readingOf(
  db: Kysely<Tables>,
  { filter, order, descending, reviewer, limit }: QueueRequest,
  keys: string | null,
): Promise<Reading> {
  const sort = sortOf(order, descending, reviewer);
  const by = { sort, limit, from: fromOf(sort, keys !== null) };
  if (keys !== null) return { ...by, holds: ofKeys(keys), groups: null };
  const groups = await groupsOf(db, { order, filter, reviewer, descending });
  return { ...by, holds: allOf(conditionsOf(filter)), groups };
}

function fromOf({ byArticle }: Sort, isFew: boolean): RawBuilder<unknown> {
  if (!byArticle) return sql`claims`;
  return isFew
    ? sql`claims CROSS JOIN articles ON articles.key = claims.article_key`
    : sql`articles CROSS JOIN claims ON claims.article_key = articles.key`;
}

/** Where a page begins: behind a place (or at it), or behind the first so many claims. */
interface Begin {
  readonly place: Place | null;
  readonly including: boolean;
  readonly skipped: number;
}

async function pageFrom(db: Kysely<Tables>, reading: Reading, begin: Begin): Promise<Place[]> {
  const { sort, holds, from, groups, limit } = reading;
  if (groups !== null && (groups.isExact || begin.skipped === 0)) return pageOfGroups(db, reading, begin);
  const { place, including, skipped } = begin;
  const wanted = place === null ? holds : sql<boolean>`${holds} AND ${behind(sort, place, including)}`;
  const { rows } = await sql`
    SELECT ${columns(sort)} FROM ${from} WHERE ${wanted} ORDER BY ${sorted(sort)} LIMIT ${limit + 1} OFFSET ${skipped}`.execute(
    db,
  );
  return rows.map(placeFromRow);
}

/** The same, group by group until the page is full: the few of a small group are fetched, a large one is met soon by id. */
async function pageOfGroups(db: Kysely<Tables>, reading: Reading, begin: Begin): Promise<Place[]> {
  const { sort, holds, groups, limit } = reading;
  const { place, including } = begin;
  const all = await numberOf(db, sql`SELECT sum(count) FROM tally`);
  const found: Place[] = [];
  let { skipped } = begin;
  for await (const { values, count, reach, byIndex, oneByOne } of groups?.all ?? []) {
    const left = limit + 1 - found.length;
    if (left === 0) break;
    const side = place === null ? 1 : sideOf(sort, values, place);
    if (count <= skipped || side < 0) {
      skipped -= Math.min(count, skipped);
      continue;
    }
    const inner = { ...sort, keys: sort.keys.slice(values.length) };
    const rest = side === 0 && place !== null ? behind(inner, place.slice(values.length), including) : sql`1`;
    const isWalk = (all * (left + skipped)) / count < reach;
    const [from, own] = isWalk ? [BY_ID, oneByOne] : [sql`claims`, byIndex()];
    const { rows } = await sql`
      SELECT ${columns(sort)} FROM ${from} WHERE ${own} AND ${holds} AND ${rest}
      ORDER BY ${sorted(inner)} LIMIT ${left} OFFSET ${skipped}`.execute(db);
    found.push(...rows.map(placeFromRow));
    skipped = 0;
  }
  return found;
}

/** All claims in the order of their ids. */
const BY_ID = sql`claims INDEXED BY sqlite_autoindex_claims_1`;

/** The place of one claim, where the filter holds it. */
async function placeOf(db: Kysely<Tables>, id: string, { sort, holds }: Reading): Promise<Place | null> {
  const { rows } = await sql`
    SELECT ${columns(sort)} FROM claims CROSS JOIN articles ON articles.key = claims.article_key
    WHERE claims.id = ${id} AND ${holds}`.execute(db);
  return rows[0] === undefined ? null : placeFromRow(rows[0]);
}

async function countFrom(db: Kysely<Tables>, { sort, holds, from }: Reading, place: Place): Promise<number> {
  const { rows } =
    await sql`SELECT count(*) AS n FROM ${from} WHERE ${holds} AND ${behind(sort, place, true)}`.execute(db);
  return z.object({ n: z.number() }).parse(rows[0]).n;
}

const columns = ({ keys }: Sort): RawBuilder<unknown> =>
  sql.join(keys.map(({ by }, i) => sql`${by} AS ${sql.ref(`k${i}`)}`));

const value = z.union([z.string(), z.number()]);
const placeFromRow = (row: unknown): Place => Object.values(z.record(z.string(), value).parse(row));
const idOf = (place: Place): string => String(place.at(-1));

const cursorShape = z.object({ after: z.array(value), offset: z.number().int().min(0) });

const cursorText = (cursor: z.infer<typeof cursorShape>): string =>
  Buffer.from(JSON.stringify(cursor)).toString('base64url');

function parseCursor(text: string | undefined): z.infer<typeof cursorShape> | null {
  if (text === undefined) return null;
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString()));
  } catch {
    return null;
  }
}
