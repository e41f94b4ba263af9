import { describe, expect, it } from 'vitest';
import { articleIdOf, evaluate, toThree } from '../../pipeline/evaluate/evaluate.ts';
import { GoldFault, parseGold } from '../../pipeline/evaluate/gold.ts';
import { exported, goldLine } from './claims.ts';

const score = (gold: string[], claims: ReturnType<typeof exported>[]) =>
  evaluate(parseGold(gold.join('\n'), 'gold.jsonl'), claims);
const counts = ({ tp, fp, fn }: { tp: number; fp: number; fn: number }) => [tp, fp, fn];

describe('what counts as right', () => {
  const cases: [
    name: string,
    gold: Record<string, unknown>,
    claim: Parameters<typeof exported>[0],
    core: number[],
  ][] = [
    ['the same claim', {}, {}, [1, 0, 0]],
    ['another status is a miss and an alarm', {}, { status: 'closed' }, [0, 1, 1]],
    ['the scene of an access counts', { scene: 'moments' }, {}, [0, 1, 1]],
    [
      'the scene of a payment does not',
      { relation: 'acceptance', scene: 'top-up' },
      { relation: 'acceptance' },
      [1, 0, 0],
    ],
    [
      'wallets stand in any order',
      { relation: 'code-interop', subject: 'wechat-pay', object: 'alipay' },
      { relation: 'code-interop', subject: 'alipay', object: 'wechat-pay' },
      [1, 0, 0],
    ],
    ['apps do not', {}, { subject: 'taobao', object: 'wechat' }, [0, 1, 1]],
    ['an optional line is spared', { optional: true }, {}, [0, 0, 0]],
    ['an optional line is not asked for', { optional: true }, { status: 'closed' }, [0, 1, 0]],
    [
      'another reading is right too',
      { alternatives: [{ status: 'limited' }] },
      { status: 'limited' },
      [1, 0, 0],
    ],
    ['a claim of an article outside the gold is left out', {}, { article: 'elsewhere' }, [0, 0, 1]],
  ];
  it.each(cases)('%s', (_, gold, claim, core) => {
    expect(counts(score([goldLine(gold)], [exported(claim)]).core)).toEqual(core);
  });

  it('both readings together are one hit and no alarm', () => {
    const gold = [goldLine({ alternatives: [{ status: 'limited' }] })];
    expect(counts(score(gold, [exported({}), exported({ status: 'limited' })]).core)).toEqual([1, 0, 0]);
  });

  it('a claim made twice counts once', () => {
    expect(counts(score([goldLine()], [exported({}), exported({})]).core)).toEqual([1, 0, 0]);
    expect(counts(score([], [exported({}), exported({})]).core)).toEqual([0, 0, 0]);
  });

  it('an article without claims makes every claim of it an alarm', () => {
    const result = score(['{"article":"a","relation":null}'], [exported({ rule: 'eager' })]);
    expect(counts(result.core)).toEqual([0, 1, 0]);
    expect(result.rules).toEqual({ eager: { right: 0, spared: 0, wrong: 1 } });
  });
});

describe('the other levels', () => {
  it('ask for the day and for who says it', () => {
    const result = score([goldLine()], [exported({ day: '2021-09-18', who: 'official' })]);
    expect([counts(result.core), counts(result.dated), counts(result.attributed)]).toEqual([
      [1, 0, 0],
      [0, 1, 1],
      [0, 1, 1],
    ]);
    expect(result.findings.map((f) => [f.kind, f.gold, f.got])).toEqual([
      ['date', '2021-09-17…2021-09-17', '2021-09-18…2021-09-18'],
      ['who', 'media', 'official'],
    ]);
  });

  it('take any day for a claim whose day the text does not fix', () => {
    const result = score([goldLine({ date_free: true })], [exported({ day: '1999-01-01' })]);
    expect([counts(result.core), counts(result.dated)]).toEqual([
      [1, 0, 0],
      [0, 0, 0],
    ]);
  });
});

describe('figures', () => {
  it('are told by relation and by rule', () => {
    const gold = [goldLine(), goldLine({ object: 'douyin', optional: true }), goldLine({ object: 'jd' })];
    const claims = [
      exported({ rule: 'opens' }),
      exported({ rule: 'opens', object: 'douyin' }),
      exported({ rule: 'opens', object: 'pinduoduo' }),
      exported({ rule: 'pledges', relation: 'pledge', object: null, status: 'pledged' }),
    ];
    const result = score(gold, claims);
    expect(result.relations).toEqual({
      access: { gold: 2, missed: 1, alarms: 1 },
      pledge: { gold: 0, missed: 0, alarms: 1 },
    });
    expect(result.rules).toEqual({
      opens: { right: 1, spared: 1, wrong: 1 },
      pledges: { right: 0, spared: 0, wrong: 1 },
    });
    expect(result.core).toEqual({ p: 0.333, r: 0.5, f1: 0.4, tp: 1, fp: 2, fn: 1 });
  });

  it('are perfect where there is nothing to find and nothing was found', () => {
    expect(score([], []).core).toEqual({ p: 1, r: 1, f1: 1, tp: 0, fp: 0, fn: 0 });
  });

  it.each([
    [0.0625, 0.062],
    [0.1875, 0.188],
    [2 / 3, 0.667],
    [0.9995, 1],
    [1, 1],
  ])('%f is written %f', (x, rounded) => {
    expect(toThree(x)).toBe(rounded);
  });
});

it.each([
  ['corpus/2021-09-news.md', '2021-09-news'],
  ['dump.ndjson#17', 'dump'],
  ['a.b.html', 'a.b'],
  ['bare', 'bare'],
])('the article of %s is %s', (path, id) => {
  expect(articleIdOf(path)).toBe(id);
});

describe('a gold file that is wrong', () => {
  it.each([
    ['cut short', `${goldLine()}\n{"article": "a"`, 'gold.jsonl:2: not JSON'],
    ['a claim without a subject', goldLine({ subject: undefined }), 'gold.jsonl:1: subject:'],
    [
      'a reading that is none',
      goldLine({ alternatives: [{ status: 7 }] }),
      'gold.jsonl:1: alternatives: status:',
    ],
    ['no article', goldLine({ article: undefined }), 'gold.jsonl:1: article:'],
  ])('%s is told with its line', (_, text, message) => {
    expect(() => parseGold(text, 'gold.jsonl')).toThrow(GoldFault);
    expect(() => parseGold(text, 'gold.jsonl')).toThrow(message);
  });
});
