import type { Kysely } from 'kysely';
import { z } from 'zod';
import { packed } from './pack.ts';
import type { Prepared, PreparedText } from './prepare.ts';
import { articleId, textHash } from './rows.ts';
import { foldArticle } from './standing.ts';
import { type Remembering, statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

export interface SaveRequest extends Prepared {
  readonly runId: number;
  readonly rulesVersion: string;
}

export type SaveResult = 'new' | 'changed' | 'unchanged';

/**
 * Saves an article and its claims in one transaction. Claims that were there keep their id and their decisions;
 * claims that are no longer found are marked lost, never deleted. The text that a claim was made from stays.
 */
export async function saveArticle(db: Kysely<Tables>, request: SaveRequest): Promise<SaveResult> {
  return inTransaction(db, async (t) => {
    const { article } = request;
    const book = statementsOf(t);
    const known = knownArticle(book, article.path);
    const place = writeArticle(book, request, known?.key);
    saveClaims(book, request, place);
    if (known === undefined) return 'new';
    forgetReading(book, known);
    await foldArticle(t, place.article);
    if (known.path !== article.path) return 'new';
    return known.sha256 === article.sha256 ? 'unchanged' : 'changed';
  });
}

const knownRow = z.object({ key: z.number(), path: z.string(), sha256: z.string(), reading_key: z.number() });
const keyRow = z.object({ key: z.number() });
const idRow = z.object({ id: z.string() });

/** The article of a path, or of the id that a path gives, which stays with an article that was moved away. */
function knownArticle(book: Remembering, path: string): z.infer<typeof knownRow> | undefined {
  const columns = 'SELECT key, path, sha256, reading_key FROM articles';
  return (
    find(book, `${columns} WHERE path = ?`, path, knownRow) ??
    find(book, `${columns} WHERE id = ?`, articleId(path), knownRow)
  );
}

function find<T>(book: Remembering, text: string, value: string, row: z.ZodType<T>): T | undefined {
  const found = book.prepare(text).get(value);
  return found === undefined ? undefined : row.parse(found);
}

/** Keys of an article, and of its text and its reading as they are now. */
interface Place {
  readonly article: number;
  readonly text: number;
  readonly reading: number;
  readonly isNew: boolean;
}

function writeArticle(
  book: Remembering,
  { article, text, made, rulesVersion, runId }: SaveRequest,
  known: number | undefined,
): Place {
  const text_key = keep(book, text);
  const reading = insert(book, 'INSERT INTO readings (made) VALUES (?)', [made]);
  const row = {
    ...article,
    rules_version: rulesVersion,
    last_run: runId,
    text_key,
    reading_key: reading,
  };
  const [columns, values] = [Object.keys(row), Object.values(row)];
  if (known === undefined) {
    const names = [...columns, 'id', 'first_run'];
    const added = insert(book, `INSERT INTO articles (${names.join()}) VALUES (${marks(names)})`, [
      ...values,
      articleId(article.path),
      runId,
    ]);
    return { article: added, text: text_key, reading, isNew: true };
  }
  book
    .prepare(`UPDATE articles SET ${columns.map((c) => `${c} = ?`).join()} WHERE key = ?`)
    .run(values, known);
  return { article: known, text: text_key, reading, isNew: false };
}

/** The key of a text, which is written where it is not there yet. */
export const keepText = (book: Remembering, text: string): number =>
  keep(book, { hash: textHash(text), packed: packed(text, 'text'), blocks: '' });

function keep(book: Remembering, { hash, packed: text, blocks }: Omit<PreparedText, 'length'>): number {
  const known = find(book, 'SELECT key FROM article_texts WHERE hash = ?', hash, keyRow);
  if (known !== undefined) return known.key;
  const values = [hash, text, blocks];
  return insert(book, 'INSERT INTO article_texts (hash, text, blocks) VALUES (?, ?, ?)', values);
}

const insert = (book: Remembering, text: string, values: readonly unknown[]): number =>
  Number(book.prepare(text).run(values).lastInsertRowid);

const marks = (columns: readonly string[]): string => columns.map(() => '?').join();

function saveClaims(book: Remembering, { claims, runId }: SaveRequest, place: Place): void {
  if (!place.isNew) loseOthers(book, place.article, new Set(claims.map((claim) => claim.id)));
  const { article, text, reading } = place;
  for (const [i, claim] of claims.entries()) {
    const { id, rule, carried, said } = claim;
    upsert ??= upsertOf([...Object.keys(said), ...ALSO]);
    book
      .prepare(upsert)
      .run(Object.values(said), rule, carried, article, text, reading, i, i, runId, id, runId);
  }
}

/** What a claim takes from a new reading besides what it says. */
const ALSO = [
  'rule',
  'carried',
  'article_key',
  'text_key',
  'reading_key',
  'trace_at',
  'position',
  'last_run',
];
let upsert: string | undefined;

/**
 * A claim that was there takes everything from the new reading but its id, the run that first made it and its review.
 * A person's edit is put back into these columns by `foldArticle`.
 */
function upsertOf(columns: readonly string[]): string {
  const names = columns.map((column) => `"${column}"`);
  const taken = names.map((name) => `${name} = excluded.${name}`);
  return `INSERT INTO claims (${names.join()}, id, first_run, state_code) VALUES (${marks(names)}, ?, ?, 0)
    ON CONFLICT (id) DO UPDATE SET ${taken.join()}, state_code = 0, machine = NULL`;
}

/** Marks claims lost that stood in the article and are not found any more. */
function loseOthers(book: Remembering, article: number, found: ReadonlySet<string>): void {
  const rows = book.prepare('SELECT id FROM claims WHERE article_key = ? AND state_code = 0').all(article);
  for (const { id } of rows.map((row) => idRow.parse(row)))
    if (!found.has(id)) book.prepare('UPDATE claims SET state_code = 1 WHERE id = ?').run(id);
}

/** Deletes what an article was read like before, unless a lost claim has its trace there. */
function forgetReading(book: Remembering, { key, reading_key: reading }: z.infer<typeof knownRow>): void {
  book
    .prepare(
      `DELETE FROM readings WHERE key = ? AND NOT EXISTS (
         SELECT 1 FROM claims WHERE article_key = ? AND reading_key = ?)`,
    )
    .run(reading, key, reading);
}
