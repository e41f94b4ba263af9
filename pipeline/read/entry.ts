import type { ReadResult } from './result.ts';

/** One article of a file, not read yet: whoever knows its hash already need not read it. */
export interface Entry {
  /** The file's path, or `path#record` in a file of many. */
  readonly path: string;
  /** Hex SHA-256 of the article's own bytes, unpacked. */
  readonly sha256: string;
  /** Never throws, whatever the bytes. */
  readonly read: () => ReadResult | Promise<ReadResult>;
}

/** An entry that cannot be read, and why. */
export const lostEntry = (path: string, sha256: string, result: ReadResult): Entry => ({
  path,
  sha256,
  read: () => result,
});
