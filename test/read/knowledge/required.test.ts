import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { casesOf, requiredOf } from '../../../pipeline/read/knowledge/required.ts';
import { BEGIN, END, pairSign } from '../../../pipeline/types.ts';

/** Clauses as strings of their characters, in order. */
const clauses = (regex: RegExp): string[] =>
  requiredOf(regex, 'units').map((clause) => String.fromCharCode(...[...clause].sort((a, b) => a - b)));

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

  it.each([
    ['a word of two', /打开/, [['打开']]],
    [
      'what may stand between or not',
      /打不?开/,
      [
        ['打不', '打开'],
        ['打开', '不开'],
      ],
    ],
    ['one of each alternative', /打开|访问/, [['打开', '访问']]],
    ['what stands around an alternative', /点(?:开|击)/, [['点开', '点击']]],
    ['neighbours of what only looks', /能(?!不)(?=用)用/, [['能用']]],
    [
      'the end of the text',
      /能(?:了|的)?$/,
      [
        ['能了', '能的', '能]'],
        ['能]', '了]', '的]'],
      ],
    ],
    ['its beginning', /^(?:仍|能)/, [['[仍', '[能']]],
    ['nothing across what may be anything', /能.用/, []],
    ['nothing across what may be nothing or anything', /能.?用/, []],
    ['nothing of what may be left out', /(?:打开)?/, []],
    ['the edge that an alternative stands for', /(?:，|^)能/, [['，能', '[能']]],
  ])('%s: pairs of %s', (_, regex, expected) => {
    const unit = (c: string): number => (c === '[' ? BEGIN : c === ']' ? END : c.charCodeAt(0));
    const signs = (pairs: readonly string[]): number[] =>
      pairs.map((pair) => pairSign(unit(pair.charAt(0)), unit(pair.charAt(1)))).sort((a, b) => a - b);
    const found = requiredOf(regex, 'pairs').map((clause) => [...clause].sort((a, b) => a - b));
    const ofPairs = found.filter((clause) => clause.every((sign) => sign > 0xffff));
    const inOrder = (lists: number[][]): string[] => lists.map((list) => list.join()).sort();
    expect([...new Set(inOrder(ofPairs))]).toEqual(inOrder(expected.map(signs)));
  });

  it.each([
    ['each alternative', /打开|访问/, [['打开'], ['访问']]],
    [
      'each alternative of a group, with what stands around it',
      /不(?:能|可)用/,
      [
        ['不能', '能用'],
        ['不可', '可用'],
      ],
    ],
    ['the group of the most alternatives', /(?:打|点)?开(?:了|过|着)/, [['开了'], ['开过'], ['开着']]],
    ['none where one of them needs nothing', /打开|.?/, []],
  ])('%s is a case of its own', (_, regex, expected) => {
    const signs = (pairs: string): number[] =>
      (pairs.match(/../gs) ?? []).map((pair) => pairSign(pair.charCodeAt(0), pair.charCodeAt(1)));
    const sorted = (lists: number[][][]): string[] =>
      lists
        .map((clauses) =>
          clauses
            .map((clause) => clause.sort((a, b) => a - b).join())
            .sort()
            .join(' / '),
        )
        .sort();
    const found = casesOf(regex).map((clauses) => clauses.map((clause) => [...clause]));
    expect(sorted(found)).toEqual(sorted(expected.map((pairs) => pairs.map(signs))));
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
          '(?:乙|丁甲|丙)',
          '|',
          '[^甲]',
          '.{0,2}',
          '(?=乙)',
          '丁+',
          '(?!丙)',
          '(?:甲|丙乙)?',
          '(?:^|丁)',
          '(?:乙|$)',
          '^',
          '$',
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
        const held = signsOf(words);
        const isMet = (clause: ReadonlySet<number>): boolean => held.some((sign) => clause.has(sign));
        for (const clause of [...requiredOf(regex, 'units'), ...requiredOf(regex, 'pairs')])
          expect(isMet(clause)).toBe(true);
        const cases = casesOf(regex);
        expect(cases.length === 0 || cases.some((clauses) => clauses.every(isMet))).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });
});

function signsOf(text: string): number[] {
  const units = [BEGIN, BEGIN, ...[...text].map((c) => c.charCodeAt(0)), END, END, BEGIN];
  return [...units.slice(2, -3), ...units.slice(1).map((unit, i) => pairSign(units[i] ?? 0, unit))];
}
