import { describe, expect, it } from 'vitest';
import { annotate } from '../../pipeline/annotate/annotate.ts';
import { candidatesOf } from '../../pipeline/extract/candidates.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { matcherOf } from '../../pipeline/reading.ts';
import { articleOf } from '../article.ts';

const knowledge = loadKnowledge();
const matcher = matcherOf(knowledge.lexicon);
const { rules } = knowledge;

/** Every text that a rule of the house looks at, in its own examples and those of all others. */
const texts = rules
  .flatMap((rule) => [...rule.fires.map(({ text }) => text), ...rule.silent])
  .flatMap((text) => annotate(articleOf(text, null), matcher, knowledge).sentences)
  .flatMap((sentence) => [sentence.encoded, ...sentence.segments.map(({ encoded }) => encoded)]);

describe('candidates among the rules', () => {
  const candidates = candidatesOf(knowledge);

  it('hold every rule that matches in a text', () => {
    const lost = texts.flatMap((text) => {
      const among = new Set([...candidates.segment.of(text), ...candidates.sentence.of(text)]);
      return rules
        .filter((rule, i) => !among.has(i) && text.search(rule.regex) >= 0)
        .map((rule) => `${rule.id}: ${text}`);
    });
    expect(texts.length).toBeGreaterThan(500);
    expect(lost).toEqual([]);
  });

  it('hold it in texts that nobody wrote, too', () => {
    const pieces = texts.flatMap((text) => text.split(/(?<=[，、了的不能可])/u));
    const random = mulberry(7);
    const pick = (): string => pieces[Math.floor(random() * pieces.length)] ?? '';
    for (let i = 0; i < 2000; i += 1) {
      const text = pick() + pick() + pick();
      const among = new Set([...candidates.segment.of(text), ...candidates.sentence.of(text)]);
      const lost = rules.filter((rule, k) => !among.has(k) && text.search(rule.regex) >= 0);
      expect(lost.map((rule) => `${rule.id}: ${text}`)).toEqual([]);
    }
  });

  it('are few of many: most of them do match', () => {
    let named = 0;
    let matching = 0;
    for (const text of texts)
      for (const i of candidates.segment.of(text)) {
        named += 1;
        if (text.search(rules[i]?.regex ?? /$^/) >= 0) matching += 1;
      }
    expect(matching / named).toBeGreaterThan(0.3);
  });

  it('are few: a rule that any text might match costs every text', () => {
    const always = [...candidates.segment.of(''), ...candidates.sentence.of('')].map((i) => rules[i]?.id);
    expect(always).toEqual([]);
  });
});

/** Numbers from 0 to 1 that are the same in every run (Mulberry32, T. Ettinger). */
function mulberry(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}
