import { parseNumeral } from '../numerals.ts';
import { WEEKDAYS, YEAR_WORDS } from '../tables/units.ts';
import { LONG_HOLIDAYS } from '../tables/workdays.ts';
import type { Finder, Value, YearRef } from '../values.ts';
import { DIGITS, HAN_NUMERAL, patternFinder } from './pattern.ts';

const CENTURY_WORDS: Readonly<Record<string, number>> = { 上世纪: 1900, 上个世纪: 1900, 本世纪: 2000 };

/** «上世纪90年代», «20世纪80年代», «九十年代». */
const decade = patternFinder(
  'decade',
  `上本${DIGITS}${HAN_NUMERAL}`,
  `(?:(?<word>上个?世纪|本世纪)|(?<century>[12]?[0-9]|二?十[一二三四五六七八九]?)世纪)?的?(?<decade>[1-9]0|[一二三四五六七八九]十)年代`,
  (g) => {
    const tens = parseNumeral(g.decade ?? '');
    if (tens === null) return null;
    const numbered = g.century === undefined ? null : parseNumeral(g.century);
    const word = g.word === undefined ? undefined : CENTURY_WORDS[g.word];
    const century = numbered === null ? (word ?? null) : (numbered - 1) * 100;
    return { kind: 'decade', century, decade: tens };
  },
);

const YEAR = `(?:(?<year>20[0-9]{2})年|(?<yearWord>${Object.keys(YEAR_WORDS).join('|')}))?`;

/** «十月的第一周», «8月的最后一个星期一». */
const nthOfMonth = patternFinder(
  'nth-of-month',
  `${DIGITS}${HAN_NUMERAL}今去明前后同当`,
  `${YEAR}(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一?))个?(?:周|星期|礼拜)(?<weekday>[一二三四五六日天])?`,
  (g) => {
    const month = parseNumeral(g.month ?? '');
    const nth = g.last === undefined ? parseNumeral(g.nth ?? '') : -1;
    if (month === null || nth === null) return null;
    const year: YearRef | null =
      g.year === undefined
        ? (YEAR_WORDS[g.yearWord ?? ''] ?? null)
        : { from: 'calendar', year: Number(g.year) };
    return { kind: 'nth', year, month, nth, weekday: WEEKDAYS[g.weekday ?? ''] ?? null };
  },
);

const LUNAR_DAY = '(?:初[一二三四五六七八九十]|[一二三四五六七八九十]{2,3}|十|廿[一二三四五六七八九]?)';
const LUNAR_YEAR = '[0-9〇零一二三四五六七八九]{4}年';

/** «农历2015年十月初一», «三月初一», «正月三十»: 农历, 正月, 腊月 or 初 say that it is no solar date. */
const lunar = patternFinder(
  'lunar',
  `农阴正冬腊${DIGITS}${HAN_NUMERAL}`,
  `(?:[农阴]历(?:${LUNAR_YEAR})?|${LUNAR_YEAR}(?:[农阴]历)?)?(?:[正冬腊]月(?:${LUNAR_DAY})?|[一二三四五六七八九十]{1,2}月${LUNAR_DAY})日?`,
  (_, { text, at, end }) => (/[农阴]历|[正冬腊]月|初/.test(text.slice(at, end)) ? { kind: 'lunar' } : null),
);

/** «大年初二», «2019年正月初六»: days of the first lunar month are counted from the Spring Festival. */
const firstMonth = patternFinder(
  'first-lunar-month',
  `2大正${Object.keys(YEAR_WORDS).join('')}`,
  `${YEAR}(?:农历)?(?:大年|正月)(?:初(?<first>[一二三四五六七八九十])|(?<later>十[一二三四六七八九]|二十[一二三四五六七八九]?|廿[一二三四五六七八九]?))`,
  (g) => {
    const day = parseNumeral(g.first ?? g.later ?? '');
    if (day === null) return null;
    const year: YearRef | null =
      g.year === undefined
        ? (YEAR_WORDS[g.yearWord ?? ''] ?? null)
        : { from: 'calendar', year: Number(g.year) };
    const of: Value = { kind: 'festival', id: 'spring-festival', year, vague: false };
    return day === 1 ? of : { kind: 'shifted', of, plus: day - 1 };
  },
);

/** «初三上午», «到了初五，»: days after the Spring Festival that has just been; «初三学生» is none. */
const afterNewYear = patternFinder(
  'after-new-year',
  '初年',
  '年?初(?<day>[一二三四五六七八九十])(?![学生毕班升期语数年级]|[上下]学|中生)',
  (g, { text, at }) => {
    const day = parseNumeral(g.day ?? '');
    if (day === null || !/^$|[\s，。、；：“（到了从在是等过大年]/.test(text.charAt(at - 1))) return null;
    return { kind: 'new-year-day', day };
  },
);

/** «11月的最后一个周末», «9月第一个周末». */
const weekendOfMonth = patternFinder(
  'weekend-of-month',
  `${DIGITS}${HAN_NUMERAL}`,
  '(?<month>1[0-2]|[1-9]|十[一二]?|[一二三四五六七八九])月份?的?(?:第(?<nth>[一二三四五1-5])|(?<last>最后一?))个?周末',
  (g) => {
    const month = parseNumeral(g.month ?? '');
    const nth = g.last === undefined ? parseNumeral(g.nth ?? '') : -1;
    return month === null || nth === null
      ? null
      : { kind: 'nth', year: null, month, nth, weekday: 6, days: 2 };
  },
);

const HOLIDAY = Object.keys(LONG_HOLIDAYS).join('|');

/** «节后第一天», «春节假期后首个工作日»: the first working day after a long holiday. */
const afterHoliday = patternFinder(
  'after-holiday',
  `节假${[...new Set(Object.keys(LONG_HOLIDAYS).map((w) => w.charAt(0)))].join('')}`,
  `(?:(?<name>${HOLIDAY})(?:长假|小?假期|节|黄金周)?|节|长?假|假期)(?:之|以|过)?后的?(?:上班)?(?:第一[天日]|首日|首个工作日|第一个工作日|开工第一天)`,
  (g, { text, at }) =>
    g.name === undefined && /[^\s，。、；：！？“（的]/.test(text.charAt(at - 1))
      ? null
      : { kind: 'first-workday', after: g.name === undefined ? null : (LONG_HOLIDAYS[g.name] ?? null) },
);

/** «国庆长假前的最后一天»: the day before a long holiday. */
const beforeHoliday = patternFinder(
  'before-holiday',
  `今去明前${[...new Set(Object.keys(LONG_HOLIDAYS).map((w) => w.charAt(0)))].join('')}`,
  `(?:(?<yearWord>${Object.keys(YEAR_WORDS).join('|')})的?)?(?<name>${HOLIDAY})(?:长假|小?假期|节|黄金周)?(?:开始|到来)?(?:之|以)?前的?最后一[天日]`,
  (g) => {
    const id = LONG_HOLIDAYS[g.name ?? ''];
    if (id === undefined || g.name === '新年') return null;
    const of: Value = { kind: 'festival', id, year: YEAR_WORDS[g.yearWord ?? ''] ?? null, vague: false };
    return { kind: 'shifted', of, plus: -1 };
  },
);

/** «期满那天», «大限当日»: the day by which something was to be done. */
const dueDay = patternFinder(
  'due-day',
  '期到大最限截',
  '(?:期满|到期|大限|最后期限|期限(?:届满|到来)?|限期(?:届满)?|截止日期?)(?:的|到来的?)?(?:那天|那一天|当天|当日|之日|这天)',
  (): Value => ({ kind: 'due' }),
);

export const rareFinders: readonly Finder[] = [
  beforeHoliday,
  dueDay,
  afterHoliday,
  decade,
  weekendOfMonth,
  nthOfMonth,
  firstMonth,
  afterNewYear,
  lunar,
];
