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
  const candidates = candidatesOf(rules);

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

  it('are few: a rule that any text might match costs every text', () => {
    const always = [...candidates.segment.of(''), ...candidates.sentence.of('')].map((i) => rules[i]?.id);
    expect(always).toEqual([]);
  });
});
