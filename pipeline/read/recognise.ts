import { extname } from 'node:path';
import { isPage } from './body.ts';
import { decode } from './decode.ts';

/** How a file is read; what kind of feed or page it holds shows when it is. */
export type Family = 'gzip' | 'warc' | 'json' | 'feed' | 'mhtml' | 'page' | 'text';

/** Bytes from the start of a file that are enough to tell its family. */
export const HEAD = 1 << 14;

const FEED =
  /^\s*(?:<\?xml[^>]{0,400}\?>\s*)?(?:<\?[^>]{0,400}\?>\s*|<!--(?:(?!-->)[\s\S]){0,4000}-->\s*|<!doctype\s[^>]{0,400}>\s*)*<(?:rss|feed|rdf:RDF)\b/i;
const JSON_START = /^\s*(?:\{\s*(?:"|\}|$)|\[\s*(?:\{|\]|$))/;
const MIME =
  /^(?:[\w-]{2,40}:[^\r\n]{0,1000}\r?\n(?:[ \t][^\r\n]{0,1000}\r?\n){0,20}){0,40}content-type:\s*multipart\/related/i;

export const isGzip = (head: Uint8Array): boolean => head[0] === 0x1f && head[1] === 0x8b;

/** Tells a file's family by its first bytes; the ending of its name counts only where these say nothing. */
export function recognise(head: Uint8Array, path: string): Family {
  if (isGzip(head)) return 'gzip';
  if (startsWith(head, 'WARC/')) return 'warc';
  const text = textOf(head);
  if (FEED.test(text)) return 'feed';
  if (isPage(text)) return 'page';
  if (JSON_START.test(text)) return 'json';
  if (MIME.test(text)) return 'mhtml';
  return isPagePath(path) && /<(?:title|meta|link|style|script|body)\b/i.test(text) ? 'page' : 'text';
}

/** Whether a file that does not say by its name what it is holds articles. */
export function looksLikeArticles(head: Uint8Array): boolean {
  const family = recognise(head, '');
  if (family === 'text') return /^\s*(?:---|\+\+\+)\r?\n\s*[\w-]+\s*[:=]/.test(textOf(head));
  return family !== 'json' && family !== 'gzip';
}

/** Whether a plain text may be an article: lists of addresses, requirements and licences hold no Chinese. */
export const isChinese = (head: Uint8Array): boolean =>
  recognise(head, '') === 'gzip' || (textOf(head).match(/\p{Script=Han}/gu)?.length ?? 0) >= 20;

const textOf = (bytes: Uint8Array): string => decode(uncut(bytes))?.text ?? '';

/** The first bytes, up to the end of a UTF-8 character: by half of one they seem to be in another encoding, which takes 6 ms to look for. */
function uncut(bytes: Uint8Array): Uint8Array {
  if (bytes.length < HEAD) return bytes;
  const isWithin = (at: number): boolean => ((bytes[at] ?? 0) & 0xc0) === 0x80;
  const last = [1, 2, 3].find((back) => !isWithin(HEAD - back)) ?? 0;
  const lead = bytes[HEAD - last] ?? 0;
  const size = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : lead >= 0xc0 ? 2 : 1;
  return bytes.subarray(0, last < size ? HEAD - last : HEAD);
}

const isPagePath = (path: string): boolean =>
  ['.html', '.htm', '.xhtml', '.shtml'].includes(extname(path.replace(/\.gz$/i, '')).toLowerCase());

function startsWith(head: Uint8Array, ascii: string): boolean {
  for (let i = 0; i < ascii.length; i += 1) if (head[i] !== ascii.charCodeAt(i)) return false;
  return true;
}
