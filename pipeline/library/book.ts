import { resolve } from 'node:path';
import { stateOf } from '../facts/state.ts';
import { type Progress, ingest as run, type Summary } from '../run.ts';
import { openStore, type Store } from '../store/store.ts';
import type { ClaimFilter, ExportedClaim, IsoDay, StateRow } from '../types.ts';
import { engineFor } from './engine.ts';
import { generalFacts } from './general.ts';

export interface BookOptions {
  /** The database file; `output/claims.db` where nothing is said. */
  readonly db?: string;
}

export interface IngestOptions extends BookOptions {
  /** Lexicon files with names of your own. */
  readonly lexicon?: readonly string[];
  readonly onProgress?: (progress: Progress) => void;
}

export interface StateOptions extends BookOptions {
  /** Ids of the lexicon: only this app or shop, only these links or this payment. */
  readonly subject?: string;
  readonly object?: string;
}

/**
 * Reads articles (files and folders) and writes their claims into the database, which is made where there is none.
 * Gives the counts that `pipeline ingest --json` prints. Trouble with an article becomes a row of the database, and the
 * rest goes on. Throws `PathError` for a path that is not there, `StoreError` for a database that cannot be used, and
 * `KnowledgeError` for a lexicon file that cannot be used.
 */
export function ingest(
  paths: readonly string[],
  { db, lexicon, onProgress }: IngestOptions = {},
): Promise<Summary> {
  const engine = engineFor(lexicon);
  const how = { cwd: process.cwd(), engine, clock: Date.now, ...(onProgress && { onProgress }) };
  return withBook(db, true, (store) => run({ ...how, paths, store }));
}

/**
 * The claims of the book that a filter leaves, by article and place in the text; read page by page, so that memory
 * stays flat however many they are. Throws `StoreError` where there is no database.
 */
export async function* claims(
  filter: ClaimFilter = {},
  { db }: BookOptions = {},
): AsyncGenerator<ExportedClaim> {
  const store = await openBook(db, false);
  try {
    yield* store.claims(filter);
  } finally {
    await store.close();
  }
}

/**
 * What held on a day (`2021-12-01`) for every pair and scene: since when, by whom, how sure, and what is not known; by
 * the latest word up to that day. Throws `StoreError` where there is no database.
 */
export function state(day: IsoDay, { db, ...pair }: StateOptions = {}): Promise<StateRow[]> {
  return withBook(db, false, async (store) => {
    const known = await store.originals();
    const originalOf = (article: string): string => known.get(article) ?? article;
    const general = generalFacts(store, originalOf);
    const rows: StateRow[] = [];
    for await (const some of store.pairs(pair))
      rows.push(...stateOf(some, day, { originalOf, general: await general(some) }));
    return rows;
  });
}

const openBook = (db = 'output/claims.db', create: boolean): Promise<Store> =>
  openStore(resolve(db), { create });

async function withBook<T>(
  db: string | undefined,
  create: boolean,
  work: (store: Store) => Promise<T>,
): Promise<T> {
  const store = await openBook(db, create);
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
