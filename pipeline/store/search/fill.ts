import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { heldText } from '../pack.ts';
import { statementsOf } from '../statements.ts';
import type { Tables } from '../tables.ts';
import { inTransaction } from '../transaction.ts';
import { tokensOf } from './pairs.ts';
import { fillScript, readScript, type Script } from './script.ts';

/** Articles in one transaction: a writer that waits for it waits a moment. */
const BATCH = 200;

const pendingRow = z.object({ id: z.number().int(), title: z.string().nullable(), text: heldText });

/**
 * Brings the index up to date: articles that were saved since the last search are put into it. That they are to be is
 * noted by triggers, in the transaction that saves them. `onProgress` is told how many are done and left.
 */
export async function fillIndex(
  db: Kysely<Tables>,
  onProgress: (done: number, left: number) => void = () => {},
): Promise<Script> {
  const left = await countPending(db);
  if (left === 0) return readScript(db);
  await inTransaction(db, fillScript);
  const script = await readScript(db);
  let done = 0;
  for (;;) {
    const some = await inTransaction(db, (t) => fillSome(t, script));
    done += some;
    if (some < BATCH) return script;
    onProgress(done, Math.max(0, left - done));
  }
}

async function countPending(db: Kysely<Tables>): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM search_rows WHERE id > (SELECT id FROM search_done)`.execute(db);
  return rows[0]?.n ?? 0;
}

async function fillSome(t: Kysely<Tables>, { fold }: Script): Promise<number> {
  const { rows } = await sql`
    SELECT r.id, a.title, x.text FROM search_rows r
    JOIN articles a ON a.id = r.article_id JOIN article_texts x ON x.key = a.text_key
    WHERE r.id > (SELECT id FROM search_done) ORDER BY r.id LIMIT ${BATCH}`.execute(t);
  const pending = rows.map((found) => pendingRow.parse(found));
  const insert = statementsOf(t).prepare('INSERT INTO search_pairs (rowid, tokens) VALUES (?, ?)');
  for (const { id, title, text } of pending) {
    const tokens = new Set(tokensOf(`${title ?? ''}\n${text}`, fold));
    insert.run(id, [...tokens].join(' '));
  }
  const last = pending.at(-1)?.id;
  if (last !== undefined) await sql`UPDATE search_done SET id = ${last}`.execute(t);
  return pending.length;
}
