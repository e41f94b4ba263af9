import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { plainFields } from '../../pipeline/read/plain-yaml.ts';

describe('plain fields', () => {
  it.each([
    ['words', 'author: 样本晚报', { author: '样本晚报' }],
    ['words in quotes', "title: '它说：''能''用'", { title: "它说：'能'用" }],
    [
      'a list',
      'categories: \n - 体育\n - 本地\ncomments: false',
      { categories: ['体育', '本地'], comments: false },
    ],
    ['a time', 'date: Sun, 22 Oct 2023 07:10:00 GMT', { date: 'Sun, 22 Oct 2023 07:10:00 GMT' }],
    ['a day', 'date: 2023-10-22', { date: '2023-10-22' }],
  ])('are %s', (_, yaml, fields) => {
    expect(plainFields(yaml)).toEqual(fields);
  });

  it.each([
    ['a number', 'n: 12'],
    ['nothing', 'title:'],
    ['null', 'title: null'],
    ['a comment', 'title: 能用 # 真的'],
    ['a map', 'a:\n  b: c'],
    ['a map in one line', 'title: 能用: 不能'],
    ['a list in a list', 'a:\n - - b'],
    ['a list of two depths', 'a:\n - b\n  - c'],
    ['words over two lines', 'a: b\n  c'],
    ['double quotes', 'a: "b\\n"'],
    ['a quote that goes on', "a: 'b' c"],
    ['an anchor', 'a: &b c'],
    ['a key twice', 'a: b\na: c'],
    ['a tab', 'a:\tb'],
    ['a line that is no field', 'b'],
    ['a key that all objects have', '__proto__: b'],
  ])('leave %s to the yaml package', (_, yaml) => {
    expect(plainFields(yaml)).toBeNull();
  });

  it('are what the yaml package reads', () => {
    const piece = fc.constantFrom(
      ...['能用', 'Tue', 'a', "'", "''", '"', ' ', ':', ': ', '#', ' #', '-', '- ', '1', '2021-09-17', '.5'],
      ...[
        'true',
        'False',
        'null',
        '~',
        'yes',
        '0x1f',
        '1e3',
        '[',
        ']',
        '{',
        '}',
        ',',
        '&a',
        '*a',
        '!',
        '|',
        '>',
        '%',
      ],
      ...['@', '`', '?', '? ', '<<', 'constructor', '：', '“', '……'],
    );
    const words = fc.array(piece, { maxLength: 5 }).map((pieces) => pieces.join(''));
    const key = fc.constantFrom('title', 'a', 'b-c', 'toString', 'null', 'y', 'on');
    const line = fc.oneof(
      fc.tuple(key, fc.constantFrom(': ', ':', ':  '), words).map((parts) => parts.join('')),
      fc.tuple(key, words).map(([k, w]) => `${k}: '${w.replaceAll("'", "''")}'`),
      fc.tuple(fc.constantFrom(' - ', '- ', '  -  ', ' -'), words).map((parts) => parts.join('')),
      fc.constantFrom('categories:', 'categories: ', ''),
    );
    const yaml = fc.array(line, { maxLength: 6 }).map((lines) => lines.map((l) => `${l}\n`).join(''));
    let plain = 0;
    fc.assert(
      fc.property(yaml, (text) => {
        const fields = plainFields(text);
        if (fields === null || Object.keys(fields).length === 0) return;
        plain += 1;
        expect(fields).toEqual(parse(text));
      }),
      { numRuns: 20_000 },
    );
    expect(plain).toBeGreaterThan(500);
  });
});
