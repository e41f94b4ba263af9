import { type Entry, lostEntry } from './entry.ts';
import { readDocument, tooLarge } from './read.ts';
import { HEAD, isGzip, recognise } from './recognise.ts';
import { failed, hashBytes } from './result.ts';
import { type ReadOptions, type Settings, settingsOf } from './settings.ts';
import { type Bytes, bytesOf, collect, gunzip, InputError, peek } from './unpack.ts';
import type { FoundFile } from './walk.ts';

/**
 * Every article of a file (or of standard input, «-»), one at a time: the file itself, or each record of a feed, an
 * array, a crawl or a web archive, whatever the file's name; gzip is unpacked on the way. Never throws: what cannot be
 * read is an entry that says why.
 */
export async function* entriesOf(
  file: Pick<FoundFile, 'absolute' | 'path'>,
  options: ReadOptions = {},
): AsyncGenerator<Entry> {
  const settings = settingsOf(options);
  const { path } = file;
  try {
    const { head, all } = await peek(bytesOf(file.absolute), HEAD);
    if (!isGzip(head)) return yield* unpacked(path, head, all, settings);
    const inner = await peek(gunzip(all, settings.limits), HEAD);
    yield* unpacked(path, inner.head, inner.all, settings);
  } catch (thrown) {
    yield lostEntry(path, '', failed(path, '', whyOf(thrown)));
  }
}

async function* unpacked(
  path: string,
  head: Uint8Array,
  all: Bytes,
  settings: Settings,
): AsyncGenerator<Entry> {
  const family = recognise(head, path);
  if (family === 'gzip') throw new InputError('a gzip within a gzip is left alone; unpack it once');
  if (family === 'warc') return yield* (await import('./formats/warc.ts')).warcEntries(path, all, settings);
  if (family === 'json') return yield* (await import('./formats/json.ts')).jsonEntries(path, all, settings);
  const bytes = await collect(all, settings.limits.documentBytes);
  if (bytes === null) throw new InputError(tooLarge(settings.limits.documentBytes));
  if (family === 'feed') return yield* (await import('./formats/feed.ts')).feedEntries(path, bytes, settings);
  const sha256 = hashBytes(bytes);
  if (family === 'mhtml') {
    const { readMhtml } = await import('./formats/mhtml.ts');
    yield { path, sha256, read: () => readMhtml(path, bytes) };
  } else {
    const known = { sha256, isPage: () => family === 'page' };
    yield { path, sha256, read: () => readDocument(path, bytes, settings, known) };
  }
}

function whyOf(thrown: unknown): string {
  if (thrown instanceof InputError) return thrown.message;
  const words = thrown instanceof Error ? thrown.message.split('\n', 1)[0] : String(thrown);
  return `the file could not be read to its end (${words})`;
}
