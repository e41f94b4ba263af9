import { createReadStream, readFileSync, statSync } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { Limits } from './limits.ts';

export type Bytes = AsyncIterable<Uint8Array>;

/** More is in the input than its limit allows, or it is broken. The message says what to do. */
export class InputError extends Error {}

const PIECE = 1 << 18;

/** The bytes of a file, or of standard input where the path is «-», a piece at a time. */
export function bytesOf(path: string): Bytes {
  return path === '-' ? process.stdin : piecesOf(path);
}

/** A small file is read at once: a stream costs more than most articles take to read. */
async function* piecesOf(path: string): AsyncGenerator<Uint8Array> {
  const stat = statSync(path);
  if (stat.isFile() && stat.size <= PIECE) yield readFileSync(path);
  else yield* createReadStream(path, { highWaterMark: PIECE });
}

/** Unpacks gzip, of one member or many, a piece at a time; a bomb is stopped. */
export async function* gunzip(packed: Bytes, limits: Limits): AsyncGenerator<Uint8Array> {
  const unzip = createGunzip({ chunkSize: 1 << 18 });
  let read = 0;
  let written = 0;
  const feed = (async () => {
    for await (const piece of packed) {
      read += piece.length;
      if (!unzip.write(piece)) await new Promise((resolve) => unzip.once('drain', resolve));
      if (unzip.destroyed) return;
    }
    unzip.end();
  })();
  feed.catch((thrown: unknown) =>
    unzip.destroy(thrown instanceof Error ? thrown : new Error(String(thrown))),
  );
  try {
    for await (const piece of unzip) {
      written += piece.length;
      if (written > limits.documentBytes && written > read * limits.unpackRatio)
        throw new InputError(
          `unpacks to more than ${limits.unpackRatio} times its size; that is a bomb and is left alone (limit «unpack-ratio»)`,
        );
      yield piece;
    }
  } catch (thrown) {
    if (thrown instanceof InputError) throw thrown;
    throw new InputError(
      `the gzip is broken (${thrown instanceof Error ? thrown.message : String(thrown)}); fetch the file again`,
    );
  } finally {
    unzip.destroy();
    unzip.emit('drain');
  }
}

/** The first bytes, at least `size` where there are so many, and all the bytes again from the start. */
export async function peek(bytes: Bytes, size: number): Promise<{ head: Uint8Array; all: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]();
  const pieces: Uint8Array[] = [];
  let length = 0;
  while (length < size) {
    const next = await iterator.next();
    if (next.done) break;
    pieces.push(next.value);
    length += next.value.length;
  }
  return { head: Buffer.concat(pieces).subarray(0, size), all: resume(pieces, iterator) };
}

async function* resume(
  pieces: Uint8Array[],
  iterator: AsyncIterator<Uint8Array>,
): AsyncGenerator<Uint8Array> {
  try {
    for (let piece = pieces.shift(); piece !== undefined; piece = pieces.shift()) yield piece;
    for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value;
  } finally {
    await iterator.return?.();
  }
}

/** All bytes as one, or null where they are more than `limit`. */
export async function collect(bytes: Bytes, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of bytes) {
    length += piece.length;
    if (length > limit) return null;
    pieces.push(piece);
  }
  return pieces.length === 1 && pieces[0] !== undefined ? pieces[0] : Buffer.concat(pieces, length);
}
