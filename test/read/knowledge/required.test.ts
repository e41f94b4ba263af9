import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { requiredOf } from '../../../pipeline/read/knowledge/required.ts';

/** Clauses as strings of their characters, in order. */
const clauses = (regex: RegExp): string[] =>
  requiredOf(regex).map((clause) => String.fromCharCode(...[...clause].sort((a, b) => a - b)));

describe('what a text must hold for an expression to match', () => {
  it.each([
    ['every character of a word', /接入/, ['接', '入']],
    ['one of each alternative, the narrowest clause', /打开|访问/, ['打访']],
    ['nothing where an alternative may be empty', /(?:打开|)/, []],
    ['nothing of what may be left out', /可?以*开/, ['开']],
    ['what stands at least once', /开{1,3}/, ['开']],
    ['one of a class', /[甲乙]丙/, ['乙甲', '丙']],
    ['one of a range', /[a-c]/, ['abc']],
    ['nothing of a class that excludes', /[^甲]乙/, ['乙']],
    ['nothing of a class with an escape', /[\d甲]乙/, ['乙']],
    ['what is looked ahead to', /甲(?=乙)/, ['甲', '乙']],
    ['nothing of what must not follow', /甲(?!乙)/, ['甲']],
    ['what is looked behind to', /(?<=乙)甲/, ['乙', '甲']],
    ['named groups like others', /(?<app>甲|乙)/, ['乙甲']],
    ['nothing where case is ignored', /app/i, []],
  ])('%s', (_, regex, expected) => {
    expect(clauses(regex).sort()).toEqual(expected.sort());
  });

  it('is met by whatever text an expression matches in', () => {
    const source = fc
      .array(
        fc.constantFrom(
          '甲',
          '乙',
          '丙?',
          '[甲乙]',
          '(?:甲|丙丙)',
          '[^甲]',
          '.{0,2}',
          '(?=乙)',
          '丁+',
          '(?!丙)',
        ),
        {
          minLength: 1,
          maxLength: 6,
        },
      )
      .map((parts) => parts.join(''));
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '丁'), maxLength: 12 });
    fc.assert(
      fc.property(source, text, (pattern, words) => {
        const regex = new RegExp(pattern);
        fc.pre(regex.test(words));
        for (const clause of requiredOf(regex)) {
          expect([...words].some((c) => clause.has(c.charCodeAt(0)))).toBe(true);
        }
      }),
      { numRuns: 2000 },
    );
  });
});
