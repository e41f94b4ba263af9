import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect, sql } from 'kysely';
import { lendFunctions } from './compact.ts';
import { MIGRATIONS } from './migrations.ts';
import { foldNew } from './standing.ts';
import { noteDatabase, type Remembering, remembering } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** A database that cannot be used. The message says why and what to do. */
export class StoreError extends Error {}

export interface OpenOptions {
  /** Whether it is made where there is none. */
  readonly create: boolean;
  /** Told before an older book is brought into the form of today, which may take minutes. */
  readonly onRenewal?: (() => void) | undefined;
}

/** How long a writer waits for another process before it gives up, in milliseconds. */
const BUSY_MS = 10_000;

/**
 * Opens the database at `path`, makes it where there is none, and brings it up to date. Write-ahead log; with
 * synchronous=NORMAL a commit outlives the process at once and a power cut after the next checkpoint, which is enough
 * for what can be read again. Decisions cannot: they are written with `durably`. Throws `StoreError` for a file that is no database or that a newer program has written.
 */
export async function openDatabase(path: string, options: OpenOptions): Promise<Kysely<Tables>> {
  const database = remembering(connect(path, options.create));
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  noteDatabase(db, database);
  try {
    if (await migrate(db, path, options.onRenewal)) giveBackSpace(database);
    database.exec('PRAGMA foreign_keys = ON; PRAGMA temp_store = MEMORY');
    await catchUp(db);
  } catch (error) {
    await db.destroy();
    throw error;
  }
  return db;
}

/**
 * Of pages kept in memory: ids are hashes, so that a batch touches pages everywhere, and SQLite's own 2 MB are read again
 * and again. What does not fit is in the system's own cache.
 */
const CACHE_KB = 16_384;
/** Pages in the log before it is moved into the database: most are written many times over before that. */
const CHECKPOINT_PAGES = 8_000;

function connect(path: string, create: boolean): SqliteDatabase.Database {
  try {
    if (create && path !== ':memory:') mkdirSync(dirname(path), { recursive: true });
    const database = new SqliteDatabase(path, { timeout: BUSY_MS, fileMustExist: !create });
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = NORMAL');
    // Until all migrations are done, which drop tables that others point to (https://sqlite.org/lang_altertable.html#otheralter).
    database.pragma('foreign_keys = OFF');
    database.pragma(`cache_size = -${CACHE_KB}`);
    database.pragma(`wal_autocheckpoint = ${CHECKPOINT_PAGES}`);
    lendFunctions(database);
    return database;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new StoreError(
      `${path}: cannot be opened as a database (${why}); run «pipeline ingest» first or give another --db`,
    );
  }
}

/** Brings the tables up to date; gives whether there were older ones. */
async function migrate(
  db: Kysely<Tables>,
  path: string,
  onRenewal: OpenOptions['onRenewal'],
): Promise<boolean> {
  await sql`CREATE TABLE IF NOT EXISTS migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)`.execute(db);
  const done = await sql<{ name: string }>`SELECT name FROM migrations`.execute(db);
  const names = new Set(done.rows.map((row) => row.name));
  const unknown = [...names].find((name) => !MIGRATIONS.some((m) => m.name === name));
  if (unknown !== undefined) {
    throw new StoreError(
      `${path}: was written by a newer hutong (${unknown}); update hutong or give another --db`,
    );
  }
  const isOlder = names.size > 0 && names.size < MIGRATIONS.length;
  if (isOlder) onRenewal?.();
  for (const migration of MIGRATIONS) {
    if (names.has(migration.name)) continue;
    await inTransaction(db, async (transaction) => {
      if (await isDone(transaction, migration.name)) return;
      await migration.up(transaction);
      await checkReferences(transaction, path);
      await sql`INSERT INTO migrations VALUES (${migration.name}, datetime('now'))`.execute(transaction);
    });
  }
  return isOlder;
}

/** What tables took that have been made anew. It can stay until another time: where the disk is full, or others read. */
function giveBackSpace(database: Remembering): void {
  try {
    database.exec('VACUUM');
  } catch {
    // The space is used by what is written next.
  }
}

/** With `foreign_keys` off SQLite does not see to it itself. */
async function checkReferences(db: Kysely<Tables>, path: string): Promise<void> {
  const { rows } = await sql<{ table: string }>`PRAGMA foreign_key_check`.execute(db);
  const [first] = rows;
  if (first !== undefined)
    throw new StoreError(`${path}: is damaged (rows of «${first.table}» point to rows that are not there)`);
}

/** Another process may have run the migration while this one waited for the lock. */
async function isDone(db: Kysely<Tables>, name: string): Promise<boolean> {
  const found = await sql`SELECT 1 FROM migrations WHERE name = ${name}`.execute(db);
  return found.rows.length > 0;
}

/** Folds decisions that an older program wrote, or somebody by hand. */
async function catchUp(db: Kysely<Tables>): Promise<void> {
  const behind = await db
    .selectFrom('decisions')
    .where('seq', '>', (e) => e.selectFrom('folded').select('seq'))
    .select('seq')
    .limit(1)
    .executeTakeFirst();
  if (behind !== undefined) await inTransaction(db, foldNew);
}
