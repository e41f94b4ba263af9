import { type Kysely, sql } from 'kysely';
import type { RepostJudge } from '../types.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Texts that are linked in one transaction. */
const BATCH = 200;
/** Candidates that are looked at for one text, those with most bands in common first: a form that thousands filled in ends here. */
const CANDIDATES = 500;

/** An article as far as its reposts name it. */
export interface Print {
  readonly id: string;
  readonly path: string;
  readonly publisher: string | null;
  readonly published: string | null;
}

/**
 * Links every article to the earliest one of the same story. Only texts that are new since the last call are compared,
 * each with the few that share a band with it; a text that no article has any more is taken out, and what it linked is
 * compared anew. The result depends on the articles alone and not on the order in which they came.
 */
export async function linkReposts(db: Kysely<Tables>, judge: RepostJudge): Promise<void> {
  await inTransaction(db, dropUnused);
  const waiting = await unlinked(db);
  for (let i = 0; i < waiting.length; i += BATCH) {
    const some = waiting.slice(i, i + BATCH);
    await inTransaction(db, async (t) => {
      for (const hash of some) await linkText(t, hash, judge);
    });
  }
  await inTransaction(db, rank);
}

/** Forgets texts that no article has, and unlinks those that were one story with them. */
async function dropUnused(t: Kysely<Tables>): Promise<void> {
  const unused = await t
    .selectFrom('signatures')
    .leftJoin('articles', 'articles.text_hash', 'signatures.text_hash')
    .where('articles.id', 'is', null)
    .select(['signatures.id', 'signatures.story'])
    .execute();
  for (const { id, story } of unused) {
    if (story !== null) {
      const kin = t.selectFrom('signatures').select('id').where('story', '=', story);
      await t.deleteFrom('bands').where('signature_id', 'in', kin).execute();
      await t.deleteFrom('signatures').where('story', '=', story).execute();
    }
    await t.deleteFrom('signatures').where('id', '=', id).execute();
  }
}

async function unlinked(db: Kysely<Tables>): Promise<string[]> {
  const rows = await db
    .selectFrom('articles')
    .leftJoin('signatures', 'signatures.text_hash', 'articles.text_hash')
    .where('signatures.id', 'is', null)
    .select('articles.text_hash')
    .distinct()
    .orderBy('articles.text_hash')
    .execute();
  return rows.map((r) => r.text_hash);
}

async function linkText(t: Kysely<Tables>, hash: string, judge: RepostJudge): Promise<void> {
  const text = await textOf(t, hash);
  const signed = judge.sign(text);
  const row = { text_hash: hash, signature: bytesOf(signed?.signature), story: null };
  const added = await t
    .insertInto('signatures')
    .values(row)
    .onConflict((c) => c.doNothing())
    .returning('id')
    .executeTakeFirst();
  // Another process may have linked the text meanwhile.
  if (added === undefined || signed === null) return;
  const stories = new Set([added.id]);
  for (const other of await candidates(t, signed.bands)) {
    if (other.story === null || stories.has(other.story)) continue;
    if (!judge.resemble(signed.signature, numbersOf(other.signature))) continue;
    if (judge.same(text, await textOf(t, other.text_hash))) stories.add(other.story);
  }
  const story = Math.min(...stories);
  await t.updateTable('signatures').set({ story }).where('id', '=', added.id).execute();
  if (stories.size > 1)
    await t
      .updateTable('signatures')
      .set({ story })
      .where('story', 'in', [...stories])
      .execute();
  const bands = [...new Set(signed.bands)].map((key) => ({ key, signature_id: added.id }));
  await t.insertInto('bands').values(bands).execute();
}

async function textOf(t: Kysely<Tables>, hash: string): Promise<string> {
  const row = await t
    .selectFrom('article_texts')
    .select('text')
    .where('hash', '=', hash)
    .executeTakeFirstOrThrow();
  return row.text;
}

function candidates(t: Kysely<Tables>, bands: readonly number[]) {
  return t
    .selectFrom('bands')
    .innerJoin('signatures', 'signatures.id', 'bands.signature_id')
    .where('bands.key', 'in', bands)
    .select(['signatures.text_hash', 'signatures.signature', 'signatures.story'])
    .groupBy('signatures.id')
    .orderBy((e) => e.fn.countAll(), 'desc')
    .orderBy('signatures.text_hash')
    .limit(CANDIDATES)
    .execute();
}

/**
 * In every story the earliest article is the original. A stamp of midnight is a day without a time and comes after
 * the times of that day; no stamp comes last; the path decides between equals.
 */
async function rank(t: Kysely<Tables>): Promise<void> {
  await t.deleteFrom('reposts').execute();
  await sql`
    INSERT INTO reposts (article_id, original_id)
    SELECT id, original FROM (
      SELECT a.id AS id, first_value(a.id) OVER (
        PARTITION BY s.story
        ORDER BY a.published IS NULL, replace(a.published, 'T00:00:00', 'T23:59:60'), a.path) AS original
      FROM articles a JOIN signatures s ON s.text_hash = a.text_hash
      WHERE s.story IS NOT NULL) AS ranked
    WHERE id <> original`.execute(t);
}

/** Articles that are reposts, each with the id of its original. */
export async function readOriginals(db: Kysely<Tables>): Promise<Map<string, string>> {
  const rows = await db.selectFrom('reposts').selectAll().execute();
  return new Map(rows.map((r) => [r.article_id, r.original_id]));
}

/** The article's original, where it is a repost, and its reposts, where it is an original: earliest first. */
export async function readKin(
  db: Kysely<Tables>,
  article: string,
): Promise<{ readonly original: Print | null; readonly reposts: readonly Print[] }> {
  const print = ['articles.id', 'articles.path', 'articles.publisher', 'articles.published'] as const;
  const original = await db
    .selectFrom('reposts')
    .innerJoin('articles', 'articles.id', 'reposts.original_id')
    .where('reposts.article_id', '=', article)
    .select(print)
    .executeTakeFirst();
  const reposts = await db
    .selectFrom('reposts')
    .innerJoin('articles', 'articles.id', 'reposts.article_id')
    .where('reposts.original_id', '=', article)
    .select(print)
    .orderBy('articles.published')
    .orderBy('articles.path')
    .execute();
  return { original: original ?? null, reposts };
}

/** Little-endian, whatever the machine. */
function bytesOf(signature: Uint32Array | undefined): Uint8Array {
  const values = signature ?? [];
  const bytes = Buffer.alloc(values.length * 4);
  for (const [i, value] of values.entries()) bytes.writeUInt32LE(value, i * 4);
  return bytes;
}

const numbersOf = (bytes: Uint8Array): Uint32Array => {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return Uint32Array.from({ length: view.length / 4 }, (_, i) => view.readUInt32LE(i * 4));
};
