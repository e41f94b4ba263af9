import type { WARCRecord } from 'warcio';
import { type Entry, lostEntry } from '../entry.ts';
import { megabytes } from '../limits.ts';
import { readSource } from '../read.ts';
import { failed, hashBytes, type ReadResult, warning } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { Bytes } from '../unpack.ts';
import { ArchiveParser } from './warc-parser.ts';

/** The pages of a WARC: responses and resources that are HTML, each known by its number among all records. Flat in memory. */
export async function* warcEntries(path: string, stream: Bytes, settings: Settings): AsyncGenerator<Entry> {
  let number = 0;
  let pages = 0;
  /** The last page, held back until it is known whether it ends where it says. */
  let held: Entry | null = null;
  const parser = new ArchiveParser(stream);
  for await (const record of parser) {
    if (held !== null) yield withAstray(held, parser.takeAstray());
    held = null;
    number += 1;
    if (!isPage(record)) continue;
    pages += 1;
    held = await entryOf(`${path}#${number}`, record, settings);
  }
  if (held !== null) yield withAstray(held, parser.takeAstray());
  if (pages === 0)
    yield lostEntry(
      path,
      '',
      failed(path, '', 'there is no page in this archive; only HTML responses are read'),
    );
}

async function entryOf(place: string, record: WARCRecord, settings: Settings): Promise<Entry | null> {
  const bytes = await payloadOf(record, settings.limits.recordBytes);
  if (bytes !== null) return bytes.length === 0 ? null : pageEntry(place, bytes, record, settings);
  const limit = megabytes(settings.limits.recordBytes);
  const message = `the page is larger than the ${limit} that are read of one record; raise the limit «record»`;
  return lostEntry(place, '', failed(place, '', message));
}

/** The entry with a warning where bytes behind its record belong to none. */
function withAstray(entry: Entry, astray: number): Entry {
  if (astray === 0) return entry;
  const { path } = entry;
  const doubt = `the record does not end where its length says (${astray} bytes more); the page may be cut, fetch it again`;
  const read = async (): Promise<ReadResult> => {
    const result = await entry.read();
    if (result.source === null) return result;
    const { source } = result;
    return { problem: null, source: { ...source, warnings: [...source.warnings, warning(path, doubt)] } };
  };
  return { ...entry, read };
}

function isPage(record: WARCRecord): boolean {
  if (record.warcType !== 'response' && record.warcType !== 'resource') return false;
  const status = Number(record.httpHeaders?.statusCode ?? 200);
  const type = record.httpHeaders?.headers.get('content-type') ?? record.warcContentType ?? '';
  return status >= 200 && status < 300 && /html/i.test(type);
}

/** The content without its transfer and content encodings; null where it is larger than the limit. */
async function payloadOf(record: WARCRecord, limit: number): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of record.contentReader) {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
    else pieces.length = 0;
  }
  return size > limit ? null : Buffer.concat(pieces);
}

function pageEntry(path: string, bytes: Uint8Array, record: WARCRecord, settings: Settings): Entry {
  const url = record.warcTargetURI ?? null;
  const read = (): ReadResult => {
    const result = readSource(path, bytes, settings);
    if (result.source === null) return result;
    const { source } = result;
    const own = source.record.url ?? url;
    const origin = { ...source.record.origin, ...(own === null ? {} : { url: 'WARC-Target-URI' }) };
    return {
      problem: null,
      source: { ...source, format: 'warc', record: { ...source.record, url: own, origin } },
    };
  };
  return { path, sha256: hashBytes(bytes), read };
}
