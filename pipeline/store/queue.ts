import { type Kysely, type RawBuilder, sql } from 'kysely';
import { z } from 'zod';
import type { ClaimFilter } from '../types.ts';
import { freshenContested } from './contested.ts';
import { allOf, conditionsOf } from './filter.ts';
import { behind, type Place, type QueueOrder, type Sort, sorted, sortOf } from './queue-order.ts';
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
  readonly limit: number;
}

/** With fewer claims than this they are all fetched and sorted; with more the first come soon in the order of an index. */
const FEW = 2000;

/** One page of the queue. A cursor that is none begins anew. */
export async function readQueue(db: Kysely<Tables>, request: QueueRequest): Promise<QueuePage> {
  const { reviewer, limit, filter, order, descending } = request;
  if (order === 'conflicts' || filter.conflict !== undefined) await freshenContested(db);
  const holds = allOf(conditionsOf(filter));
  const { total, decided } = await counts(db, filter, reviewer);
  if (total === 0) return { total, decided, offset: 0, items: [], next: null };
  const sort = sortOf(order, descending, reviewer);
  const reading = { sort, holds, limit, from: fromOf(sort, total) };
  const cursor = parseCursor(request.cursor);
  const at = request.at === undefined ? null : await placeOf(db, request.at, reading);
  const skipped = at === null && cursor === null ? (request.offset ?? 0) : 0;
  const found =
    at === null
      ? await pageBehind(db, reading, cursor?.after ?? null, false, skipped)
      : await pageBehind(db, reading, at, true);
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

/** Claims that a filter holds, and how many of them the reviewer has decided. */
async function counts(
  db: Kysely<Tables>,
  filter: ClaimFilter,
  reviewer: string,
): Promise<{ total: number; decided: number }> {
  const holds = allOf(conditionsOf(filter));
  const all = isTallied(filter)
    ? sql`SELECT coalesce(sum(claims.count), 0) FROM tally AS claims WHERE ${holds}`
    : sql`SELECT count(*) FROM claims WHERE ${holds}`;
  const { rows } = await sql`
    SELECT (${all}) AS total,
           (SELECT count(*) FROM verdicts mine CROSS JOIN claims ON claims.id = mine.claim_id
            WHERE mine.reviewer = ${reviewer} AND ${holds}) AS decided`.execute(db);
  return z.object({ total: z.number(), decided: z.number() }).parse(rows[0]);
}

/** What claims are tallied by: of a large book the triggers have counted, which a walk through the claims does not do in time. */
const TALLIED: ReadonlySet<string> = new Set(['lost', 'kind', 'relation', 'status', 'rule', 'state']);

const isTallied = (filter: ClaimFilter): boolean =>
  Object.entries(filter).every(([name, asked]) => asked === undefined || TALLIED.has(name));

function fromOf({ byArticle }: Sort, total: number): RawBuilder<unknown> {
  if (!byArticle) return sql`claims`;
  return total > FEW
    ? sql`articles CROSS JOIN claims ON claims.article_key = articles.key`
    : sql`claims CROSS JOIN articles ON articles.key = claims.article_key`;
}

async function pageBehind(
  db: Kysely<Tables>,
  { sort, holds, from, limit }: Reading,
  place: Place | null,
  including: boolean,
  skipped = 0,
): Promise<Place[]> {
  const wanted = place === null ? holds : sql<boolean>`${holds} AND ${behind(sort, place, including)}`;
  const { rows } = await sql`
    SELECT ${columns(sort)} FROM ${from} WHERE ${wanted} ORDER BY ${sorted(sort)} LIMIT ${limit + 1} OFFSET ${skipped}`.execute(
    db,
  );
  return rows.map(placeFromRow);
}

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
