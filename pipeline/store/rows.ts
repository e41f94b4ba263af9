import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article, ClaimContent, ExportedClaim, Problem } from '../types.ts';
import { contentColumns, contentFromJson, contentOf } from './content.ts';
import type { ArticleTable } from './tables.ts';

/** The id of the article that is known by a path. */
export const articleId = (path: string): string =>
  `a${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;

export const textHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

const blocks = z.array(
  z.object({
    kind: z.enum(['heading', 'paragraph', 'list-item', 'caption', 'byline']),
    start: z.number().int(),
    end: z.number().int(),
  }),
);

export const blocksFromJson = (json: string): z.infer<typeof blocks> => blocks.parse(JSON.parse(json));

/** What an article takes from every new reading, but for what the run and the book say. */
export type ArticleRow = Omit<
  ArticleTable,
  'key' | 'id' | 'first_run' | 'last_run' | 'text_key' | 'reading_key' | 'rules_version'
>;

export function articleRow(article: Article): ArticleRow {
  const { record } = article;
  return {
    path: article.path,
    format: article.format,
    encoding: article.encoding,
    sha256: article.sha256,
    title: record.title,
    publisher: record.publisher,
    author: record.author,
    categories: JSON.stringify(record.categories),
    published: record.published,
    url: record.url,
    state: 'present',
  };
}

/** SQLite binds at most 32,766 values in one statement. */
const CHUNK = 500;

export function* chunks<T>(rows: readonly T[]): Generator<T[]> {
  for (let i = 0; i < rows.length; i += CHUNK) yield rows.slice(i, i + CHUNK);
}

const nullable = z.string().nullable();

/** A claim with its article, evidence and review, as one row of the query in `claims.ts`. */
export const joinedRow = contentColumns.extend({
  id: z.string(),
  rule: z.string(),
  article_id: z.string(),
  path: z.string(),
  title: nullable,
  publisher: nullable,
  published: nullable,
  url: nullable,
  sha256: z.string(),
  machine: nullable,
  review: z.enum(['unreviewed', 'accepted', 'rejected', 'edited']),
  reviewer: nullable,
  reviewed_at: nullable,
  note: nullable,
  changed: z.number().nullable(),
});

export function exportedClaim(row: z.infer<typeof joinedRow>): ExportedClaim {
  return {
    id: row.id,
    ...contentOf(row),
    article: {
      id: row.article_id,
      path: row.path,
      title: row.title,
      publisher: row.publisher,
      published: row.published,
      url: row.url,
      sha256: row.sha256,
    },
    rule: row.rule,
    review: {
      state: row.review,
      by: row.reviewer,
      at: row.reviewed_at,
      note: row.note,
      changed: row.changed === 1,
      machine: machineOf(row.machine),
    },
  };
}

function machineOf(json: string | null): ClaimContent | null {
  const found = contentFromJson(json);
  if (found === null) return null;
  const { textHash: _version, ...said } = found;
  return said;
}

/** A problem as a row comes back. */
export const problemRow = z.object({
  run_id: z.number().int(),
  stage: z.enum(['read', 'clean', 'annotate', 'extract', 'refine', 'store']),
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  message: z.string(),
}) satisfies z.ZodType<Problem & { run_id: number }>;
