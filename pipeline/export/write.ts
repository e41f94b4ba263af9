import { createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ExportedClaim } from '../types.ts';
import { exportedClaimSchema } from './schema.ts';

export type ExportFormat = 'json' | 'ndjson';

/** Makes the pieces of the export, one claim at a time. Throws where a claim does not fit the schema: a bug, never data. */
async function* pieces(claims: AsyncIterable<ExportedClaim>, format: ExportFormat): AsyncGenerator<string> {
  let count = 0;
  if (format === 'json') yield '[';
  for await (const claim of claims) {
    const text = JSON.stringify(exportedClaimSchema.parse(claim));
    yield format === 'json' ? `${count === 0 ? '\n' : ',\n'}${text}` : `${text}\n`;
    count += 1;
  }
  if (format === 'json') yield count === 0 ? ']\n' : '\n]\n';
}

/** Counts what passes through. */
async function* counted(
  claims: AsyncIterable<ExportedClaim>,
  tally: { count: number },
): AsyncGenerator<ExportedClaim> {
  for await (const claim of claims) {
    tally.count += 1;
    yield claim;
  }
}

/** Streams claims to a writable that the caller keeps open. Gives the number of claims. */
export async function writeClaims(
  claims: AsyncIterable<ExportedClaim>,
  format: ExportFormat,
  out: Writable,
): Promise<number> {
  const tally = { count: 0 };
  await pipeline(Readable.from(pieces(counted(claims, tally), format)), out, { end: false });
  return tally.count;
}

/** Writes claims to a file that appears whole or not at all. Gives the number of claims. */
export async function writeClaimsFile(
  claims: AsyncIterable<ExportedClaim>,
  format: ExportFormat,
  path: string,
): Promise<number> {
  const tally = { count: 0 };
  const draft = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    await pipeline(Readable.from(pieces(counted(claims, tally), format)), createWriteStream(draft));
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
  return tally.count;
}
