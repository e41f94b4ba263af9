import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import { CONTRADICTED } from './filter.ts';
import type { Tables } from './tables.ts';

/** What the table was made from, when (milliseconds), and how long that took. */
interface Build {
  readonly marker: string;
  readonly at: number;
  readonly took: number;
}

const builds = new WeakMap<object, Build>();

/** A table that took a second to make is kept for twenty, whatever is decided meanwhile. */
const KEPT = 20;

/**
 * Finds the claims that another contradicts and keeps their ids in `temp.contested`, for queries over the whole book,
 * where asking each claim takes a second in a book of 100,000. Made anew when the book has changed.
 */
export async function freshenContested(db: Kysely<Tables>): Promise<void> {
  const owner = db.getExecutor().adapter;
  const before = builds.get(owner);
  const begun = performance.now();
  const marker = await markerOf(db);
  if (before !== undefined && (before.marker === marker || begun - before.at < KEPT * before.took)) return;
  await sql`CREATE TEMP TABLE IF NOT EXISTS contested (id TEXT PRIMARY KEY) WITHOUT ROWID`.execute(db);
  await sql`DELETE FROM temp.contested`.execute(db);
  await sql`INSERT INTO temp.contested SELECT claims.id FROM claims WHERE ${CONTRADICTED}`.execute(db);
  const at = performance.now();
  builds.set(owner, { marker, at, took: at - begun });
}

const marks = z.object({ seq: z.number(), run: z.number().nullable() });

/** Changes with every decision here, and with every commit of another process. */
async function markerOf(db: Kysely<Tables>): Promise<string> {
  const version = await sql`PRAGMA data_version`.execute(db);
  const { rows } = await sql`
    SELECT (SELECT seq FROM folded) AS seq, (SELECT max(id) FROM runs) AS run`.execute(db);
  return JSON.stringify([version.rows, marks.parse(rows[0])]);
}
