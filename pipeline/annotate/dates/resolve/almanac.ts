import { daysInMonth, fromDay, mondayOf, type Period, toDay, weekdayOf } from '../calendar.ts';
import { FESTIVALS } from '../tables/festivals.ts';
import { FIRST_WORKDAYS } from '../tables/workdays.ts';
import type { Value, ValueOf, YearRef } from '../values.ts';
import type { Outlook } from './cues.ts';
import type { Resolved, Story } from './story.ts';
import { nearestFestival, nearestYear, notBefore } from './year.ts';

const ONE_YEAR = 366;

const point = (day: number): Period => ({ first: day, last: day });

function yearNumber(year: YearRef, story: Story): number | null {
  if (year.from === 'calendar') return year.year;
  if (year.from === 'published')
    return story.published === null ? null : fromDay(story.published).year + year.plus;
  return story.dated === null ? null : story.dated.year + year.plus;
}

const FESTIVAL_BY_ID = new Map(FESTIVALS.map((f) => [f.id, f]));

/** So soon behind the day on which the story stands a festival is the next thing that it tells. */
const SOON_AFTER = 60;

/** «2021年9月17日，…。国庆节前…», told a year later: the festival behind that day, and not the one that comes next now. */
function nextTold(
  inYear: (year: number) => Period | null,
  { day, paragraph, published }: Story,
  outlook: Outlook,
): Period | null {
  if (outlook !== 'none' || day === null || published === null || day.paragraph < paragraph - 1) return null;
  const next = notBefore(inYear, day.day);
  const isSoon = next !== null && next.last - day.day <= SOON_AFTER && next.last < published;
  return isSoon && published - day.day > ONE_YEAR / 2 ? next : null;
}

export function resolveFestival(value: ValueOf<'festival'>, story: Story, outlook: Outlook): Resolved {
  const day = FESTIVAL_BY_ID.get(value.id)?.day ?? new Map<number, number>();
  const inYear = (year: number): Period | null => {
    const code = typeof day === 'number' ? day : day.get(year);
    return code === undefined ? null : point(toDay(year, Math.floor(code / 100), code % 100));
  };
  const year = value.year === null ? null : yearNumber(value.year, story);
  const near =
    story.published === null
      ? null
      : (nextTold(inYear, story, outlook) ?? nearestFestival(inYear, story.published, outlook));
  const period = value.year === null ? near : year === null ? null : inYear(year);
  return { period, precision: value.vague || period === null ? 'vague' : 'day', base: 'calendar' };
}

/** How long after the Spring Festival people count its days without saying so. */
const NEW_YEAR_COUNTS = 40;

/** Null, no date at all, where the festival is not just past. */
export function resolveNewYearDay({ day }: ValueOf<'new-year-day'>, story: Story): Resolved | null {
  const { published } = story;
  const festival: Value = { kind: 'festival', id: 'spring-festival', year: null, vague: false };
  const first = resolveFestival(festival, story, 'none').period?.first;
  if (published === null || first === undefined) return null;
  const isJustPast = first <= published && published - first <= NEW_YEAR_COUNTS;
  const at = first + day - 1;
  return isJustPast && at <= published ? { period: point(at), precision: 'day', base: 'calendar' } : null;
}

/** The last such day past; null, no date at all, where none is known. */
export function resolveFirstWorkday(
  { after }: ValueOf<'first-workday'>,
  { published }: Story,
): Resolved | null {
  if (published === null) return null;
  const known = Object.entries(FIRST_WORKDAYS)
    .filter(([id]) => after === null || id === after)
    .flatMap(([, years]) => Object.entries(years))
    .map(([year, code]) => toDay(Number(year), Math.floor(code / 100), code % 100))
    .filter((day) => day <= published && published - day < ONE_YEAR);
  return known.length === 0
    ? null
    : { period: point(Math.max(...known)), precision: 'day', base: 'calendar' };
}

export function resolveDecade(value: ValueOf<'decade'>, story: Story): Resolved {
  const now = story.published === null ? 1999 : fromDay(story.published).year;
  const century = value.century ?? (2000 + value.decade <= now ? 2000 : 1900);
  const first = century + value.decade;
  const period = { first: toDay(first, 1, 1), last: toDay(first + 9, 12, 31) };
  return { period, precision: 'range', base: 'calendar' };
}

/** Weeks belong to the month that has their Thursday, as in ISO 8601. */
function nthPeriod(value: ValueOf<'nth'>, year: number): Period | null {
  const { month, nth, weekday } = value;
  const firstDay = toDay(year, month, 1);
  const lastDay = toDay(year, month, daysInMonth(year, month));
  const wanted = weekday ?? 4;
  const first = firstDay + ((wanted - weekdayOf(firstDay) + 7) % 7);
  const day = nth < 0 ? lastDay - ((weekdayOf(lastDay) - wanted + 7) % 7) : first + 7 * (nth - 1);
  if (day > lastDay) return null;
  if (weekday === null) return { first: mondayOf(day), last: mondayOf(day) + 6 };
  return { first: day, last: day + (value.days ?? 1) - 1 };
}

export function resolveNth(value: ValueOf<'nth'>, story: Story, outlook: Outlook): Resolved {
  const inYear = (year: number): Period | null => nthPeriod(value, year);
  const year = value.year === null ? null : yearNumber(value.year, story);
  const near = story.published === null ? null : nearestYear(inYear, story.published, outlook);
  const period = value.year === null ? near : year === null ? null : inYear(year);
  return {
    period,
    precision: value.weekday === null || value.days !== undefined ? 'range' : 'day',
    base: 'calendar',
  };
}
