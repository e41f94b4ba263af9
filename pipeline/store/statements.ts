import type SqliteDatabase from 'better-sqlite3';
import type { SqliteDatabase as KyselyDatabase } from 'kysely';

/** More different statements than the program has; a list of values of another length is another statement. */
const MOST = 500;

/**
 * The database, with every statement compiled once and kept: an ingest runs the same few for each article. One whose rows
 * are still being read is compiled anew.
 */
export function remembering(database: SqliteDatabase.Database): KyselyDatabase {
  const known = new Map<string, SqliteDatabase.Statement>();
  return {
    close: () => void database.close(),
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
