import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../../../pipeline/annotate/mentions/index.ts';
import type { Lexicon } from '../../../pipeline/types.ts';

const letters = fc.constantFrom('甲', '乙', '丙', 'a', 'B', '1', '。', '、');
const word = fc.string({ unit: letters, minLength: 2, maxLength: 4 });
const text = fc.string({ unit: letters, maxLength: 60 });
const lexiconOf = (words: readonly string[]): Lexicon => ({
  entities: words.map((w, i) => ({
    id: `e${i}`,
    type: 'app',
    name: w,
    owner: null,
    trait: null,
    aliases: [
      { text: w, from: null, to: null, ambiguous: i % 3 === 0, near: i % 2 ? ['甲'] : [], not: ['乙乙'] },
    ],
  })),
  scenes: words.slice(0, 2).map((w, i) => ({
    id: `s${i}`,
    name: w,
    hosts: [],
    aliases: [{ text: w, from: null, to: null, ambiguous: false, near: [], not: [] }],
  })),
  cues: [],
});
const cut = (sentence: string) => sentence.match(/.{1,2}/gsu) ?? [];

describe('whatever the words and the text', () => {
  it('a mention repeats one of its own words, and none of a kind overlap', () => {
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 1, maxLength: 8 }), text, (words, article) => {
        const lexicon = lexiconOf(words);
        const found = buildMatcher(lexicon, cut).find(article, 2020);
        const names = new Map(
          [...lexicon.entities, ...lexicon.scenes].map((e) => [e.id, e.name.toLowerCase()]),
        );
        for (const m of found) expect(article.slice(m.start, m.end).toLowerCase()).toBe(names.get(m.id));
        for (const kind of ['entity', 'scene']) {
          const spans = found.filter((m) => m.kind === kind);
          for (const [i, m] of spans.entries())
            expect(m.start).toBeGreaterThanOrEqual(spans[i - 1]?.end ?? 0);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('a plain word that stands alone is found', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom('甲', '丙', '丁'), minLength: 2, maxLength: 4 }),
        text,
        (w, after) => {
          const lexicon = lexiconOf(['乙', w]);
          const plain = { ...lexicon, entities: lexicon.entities.slice(1), scenes: [] };
          const found = buildMatcher(plain, cut).find(`。${w}。${after}`, null);
          expect(found[0]).toMatchObject({ start: 1, end: 1 + w.length });
        },
      ),
    );
  });
});
