import type { SourceFormat, SourceRecord } from '../types.ts';

const SINGLE_FILE = /<!--\s*Page saved with SingleFile([\s\S]{0,4000}?)-->/i;
const BROWSER = /<!--\s*saved from url=\(\d+\)(https?:\/\/[^\s>]{1,2000}?)\s*-->/i;

/** What the program that saved a page wrote into it: the format's name and the page's address. */
export function savedFrom(html: string): {
  readonly format: SourceFormat;
  readonly saved: Partial<SourceRecord>;
} {
  const head = html.slice(0, 8000);
  const note = SINGLE_FILE.exec(head)?.[1];
  const url = note === undefined ? BROWSER.exec(head)?.[1] : /url:\s*(https?:\/\/\S+)/i.exec(note)?.[1];
  const saved = url === undefined ? {} : { url, origin: { url: 'saved from' } };
  return { format: note === undefined ? 'html' : 'singlefile', saved };
}
