import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../pipeline/annotate/mentions/index.ts';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../pipeline/reading.ts';
import type { Lexicon } from '../pipeline/types.ts';
import { articleOf } from './article.ts';

const knowledge = loadKnowledge();
const engine = buildEngine(knowledge);

const PUBLISHED = '2021-11-29T12:00:00+08:00';

const reading = (text: string) => (): void => {
  read(articleOf(text, PUBLISHED), engine, 'a');
};

/** Milliseconds of processor time, the least of `goes`: other work on the machine does not count. */
function cost(work: () => void, goes: number): number {
  const times = Array.from({ length: goes }, () => {
    const before = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  });
  return Math.min(...times);
}

/** A step that is quadratic gives 10. */
const MOST = 3;

/** A machine that lends its cores to others counts their time as ours now and then: as often is a growth measured. */
const ROUNDS = 4;

/**
 * How often what ten times as much takes goes into ten times what one takes: 1 where the work grows as its matter does. The
 * first of a few rounds that is low enough, else the least: what is quadratic is so in every one.
 */
function growth(one: () => void, ten: () => void, goes = 2): number {
  cost(ten, 1);
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < ROUNDS && least >= MOST; round += 1)
    least = Math.min(least, cost(ten, goes) / (10 * cost(one, goes)));
  return least;
}

it('work that grows with the square of its matter is seen to', () => {
  const pairs = (n: number) => (): number => {
    let sum = 0;
    for (let i = 0; i < n; i += 1) for (let k = 0; k < n; k += 1) sum += i ^ k;
    return sum;
  };
  expect(growth(pairs(2000), pairs(20_000))).toBeGreaterThan(MOST);
});

describe('reading takes as long as the text is long', () => {
  const repeated = (words: string, characters: number): string =>
    words.repeat(Math.ceil(characters / words.length));

  it('over 5 MB without a full stop', () => {
    const text = (characters: number): string =>
      repeated('微信群聊里可以打开淘宝的链接，天气也很好，', characters);
    const ten = text(1_700_000);
    expect(Buffer.byteLength(ten)).toBeGreaterThan(5_000_000);
    expect(growth(reading(text(170_000)), reading(ten), 1)).toBeLessThan(MOST);
  }, 240_000);

  it.each([
    ['of one sentence after another with a claim', '记者实测发现，微信群聊可以打开淘宝链接。'],
    ['of claims whose words stand far before', '那里也可以打开，目前没有限制；'],
    ['in Traditional characters', '微信裡可以打開淘寶的鏈接，週三起支付寶也接入了美團。'],
    ['of dates', '9月17日至次日，'],
    ['of brackets and quotation marks that stay open', '（微信“说'],
    ['of names that are words as well', '大麦和优酷以及闲鱼，'],
  ])(
    '%s',
    (_, words) => {
      const head = '9月17日，微信公告称，淘宝的链接可以打开。';
      const text = (characters: number): string => head + repeated(words, characters);
      expect(growth(reading(text(8000)), reading(text(80_000)))).toBeLessThan(MOST);
    },
    60_000,
  );

  it('over a sentence with 2,000 mentions', () => {
    const text = (mentions: number): string =>
      `${repeated('微信、淘宝、抖音、支付宝和', mentions * 3)}互相屏蔽。`;
    const often = (work: () => void) => (): void => {
      for (let i = 0; i < 20; i += 1) work();
    };
    expect(growth(often(reading(text(200))), often(reading(text(2000))))).toBeLessThan(MOST);
  }, 60_000);
});

describe('a lexicon of 10,000 aliases', () => {
  /** Names of three characters, all different. */
  const names = (count: number): string[] =>
    Array.from({ length: count }, (_, i) =>
      String.fromCharCode(0x4e00 + (i % 97), 0x5000 + (i % 1009), 0x6000 + Math.floor(i / 97)),
    );
  const lexiconOf = (count: number): Lexicon => ({
    entities: names(count).map((text, i) => ({
      id: `app-${i}`,
      type: 'app',
      trait: null,
      name: text,
      owner: null,
      aliases: [{ text, from: null, to: null, ambiguous: false, near: [], not: [] }],
    })),
    scenes: [],
    cues: [],
  });
  const file = (count: number): string => {
    const path = join(mkdtempSync(join(tmpdir(), 'lexicon-')), 'own.yaml');
    const lines = names(count).map((text, i) => `  - {id: own-${i}, type: app, name: ${text}, owner: null}`);
    writeFileSync(path, `entities:\n${lines.join('\n')}\n`);
    return path;
  };

  it('is made ready ten times as slowly as one of 1,000', () => {
    const built = (count: number) => (): void => {
      buildMatcher(lexiconOf(count), () => []);
    };
    expect(growth(built(1000), built(10_000))).toBeLessThan(MOST);
    const small = loadKnowledge([file(1000)]);
    expect(small.lexicon.entities.length).toBeGreaterThan(1000);
    const loaded = (path: string) => (): void => {
      loadKnowledge([path]);
    };
    expect(growth(loaded(file(1000)), loaded(file(10_000)))).toBeLessThan(MOST);
  }, 120_000);

  it('is looked for as fast as one of 1,000', () => {
    const text = names(200).join('，').repeat(40);
    const matchers = [1000, 10_000].map((count) => buildMatcher(lexiconOf(count), () => []));
    const [few, many] = matchers.map((matcher) => cost(() => void matcher.find(text, null), 5));
    expect(many ?? 0).toBeLessThan((few ?? 0) * MOST);
  }, 60_000);
});
