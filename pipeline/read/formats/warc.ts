import { WARCParser, type WARCRecord } from 'warcio';
import { type Entry, lostEntry } from '../entry.ts';
import { megabytes } from '../limits.ts';
import { readSource } from '../read.ts';
import { failed, hashBytes, type ReadResult } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { Bytes } from '../unpack.ts';

/** The pages of a WARC: responses and resources that are HTML, each known by its number among all records. Flat in memory. */
export async function* warcEntries(path: string, stream: Bytes, settings: Settings): AsyncGenerator<Entry> {
  let number = 0;
  let pages = 0;
  for await (const record of new WARCParser(stream)) {
    number += 1;
    if (!isPage(record)) continue;
    pages += 1;
    const place = `${path}#${number}`;
    const bytes = await payloadOf(record, settings.limits.recordBytes);
    if (bytes === null) {
      const limit = megabytes(settings.limits.recordBytes);
      yield lostEntry(
        place,
        '',
        failed(place, '', `the page is larger than the ${limit} that are read of one record`),
      );
    } else if (bytes.length > 0) yield pageEntry(place, bytes, record, settings);
  }
  if (pages === 0)
    yield lostEntry(
      path,
      '',
      failed(path, '', 'there is no page in this archive; only HTML responses are read'),
    );
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
