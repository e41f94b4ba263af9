import type { Article, Source, SourceRecord } from '../pipeline/types.ts';

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

/** A fragment of a feed, as it is before it is cleaned. */
export const fragmentOf = (html: string, path = 'a.md'): Source => ({
  path,
  format: 'markdown',
  encoding: 'utf-8',
  sha256: '',
  record: recordOf('2022-06-15T12:00:00+08:00'),
  html,
  htmlKind: 'fragment',
  warnings: [],
});
