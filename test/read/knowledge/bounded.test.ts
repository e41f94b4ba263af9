import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { describe, expect, it } from 'vitest';
import { bounded } from '../../../pipeline/read/knowledge/bounded.ts';
import { loadKnowledge } from '../../../pipeline/read/knowledge/knowledge.ts';

describe('an endless repetition of a group is given an end', () => {
  it.each([
    ['(?:还|还是)*行', '(?:还|还是){0,6}行'],
    ['(?:还|还是)+?行', '(?:还|还是){1,6}?行'],
    ['(?<x>甲)*', '(?<x>甲){0,6}'],
    ['(?:(?:还|也)*不)*行', '(?:(?:还|也){0,6}不){0,6}行'],
    ['(?:甲*乙)+', '(?:甲*乙){1,6}'],
    ['(?:甲)*\\*', '(?:甲){0,6}\\*'],
    ['(?:甲){2,}', '(?:甲){2,6}'],
  ])('%s', (source, expected) => {
    expect(bounded(source)).toBe(expected);
  });

  it.each([['[^，]*甲'], ['(?:甲|乙){0,3}'], ['甲+'], ['(?:甲|乙)?']])('%s stays', (source) => {
    expect(bounded(source)).toBe(source);
  });
});

/** Repetitions without an end, or of a group inside a repeated group: what backtracking blows up. */
function endless(source: string): string[] {
  const found: string[] = [];
  visitRegExpAST(new RegExpParser().parsePattern(source), {
    onQuantifierEnter({ max, element, raw }) {
      const group = element.type === 'Group' || element.type === 'CapturingGroup';
      if (group && max > 20) found.push(raw);
    },
  });
  return found;
}

describe('no rule that is shipped repeats a group without end', () => {
  const { rules } = loadKnowledge();
  it.each(rules.map((rule) => [rule.id, rule] as const))('%s', (_, rule) => {
    expect(endless(rule.regex.source)).toEqual([]);
    expect(endless(rule.unlessRegex?.source ?? '')).toEqual([]);
  });
});
