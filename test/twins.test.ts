import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Converter } from 'opencc-js/cn2t';
import { describe, expect, it } from 'vitest';
import { clean } from '../pipeline/clean/clean.ts';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { readSource } from '../pipeline/read/read.ts';
import { buildEngine, read } from '../pipeline/run.ts';
import type { Article, Claim } from '../pipeline/types.ts';

const engine = buildEngine(loadKnowledge());
const articles = readdirSync('corpus').filter((f) => f.endsWith('.md') && f !== 'README.md');

const core = ({ relation, subject, object, scene, status, date }: Claim): string =>
  [relation, subject, object, scene, status, date.start, date.end].join(' ');

async function articleIn(file: string): Promise<Article> {
  const { source } = readSource(file, readFileSync(join('corpus', file)));
  if (source === null) throw new Error(`${file} was not read`);
  return clean(source);
}

/** The article in another script; only characters are exchanged, so that blocks stay where they are. */
function twinOf(article: Article, to: 'tw' | 'hk'): Article {
  const convert = Converter({ from: 'cn', to });
  const { record } = article;
  const text = Array.from(article.text, (c) => convert(c))
    .map((c, i) => (c.length === 1 ? c : (article.text[i] ?? '')))
    .join('');
  return {
    ...article,
    text,
    record: { ...record, title: record.title === null ? null : convert(record.title) },
  };
}

describe('an article and its Traditional twin say the same', () => {
  const cases = articles.flatMap((file) => (['tw', 'hk'] as const).map((to) => ({ file, to })));
  it.each(cases)('$file as in $to', async ({ file, to }) => {
    const article = await articleIn(file);
    const twin = twinOf(article, to);
    expect(twin.text).not.toBe(article.text);
    const [own, theirs] = [article, twin].map((a) => read(a, engine, 'a').claims);
    expect(theirs?.map(core)).toEqual(own?.map(core));
    for (const { evidence } of theirs ?? [])
      expect(twin.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
  });
});
