import { parseNumeral } from '../numerals.ts';
import {
  ERAS,
  firstMonths,
  MONTH_PARTS,
  MONTH_WORDS,
  quarter,
  quarterEnd,
  YEAR_PARTS,
  YEAR_WORDS,
} from '../tables/units.ts';
import type { CalendarValue, Finder, MonthRef, Part, YearRef } from '../values.ts';
import { DIGITS, follows, HAN_NUMERAL, patternFinder } from './pattern.ts';

const words = (table: Readonly<Record<string, unknown>>): string =>
  Object.keys(table)
    .sort((a, b) => b.length - a.length)
    .join('|');

const firsts = (table: Readonly<Record<string, unknown>>): string =>
  [...new Set(Object.keys(table).map((w) => w.charAt(0)))].join('');

const NUMBERED_MONTH = '(?<month>1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?';
const MONTH = `(?:${NUMBERED_MONTH}|(?<monthWord>${words(MONTH_WORDS)})份?)`;
const DAY_NUMBER =
  '(?:3[01]|[12][0-9]|0?[1-9]|三十一?|二?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)';
const DAY = `(?<day>${DAY_NUMBER})[日号](?!线|楼|店)`;
/** «八月十五»: two numerals at least and nothing that is counted behind them («九月十一家»). */
const SPOKEN_DAY =
  '(?<spokenDay>(?:三十一?|二?十[一二三四五六七八九]|二十|廿[一二三四五六七八九]|十|[12][0-9]|3[01])(?=[到至起前后晚当，。、；：！？）】」”\\-—~\\s]|$)|[1-9](?=起|当[天日晚]|凌晨|晚间|上午|下午))';
const MONTH_PART =
  '的?(?<monthPart>上旬|中旬|下旬|上中旬|中下旬|上半月|下半月|最后一天|第一天|初(?![一二三四五六七八九十])|[底末]|中(?=[，。、；起前]|$))';
const MONTH_TAIL = `(?:的?${DAY}|${SPOKEN_DAY}|${MONTH_PART})?`;

const QUARTER =
  '(?:第?(?<quarter>[一二三四1-4])季度?(?<quarterEnd>末)?|[Qq](?<q>[1-4])|(?<firstQuarter>首季度?))';
const YEAR_PART = `(?:年?(?<edge>[初底末](?![量衷心步级创蕴子线气层])|内(?![测容部地置外涵]))|(?<yearPart>全年|[上前]半年|[下后]半年)|前(?<upto>[一二两三四五六七八九十]{1,2}|[0-9]{1,2})个月|前(?<quarters>[二两三])季度|${QUARTER}|(?<season>[春夏秋])[天季])`;
const YEAR_TAIL = `(?:[的,，]?${MONTH}${MONTH_TAIL}|的?${YEAR_PART})?`;
const FULL_YEAR =
  '(?<year>1[0-9]{3}|20[0-9]{2}|21[0-9]{2}|[一二][〇零○一二三四五六七八九]{3})年(?!级|会员|卡|期|薪)度?';
const WORD_YEAR = `(?<yearWord>${words(YEAR_WORDS)})(?!级|会员|度会员|同期|纪|轻|的?今[日天]|的?此时)度?`;

type Groups = Readonly<Record<string, string | undefined>>;

const numeral = (text: string | undefined): number | null => (text === undefined ? null : parseNumeral(text));

function monthOf(groups: Groups): MonthRef | null {
  const month = numeral(groups.month);
  if (month !== null) return { from: 'calendar', month };
  return groups.monthWord === undefined ? null : (MONTH_WORDS[groups.monthWord] ?? null);
}

function yearPartOf(groups: Groups): Part | null {
  const n = numeral(groups.quarter ?? groups.q);
  if (n !== null) return groups.quarterEnd === undefined ? quarter(n) : quarterEnd(n);
  if (groups.firstQuarter !== undefined) return quarter(1);
  const upto = numeral(groups.upto);
  if (upto !== null) return upto <= 12 ? firstMonths(upto) : null;
  const quarters = numeral(groups.quarters);
  if (quarters !== null) return firstMonths(quarters * 3);
  const name = groups.edge ?? groups.yearPart ?? groups.season;
  return name === undefined ? null : (YEAR_PARTS[name] ?? null);
}

/** The value of a match: the year is read by each finder, the rest is the same for all. */
function calendar(groups: Groups, year: YearRef | null): CalendarValue {
  const part = groups.monthPart === undefined ? yearPartOf(groups) : (MONTH_PARTS[groups.monthPart] ?? null);
  return {
    kind: 'calendar',
    year,
    month: monthOf(groups),
    day: numeral(groups.day ?? groups.spokenDay),
    part,
  };
}

function numberedYear(text: string | undefined): YearRef | null {
  const year = numeral(text);
  return year === null ? null : { from: 'calendar', year };
}

/** Where a number of years would not stand: «在93年», «93年关闭». */
const YEAR_PLACE = /^$|[\s，。、；：！？（“在于从自到早]/;
const fullCentury = (two: number): number => (two >= 60 ? 1900 + two : 2000 + two);

/** «2021年9月17日», «二〇二一年九月», «2021年上半年». */
const fullYear = patternFinder('full-year', DIGITS + HAN_NUMERAL, FULL_YEAR + YEAR_TAIL, (g) =>
  calendar(g, numberedYear(g.year)),
);

/** «十来年», «失去年轻人», «此后年年»: characters of other words. */
const NOT_A_YEAR_BEFORE = /[0-9十百几多余数两一二三四五六七八九每过失目声说证表之此最版]/;

/** «她说明年上半年…», «客服说明年会…»: no 说明. */
const saysYear = (text: string, at: number, end: number): boolean =>
  !text.startsWith('明年', at) ||
  (!/^明年[轻级]/.test(text.slice(at, at + 3)) &&
    (end - at > 2 || /^[会将要能就才还也再，]/.test(text.slice(end, end + 1))));

/** «那年7月», «第二年，»: words of talk, which count at the head of a clause and with nothing of another word behind them. */
const SPOKEN_YEAR = /^(?:[这那]一?年|第二年|[转隔]年)$/;
const SPOKEN_TAIL = /^(?![头代月来间里复])/;

/** «去年9月», «今年7月26日», «同年10月9日», «明年上半年», «去年本月十日». */
const wordYear = patternFinder(
  'word-year',
  firsts(YEAR_WORDS),
  WORD_YEAR + YEAR_TAIL,
  (g, { text, at, end }) => {
    const year = YEAR_WORDS[g.yearWord ?? ''];
    const told = text.charAt(at - 1) === '说' && saysYear(text, at, end);
    if (year === undefined || (follows(NOT_A_YEAR_BEFORE, text, at) && !told)) return null;
    const isSpoken = SPOKEN_YEAR.test(g.yearWord ?? '');
    if (isSpoken && !(YEAR_PLACE.test(text.charAt(at - 1)) && SPOKEN_TAIL.test(text.slice(end, end + 1))))
      return null;
    return calendar(g, year);
  },
);

/** «18年10月1日», «15年一月», and alone only where a zero or a 6–9 says that it is no duration: «07年», «零八年». */
const shortYear = patternFinder(
  'short-year',
  DIGITS + HAN_NUMERAL,
  `(?<year>[0-9]{2}|[九〇零○][一二三四五六七八九])年(?:(?<hasMonth>)(?:${NUMBERED_MONTH}${MONTH_TAIL}|${YEAR_PART})|(?!级|代|会员|[来间里内中多后]))`,
  (g, { text, at }) => {
    const two = numeral(g.year);
    if (two === null) return null;
    const isNineties = /^[9九]/.test(g.year ?? '') && YEAR_PLACE.test(text.charAt(at - 1));
    if (g.hasMonth === undefined && !isNineties && !/^[0〇零○]/.test(g.year ?? '')) return null;
    return calendar(g, { from: 'calendar', year: fullCentury(two) });
  },
);

/** «两千零四年八月十五», «三六七年一月一日», «在789年»: rare in news, so they need a month or a 在 before them. */
const oldYear = patternFinder(
  'old-year',
  DIGITS + HAN_NUMERAL,
  `(?<year>[0-9]{3}|[二两]千(?:零?[一二三四五六七八九十]{1,3})?|[一二三四五六七八九][〇零○一二三四五六七八九]{2})年(?:(?<hasMonth>)${NUMBERED_MONTH}${MONTH_TAIL})?`,
  (g, { text, at }) =>
    g.hasMonth === undefined && !/在|元/.test(text.charAt(at - 1)) ? null : calendar(g, numberedYear(g.year)),
);

/** «康熙三年五月», «民国三年». */
const eraYear = patternFinder(
  'era-year',
  firsts(ERAS),
  `(?<era>${words(ERAS)})(?<year>元|[0-9]{1,2}|[一二三四五六七八九十]{1,3})年(?:${NUMBERED_MONTH}(?:${DAY}|${SPOKEN_DAY})?)?`,
  (g) => {
    const [first, year] = [ERAS[g.era ?? ''], numeral(g.year)];
    if (first === undefined || year === null) return null;
    return calendar(g, { from: 'calendar', year: first + year - 1 });
  },
);

/** «9月17日», «9月», «本月十日», «上月底», «3月下旬». What 月 begins (月活, 月饼, 五月天) is no month. */
const month = patternFinder(
  'month',
  DIGITS + HAN_NUMERAL + firsts(MONTH_WORDS),
  `${MONTH}(?![饼球刊薪均供租费卡嫂子度亮票老光色活天息嫁])${MONTH_TAIL}`,
  (g, { text, at }) => {
    const before = text.charAt(at - 1);
    if (
      (g.month !== undefined && /[每第]/.test(before)) ||
      /[每逢历往]年$/.test(text.slice(Math.max(0, at - 2), at))
    )
      return null;
    if (g.monthWord === '当月' && /每|的/.test(before)) return null;
    return calendar(g, null);
  },
);

const NOT_A_DAY_BEFORE = /[第近每头首这那几数上下未个满长达过月周A-Za-z+]/;
const NOT_A_DAY_AFTER =
  /^(?:日(?:[均元游本语活报线租程间常照志]|用[品百杂化陶瓷纸])|日(?:以|之)?内(?![测容部地置外])|号[线楼店位馆机门院电文令公厅台选手会站口仓员轮球店人库码召称])/;

/** «17日晚», «29日»: 号 and 汉字 days are common in other words, so they need a boundary before them. */
const day = patternFinder('day', DIGITS + HAN_NUMERAL, DAY, (g, { text, at, end }) => {
  const before = text.charAt(at - 1);
  const isCounted = NOT_A_DAY_BEFORE.test(before) && !/A(?:pp|PP)$/.test(text.slice(Math.max(0, at - 3), at));
  if (isCounted || NOT_A_DAY_AFTER.test(text.slice(end - 1, end + 3))) return null;
  const spelled = !/^[0-9]/.test(g.day ?? '');
  const bounded = before === '' || /[\s，。、；：！？（【「“《于在从自至到和与及并是截—-]/.test(before);
  if ((spelled || text.charAt(end - 1) === '号') && !bounded) return null;
  const isDay = /^(?:这天|那天|当天|一早|上午|下午|晚)/.test(text.slice(end, end + 2));
  if (spelled && ((g.day?.length === 1 && !isDay) || /^[前后内间]/.test(text.slice(end, end + 1))))
    return null;
  return calendar(g, null);
});

/** «二季度», «年底», «年内», «上半年», «月初»: parts without their year or month. */
const barePart = patternFinder(
  'bare-part',
  '第一二三四1234Qq首年上下月前',
  `(?:前(?<quarters>[二两三])季度|年(?<edge>[初底末](?![一二三四五六七八九十])|内(?!涵)|中(?=[，。、；前起]))|(?<yearPart>上半年|下半年)|月(?<monthPart>[初底末](?![一二三四五六七八九十])|内(?![测容部地置外]))|(?:第?(?<quarter>[一二三四1-4])季度(?<quarterEnd>末)?|[Qq](?<q>[1-4])(?![0-9A-Za-z：:、.])|(?<firstQuarter>首季度)))`,
  (g, { text, at }) => {
    if (follows(/[0-9一二三四五六七八九十两几数半每个A-Za-z近多]/, text, at)) return null;
    // «2021年9月…。到了年底，…» goes on with the year that was told.
    const from = text.slice(Math.max(0, at - 2), at) === '到了' ? 'anchor' : 'published';
    const published: MonthRef = { from, plus: 0 };
    const year: YearRef | null = g.edge === undefined ? null : { from, plus: 0 };
    const value = calendar(g, year);
    return g.monthPart === undefined ? value : { ...value, month: published };
  },
);

export const calendarFinders: readonly Finder[] = [
  fullYear,
  wordYear,
  shortYear,
  oldYear,
  eraYear,
  month,
  day,
  barePart,
];
