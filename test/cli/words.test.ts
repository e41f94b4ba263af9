import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { markedSentence, sentenceAround } from '../../pipeline/cli/claim-view.ts';
import { palette, plain } from '../../pipeline/cli/colour.ts';
import { jsonArray } from '../../pipeline/cli/matter.ts';
import { table, width } from '../../pipeline/cli/table.ts';
import { wantsColour } from '../../pipeline/cli/terminal.ts';
import { pipeline } from './terminal.ts';

const cwd = tmpdir();
const dates = async (args: string[], stdin = '') => {
  const { code, out, err } = await pipeline(['dates', ...args], { cwd, stdin });
  return { code, err, found: out.split('\n').flatMap((line) => (line === '' ? [] : [JSON.parse(line)])) };
};

describe('dates', () => {
  it('prints a line a date: words, days, precision, offsets', async () => {
    const { found } = await dates(['--published', '2021-10-17', '去年9月和昨日']);
    expect(found).toEqual([
      expect.objectContaining({
        text: '去年9月',
        start: '2020-09-01',
        end: '2020-09-30',
        precision: 'month',
        offsets: [0, 4],
      }),
      expect.objectContaining({
        text: '昨日',
        start: '2021-10-16',
        end: '2021-10-16',
        precision: 'day',
        offsets: [5, 7],
      }),
    ]);
  });

  it('takes the lines of stdin, whatever ends them, and numbers them', async () => {
    const { found } = await dates([], '2018年4月\r\n没有\n2019年');
    expect(found.map((d) => [d.line, d.text])).toEqual([
      [1, '2018年4月'],
      [3, '2019年'],
    ]);
  });

  it.each(['2021-13-01', 'today', '2021-02-29', '20210917'])('%s is no day of publication', async (day) => {
    const { code, err } = await dates(['--published', day, '昨日']);
    expect([code, err]).toEqual([2, `pipeline: --published ${day}: not a day; write it as 2021-09-17\n`]);
  });
});

describe('rules', () => {
  it('lists each rule with its reason', async () => {
    const text = (await pipeline(['rules'], { cwd })).out;
    const { rules } = JSON.parse((await pipeline(['rules', '--json'], { cwd })).out);
    expect(rules.length).toBeGreaterThan(10);
    for (const rule of rules) expect(text).toContain(rule.id);
    expect(text).toContain(`${rules.length} rules, `);
  });
});

describe('colour', () => {
  it.each([
    ['a terminal', {}, true, true],
    ['a pipe', {}, false, false],
    ['NO_COLOR on a terminal', { NO_COLOR: '1' }, true, false],
    ['an empty NO_COLOR', { NO_COLOR: '' }, true, true],
    ['NO_COLOR against FORCE_COLOR', { NO_COLOR: '1', FORCE_COLOR: '1' }, true, false],
    ['FORCE_COLOR in a pipe', { FORCE_COLOR: '1' }, false, true],
    ['a dumb terminal', { TERM: 'dumb' }, true, false],
  ])('%s', (_, env, terminal, colour) => {
    expect(wantsColour(env, terminal)).toBe(colour);
  });
});

describe('text from an article', () => {
  it('cannot move the cursor, colour the screen or turn the line around', () => {
    expect(plain('a\x1b[2Jb\rc\u202ed\u0007\n')).toBe('a\ufffd[2Jb\ufffdc\ufffdd\ufffd\n');
  });

  it.each([
    ['甲。乙丙丁。戊', 3, 4, '乙【丙】丁。'],
    ['甲！”乙丙？”丁', 3, 5, '【乙丙】？”'],
    ['标题\n乙丙', 3, 4, '【乙】丙'],
    ['乙丙。', 0, 3, '【乙丙。】'],
  ])('%s is cut to its sentence', (text, start, end, marked) => {
    expect(markedSentence(text, { start, end }, palette(false))).toBe(marked);
  });

  it('has sentences that never cut into the evidence', () => {
    expect(sentenceAround('甲。乙', { start: 0, end: 3 })).toEqual({ start: 0, end: 3 });
  });

  it('stands in columns by the width of its characters', () => {
    expect([width('微信pay'), width('🀄'), width('é')]).toEqual([7, 2, 1]);
    expect(
      table([
        ['微信', 1],
        ['a', 20],
      ]),
    ).toBe('微信   1\na     20\n');
  });

  it('stands in columns however many rows there are', () => {
    const rows = Array.from({ length: 200_000 }, (_, i) => [i, 'a']);
    expect(table(rows).slice(-11)).toBe('\n199999  a\n');
  });

  it.each([[[]], [[{ a: ['x\ny', {}] }, { b: [] }]]])('is a JSON array as in one: %j', (all) => {
    for (const indent of [0, 1]) {
      let written = '';
      const json = jsonArray((text) => {
        written += text;
      }, indent);
      for (const one of all) json.add(one);
      json.end();
      const lines = all.map((one) => JSON.stringify(one)).join(',\n');
      const plain = all.length === 0 ? '[]' : `[\n${lines}\n]`;
      expect(written).toBe(`${indent === 0 ? plain : JSON.stringify(all, null, indent)}\n`);
    }
  });
});
