import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Store } from '../store/store.ts';
import { cannot } from './fault.ts';
import type { Terminal } from './terminal.ts';

export const DATABASE = 'output/claims.db';

export interface DatabaseFlags {
  readonly db: string;
}

/** Runs `work` on the database and closes it. Unless it may be made, one that is not there is a fault. */
export async function withStore<T>(
  flags: DatabaseFlags,
  terminal: Terminal,
  work: (store: Store) => Promise<T>,
  options = { create: false },
): Promise<T> {
  const path = resolve(terminal.cwd, flags.db);
  if (!options.create && !existsSync(path))
    throw cannot(`no database at ${flags.db}; make one with «pipeline ingest PATH»`);
  const { openStore } = await import('../store/store.ts');
  const { StoreError } = await import('../store/open.ts');
  let store: Store;
  try {
    store = await openStore(path, {
      ...options,
      onRenewal: () => terminal.err(`${flags.db} was written by an older hutong; it is brought up to date\n`),
    });
  } catch (error) {
    throw error instanceof StoreError ? cannot(error.message) : error;
  }
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
