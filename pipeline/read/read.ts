import type { Problem, Source, SourceFormat } from '../types.ts';
import { bodyHtml, isMarkup, isPage, linesHtml } from './body.ts';
import { type Decoded, decode } from './decode.ts';
import type { FieldMap } from './fields.ts';
import { emptyRecord, readFrontMatter } from './front-matter.ts';
import { type Limits, megabytes } from './limits.ts';
import { openingRecord } from './opening.ts';
import { recognise } from './recognise.ts';
import { failed, hashBytes, type ReadResult, warning } from './result.ts';
import { savedFrom } from './saved.ts';
import { type ReadOptions, type Settings, settingsOf } from './settings.ts';

export { hashBytes, type ReadResult } from './result.ts';
export type { ReadOptions } from './settings.ts';

/**
 * Bytes of one article (a scrape or a page) → Source, or a problem with its line and what to do. Never throws,
 * whatever the bytes. Files of other families go through `entriesOf`.
 */
export const readSource = (path: string, bytes: Uint8Array, options: ReadOptions = {}): ReadResult =>
  readDocument(path, bytes, settingsOf(options), {
    sha256: hashBytes(bytes),
    isPage: () => recognise(bytes, path) === 'page',
  });

/** The same, of bytes of which so much is known; `isPage` is asked where their first words do not say so. */
export function readDocument(
  path: string,
  bytes: Uint8Array,
  { limits, fields }: Settings,
  known: { readonly sha256: string; readonly isPage: () => boolean },
): ReadResult {
  const { sha256 } = known;
  if (bytes.length === 0) return failed(path, sha256, 'the file is empty; delete it or fetch it again');
  if (bytes.length > limits.documentBytes) return failed(path, sha256, tooLarge(limits.documentBytes));
  const decoded = decode(bytes);
  if (decoded === null)
    return failed(path, sha256, 'the text is in no encoding that could be found out; save it as UTF-8');
  if (decoded.text.trim() === '')
    return failed(path, sha256, 'the file holds only white space; delete it or fetch it again', {
      line: 1,
      column: 1,
    });
  const page = isPage(decoded.text) || known.isPage();
  return page ? readPage(path, sha256, decoded) : readScrape(path, sha256, decoded, limits, fields);
}

export const tooLarge = (limit: number): string =>
  `it is larger than the ${megabytes(limit)} that are read of one article; split it, or raise the limit «document»`;

function readPage(path: string, sha256: string, decoded: Decoded): ReadResult {
  const { saved, format } = savedFrom(decoded.text);
  const record = { ...emptyRecord(), ...saved };
  return sourceOf({
    path,
    sha256,
    format,
    decoded,
    record,
    html: decoded.text,
    htmlKind: 'page',
    warnings: [],
  });
}

function readScrape(
  path: string,
  sha256: string,
  decoded: Decoded,
  limits: Limits,
  fields: Partial<FieldMap>,
): ReadResult {
  const matter = readFrontMatter(decoded.text, limits.frontMatterBytes, fields);
  if ('message' in matter) return failed(path, sha256, matter.message, matter);
  if (matter.body.trim() === '') {
    const line = decoded.text.slice(0, matter.bodyStart).split('\n').length;
    return failed(path, sha256, 'there is no text after the front matter; fetch the article again', {
      line,
      column: 1,
    });
  }
  const warnings = matter.doubt === null ? [] : [warning(path, matter.doubt)];
  const page = isPage(matter.body);
  const bare = matter.bodyStart === 0 && !isMarkup(matter.body);
  const html = page ? matter.body : bodyHtml(matter.body);
  const plain = bare && /\.txt(?:\.gz)?$/i.test(path);
  return sourceOf({
    path,
    sha256,
    format: plain ? 'text' : 'markdown',
    decoded,
    record: bare ? openingRecord(matter.body) : matter.record,
    html: plain ? linesHtml(matter.body) : html,
    htmlKind: page ? 'page' : 'fragment',
    htmlStart: !plain && html === matter.body ? matter.bodyStart : null,
    warnings,
  });
}

interface Parts {
  readonly path: string;
  readonly sha256: string;
  readonly format: SourceFormat;
  readonly decoded: Decoded;
  readonly record: Source['record'];
  readonly html: string;
  readonly htmlKind: Source['htmlKind'];
  readonly htmlStart?: number | null;
  readonly warnings: readonly Problem[];
}

/** A source with what its decoding has to say. */
export function sourceOf(parts: Parts): ReadResult {
  const { decoded, ...rest } = parts;
  const warnings = [...rest.warnings];
  if (decoded.misdeclared !== null)
    warnings.push(
      warning(rest.path, `declares ${decoded.misdeclared} but is ${decoded.encoding}, as which it is read`),
    );
  if (decoded.lost > 0)
    warnings.push(
      warning(
        rest.path,
        `${decoded.lost} characters are not ${decoded.encoding} and stand as «\ufffd»; fetch it again`,
      ),
    );
  return { source: { ...rest, encoding: decoded.encoding, warnings }, problem: null };
}
