import {
  daysInMonth,
  fromDay,
  isRealDay,
  monthPeriod,
  type Period,
  shiftMonth,
  toDay,
  yearPeriod,
} from '../calendar.ts';
import type { CalendarValue, MonthRef, Part } from '../values.ts';
import type { Outlook } from './cues.ts';
import { type Dated, type Resolved, type Story, sectionOf } from './story.ts';
import { type InYear, nearestYear, notBefore, storyYear } from './year.ts';

const LOOSE_BACKWARDS = 15;

interface YearMonth {
  readonly year: number;
  readonly month: number;
}

function partPeriod(part: Part, year: number, month: number | null): Period | null {
  if (part.of === 'year') {
    return { first: toDay(year, part.first, 1), last: monthPeriod(year, part.last).last };
  }
  if (month === null) return null;
  const last = Math.min(part.last, daysInMonth(year, month));
  const first = Math.min(part.first, daysInMonth(year, month));
  return { first: toDay(year, month, first), last: toDay(year, month, last) };
}

/** The period that the words cover in a year and month that are known. */
function periodIn(value: CalendarValue, year: number, month: number | null): Period | null {
  if (value.part !== null) return partPeriod(value.part, year, month);
  if (month === null) return yearPeriod(year);
  if (value.day === null) return monthPeriod(year, month);
  if (!isRealDay(year, month, value.day)) return null;
  const day = toDay(year, month, value.day);
  return { first: day, last: day };
}

function precisionOf(value: CalendarValue): Resolved['precision'] {
  if (value.part !== null) return value.part.precision;
  if (value.day !== null) return 'day';
  return value.month === null ? 'year' : 'month';
}

/** Where the finest unit that is named comes from. */
function baseOf(value: CalendarValue): Resolved['base'] {
  if (value.day !== null) return 'calendar';
  if (value.month !== null) return value.month.from;
  return value.year?.from ?? 'published';
}

function originOf(ref: MonthRef & { readonly plus: number }, story: Story): YearMonth | null {
  if (ref.from === 'published') return story.published === null ? null : fromDay(story.published);
  const dated = isOfThisParagraph(story.happened, story) ? story.happened : story.dated;
  return dated === null || dated.month === null ? null : { year: dated.year, month: dated.month };
}

/** «7月…要求12月底前完成。同月16日…»: what happened in the paragraph before its bounds. */
const isOfThisParagraph = (dated: Dated | null, { paragraph }: Story): boolean =>
  dated !== null && dated.paragraph === paragraph;

function yearOf(value: CalendarValue, story: Story): number | null {
  const { year } = value;
  if (year === null) return null;
  if (year.from === 'calendar') return year.year;
  if (year.from === 'published')
    return story.published === null ? null : fromDay(story.published).year + year.plus;
  return story.dated === null ? null : story.dated.year + year.plus;
}

/** «去年本月», «上月底», «同月»: months that are counted, with the year that they carry. */
function countedMonth(value: CalendarValue, story: Story): YearMonth | null {
  const { month } = value;
  if (month === null || month.from === 'calendar') return null;
  const origin = originOf(month, story);
  if (origin === null) return null;
  const counted = shiftMonth(origin.year, origin.month, month.plus);
  const year = yearOf(value, story);
  return year === null ? counted : { year, month: counted.month };
}

const inMonth = (value: CalendarValue, at: YearMonth): Period | null => periodIn(value, at.year, at.month);

/** «17日»: the month of the last date, or the one after it where the story would fall far back; else publication's. */
function bareDay(value: CalendarValue, story: Story, outlook: Outlook): Period | null {
  const section = sectionOf(story);
  if (section !== null && !namesMonth(story)) return inMonth(value, section);
  if (story.head !== null) return { first: story.head, last: story.head };
  const near = nearestBareDay(value, story, outlook);
  const dated = lenderOf(story);
  if (dated !== null && dated.month !== null && !isFresh(near, dated, story)) {
    const here = inMonth(value, { year: dated.year, month: dated.month });
    if (here !== null && here.first < dated.period.first && isRecent(near, story)) return near;
    const next = inMonth(value, shiftMonth(dated.year, dated.month, 1));
    const isDay = dated.period.first === dated.period.last;
    const fallsBack = isDay && here !== null && dated.period.first - here.first > LOOSE_BACKWARDS;
    if (fallsBack && next !== null && story.published !== null && next.first <= story.published) return next;
    if (here !== null) return (outlook === 'none' ? justBefore(value, here, dated, story) : null) ?? here;
  }
  return near;
}

/** «8月4日中午，…。29日，…发微博说»: told on the 4th as past, the day before the month began; null where nothing says so. */
function justBefore(value: CalendarValue, here: Period, dated: Dated, { published }: Story): Period | null {
  if (published === null || dated.month === null || here.first <= published + 1) return null;
  if (dated.period.first > published) return null;
  const before = inMonth(value, shiftMonth(dated.year, dated.month, -1));
  return before !== null && dated.period.first - before.first <= JUST_BEFORE ? before : null;
}
const JUST_BEFORE = 10;

const FRESH = 4;
const FADED = 20;
/** The same of a month that the paragraph itself has named. */
const LONG_FADED = 100;

/** Days before publication. */
const isRecent = (near: Period | null, { published }: Story): near is Period =>
  near !== null && published !== null && published - near.first >= -1 && published - near.first <= FRESH;

/** «记者17日», days before publication: no day of a month that another paragraph told of long ago. */
function isFresh(near: Period | null, dated: Dated, story: Story): boolean {
  const { published, paragraph, lastIn, sentence } = story;
  if (published === null || !isRecent(near, story)) return false;
  const back = published - dated.period.last;
  const isMonth = dated.period.first !== dated.period.last;
  return dated.paragraph === paragraph ? isMonth && lastIn !== sentence && back > LONG_FADED : back > FADED;
}

/** Whether the paragraph has named a month itself. */
const namesMonth = ({ dated, paragraph }: Story): boolean =>
  dated !== null && dated.month !== null && dated.paragraph === paragraph;

/** Days that were named in the paragraph before a bound go on behind it. */
const goesOnIn = (happened: Dated, story: Story): boolean =>
  isOfThisParagraph(happened, story) && happened.period.first === happened.period.last;

function lenderOf(story: Story): Story['dated'] {
  const { dated, datedDay, happened } = story;
  if (happened !== null && dated?.isBound === true && goesOnIn(happened, story)) return happened;
  if (dated !== null && dated.month !== null && dated.paragraph === story.paragraph) return dated;
  return datedDay;
}

function nearestBareDay(value: CalendarValue, story: Story, outlook: Outlook): Period | null {
  if (story.published === null) return null;
  const today = fromDay(story.published);
  const direction = outlook === 'strong' ? 1 : -1;
  for (let plus = outlook === 'strong' ? 0 : 1, tries = 0; tries < 5; plus += direction, tries += 1) {
    const period = inMonth(value, shiftMonth(today.year, today.month, plus));
    if (period === null) continue;
    if (direction === 1 ? period.first >= story.published : period.first <= story.published + 1)
      return period;
  }
  return null;
}

/** «通知：9月6日起…；到10月9日，…»: behind a day to come stands a later one, and not one of last year. */
function afterPlan(
  { last, lastIn, sentence, published, dated, paragraph }: Story,
  inYear: InYear,
): Period | null {
  const isPlan = published !== null && last?.period != null && last.period.first > published + 1;
  if (!isPlan || sentence - lastIn > 1 || dated?.paragraph !== paragraph || last.period === null) return null;
  const next = notBefore(inYear, last.period.first);
  return next !== null && next.first - last.period.first <= LATER ? next : null;
}
const LATER = 100;

/** «9月17日», «三季度», «上半年»: everything but the year. */
function missingYear(value: CalendarValue, story: Story, outlook: Outlook): Period | null {
  const month = value.month?.from === 'calendar' ? value.month.month : null;
  const inYear = (year: number): Period | null => periodIn(value, year, month);
  if (value.day !== null && month !== null) {
    const known = story.years.get(month * 100 + value.day);
    if (known !== undefined) return inYear(known);
  }
  const next = value.day === null ? null : afterPlan(story, inYear);
  if (next !== null) return next;
  const section = sectionOf(story);
  if (section !== null && section.month === month) return inYear(section.year);
  const told = storyYear(story, inYear);
  if (told !== null) return told;
  if (story.published !== null) return nearestYear(inYear, story.published, outlook);
  return story.dated === null ? null : inYear(story.dated.year);
}

/** Null where the words lean on a date that the article does not give. */
export function resolveCalendar(value: CalendarValue, story: Story, outlook: Outlook): Resolved | null {
  const about = { precision: precisionOf(value), base: baseOf(value) };
  if (value.month !== null && value.month.from !== 'calendar') {
    const at = countedMonth(value, story);
    if (at === null) return value.month.from === 'anchor' ? null : { ...about, period: null };
    const period = inMonth(value, at);
    return period === null ? null : { ...about, period };
  }
  if (value.year !== null) {
    const year = yearOf(value, story);
    if (year === null) return value.year.from === 'anchor' ? null : { ...about, period: null };
    const month = value.month?.month ?? null;
    const period = periodIn(value, year, month);
    return period === null ? null : { ...about, period };
  }
  const isBareDay = value.day !== null && value.month === null;
  const period = isBareDay ? bareDay(value, story, outlook) : missingYear(value, story, outlook);
  if (period === null && isNeverReal(value)) return null;
  return { ...about, period };
}

/** 2月30日 is on no calendar. */
const isNeverReal = (value: CalendarValue): boolean =>
  value.day !== null && value.month?.from === 'calendar' && !isRealDay(2000, value.month.month, value.day);

/** The right end of a range: what it leaves out is taken from the left end, or is the next one after it. */
export function resolveRangeEnd(
  value: CalendarValue,
  left: Period,
  story: Story,
  outlook: Outlook,
): Resolved | null {
  if (value.year !== null || (value.month !== null && value.month.from !== 'calendar')) {
    return resolveCalendar(value, story, outlook);
  }
  const about = { precision: precisionOf(value), base: baseOf(value) };
  const from = fromDay(left.first);
  if (value.month === null && value.day !== null) {
    const here = inMonth(value, from);
    const period =
      here !== null && here.first >= left.first ? here : inMonth(value, shiftMonth(from.year, from.month, 1));
    return period === null ? null : { ...about, period };
  }
  const month = value.month?.month ?? null;
  const period = notBefore((year) => periodIn(value, year, month), left.first);
  return period === null ? null : { ...about, period };
}
