import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { annotate } from '../../../pipeline/annotate/annotate.ts';
import { fronted } from '../../../pipeline/read/knowledge/fronted.ts';
import { loadKnowledge } from '../../../pipeline/read/knowledge/knowledge.ts';
import { patternCompiler } from '../../../pipeline/read/knowledge/macros.ts';
import { matcherOf } from '../../../pipeline/reading.ts';
import { articleOf } from '../../article.ts';

/** Where an expression matches in a text, and what its groups hold. */
const found = (source: string, text: string): string =>
  JSON.stringify(
    [...text.matchAll(new RegExp(source, 'g'))].map((match) => [match.index, [...match], match.groups]),
  );

describe('an expression that asks what stands ahead before it looks behind', () => {
  it.each([
    ['one word', '(?<!不)打开', '(?=[打])(?<!不)打开'],
    ['each alternative by itself', '访问|(?<!不)打开', '访问|(?=[打])(?<!不)打开'],
    ['two looks behind, asked once', '(?<=能)(?<!不)[打点]开', '(?=[打点])(?<=能)(?<!不)[打点]开'],
    ['what may be left out', '(?<!不)可?开', '(?=[可开])(?<!不)可?开'],
    ['a group', '能(?:(?<!不)用|看)', '能(?:(?=[用])(?<!不)用|看)'],
    ['a group that is repeated', '(?:(?<!不)用)+', '(?:(?=[用])(?<!不)用)+'],
    ['signs that mean something in a class', '(?<!甲)[\\]^-]', '(?=[\\]\\^\\-])(?<!甲)[\\]^-]'],
    ['nothing where anything may follow', '(?<!不).开', '(?<!不).开'],
    ['nothing where the rest may be nothing', '(?<!不)(?:能|)', '(?<!不)(?:能|)'],
    ['nothing at the end of the text', '(?<!不)$', '(?<!不)$'],
    ['nothing before the end of the text', '(?<!不)(?:能|$)', '(?<!不)(?:能|$)'],
    ['nothing within what looks around', '(?!(?<!不)能)用', '(?!(?<!不)能)用'],
  ])('%s', (_, source, expected) => {
    expect(fronted(source)).toBe(expected);
  });

  it('matches where it matched before, with the same groups', () => {
    const part = fc.constantFrom(
      '甲',
      '丙?',
      '[甲乙]',
      '(?<g>甲|丙丙)?',
      '[^甲]',
      '(?<!乙)',
      '(?<=甲{0,2})',
      '(?<!^|甲)',
      '(?:(?<!丁)乙|丙)',
      '(?:(?<=乙)丁?)*',
      '(?=乙)',
      '(?!丙)',
      '|',
      '^',
      '$',
    );
    const source = fc
      .array(part, { minLength: 1, maxLength: 7 })
      .map((parts) => parts.filter((one, i) => !one.includes('<g>') || parts.indexOf(one) === i).join(''));
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 10 });
    fc.assert(
      fc.property(source, text, (pattern, words) => {
        expect(found(fronted(pattern), words)).toBe(found(pattern, words));
      }),
      { numRuns: 5000 },
    );
  });

  it('reads every sentence of the house as its rules are written', () => {
    const knowledge = loadKnowledge();
    const { rules, lexicon } = knowledge;
    const compile = patternCompiler(lexicon.cues);
    const matcher = matcherOf(lexicon);
    let changed = 0;
    for (const rule of rules) {
      const written = compile(rule.pattern).source;
      if (written === rule.regex.source) continue;
      changed += 1;
      const texts = [...rule.fires.map((example) => example.text), ...rule.silent]
        .flatMap((text) => annotate(articleOf(text, null), matcher, knowledge).sentences)
        .flatMap((sentence) => [sentence.encoded, ...sentence.segments.map((segment) => segment.encoded)]);
      for (const text of texts) expect(found(rule.regex.source, text), rule.id).toBe(found(written, text));
    }
    expect(changed).toBeGreaterThan(20);
  });
});
