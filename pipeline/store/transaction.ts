import type { Kysely } from 'kysely';
import { type Remembering, statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';

/** Connections on which a transaction is open. */
const begun = new WeakSet<Kysely<Tables>>();
/** Those of them whose transaction has no parts. */
const undivided = new WeakSet<Kysely<Tables>>();

/**
 * Runs `work` in one transaction that takes the write lock at its start. A transaction that begins by reading and
 * writes later is refused at once by SQLite when another process has written in between; this one waits its turn.
 * Inside another transaction it is a part of that one, and what throws takes back only its own part.
 */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (t: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  if (undivided.has(db)) return work(db);
  if (begun.has(db))
    return bracketed(db, ['SAVEPOINT part', 'RELEASE part', 'ROLLBACK TO part; RELEASE part'], work);
  return db.connection().execute((connection) => outermost(connection, work));
}

/**
 * The same without parts: whatever throws in `work` takes all of it back, and `work` must let it through. For a part
 * SQLite keeps a copy of every page that it writes to.
 */
export async function asOne<T>(db: Kysely<Tables>, work: (t: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (begun.has(db)) return inTransaction(db, work);
  return db.connection().execute((connection) => {
    undivided.add(connection);
    return outermost(connection, work);
  });
}

/**
 * As `inTransaction`, and when it is done the disk has it: synchronous=FULL syncs the write-ahead log at every commit, so that
 * a power cut a moment later takes nothing back. Inside another transaction it is as safe as that one.
 */
export async function durably<T>(db: Kysely<Tables>, work: (t: Kysely<Tables>) => Promise<T>): Promise<T> {
  if (begun.has(db)) return inTransaction(db, work);
  return db.connection().execute(async (connection) => {
    const database = statementsOf(connection);
    database.exec('PRAGMA synchronous = FULL');
    try {
      return await outermost(connection, work);
    } finally {
      database.exec('PRAGMA synchronous = NORMAL');
    }
  });
}

function outermost<T>(connection: Kysely<Tables>, work: (t: Kysely<Tables>) => Promise<T>): Promise<T> {
  begun.add(connection);
  return bracketed(connection, ['BEGIN IMMEDIATE', 'COMMIT', 'ROLLBACK'], work);
}

async function bracketed<T>(
  db: Kysely<Tables>,
  [begin, commit, rollback]: readonly [string, string, string],
  work: (t: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  const database = statementsOf(db);
  database.prepare(begin).run();
  try {
    const result = await work(db);
    database.prepare(commit).run();
    return result;
  } catch (error) {
    takeBack(database, rollback);
    throw error;
  }
}

/** SQLite takes a transaction back by itself after some errors; that it is gone already must not hide the error. */
function takeBack(database: Remembering, rollback: string): void {
  for (const statement of rollback.split('; ')) {
    try {
      database.prepare(statement).run();
    } catch {
      // It is taken back.
    }
  }
}
