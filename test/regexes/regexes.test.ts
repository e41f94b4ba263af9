import { checkSync } from 'recheck';
import { describe, expect, it } from 'vitest';
import { builtExpressions } from './built.ts';
import { codeExpressions, knowledgeExpressions, type Shipped, wordsOf } from './shipped.ts';

/** recheck's own program for each system is not installed; this is the same in JavaScript. */
process.env.RECHECK_BACKEND = 'pure';
/** Milliseconds. Nine in ten are decided in a tenth of that; the rest have so many alternatives that no time is enough. */
const TIMEOUT = 250;
/** Most milliseconds that an expression may take over one hostile text; nearly all take less than one. */
const LIMIT = 400;
/** No sentence is longer (annotate/sentences.ts). */
const LONGEST_SENTENCE = 1000;
/** Long enough that a quadratic search stands out and a linear one takes no time. */
const LONG = 6000;
/** A limit on what is tried with each expression. */
const MOST_WORDS = 80;

/** What the checker has found against an expression, or null; `unknown` is not held against it. */
function faultOf({ regex }: Shipped): string | null {
  const flags = regex.flags.replace(/[dv]/g, '');
  const found = checkSync(regex.source, flags, { timeout: TIMEOUT });
  return found.status === 'vulnerable' ? found.complexity.summary : null;
}

/** Texts that make an expression begin again and again: its own words, alone and in pairs, repeated, and an end that fits none. */
function hostile(regex: RegExp, length: number): string[] {
  const words = wordsOf(regex).slice(0, MOST_WORDS);
  const pairs = words.map((word, i) => word + (words[(i + 1) % words.length] ?? ''));
  const spoilt = words.flatMap((word) => [`${word}一`, `${word} `]);
  const seeds = new Set(['一', 'a', '1', ' ', '\n', '，', '\ue000', ...words, ...pairs, ...spoilt]);
  return [...seeds].map((seed) => `${seed.repeat(Math.ceil(length / seed.length)).slice(0, length)}\u0001`);
}

/** The slowest of the hostile texts, in milliseconds: of two goes the quicker one, since a machine may be busy. */
function slowest({ regex }: Shipped, length: number): number {
  const all = new RegExp(regex.source, `${regex.flags.replace(/[gy]/g, '')}g`);
  const time = (text: string): number => {
    const begun = performance.now();
    for (const _ of text.matchAll(all));
    return performance.now() - begun;
  };
  return Math.max(
    ...hostile(regex, length).map((text) => {
      const first = time(text);
      return first < LIMIT ? first : Math.min(first, time(text));
    }),
  );
}

const slow = (all: readonly Shipped[], length: number, limit = LIMIT): string[] =>
  all.flatMap((shipped) => {
    const ms = slowest(shipped, length);
    return ms < limit ? [] : [`${shipped.name} takes ${ms.toFixed(0)} ms`];
  });

/**
 * They cross a stretch of bounded length from every word that begins it, which the checker takes for polynomial; over the
 * longest sentence that is nothing, as the second test shows.
 */
const BOUNDED = new Set(['order.demands: pattern', 'order.must: pattern']);

describe('expressions of rules and cues', () => {
  const all = knowledgeExpressions();

  it('are found by the checker to blow up nowhere', () => {
    const faults = all.flatMap((shipped) => {
      const fault = BOUNDED.has(shipped.name) ? null : faultOf(shipped);
      return fault === null ? [] : [`${shipped.name} is ${fault}`];
    });
    expect(all.length).toBeGreaterThan(200);
    expect(faults).toEqual([]);
  }, 240_000);

  it('take no time over the longest sentence, however hostile', () => {
    expect(slow(all, LONGEST_SENTENCE)).toEqual([]);
  });
});

describe('expressions in the code', async () => {
  const built = await builtExpressions();
  const all = [...codeExpressions(), ...built];

  it('include those that are put together when it is loaded', () => {
    expect(built.length).toBeGreaterThan(50);
  });

  it('are found by the checker to blow up nowhere', () => {
    const faults = all.flatMap((shipped) => {
      const fault = faultOf(shipped);
      return fault === null ? [] : [`${shipped.name} is ${fault}`];
    });
    expect(all.length).toBeGreaterThan(300);
    expect(faults).toEqual([]);
  }, 240_000);

  it('grow with a hostile text as it does', () => {
    expect(slow(all, LONG)).toEqual([]);
  }, 120_000);
});

describe('both checks', () => {
  it.each([[/(?:a|a)*b/], [/\s*\n/], [/(?:还|还是)+是*行/]])('see what blows up: %s', (regex) => {
    expect(faultOf({ name: '', regex })).not.toBeNull();
  });

  it('see what takes long', () => {
    expect(slow([{ name: 'x', regex: /(?:一+)+二/ }], 21, 20)).toHaveLength(1);
  });
});
