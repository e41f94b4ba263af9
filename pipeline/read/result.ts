import { createHash } from 'node:crypto';
import type { Problem, Source } from '../types.ts';

export type ReadResult =
  | { readonly source: Source; readonly problem: null }
  | { readonly source: null; readonly problem: Problem; readonly sha256: string };

/** Hex SHA-256 of the bytes, by which an article is known to be unchanged. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface Place {
  readonly line: number | null;
  readonly column: number | null;
}

const NOWHERE: Place = { line: null, column: null };

export const failed = (
  path: string,
  sha256: string,
  message: string,
  place: Place = NOWHERE,
): ReadResult => ({
  source: null,
  sha256,
  problem: { stage: 'read', severity: 'error', path, line: place.line, column: place.column, message },
});

export const warning = (path: string, message: string): Problem => ({
  stage: 'read',
  severity: 'warning',
  path,
  ...NOWHERE,
  message,
});
