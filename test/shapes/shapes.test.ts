import { readdirSync, readFileSync } from 'node:fs';
import { CORE_SCHEMA, load } from 'js-yaml';
import { afterAll, describe, expect, it } from 'vitest';
import { articleOf } from '../../pipeline/clean/plain.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../pipeline/run.ts';
import { compare, type Difference, type ShapeCase, shapeFile } from './case.ts';

const FOLDER = 'test/shapes';
const engine = buildEngine(loadKnowledge());
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
const tables = files.map((name) => ({
  name,
  ...shapeFile.parse(load(textOf(name), { schema: CORE_SCHEMA })),
}));
const RIGHT: Difference = { missing: [], surplus: [] };

function textOf(name: string): string {
  return readFileSync(`${FOLDER}/${name}`, 'utf8');
}

function difference({ text, published, title, claims }: ShapeCase): Difference {
  const plain = articleOf(text, published);
  const article = { ...plain, record: { ...plain.record, title: title ?? null } };
  return compare(claims, read(article, engine, 'case').claims);
}

const known = tables.flatMap((t) => t.cases.filter((c) => c.known !== undefined));
const all = tables.flatMap((t) => t.cases);

afterAll(() => {
  console.info(`shapes: ${all.length} cases, ${known.length} of them known to be read wrong`);
});

describe.each(tables)('$name: $shape', ({ cases }) => {
  it('is told from the other side too', () => {
    expect(cases.length).toBeGreaterThanOrEqual(10);
    expect(cases.some((c) => c.claims.length === 0)).toBe(true);
    expect(cases.some((c) => c.claims.length > 0)).toBe(true);
  });

  it.each(cases.filter((c) => c.known === undefined))('$text', (one) => {
    expect(difference(one)).toEqual(RIGHT);
  });
});

describe.runIf(known.length > 0)('still read wrong; take the mark away where it is read right', () => {
  it.each(known)('$text ($known)', (one) => {
    expect(difference(one)).not.toEqual(RIGHT);
  });
});
