import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../pipeline/run.ts';
import type { Block } from '../../pipeline/types.ts';
import { articleOf } from '../article.ts';
import { type Passage, readPassages, tally } from './passages.ts';

const FOLDER = 'test/gold/passages';
const engine = buildEngine(loadKnowledge());

/** A passage as an article with a paragraph a line. */
function claimsIn({ text, published }: Passage) {
  const blocks: Block[] = [...text.matchAll(/[^\n]+/g)].map((line) => ({
    kind: 'paragraph',
    start: line.index,
    end: line.index + line[0].length,
  }));
  return read({ ...articleOf(text, `${published}T12:00:00+08:00`), blocks }, engine, 'passage').claims;
}

/** Precision and recall, to the second digit, over all passages of some files. */
function figuresOf(files: readonly string[]): { precision: number; recall: number } {
  const tallies = files
    .flatMap((file) => readPassages(join(FOLDER, file)))
    .map((passage) => tally(claimsIn(passage), passage.claims));
  const sum = (of: 'right' | 'wrong' | 'missed'): number => tallies.reduce((n, t) => n + t[of], 0);
  const digits = (x: number): number => Math.floor(x * 100) / 100;
  return {
    precision: digits(sum('right') / (sum('right') + sum('wrong'))),
    recall: digits(sum('right') / (sum('right') + sum('missed'))),
  };
}

const FLOORS: Readonly<Record<string, { precision: number; recall: number }>> = {
  access: { precision: 0.79, recall: 0.41 },
  payment: { precision: 0.9, recall: 0.57 },
  order: { precision: 0.96, recall: 0.9 },
  'when-and-who': { precision: 0.92, recall: 0.45 },
  outcome: { precision: 0.74, recall: 0.3 },
  place: { precision: 0.88, recall: 0.81 },
  thing: { precision: 0.91, recall: 0.85 },
  pay: { precision: 0.88, recall: 0.64 },
  scan: { precision: 0.83, recall: 0.55 },
  scene: { precision: 0.84, recall: 0.64 },
  decree: { precision: 0.97, recall: 0.8 },
  day: { precision: 1, recall: 0.97 },
  chat: { precision: 0.83, recall: 0.64 },
  news: { precision: 0.89, recall: 0.64 },
};

describe('passages are read at least as well as they were', () => {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

  it.each(Object.entries(FLOORS))('%s', (subject, floor) => {
    const figures = figuresOf(files.filter((name) => name.startsWith(`${subject}-`)));
    expect(figures.precision).toBeGreaterThanOrEqual(floor.precision);
    expect(figures.recall).toBeGreaterThanOrEqual(floor.recall);
  });

  it('no file is left out', () => {
    const subjects = Object.keys(FLOORS);
    expect(files.filter((name) => !subjects.some((s) => name.startsWith(`${s}-`)))).toEqual([]);
  });
});
