import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Block, SourceRecord } from '../types.ts';
import { blocksFromText } from './blocks.ts';
import { heldText } from './pack.ts';
import type { Tables } from './tables.ts';

/** What is known of a path without reading the file. */
export interface Known {
  readonly id: string;
  readonly sha256: string;
  readonly rulesVersion: string;
  readonly state: 'present' | 'gone';
}

/** An article as it is shown: its record and the text that its claims point into. */
export interface StoredArticle extends SourceRecord {
  readonly id: string;
  readonly path: string;
  readonly format: string;
  readonly encoding: string;
  readonly sha256: string;
  readonly state: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const state = z.enum(['present', 'gone']);
const known = z.object({
  id: z.string(),
  path: z.string(),
  sha256: z.string(),
  rules_version: z.string(),
  state,
});

/** Every path that was ever read, by path. */
export async function knownAll(db: Kysely<Tables>): Promise<Map<string, Known>> {
  const rows = await db
    .selectFrom('articles')
    .select(['id', 'path', 'sha256', 'rules_version', 'state'])
    .execute();
  return new Map(
    rows.map((row): [string, Known] => {
      const { path, rules_version: rulesVersion, ...rest } = known.parse(row);
      return [path, { ...rest, rulesVersion }];
    }),
  );
}

const name = z.string().nullable();
const articleRow = z.object({
  id: z.string(),
  path: z.string(),
  format: z.string(),
  encoding: z.string(),
  sha256: z.string(),
  title: name,
  publisher: name,
  author: name,
  categories: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  published: name,
  url: name,
  state,
  text: heldText,
  blocks: z.string().transform(blocksFromText),
}) satisfies z.ZodType<StoredArticle>;

const MANY = 20;

/** Articles whose id begins with, or whose path is or holds, the given words; 20 at most, by path. */
export async function findArticles(db: Kysely<Tables>, what: string): Promise<StoredArticle[]> {
  const words = what.replace(/[\\%_]/g, '\\$&');
  const rows = await db
    .selectFrom('articles')
    .innerJoin('article_texts', 'article_texts.key', 'articles.text_key')
    .selectAll('articles')
    .select(['article_texts.text', 'article_texts.blocks'])
    // Each by its own index, a twentieth of the table.
    .where(
      sql<boolean>`articles.key IN (
        SELECT key FROM articles INDEXED BY sqlite_autoindex_articles_2
        WHERE path = ${what} OR path LIKE ${`%${words}%`} ESCAPE '\\'
        UNION SELECT key FROM articles INDEXED BY sqlite_autoindex_articles_1 WHERE id LIKE ${`${words}%`} ESCAPE '\\')`,
    )
    .orderBy((e) => e('articles.path', '=', what), 'desc')
    .orderBy('articles.path')
    .limit(MANY)
    .execute();
  return rows.map((row) => articleRow.parse(row));
}
