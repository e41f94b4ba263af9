import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Writable } from 'node:stream';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { Book } from './book.ts';
import { type ExportFormat, FORMATS } from './formats.ts';

/** Streams the book to a writable that the caller keeps open. Gives the number of claims, or of facts. */
export async function writeTo(out: Writable, book: Book, format: ExportFormat): Promise<number> {
  const [counted, tally] = counting(book);
  const make = await FORMATS[format].load();
  await pipeline(Readable.from(make(counted)), out, { end: false });
  return tally.count;
}

/** Writes the book to a file that appears whole or not at all. Gives the number of claims, or of facts. */
export async function writeFile(path: string, book: Book, format: ExportFormat): Promise<number> {
  const [counted, tally] = counting(book);
  const make = await FORMATS[format].load();
  await atomically(path, async (draft) => {
    // Opened before anything can fail: a stream that opens it by itself may do so after the draft has been removed.
    const file = await open(draft, 'w');
    await pipeline(Readable.from(make(counted)), file.createWriteStream());
  });
  return tally.count;
}

/** Lets `write` make a file beside `path` and puts it in its place once it is whole. */
export async function atomically(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${path}.${process.pid}.part`;
  mkdirSync(dirname(path), { recursive: true });
  try {
    await write(draft);
    renameSync(draft, path);
  } finally {
    rmSync(draft, { force: true });
  }
}

function counting(book: Book): [Book, { count: number }] {
  const tally = { count: 0 };
  const counted = <T>(items: () => AsyncIterable<T>) =>
    async function* (): AsyncGenerator<T> {
      for await (const item of items()) {
        tally.count += 1;
        yield item;
      }
    };
  const { claims, inText, facts } = book;
  return [{ claims: counted(claims), inText: counted(inText), facts: counted(facts) }, tally];
}
