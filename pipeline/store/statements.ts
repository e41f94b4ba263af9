import type SqliteDatabase from 'better-sqlite3';
import type { Kysely, SqliteDatabase as KyselyDatabase } from 'kysely';
import type { Tables } from './tables.ts';

/** More different statements than the program has; a list of values of another length is another statement. */
const MOST = 500;

/** A database that compiles every statement once. */
export interface Remembering extends KyselyDatabase {
  prepare(text: string): SqliteDatabase.Statement;
  /** Runs a statement that must be compiled anew each time, as a pragma that is obeyed when it is compiled. */
  exec(text: string): void;
}

/**
 * The database, with every statement compiled once and kept: an ingest runs the same few for each article. One whose rows
 * are still being read is compiled anew.
 */
export function remembering(database: SqliteDatabase.Database): Remembering {
  const known = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => void database.close(),
    exec: (text) => void database.exec(text),
    prepare(text) {
      const before = known.get(text);
      if (before !== undefined && !before.busy) return before;
      const statement = database.prepare(text);
      if (known.size >= MOST) known.clear();
      known.set(text, statement);
      return statement;
    },
  };
}

const databases = new WeakMap<object, Remembering>();

/** Notes which database stands behind a connection, for `statementsOf`. */
export const noteDatabase = (db: Kysely<Tables>, database: Remembering): void =>
  void databases.set(db.getExecutor().adapter, database);

/**
 * The database behind a connection, for the few statements that are run for every article: building and compiling a
 * query takes longer than SQLite takes to run it. Only within a transaction, which keeps others off the connection.
 */
export function statementsOf(t: Kysely<Tables>): Remembering {
  const database = databases.get(t.getExecutor().adapter);
  if (database === undefined) throw new Error('the database was not opened by openDatabase');
  return database;
}
