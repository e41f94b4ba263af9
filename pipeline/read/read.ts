import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Problem, Source } from '../types.ts';
import { decode } from './decode.ts';
import { emptyRecord, readFrontMatter } from './front-matter.ts';
import type { FoundFile } from './walk.ts';

export type ReadResult =
  | { readonly source: Source; readonly problem: null }
  | { readonly source: null; readonly problem: Problem; readonly sha256: string };

/** The bytes of a file that the walk found. Throws what the file system says. */
export const readBytes = (file: FoundFile): Uint8Array => readFileSync(file.absolute);

/** Hex SHA-256 of the bytes, by which a file is known to be unchanged. */
export const hashBytes = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** Bytes → Source, or a problem with its line and what to do. Never throws, whatever the bytes. */
export function readSource(path: string, bytes: Uint8Array): ReadResult {
  const sha256 = hashBytes(bytes);
  const fail = (line: number | null, column: number | null, message: string): ReadResult => ({
    source: null,
    sha256,
    problem: { stage: 'read', severity: 'error', path, line, column, message },
  });
  if (bytes.length === 0) return fail(null, null, 'the file is empty; delete it or fetch it again');
  const decoded = decode(bytes);
  if (decoded === null)
    return fail(null, null, 'the text is in no encoding that could be found out; save it as UTF-8');
  if (decoded.text.trim() === '')
    return fail(1, 1, 'the file holds only white space; delete it or fetch it again');
  const { encoding } = decoded;
  if (isPage(decoded.text)) {
    const page = {
      path,
      format: 'html',
      encoding,
      sha256,
      record: emptyRecord(),
      html: decoded.text,
      htmlKind: 'page',
    } as const;
    return { source: { ...page, warnings: [] }, problem: null };
  }
  const matter = readFrontMatter(decoded.text);
  if ('message' in matter) return fail(matter.line, matter.column, matter.message);
  const warning = matter.doubt === null ? [] : [doubtOf(path, matter.doubt)];
  const shared = { path, format: 'markdown', encoding, sha256, htmlKind: 'fragment' } as const;
  return {
    source: { ...shared, record: matter.record, html: matter.body, warnings: warning },
    problem: null,
  };
}

const doubtOf = (path: string, message: string): Problem => ({
  stage: 'read',
  severity: 'warning',
  path,
  line: null,
  column: null,
  message,
});

/** A full page says so at its start; anything else is a fragment, with front matter or without. */
const isPage = (text: string): boolean =>
  /^\uFEFF?\s*(?:<!--[\s\S]*?-->\s*)*(?:<\?xml[^>]*>\s*)?<(?:!doctype|html|head|body)\b/i.test(
    text.slice(0, 2000),
  );
