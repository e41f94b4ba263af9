import { z } from 'zod';
import type { SourceFormat } from '../../types.ts';
import { bodyHtml, isMarkup, isPage, linesHtml } from '../body.ts';
import { decode } from '../decode.ts';
import { type Entry, lostEntry } from '../entry.ts';
import { type Fields, readFields } from '../fields.ts';
import { megabytes } from '../limits.ts';
import { failed, hashBytes, type ReadResult, warning } from '../result.ts';
import type { Settings } from '../settings.ts';
import type { Bytes } from '../unpack.ts';
import { feedEntries } from './feed.ts';
import { type JsonPiece, splitJson } from './json-split.ts';

const record = z.record(z.string(), z.unknown());
const jsonFeed = z.looseObject({ version: z.string().regex(/jsonfeed\.org/), items: z.array(z.unknown()) });

/** What `pipeline export` writes: a book of claims and not an article, though a folder of articles may hold it. */
const exportedClaim = z.looseObject({
  id: z.string(),
  article: record,
  evidence: record,
  review: record,
  rule: z.string(),
});

/**
 * The articles of a JSON file: one object, an array, one a line, or a JSON Feed. Flat in memory. What stands alone
 * has the file's path; of many, each has its number. A file of exported claims is left alone: it has no entry.
 */
export async function* jsonEntries(path: string, stream: Bytes, settings: Settings): AsyncGenerator<Entry> {
  let only: JsonPiece | null = null;
  let seen = 0;
  for await (const piece of splitJson(stream, settings.limits.recordBytes)) {
    seen += 1;
    if (seen === 1 && piece.bytes !== null && exportedClaim.safeParse(parsed(piece.bytes)).success) return;
    if (seen === 1 && !piece.inArray && !isLines(path)) {
      only = piece;
      continue;
    }
    if (only !== null) yield numbered(path, only, settings);
    only = null;
    yield numbered(path, piece, settings);
  }
  if (only !== null) yield* onlyEntry(path, only, settings);
  if (seen > 0) return;
  const message =
    'there is no article in this JSON; it should hold objects with fields like title, date and content';
  yield lostEntry(path, '', failed(path, '', message));
}

const isLines = (path: string): boolean => /\.(?:ndjson|jsonl|jl|jsonlines)(?:\.gz)?$/i.test(path);

const numbered = (path: string, piece: JsonPiece, settings: Settings): Entry =>
  entryOf(`${path}#${piece.number}`, piece, piece.inArray ? 'json' : 'ndjson', settings);

function* onlyEntry(path: string, piece: JsonPiece, settings: Settings): Generator<Entry> {
  const feed = piece.bytes === null ? null : jsonFeed.safeParse(parsed(piece.bytes));
  if (piece.bytes !== null && feed?.success) yield* feedEntries(path, piece.bytes, settings);
  else yield entryOf(path, piece, 'json', settings);
}

function entryOf(path: string, piece: JsonPiece, format: SourceFormat, settings: Settings): Entry {
  const place = { line: piece.line, column: 1 };
  const { bytes } = piece;
  if (bytes === null) {
    const limit = megabytes(settings.limits.recordBytes);
    return lostEntry(
      path,
      '',
      failed(
        path,
        '',
        `the record is larger than the ${limit} that are read of one; raise the limit «record»`,
        place,
      ),
    );
  }
  const sha256 = hashBytes(bytes);
  const read = (): ReadResult => {
    const data = record.safeParse(parsed(bytes));
    if (piece.cut || !data.success)
      return failed(path, sha256, 'the record is broken JSON or was cut off; write it again', place);
    return sourceOfFields(path, sha256, format, readFields(data.data, format, settings.fields));
  };
  return { path, sha256, read };
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(decode(bytes)?.text ?? '');
  } catch {
    return null;
  }
}

/** Fields that were read from a record, as a source; its content may be a page, HTML, Markdown or plain text. */
function sourceOfFields(path: string, sha256: string, format: SourceFormat, fields: Fields): ReadResult {
  const { record: own, content, contentField, doubt, badDate } = fields;
  if (badDate !== null)
    return failed(
      path,
      sha256,
      `«${badDate.slice(0, 60)}» is no date; write it like 2021-09-17T09:23:00+08:00`,
    );
  if (content === null)
    return failed(
      path,
      sha256,
      'the record has no text; name the field that holds it, for example content=body',
    );
  const page = isPage(content);
  const html =
    page || isMarkup(content)
      ? content
      : contentField?.endsWith('markdown')
        ? bodyHtml(content)
        : linesHtml(content);
  const warnings = doubt === null ? [] : [warning(path, doubt)];
  const source = { path, format, encoding: 'utf-8', sha256, record: own, html, warnings } as const;
  return {
    source: { ...source, htmlKind: page ? 'page' : 'fragment', htmlStart: html === content ? 0 : null },
    problem: null,
  };
}
