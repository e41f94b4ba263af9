import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Book } from '../../pipeline/export/book.ts';
import type { ExportFormat } from '../../pipeline/export/formats.ts';
import { writeFile } from '../../pipeline/export/write.ts';
import { factsOf } from '../../pipeline/facts/facts.ts';
import type { ExportedClaim } from '../../pipeline/types.ts';
import { articleOf, claimOf, TEXT } from '../store/fixtures.ts';

export function exported(id: string, change: Partial<ExportedClaim> = {}): ExportedClaim {
  const { trace: _trace, ...claim } = claimOf(id);
  const { record, path, sha256 } = articleOf('a.md');
  const { title, publisher, published, url } = record;
  return {
    ...claim,
    article: { id: 'a1', path, title, publisher, published, url, sha256 },
    review: { state: 'unreviewed', by: null, at: null, note: null, changed: false, machine: null },
    ...change,
  };
}

/** Claims as a book; `text` is what the evidence of all of them points into. */
export const bookOf = (claims: readonly ExportedClaim[], text = TEXT): Book => ({
  async *claims() {
    yield* claims;
  },
  async *inText() {
    for (const claim of claims) yield { claim, text };
  },
  async *facts() {
    yield* factsOf(claims);
  },
});

/** A path in a folder of its own. */
export const newFile = (name: string): string => join(mkdtempSync(join(tmpdir(), 'hutong-export-')), name);

/** Writes claims to a file of their own and gives its path. */
export async function fileOf(format: ExportFormat, book: Book): Promise<string> {
  const path = newFile(`claims.${format}`);
  await writeFile(path, book, format);
  return path;
}

export async function written(format: ExportFormat, claims: readonly ExportedClaim[]): Promise<string> {
  return readFileSync(await fileOf(format, bookOf(claims)), 'utf8');
}

/** What spoils tables: formulas, quotes, line ends, delimiters, wide characters, the ends of what may be null. */
export const HARD: readonly ExportedClaim[] = [
  exported('c01', {
    conditions: ['需更新到 "8.0" 版', '仅,安卓'],
    attribution: { type: 'official', name: '=HYPERLINK("http://x.example","样报")' },
    deadline: '2022-09-17',
  }),
  exported('c02', {
    object: null,
    scene: null,
    date: { text: null, start: null, end: null, precision: 'vague', basis: 'text' },
    review: {
      state: 'accepted',
      by: '@甲',
      at: '2022-07-01T00:00:00.000Z',
      note: '+1\r\n第二行;"好"',
      changed: false,
      machine: null,
    },
  }),
  exported('c03', {
    article: {
      id: 'a2',
      path: '目录/乙 𠮷.md',
      title: '\t-1 «標題» 😀',
      publisher: null,
      published: null,
      url: 'https://news.example/乙?a=1',
      sha256: 'b'.repeat(64),
    },
  }),
];
