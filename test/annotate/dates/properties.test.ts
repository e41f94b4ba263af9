import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../pipeline/annotate/dates/index.ts';

const PIECES = [
  '9月17日',
  '17日',
  '2021年',
  '去年',
  '今年',
  '双11',
  '“618”',
  '当日',
  '次日',
  '两周后',
  '三天前',
  '前',
  '起',
  '后',
  '至',
  '到',
  '-',
  '以来',
  '近三年',
  '上周五',
  '目前',
  '曾',
  '此前',
  '随后数月',
  '同年',
  '本月',
  '底',
  '上旬',
  '晚',
  '零点',
  '（',
  '）',
  '，',
  '。',
  '\n',
  ' ',
  '　',
  '微信',
  '天猫',
  '8.0.15',
  '360',
  '十一',
  '一',
  '三月',
  '初一',
  '年',
  '月',
  '日',
  '周',
  '９月',
  '１７',
  '號',
  '后天',
  '之',
  '将于',
  '生效',
  '即日起',
];
const text = fc.array(fc.constantFrom(...PIECES), { maxLength: 30 }).map((parts) => parts.join(''));
const published = fc.constantFrom('2021-10-17', '2020-02-29', '2018-12-31', null);
const DAY = /^\d{4}-\d{2}-\d{2}$/;

describe('whatever the text is', () => {
  it('mentions are in order, do not overlap, repeat the words, and end no earlier than they begin', () => {
    fc.assert(
      fc.property(text, published, (source, day) => {
        let from = 0;
        for (const m of findDates(source, { published: day })) {
          expect(m.start).toBeGreaterThanOrEqual(from);
          expect(m.end).toBeGreaterThan(m.start);
          expect(source.slice(m.start, m.end)).toBe(m.text);
          expect(m.first === null).toBe(m.last === null);
          if (m.first !== null && m.last !== null) {
            expect(m.first).toMatch(DAY);
            expect(m.last >= m.first).toBe(true);
          }
          if (m.precision === 'day') expect(m.first).toBe(m.last);
          from = m.end;
        }
      }),
      { numRuns: 2000, seed: 17 },
    );
  });

  it('spaces beside 汉字 change no day', () => {
    fc.assert(
      fc.property(text, published, (source, day) => {
        const plain = source.replace(/[\s９１７　]/g, '');
        const spaced = plain.replace(/(?<=[一-鿿])(?=[0-9])|(?<=[0-9])(?=[一-鿿])/g, ' ');
        const days = (t: string): (string | null)[][] =>
          findDates(t, { published: day }).map((m) => [m.text.replaceAll(' ', ''), m.first, m.last, m.role]);
        expect(days(spaced)).toEqual(days(plain));
      }),
      { numRuns: 1000, seed: 17 },
    );
  });

  it('half-width punctuation between 汉字 changes no day', () => {
    fc.assert(
      fc.property(text, published, (source, day) => {
        const half = source.replace(/(?<=[一-鿿])[，（）](?=[一-鿿])/g, (mark) =>
          String.fromCharCode(mark.charCodeAt(0) - 0xfee0),
        );
        const days = (t: string): (string | null)[][] =>
          findDates(t, { published: day }).map((m) => [m.first, m.last, m.role, m.base]);
        expect(days(half)).toEqual(days(source));
      }),
      { numRuns: 1000, seed: 17 },
    );
  });

  it('full-width digits change no day', () => {
    fc.assert(
      fc.property(text, published, (source, day) => {
        const wide = source.replace(/[0-9]/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
        const days = (t: string): (string | null)[][] =>
          findDates(t, { published: day }).map((m) => [m.first, m.last, m.role, m.base]);
        expect(days(wide)).toEqual(days(source));
      }),
      { numRuns: 1000, seed: 17 },
    );
  });
});

describe('time grows with the text and no faster', () => {
  const HOSTILE: Readonly<Record<string, string>> = {
    digits: '1',
    '汉字 numerals': '十',
    'mixed numerals': '二十一',
    spaces: ' ',
    'spaces and 汉字': ' 一',
    years: '2021年',
    months: '9月至',
    days: '17日前后',
    'open ends': '即日起',
    anaphora: '当日',
    'loose past': '两个多月前',
    quotes: '“双11',
    dashes: '1-',
    slashes: '1/1/',
    lunar: '农历正月',
  };

  it.each(Object.entries(HOSTILE))('%s', (_, piece) => {
    const long = piece.repeat(Math.ceil(200_000 / piece.length));
    const begin = performance.now();
    findDates(long, { published: '2021-10-17' });
    expect(performance.now() - begin).toBeLessThan(3000);
  });
});
