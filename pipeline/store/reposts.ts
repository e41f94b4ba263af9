import { type Kysely, sql } from 'kysely';
import type { z } from 'zod';
import type { RepostJudge } from '../types.ts';
import { linking, linkText, signed } from './link.ts';
import type { Prints } from './prints.ts';
import { type Remembering, statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** Texts that are linked in one transaction. */
const BATCH = 500;

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
 * compared anew. `prints` has signatures that were made before. The result depends on the articles alone and not on the order in which they came.
 */
export async function linkReposts(db: Kysely<Tables>, judge: RepostJudge, prints?: Prints): Promise<void> {
  await inTransaction(db, (t) => dropUnused(t, judge));
  const waiting = await unlinked(db);
  const texts = new Map<number, string>();
  for (let i = 0; i < waiting.length; i += BATCH) {
    const some = waiting.slice(i, i + BATCH);
    await inTransaction(db, async (t) => {
      const link = linking(statementsOf(t), judge, texts);
      for (const { text_key: key, hash } of some) linkText(link, key, prints?.of(hash));
    });
  }
  await inTransaction(db, rank);
}

/** Forgets texts that no article has, and unlinks those that were one story with them. */
async function dropUnused(t: Kysely<Tables>, judge: RepostJudge): Promise<void> {
  const book = statementsOf(t);
  const unused = book
    .prepare(
      `SELECT id, signature, story FROM signatures s
       WHERE NOT EXISTS (SELECT 1 FROM articles a WHERE a.text_key = s.text_key)`,
    )
    .all();
  for (const { id, story } of unused.map((row) => signed.parse(row))) {
    const kin = book.prepare('SELECT id, signature FROM signatures WHERE id = ? OR story = ?').all(id, story);
    for (const row of kin) forget(book, signed.parse(row), judge);
  }
}

function forget(book: Remembering, { id, signature }: z.infer<typeof signed>, judge: RepostJudge): void {
  if (signature.length > 0)
    for (const band of judge.bands(signature))
      book.prepare('DELETE FROM bands WHERE key = ? AND signature_id = ?').run(band, id);
  book.prepare('DELETE FROM signatures WHERE id = ?').run(id);
}

/** Texts of articles that have not been compared yet, in an order of their own. */
const unlinked = (db: Kysely<Tables>): Promise<{ text_key: number; hash: string }[]> =>
  db
    .selectFrom('articles')
    .leftJoin('signatures', 'signatures.text_key', 'articles.text_key')
    .innerJoin('article_texts', 'article_texts.key', 'articles.text_key')
    .where('signatures.id', 'is', null)
    .select(['articles.text_key', 'article_texts.hash'])
    .distinct()
    .orderBy('article_texts.hash')
    .execute();

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
      FROM articles a JOIN signatures s ON s.text_key = a.text_key
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
