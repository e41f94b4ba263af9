import { isRealDay } from '../calendar.ts';
import type { CalendarValue, Finder } from '../values.ts';
import { DIGITS, patternFinder } from './pattern.ts';

const END = '(?:(?![0-9A-Za-z%])|(?=T[0-9]))(?!\\.[0-9])';

function dayOf(year: number, month: number, day: number): CalendarValue | null {
  if (!isRealDay(year, month, day)) return null;
  return {
    kind: 'calendar',
    year: { from: 'calendar', year },
    month: { from: 'calendar', month },
    day,
    part: null,
  };
}

const century = (two: number): number => (two >= 60 ? 1900 + two : 2000 + two);

/** «2021-09-17», «2021/9/17», «2021.9.17», «2010 01 29»: one separator, used twice. */
const yearFirst = patternFinder(
  'numeric-year-first',
  DIGITS,
  `(?<y>1[0-9]{3}|20[0-9]{2}|21[0-9]{2})(?<s>[-/.．]| (?=[0-9]{2} [0-9]{2}))(?<m>[0-9]{1,2})\\k<s>(?<d>[0-9]{1,2})${END}`,
  (g, { text, at }) =>
    g.s === '.' && /版本?\s?$/.test(text.slice(Math.max(0, at - 3), at))
      ? null
      : dayOf(Number(g.y), Number(g.m), Number(g.d)),
);

/** «13.5.2015», «3-7-2017»: the day comes first. */
const yearLast = patternFinder(
  'numeric-year-last',
  DIGITS,
  `(?<d>[0-9]{1,2})(?<s>[-/.])(?<m>[0-9]{1,2})\\k<s>(?<y>19[0-9]{2}|20[0-9]{2})${END}`,
  (g) => dayOf(Number(g.y), Number(g.m), Number(g.d)),
);

/** «05/05/89», «3-7-07», «27-7-3»: never with dots, for that is how versions are written (8.0.15). */
const shortYear = patternFinder(
  'numeric-short-year',
  DIGITS,
  `(?<a>[0-9]{1,2})(?<s>[-/])(?<b>[0-9]{1,2})\\k<s>(?<c>[0-9]{1,2})${END}`,
  (g) => {
    const [a, b, c] = [Number(g.a), Number(g.b), Number(g.c)];
    const yearLeads = g.a?.length === 2 && g.c?.length !== 2;
    const bothShort = g.a?.length === 2 && g.c?.length === 2 && g.s === '-';
    if (yearLeads || bothShort) return dayOf(century(a), b, c);
    return g.c?.length === 2 ? dayOf(century(c), b, a) : null;
  },
);

/** «12/1»: only where it is no fraction («1/3»), score or ratio. */
const monthSlashDay = patternFinder(
  'numeric-month-day',
  DIGITS,
  `(?<m>[0-9]{1,2})/(?<d>[0-9]{1,2})${END}(?![/：:的以倍])`,
  (g, { text, at }) => {
    const [month, day] = [Number(g.m), Number(g.d)];
    if (/[A-Za-z/.]/.test(text.charAt(at - 1)) || !isRealDay(2000, month, day)) return null;
    if (month <= day && day <= 12) return null;
    return { kind: 'calendar', year: null, month: { from: 'calendar', month }, day, part: null };
  },
);

/** «2021-09»: a month; «2016-2018» is left to the ranges. */
const yearMonth = patternFinder(
  'numeric-year-month',
  DIGITS,
  `(?<y>20[0-9]{2})[-/.](?<m>0[1-9]|1[0-2])(?![0-9A-Za-z%./-])(?=[，。、；：）\\s]|$)`,
  (g, { text, at }) => {
    if (/[A-Za-z./v]/.test(text.charAt(at - 1))) return null;
    return {
      kind: 'calendar',
      year: { from: 'calendar', year: Number(g.y) },
      month: { from: 'calendar', month: Number(g.m) },
      day: null,
      part: null,
    };
  },
);

/** «2018 看起来…»: a number that opens the sentence, stands apart and looks like a year. */
const loneYear = patternFinder(
  'numeric-lone-year',
  DIGITS,
  `(?<y>20[0-3][0-9])(?=\\s?(?:看|是|被|注定|将))`,
  (g, { text, at }) => {
    if (!/^$|[\n。！？“「【]/.test(text.charAt(at - 1))) return null;
    return {
      kind: 'calendar',
      year: { from: 'calendar', year: Number(g.y) },
      month: null,
      day: null,
      part: null,
    };
  },
);

export const numericFinders: readonly Finder[] = [
  yearFirst,
  yearLast,
  shortYear,
  monthSlashDay,
  yearMonth,
  loneYear,
];
