import { describe, expect, it } from 'vitest';
import { buildMatcher, type Matcher } from '../../../pipeline/annotate/mentions/index.ts';
import type { Alias, Lexicon } from '../../../pipeline/types.ts';

const alias = (text: string, ambiguous = false): Alias => ({
  text,
  from: null,
  to: null,
  ambiguous,
  near: ambiguous ? ['演出', '购票'] : [],
  not: ambiguous ? ['大麦茶'] : [],
});
const lexiconOf = (words: readonly Alias[]): Lexicon => ({
  entities: words.map((a, i) => ({
    id: `e${i}`,
    type: 'app',
    name: a.text,
    owner: null,
    trait: null,
    aliases: [a],
  })),
  scenes: [],
  cues: [],
});
const han = (n: number) => String.fromCharCode(0x4e00 + (n % 5000));
const cut = (sentence: string) => [...sentence];

/** Best of five, in ms: noise only ever adds. */
function best(matcher: Matcher, text: string): number {
  const times = Array.from({ length: 5 }, () => {
    const start = performance.now();
    matcher.find(text, 2021);
    return performance.now() - start;
  });
  return Math.min(...times);
}

/** Four times the text must not cost much more than four times the time. */
function growth(matcher: Matcher, text: (units: number) => string, units: number): number {
  best(matcher, text(units));
  return best(matcher, text(units * 4)) / Math.max(best(matcher, text(units)), 0.05) / 4;
}

describe('time grows as the text does', () => {
  const many = (n: number) =>
    buildMatcher(
      lexiconOf(Array.from({ length: n }, (_, i) => alias(`${han(i)}${han(i * 7 + 1)}${i}号`))),
      cut,
    );

  it('with 10,000 aliases, and hardly with their number', () => {
    const text = Array.from({ length: 200_000 }, (_, i) => han(i * i)).join('');
    const [few, lots] = [many(100), many(10_000)].map((m) => best(m, text));
    expect((lots ?? 0) / (few ?? 1)).toBeLessThan(15);
  });

  it('with 10,000 aliases that begin alike', () => {
    const alike = buildMatcher(
      lexiconOf(Array.from({ length: 10_000 }, (_, i) => alias(`微信${han(i)}${han(i + 9)}`))),
      cut,
    );
    expect(growth(alike, (n) => '微信开放'.repeat(n), 20_000)).toBeLessThan(3);
  });

  it('with ambiguous aliases in a text without a full stop', () => {
    const unsure = buildMatcher(lexiconOf([alias('大麦', true)]), cut);
    expect(growth(unsure, (n) => '今年大麦长势好，'.repeat(n), 1000)).toBeLessThan(3);
  });

  it('with a list of ambiguous aliases', () => {
    const unsure = buildMatcher(lexiconOf([alias('大麦', true), alias('优酷')]), cut);
    expect(growth(unsure, (n) => '大麦、'.repeat(n), 1000)).toBeLessThan(3);
  });
});

it('text without names passes at 20 MB a second and more', () => {
  const words = Array.from({ length: 500 }, (_, i) => alias(`${han(i * 3)}${han(i * 11 + 5)}${han(i)}`));
  const matcher = buildMatcher(lexiconOf(words), cut);
  const text = Array.from({ length: 1_000_000 }, (_, i) => han(i * 37 + 2500)).join('');
  const megabytes = Buffer.byteLength(text) / 1e6;
  expect(megabytes / (best(matcher, text) / 1000)).toBeGreaterThan(20);
});
