import type { Article, SourceRecord } from '../pipeline/types.ts';

/** What an article of the tests says of itself: nothing but when it was published. */
export const recordOf = (published: string | null): SourceRecord => ({
  title: null,
  publisher: null,
  author: null,
  categories: [],
  published,
  url: null,
});

/** An article of one paragraph. */
export const articleOf = (text: string, published: string | null): Article => ({
  path: 'example.md',
  format: 'markdown',
  encoding: 'utf-8',
  sha256: '',
  record: recordOf(published),
  text,
  blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
  warnings: [],
});
