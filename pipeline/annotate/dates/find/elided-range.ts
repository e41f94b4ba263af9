import { parseNumeral } from '../numerals.ts';
import { YEAR_WORDS } from '../tables/units.ts';
import type { CalendarValue, Finder, MonthRef, Value, YearRef } from '../values.ts';
import { DIGITS, HAN_NUMERAL, patternFinder } from './pattern.ts';

/** Ranges whose left end leaves out its unit: «9月1-17日», «7至9月», «2016-2018年», «从2016到2018». */
const TO = '(?:-|—{1,2}|–|~|～|至|到)';
const MONTH = '(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])';
const DAY = '(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九])';
const YEAR = `(?:(?<year>20[0-9]{2}|19[0-9]{2})年|(?<yearWord>${Object.keys(YEAR_WORDS).join('|')}))?`;

const piece = (year: YearRef | null, month: number | null, day: number | null): CalendarValue => ({
  kind: 'calendar',
  year,
  month: month === null ? null : ({ from: 'calendar', month } satisfies MonthRef),
  day,
  part: null,
});

const range = (first: Value, last: Value): Value => ({ kind: 'range', first, last });

function yearOf(groups: Readonly<Record<string, string | undefined>>): YearRef | null {
  if (groups.year !== undefined) return { from: 'calendar', year: Number(groups.year) };
  return YEAR_WORDS[groups.yearWord ?? ''] ?? null;
}

const BEGINS = `${DIGITS}${HAN_NUMERAL}${[...new Set(Object.keys(YEAR_WORDS).map((w) => w.charAt(0)))].join('')}`;

const days = patternFinder(
  'days-range',
  BEGINS,
  `${YEAR}(?<month>${MONTH})月(?:(?<a>${DAY})${TO}(?<b>${DAY})|(?<c>${DAY})、(?<d>${DAY}))[日号]`,
  (g) => {
    const month = parseNumeral(g.month ?? '');
    const [a, b] = [parseNumeral(g.a ?? g.c ?? ''), parseNumeral(g.b ?? g.d ?? '')];
    if (month === null || a === null || b === null || b <= a) return null;
    if (g.c !== undefined && b !== a + 1) return null;
    return range(piece(yearOf(g), month, a), piece(null, month, b));
  },
);

const bareDays = patternFinder(
  'bare-days-range',
  DIGITS,
  `(?<a>${DAY})${TO}(?<b>${DAY})日(?![均元本]|内(?![测容部地置外]))`,
  (g, { text, at }) => {
    const [a, b] = [parseNumeral(g.a ?? ''), parseNumeral(g.b ?? '')];
    if (a === null || b === null || b <= a || /[第近每约A-Za-z.]/.test(text.charAt(at - 1))) return null;
    return range(piece(null, null, a), piece(null, null, b));
  },
);

const months = patternFinder(
  'months-range',
  BEGINS,
  `${YEAR}(?<a>${MONTH})月?${TO}(?<b>${MONTH})月(?![0-9饼])份?`,
  (g) => {
    const [a, b] = [parseNumeral(g.a ?? ''), parseNumeral(g.b ?? '')];
    if (a === null || b === null || b <= a) return null;
    return range(piece(yearOf(g), a, null), piece(null, b, null));
  },
);

/** «3、4月间», «三四月份»: neighbours only. */
const twoMonths = patternFinder(
  'two-months',
  BEGINS,
  `${YEAR}(?:(?<a>${MONTH})、(?<b>${MONTH})|(?<c>[一二三四五六七八九])(?<d>[二三四五六七八九十]))月(?:份|之?间)?`,
  (g) => {
    const [a, b] = [parseNumeral(g.a ?? g.c ?? ''), parseNumeral(g.b ?? g.d ?? '')];
    if (a === null || b !== a + 1) return null;
    return range(piece(yearOf(g), a, null), piece(null, b, null));
  },
);

const YEAR_NUMBER = '(?:(?:19|20)[0-9]{2}|二[〇零○][〇零○一二三四五六七八九]{2})';

/** Two bare numbers are years only after 从 or before 年. */
const years = patternFinder(
  'years-range',
  '12二',
  `(?<a>${YEAR_NUMBER})年?${TO}(?<b>${YEAR_NUMBER})(?:年(?!级)|(?<bare>)(?![0-9A-Za-z元个家万.-]))`,
  (g, { text, at }) => {
    const [a, b] = [parseNumeral(g.a ?? ''), parseNumeral(g.b ?? '')];
    if (a === null || b === null || b <= a || (g.bare !== undefined && text.charAt(at - 1) !== '从'))
      return null;
    return range(
      piece({ from: 'calendar', year: a }, null, null),
      piece({ from: 'calendar', year: b }, null, null),
    );
  },
);

export const elidedRangeFinders: readonly Finder[] = [days, bareDays, months, twoMonths, years];
