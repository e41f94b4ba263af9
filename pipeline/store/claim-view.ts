import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Block, Decision, ReviewedContent, ReviewState, Span, Status, TraceStep } from '../types.ts';
import { blocksFromText } from './blocks.ts';
import { codeOf } from './codes.ts';
import { contentColumns, contentFromJson } from './content.ts';
import { asNumber, dayOf } from './day.ts';
import { readDecisions } from './decisions.ts';
import { CLOSED, POSITIVE, REJECTED } from './filter.ts';
import { undoneIn } from './fold.ts';
import { heldText } from './pack.ts';
import { type QueueRow, reviewState, rowsOf } from './queue-row.ts';
import { readTrace } from './readings.ts';
import { machinesOf } from './standing.ts';
import type { Tables } from './tables.ts';

/** One claim with all that a person needs to decide on it. */
export interface ReviewedClaim {
  readonly row: QueueRow;
  /** How it reads for this reviewer, and what the rules say. */
  readonly claim: ReviewedContent;
  readonly machine: ReviewedContent;
  /** What it read like when this reviewer decided, where that is not what the rules say now. */
  readonly changedSince: ReviewedContent | null;
  readonly article: {
    readonly id: string;
    readonly path: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly author: string | null;
    readonly published: string | null;
    readonly url: string | null;
    /** The version that `claim` was read in. */
    readonly text: string;
    readonly blocks: readonly Block[];
    /** Whether it is what the article's file holds now. */
    readonly current: boolean;
  };
  readonly others: readonly (Span & {
    readonly id: string;
    readonly state: ReviewState;
    readonly subject: string;
    readonly object: string | null;
    readonly status: Status;
  })[];
  readonly trace: readonly TraceStep[];
  readonly agreeing: readonly QueueRow[];
  readonly contrary: readonly QueueRow[];
  readonly history: readonly (Decision & { readonly undone: boolean })[];
}

const name = z.string().nullable();
const found = z.object({
  article_id: z.string(),
  edit: name,
  changed: z.number().nullable(),
  before: name,
  path: z.string(),
  title: name,
  publisher: name,
  author: name,
  published: name,
  url: name,
  article_hash: z.string(),
  article_state: z.string(),
});

/** Null where there is no claim of that id. */
export async function readReviewedClaim(
  db: Kysely<Tables>,
  id: string,
  reviewer: string,
): Promise<ReviewedClaim | null> {
  const { rows } = await sql`
    SELECT articles.id AS article_id, mine.edit, mine.changed, decisions.before, articles.path, articles.title,
           articles.publisher, articles.author, articles.published, articles.url, article_texts.hash AS article_hash,
           articles.state AS article_state
    FROM claims JOIN articles ON articles.key = claims.article_key
    JOIN article_texts ON article_texts.key = articles.text_key
    LEFT JOIN verdicts mine ON mine.claim_id = claims.id AND mine.reviewer = ${reviewer}
    LEFT JOIN decisions ON decisions.id = mine.decision
    WHERE claims.id = ${id}`.execute(db);
  const machine = (await machinesOf(db, [id])).get(id)?.machine;
  const [row] = await rowsOf(db, [id], reviewer);
  if (rows[0] === undefined || machine === undefined || row === undefined) return null;
  const { article_id, edit, changed, before, article_hash, article_state, ...article } = found.parse(rows[0]);
  const claim = contentFromJson(edit) ?? machine;
  const { text, blocks } = await textOf(db, claim.textHash);
  const current = article_state === 'present' && article_hash === claim.textHash;
  return {
    row,
    claim,
    machine,
    changedSince: changed === 1 ? contentFromJson(before) : null,
    article: { id: article_id, ...article, text, blocks, current },
    others: await othersOf(db, { id, article: article_id, hash: claim.textHash, reviewer }),
    trace: await readTrace(db, id),
    ...(await kinOf(db, machine, id, reviewer)),
    history: await historyOf(db, id),
  };
}

async function textOf(db: Kysely<Tables>, hash: string): Promise<{ text: string; blocks: Block[] }> {
  const row = await db
    .selectFrom('article_texts')
    .select(['text', 'blocks'])
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return { text: heldText.parse(row.text), blocks: blocksFromText(row.blocks) };
}

const other = z.object({
  id: z.string(),
  start: z.number(),
  end: z.number(),
  state: reviewState,
  subject: z.string(),
  object: name,
  status: contentColumns.shape.status,
});

async function othersOf(
  db: Kysely<Tables>,
  { id, article, hash, reviewer }: { id: string; article: string; hash: string; reviewer: string },
): Promise<z.infer<typeof other>[]> {
  const { rows } = await sql`
    SELECT claims.id, claims.start, claims."end", claims.subject, claims.object, claims.status,
           coalesce(mine.state, 'unreviewed') AS state
    FROM articles JOIN claims ON claims.article_key = articles.key
    JOIN article_texts ON article_texts.key = claims.text_key
    LEFT JOIN verdicts mine ON mine.claim_id = claims.id AND mine.reviewer = ${reviewer}
    WHERE articles.id = ${article} AND article_texts.hash = ${hash} AND claims.state_code = 0
      AND claims.id <> ${id} ORDER BY claims.position, claims.id`.execute(db);
  return rows.map((row) => other.parse(row));
}

/** At most so many claims are told that say the same or the contrary. */
const KIN = 20;
/** Days within which they must be dated. */
const NEAR = 31;
/** The longest that one may be dated to and still be found. */
const LONG = 31;

async function kinOf(
  db: Kysely<Tables>,
  { relation, subject, object, scene, status, date }: ReviewedContent,
  id: string,
  reviewer: string,
): Promise<{ agreeing: QueueRow[]; contrary: QueueRow[] }> {
  if (date.start === null) return { agreeing: [], contrary: [] };
  const { start, end } = date;
  const beside = async (statuses: ReturnType<typeof sql>) => {
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM claims
      WHERE relation_code = ${codeOf('relation', relation)} AND subject = ${subject} AND object IS ${object} AND scene IS ${scene}
        AND status_code IN ${statuses} AND ${dayOf('claims')} <= ${asNumber(sql`date(${end ?? start}, ${`+${NEAR} days`})`)}
        AND ${dayOf('claims')} >= ${asNumber(sql`date(${start}, ${`-${NEAR + LONG} days`})`)}
        AND date_end >= date(${start}, ${`-${NEAR} days`})
        AND state_code = 0 AND review_code <> ${REJECTED} AND id <> ${id}
      ORDER BY article_key = (SELECT article_key FROM claims WHERE id = ${id}),
               abs(julianday(date_start) - julianday(${start})), id
      LIMIT ${KIN}`.execute(db);
    return rowsOf(
      db,
      rows.map((row) => row.id),
      reviewer,
    );
  };
  const works = status === 'open' || status === 'limited' || status === 'trial';
  return {
    agreeing: await beside(works ? POSITIVE : sql`(${codeOf('status', status)})`),
    contrary: status === 'closed' ? await beside(POSITIVE) : works ? await beside(CLOSED) : [],
  };
}

async function historyOf(db: Kysely<Tables>, id: string): Promise<(Decision & { undone: boolean })[]> {
  const log: Decision[] = [];
  for await (const event of readDecisions(db, id)) log.push(event);
  const undone = undoneIn(log);
  return log.map((event) => ({ ...event, undone: undone.has(event.id) }));
}
