import type { Kysely } from 'kysely';
import type { Problem } from '../types.ts';
import { problemRow } from './rows.ts';
import type { Tables } from './tables.ts';

/** Problems of one run, of the latest by default, or of all, in the order in which they were met. */
export async function readProblems(
  db: Kysely<Tables>,
  runId?: number | 'all',
): Promise<(Problem & { readonly run_id: number })[]> {
  const run = runId ?? (await latestRun(db));
  if (run === null) return [];
  const all = db.selectFrom('problems').selectAll().orderBy('id');
  const rows = await (run === 'all' ? all : all.where('run_id', '=', run)).execute();
  return rows.map((row) => problemRow.parse(row));
}

async function latestRun(db: Kysely<Tables>): Promise<number | null> {
  const row = await db
    .selectFrom('runs')
    .select((e) => e.fn.max('id').as('id'))
    .executeTakeFirst();
  return row?.id ?? null;
}
