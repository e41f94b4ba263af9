import type { Article } from '../types.ts';

/** A bare text as an article: every line a paragraph; `day` is the day of publication. */
export function articleOf(text: string, day: string | null): Article {
  const lines = text.split('\n').map((line) => line.trim());
  const kept = lines.filter((line) => line !== '');
  let at = 0;
  const blocks = kept.map((line) => {
    const block = { kind: 'paragraph' as const, start: at, end: at + line.length };
    at = block.end + 1;
    return block;
  });
  const published = day === null ? null : `${day}T12:00:00+08:00`;
  return {
    path: 'text',
    format: 'markdown',
    encoding: 'utf-8',
    sha256: '',
    record: { title: null, publisher: null, author: null, categories: [], published, url: null },
    text: kept.join('\n'),
    blocks,
    warnings: [],
  };
}
