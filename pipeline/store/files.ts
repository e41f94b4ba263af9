import type { Kysely } from 'kysely';
import { z } from 'zod';
import { statementsOf } from './statements.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** What tells a file from its later self without reading it. */
export interface FileStamp {
  readonly path: string;
  readonly size: number;
  /** Of the last change, in milliseconds since 1970, as finely as the file system has it. */
  readonly modified: number;
}

const row = z.object({ path: z.string(), size: z.number(), modified: z.number() });

/** Stamps of all files whose articles have all been read under these rules, by path. */
export async function readStamps(db: Kysely<Tables>, rulesVersion: string): Promise<Map<string, FileStamp>> {
  const rows = await db
    .selectFrom('files')
    .select(['path', 'size', 'modified'])
    .where('rules_version', '=', rulesVersion)
    .execute();
  return new Map(rows.map((r) => [r.path, row.parse(r)]));
}

/** Notes that all articles of these files have been read under these rules. */
export async function saveStamps(
  db: Kysely<Tables>,
  stamps: readonly FileStamp[],
  rulesVersion: string,
): Promise<void> {
  await inTransaction(db, async (t) => {
    const replace = statementsOf(t).prepare(
      'REPLACE INTO files (path, size, modified, rules_version) VALUES (?, ?, ?, ?)',
    );
    for (const { path, size, modified } of stamps) replace.run(path, size, modified, rulesVersion);
  });
}

interface SeenFile {
  readonly path: string;
  readonly size: number | null;
  readonly modified: number | null;
}

/**
 * Files that are as they were when all their articles were read, each with the paths of these articles: its own, or
 * `path#record` of each record.
 */
export function wholeFiles(
  files: readonly SeenFile[],
  stamps: ReadonlyMap<string, FileStamp>,
  known: ReadonlyMap<string, { readonly state: 'present' | 'gone' }>,
): Map<string, readonly string[]> {
  const whole = new Map<string, string[]>();
  for (const { path, size, modified } of files) {
    const stamp = stamps.get(path);
    if (stamp !== undefined && stamp.size === size && stamp.modified === modified) whole.set(path, []);
  }
  for (const [path, { state }] of known) {
    if (state === 'present') articlesAround(whole, path)?.push(path);
  }
  return whole;
}

/** The list of the file that an article's path belongs to. */
function articlesAround(whole: ReadonlyMap<string, string[]>, path: string): string[] | undefined {
  const own = whole.get(path);
  if (own !== undefined) return own;
  for (const mark of path.matchAll(/#/g)) {
    const ofFile = whole.get(path.slice(0, mark.index));
    if (ofFile !== undefined) return ofFile;
  }
  return undefined;
}

/** A file that was changed so shortly before the run may change again within the same tick of its clock. */
const SETTLED_MS = 2000;

/** The stamps that can be trusted later: not those of standard input, nor of files that changed just now. */
export const stampsOf = (files: readonly SeenFile[], now: number): FileStamp[] =>
  files.flatMap(({ path, size, modified }) =>
    size === null || modified === null || modified > now - SETTLED_MS ? [] : [{ path, size, modified }],
  );
