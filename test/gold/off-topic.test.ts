import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { clean } from '../../pipeline/clean/clean.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { readSource } from '../../pipeline/read/read.ts';
import { buildEngine, read } from '../../pipeline/run.ts';

const line = z.looseObject({ article: z.string(), relation: z.string().nullable() });

/** Articles of a gold file that claim nothing: sport, phones, markets, essays that name every platform. */
function offTopic(gold: string): string[] {
  const lines = readFileSync(gold, 'utf8').trim().split('\n');
  return lines
    .map((text) => line.parse(JSON.parse(text)))
    .flatMap((l) => (l.relation === null ? [l.article] : []));
}

const ROOT = 'test/gold/tryouts';
const articles = ['first', 'second', 'third'].flatMap((set) => offTopic(join(ROOT, `${set}.jsonl`)));
const engine = buildEngine(loadKnowledge());

describe('an article about something else gives no claim', () => {
  it('there are such articles', () => expect(articles.length).toBeGreaterThan(10));

  it.each(articles)('%s', async (id) => {
    const path = join(ROOT, 'raw', `${id}.md`);
    const { source } = readSource(path, readFileSync(path));
    if (source === null) throw new Error(`${path} was not read`);
    const { claims } = read(await clean(source), engine, id);
    expect(claims.map((c) => `${c.rule}: ${c.evidence.quote}`)).toEqual([]);
  });
});
