import { type Kysely, sql } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * Runs `work` in one transaction that takes the write lock at its start. A transaction that begins by reading and
 * writes later is refused at once by SQLite when another process has written in between; this one waits its turn.
 */
export async function inTransaction<T>(
  db: Kysely<Tables>,
  work: (t: Kysely<Tables>) => Promise<T>,
): Promise<T> {
  return db.connection().execute(async (connection) => {
    await sql`BEGIN IMMEDIATE`.execute(connection);
    try {
      const result = await work(connection);
      await sql`COMMIT`.execute(connection);
      return result;
    } catch (error) {
      await sql`ROLLBACK`.execute(connection);
      throw error;
    }
  });
}
