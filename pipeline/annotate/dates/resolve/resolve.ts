import {
  addMonths,
  type Day,
  daysInMonth,
  fromDay,
  mondayOf,
  monthPeriod,
  type Period,
  shiftMonth,
  toDay,
  weekdayOf,
  yearPeriod,
} from '../calendar.ts';
import { FESTIVALS } from '../tables/festivals.ts';
import type { Found, Origin, Unit, Value, YearRef } from '../values.ts';
import { resolveCalendar, resolveRangeEnd } from './calendar-words.ts';
import { type Outlook, outlookOf } from './cues.ts';
import { anchorDay, type Resolved, type Story } from './story.ts';
import { nearestFestival, nearestYear } from './year.ts';

type Of<K extends Value['kind']> = Extract<Value, { readonly kind: K }>;

const MONTHS_IN: Readonly<Record<Unit, number>> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
const DAYS_IN: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 0, quarter: 0, year: 0 };

const point = (day: Day): Period => ({ first: day, last: day });
const open = (base: Resolved['base']): Resolved => ({ period: null, precision: 'vague', base });

function shift(day: Day, unit: Unit, count: number): Day {
  return DAYS_IN[unit] > 0 ? day + DAYS_IN[unit] * count : addMonths(day, MONTHS_IN[unit] * count);
}

const originDay = (from: Origin, story: Story): Day | null =>
  from === 'published' ? story.published : anchorDay(story);

function resolveWeek(value: Of<'week'>, story: Story, outlook: Outlook): Resolved {
  if (story.published === null) return open('published');
  const [from, to] = value.days;
  const precision = from === to ? 'day' : 'range';
  if (value.plus !== null) {
    const monday = mondayOf(story.published) + 7 * value.plus;
    return { period: { first: monday + from - 1, last: monday + to - 1 }, precision, base: 'published' };
  }
  const back = (weekdayOf(story.published) - from + 7) % 7;
  const ahead = outlook === 'strong' && back > 0;
  return { period: point(story.published - back + (ahead ? 7 : 0)), precision, base: 'published' };
}

function resolveSameWeek(story: Story): Resolved {
  const day = story.day === null ? null : anchorDay(story);
  if (day === null) return open('anchor');
  const monday = mondayOf(day);
  return { period: { first: monday, last: monday + 6 }, precision: 'range', base: 'anchor' };
}

function resolveDays(value: Of<'days'>, story: Story): Resolved {
  const month = value.from === 'anchor' && value.plus !== 0 ? monthTold(story) : null;
  if (month !== null) return { period: month, precision: 'month', base: 'anchor' };
  const origin = originDay(value.from, story);
  if (origin === null) return open(value.from);
  if (value.from === 'anchor' && story.day === null && value.plus !== 0) return open('anchor');
  const base = value.from === 'anchor' && story.day === null ? 'published' : value.from;
  return { period: point(origin + value.plus), precision: 'day', base };
}

/** «去年12月…，隔天…»: where the paragraph has told of a month and of no day, the next day is one of that month. */
function monthTold({ dated, day, paragraph }: Story): Period | null {
  if (dated === null || dated.month === null || dated.paragraph !== paragraph || dated.isBound) return null;
  const isMonth = dated.period.last - dated.period.first > 26;
  return isMonth && day?.paragraph !== paragraph ? dated.period : null;
}

/** «四天前» counts from the story while it tells of a dated event, and from publication where it does not. */
function resolveOffset(value: Of<'offset'>, story: Story): Resolved {
  const { day } = story;
  const tells = day !== null && !day.fromPublished && day.paragraph >= story.paragraph - 1;
  const base = tells ? 'anchor' : 'published';
  const origin = tells ? day.day : story.published;
  const needsStory = value.bound || (value.unit === 'year' && value.plus > 0);
  if (needsStory && !tells) return open('anchor');
  if (origin === null) return open(base);
  const there = shift(origin, value.unit, value.plus);
  if (DAYS_IN[value.unit] > 0) return { period: point(there), precision: 'day', base };
  const { year, month } = fromDay(there);
  if (value.unit === 'year') return { period: yearPeriod(year), precision: 'year', base };
  return { period: monthPeriod(year, month), precision: 'month', base };
}

/** «两个多月前»: the day of the article that lies there, if it names one. */
function resolveAbout(value: Of<'about'>, story: Story): Resolved {
  if (story.published === null) return open('published');
  const earliest = shift(story.published, value.unit, -value.min - 1);
  const latest = shift(story.published, value.unit, -value.min);
  const day = story.days.findLast((d) => d >= earliest && d <= latest);
  return day === undefined ? open('published') : { period: point(day), precision: 'day', base: 'anchor' };
}

function resolveSpan(value: Of<'span'>, story: Story): Resolved {
  const origin = originDay(value.from, story);
  if (origin === null) return open(value.from);
  const far = shift(origin, value.unit, value.count * value.side);
  const period = value.side < 0 ? { first: far, last: origin - 1 } : { first: origin + 1, last: far };
  return { period, precision: 'range', base: value.from };
}

function resolveQuarter(value: Of<'quarter'>, story: Story): Resolved {
  if (story.published === null) return open('published');
  const today = fromDay(story.published);
  const start = shiftMonth(today.year, Math.floor((today.month - 1) / 3) * 3 + 1, 3 * value.plus);
  const end = shiftMonth(start.year, start.month, 2);
  const period = { first: toDay(start.year, start.month, 1), last: monthPeriod(end.year, end.month).last };
  return { period, precision: 'quarter', base: 'published' };
}

function resolveEverSince(value: Of<'ever-since'>, story: Story): Resolved {
  const { dated, published } = story;
  const after = dated?.period ?? (story.day === null ? null : point(story.day.day));
  if (after === null || published === null) return open('anchor');
  const { year, month } = fromDay(after.last);
  const first =
    value.unit === 'year'
      ? toDay(year + 1, 1, 1)
      : value.unit === 'month'
        ? monthPeriod(year, month).last + 1
        : after.last + 1;
  return first > published
    ? open('anchor')
    : { period: { first, last: published }, precision: 'range', base: 'anchor' };
}

function yearNumber(year: YearRef, story: Story): number | null {
  if (year.from === 'calendar') return year.year;
  if (year.from === 'published')
    return story.published === null ? null : fromDay(story.published).year + year.plus;
  return story.dated === null ? null : story.dated.year + year.plus;
}

const FESTIVAL_BY_ID = new Map(FESTIVALS.map((f) => [f.id, f]));

function resolveFestival(value: Of<'festival'>, story: Story, outlook: Outlook): Resolved {
  const day = FESTIVAL_BY_ID.get(value.id)?.day ?? new Map<number, number>();
  const inYear = (year: number): Period | null => {
    const code = typeof day === 'number' ? day : day.get(year);
    return code === undefined ? null : point(toDay(year, Math.floor(code / 100), code % 100));
  };
  const year = value.year === null ? null : yearNumber(value.year, story);
  const near = story.published === null ? null : nearestFestival(inYear, story.published, outlook);
  const period = value.year === null ? near : year === null ? null : inYear(year);
  return { period, precision: value.vague || period === null ? 'vague' : 'day', base: 'calendar' };
}

function resolveDecade(value: Of<'decade'>, story: Story): Resolved {
  const now = story.published === null ? 1999 : fromDay(story.published).year;
  const century = value.century ?? (2000 + value.decade <= now ? 2000 : 1900);
  const first = century + value.decade;
  const period = { first: toDay(first, 1, 1), last: toDay(first + 9, 12, 31) };
  return { period, precision: 'range', base: 'calendar' };
}

/** Weeks belong to the month that has their Thursday, as in ISO 8601. */
function nthPeriod(value: Of<'nth'>, year: number): Period | null {
  const { month, nth, weekday } = value;
  const firstDay = toDay(year, month, 1);
  const lastDay = toDay(year, month, daysInMonth(year, month));
  const wanted = weekday ?? 4;
  const first = firstDay + ((wanted - weekdayOf(firstDay) + 7) % 7);
  const day = nth < 0 ? lastDay - ((weekdayOf(lastDay) - wanted + 7) % 7) : first + 7 * (nth - 1);
  if (day > lastDay) return null;
  return weekday === null ? { first: mondayOf(day), last: mondayOf(day) + 6 } : point(day);
}

function resolveNth(value: Of<'nth'>, story: Story, outlook: Outlook): Resolved {
  const inYear = (year: number): Period | null => nthPeriod(value, year);
  const year = value.year === null ? null : yearNumber(value.year, story);
  const near = story.published === null ? null : nearestYear(inYear, story.published, outlook);
  const period = value.year === null ? near : year === null ? null : inYear(year);
  return { period, precision: value.weekday === null ? 'range' : 'day', base: 'calendar' };
}

function resolveRange(value: Of<'range'>, story: Story, outlook: Outlook): Resolved | null {
  const left = resolveValue(value.first, story, outlook);
  if (left === null || left.period === null) return left;
  const { last } = value;
  const right =
    last.kind === 'calendar'
      ? resolveRangeEnd(last, left.period, story, outlook)
      : resolveValue(last, story, outlook);
  if (right === null || right.period === null) return left;
  const end = value.endExcluded === true ? right.period.first - 1 : right.period.last;
  if (end < left.period.first) return left;
  return { period: { first: left.period.first, last: end }, precision: 'range', base: left.base };
}

function resolveShifted(value: Of<'shifted'>, story: Story, outlook: Outlook): Resolved | null {
  const of = resolveValue(value.of, story, outlook);
  if (of === null || of.period === null) return of;
  return { ...of, period: point((value.plus < 0 ? of.period.first : of.period.last) + value.plus) };
}

/** «当时» is the last date; «届时» one that is still to come, and no date where none was named. */
function resolveEcho({ ahead }: Of<'echo'>, { last, published }: Story): Resolved | null {
  if (last === null) return ahead ? null : open('anchor');
  const isPast = last.period !== null && published !== null && last.period.last < published;
  return ahead && isPast ? null : { ...last, base: 'anchor' };
}

function resolveAnnouncement(text: string, found: Found, story: Story): Resolved {
  const { day, published } = story;
  const between = day === null ? '' : text.slice(Math.max(day.end, found.start - 200), found.start);
  const sameSentence = day !== null && found.start - day.end <= 200 && !/[。！？\n]/.test(between);
  if (sameSentence) return { period: point(day.day), precision: 'day', base: 'anchor' };
  return published === null
    ? open('published')
    : { period: point(published), precision: 'day', base: 'published' };
}

function resolveValue(value: Value, story: Story, outlook: Outlook): Resolved | null {
  switch (value.kind) {
    case 'calendar':
      return resolveCalendar(value, story, outlook);
    case 'week':
      return resolveWeek(value, story, outlook);
    case 'same-week':
      return resolveSameWeek(story);
    case 'days':
      return resolveDays(value, story);
    case 'offset':
      return resolveOffset(value, story);
    case 'about':
      return resolveAbout(value, story);
    case 'span':
      return resolveSpan(value, story);
    case 'ever-since':
      return resolveEverSince(value, story);
    case 'now':
      return story.published === null
        ? open('published')
        : { period: point(story.published), precision: value.vague ? 'vague' : 'day', base: 'published' };
    case 'undated':
      return open(value.from);
    case 'echo':
      return resolveEcho(value, story);
    case 'announcement':
      return null;
    case 'shifted':
      return resolveShifted(value, story, outlook);
    case 'quarter':
      return resolveQuarter(value, story);
    case 'lunar':
      return open('calendar');
    case 'festival':
      return resolveFestival(value, story, outlook);
    case 'decade':
      return resolveDecade(value, story);
    case 'nth':
      return resolveNth(value, story, outlook);
    case 'range':
      return resolveRange(value, story, outlook);
  }
}

/** Kinds that leave out a year or a week, which the words around them may put into the future. */
const LOOKS_AHEAD: ReadonlySet<Value['kind']> = new Set([
  'calendar',
  'week',
  'festival',
  'nth',
  'range',
  'shifted',
]);

/** A mention as days, in the light of what the article has said before it. Null: it is no date after all. */
export function resolve(text: string, found: Found, story: Story): Resolved | null {
  if (found.value.kind === 'announcement') return resolveAnnouncement(text, found, story);
  const outlook = LOOKS_AHEAD.has(found.value.kind) ? outlookOf(text, found) : 'none';
  const resolved = resolveValue(found.value, story, outlook);
  if (resolved === null || resolved.period === null) return resolved;
  if (found.open && story.published !== null && story.published >= resolved.period.first) {
    const period = { first: resolved.period.first, last: story.published };
    return { ...resolved, period, precision: 'range' };
  }
  return found.about ? { ...resolved, precision: 'vague' } : resolved;
}
