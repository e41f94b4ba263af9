import {
  addMonths,
  type Day,
  fromDay,
  monthPeriod,
  type Period,
  shiftMonth,
  toDay,
  yearPeriod,
} from '../calendar.ts';
import type { Found, Origin, Unit, Value, ValueOf } from '../values.ts';
import {
  resolveDecade,
  resolveFestival,
  resolveFirstWorkday,
  resolveNewYearDay,
  resolveNth,
} from './almanac.ts';
import { resolveAnnouncement } from './announcement.ts';
import { resolveCalendar, resolveRangeEnd } from './calendar-words.ts';
import { type Outlook, outlookOf } from './cues.ts';
import { inSection, inYear } from './sections.ts';
import { anchorDay, type Dated, open, point, type Resolved, type Story } from './story.ts';
import { resolveSameWeek, resolveWeek, resolveWeekTold } from './weeks.ts';

const MONTHS_IN: Readonly<Record<Unit, number>> = { day: 0, week: 0, month: 1, quarter: 3, year: 12 };
const DAYS_IN: Readonly<Record<Unit, number>> = { day: 1, week: 7, month: 0, quarter: 0, year: 0 };

function shift(day: Day, unit: Unit, count: number): Day {
  return DAYS_IN[unit] > 0 ? day + DAYS_IN[unit] * count : addMonths(day, MONTHS_IN[unit] * count);
}

const originDay = (from: Origin, story: Story): Day | null =>
  from === 'published' ? story.published : anchorDay(story);

/** Counted from the day that this sentence or the one before has told; a demand of no day has no end either. */
function resolveWithin({ unit, count }: ValueOf<'within'>, { day, paragraph, published }: Story): Resolved {
  const from = day !== null && day.paragraph === paragraph ? day.day : null;
  if (from === null || (published !== null && from > published)) return open('anchor');
  return { period: point(shift(from, unit, count)), precision: 'day', base: 'anchor' };
}

function resolveDays(value: ValueOf<'days'>, story: Story): Resolved {
  const month = value.from !== 'anchor' ? null : value.plus === 0 ? monthJustTold(story) : monthTold(story);
  if (month !== null) return { period: month, precision: 'month', base: 'anchor' };
  const today = value.from === 'published' ? story.diaryDay : null;
  const origin = today ?? originDay(value.from, story);
  if (origin === null) return open(value.from);
  if (value.from === 'anchor' && story.day === null && value.plus !== 0) return open('anchor');
  const base = value.from === 'anchor' && story.day === null ? 'published' : value.from;
  return { period: point(origin + value.plus), precision: 'day', base };
}

/** «第二天…。第三天…» are counted from one day; it is null, and no date, where the story stands on none or would run ahead. */
function resolveNthDay({ nth }: ValueOf<'nth-day'>, story: Story): Resolved | null {
  const { day, published, paragraph } = story;
  if (day === null || day.paragraph < paragraph - 1) return nth > 3 ? null : open('anchor');
  const at = (day.first ?? day.day) + nth - 1;
  if (published !== null && at > published) return null;
  return { period: point(at), precision: 'day', base: 'anchor' };
}

/** «同月发布，当天便失效»: a day of the month that the sentence has just named. */
function monthJustTold({ last, lastIn, sentence }: Story): Period | null {
  const period = lastIn === sentence && last?.precision === 'month' ? last.period : null;
  return period !== null && period.last - period.first < 31 ? period : null;
}

/** «去年12月…，隔天…»: where the paragraph has told of a month and of no day, the next day is one of that month. */
function monthTold({ dated, day, paragraph }: Story): Period | null {
  if (dated === null || dated.month === null || dated.paragraph !== paragraph || dated.isBound) return null;
  const isMonth = dated.period.last - dated.period.first > 26;
  return isMonth && day?.paragraph !== paragraph ? dated.period : null;
}

/** «四天前» counts from the story while it tells of a dated event, and from publication where it does not. */
function resolveOffset(value: ValueOf<'offset'>, story: Story): Resolved {
  const { day } = story;
  const counts = day !== null && (!day.fromPublished || value.plus > 0);
  const tells = counts && day.paragraph >= story.paragraph - 1;
  const base = tells ? 'anchor' : 'published';
  const origin = tells ? day.day : story.published;
  const event = value.plus < 0 ? null : lastEvent(story);
  const isNearer = event !== null && day !== null && day.paragraph < event.paragraph;
  const since = tells && !isNearer ? null : event;
  if (since !== null) return resolveSince(value, since);
  const needsStory = value.bound || (value.unit === 'year' && value.plus > 0);
  if (needsStory && !tells) return open('anchor');
  if (origin === null) return open(base);
  const there = shift(origin, value.unit, value.plus);
  // «在遭封禁三年后，甲起诉…»: counted from what lies further back than the day that was told.
  if (value.bound && story.published !== null && there > story.published) return open('anchor');
  if (DAYS_IN[value.unit] > 0) return { period: point(there), precision: 'day', base };
  const { year, month } = fromDay(there);
  if (value.unit === 'year') return { period: yearPeriod(year), precision: 'year', base };
  return { period: monthPeriod(year, month), precision: 'month', base };
}

/** The month or year, without a day, in which something happened that this paragraph or the one before has told. */
const lastEvent = ({ dated, paragraph, published }: Story): Dated | null =>
  dated !== null &&
  !dated.isBound &&
  dated.paragraph >= paragraph - 1 &&
  (published === null || dated.period.last < published)
    ? dated
    : null;

/** «2020年2月，…。两个月后，…»: counted from a month or a year; of days behind one nobody can tell. */
function resolveSince({ unit, plus }: ValueOf<'offset'>, { year, month }: Dated): Resolved {
  if (unit === 'year') return { period: yearPeriod(year + plus), precision: 'year', base: 'anchor' };
  if (month === null || MONTHS_IN[unit] === 0) return open('anchor');
  const there = shiftMonth(year, month, MONTHS_IN[unit] * plus);
  return { period: monthPeriod(there.year, there.month), precision: 'month', base: 'anchor' };
}

/** «两个多月前»: the day of the article that lies there, if it names one. */
function resolveAbout(value: ValueOf<'about'>, story: Story): Resolved {
  if (story.published === null) return open('published');
  const earliest = shift(story.published, value.unit, -value.min - 1);
  const latest = shift(story.published, value.unit, -value.min);
  const day = story.days.findLast((d) => d >= earliest && d <= latest);
  return day === undefined ? open('published') : { period: point(day), precision: 'day', base: 'anchor' };
}

function resolveSpan(value: ValueOf<'span'>, story: Story): Resolved {
  const origin = originDay(value.from, story);
  if (origin === null) return open(value.from);
  const far = shift(origin, value.unit, value.count * value.side);
  const period = value.side < 0 ? { first: far, last: origin - 1 } : { first: origin + 1, last: far };
  return { period, precision: 'range', base: value.from };
}

function resolveQuarter(value: ValueOf<'quarter'>, story: Story): Resolved {
  if (story.published === null) return open('published');
  const today = fromDay(story.published);
  const start = shiftMonth(today.year, Math.floor((today.month - 1) / 3) * 3 + 1, 3 * value.plus);
  const end = shiftMonth(start.year, start.month, 2);
  const period = { first: toDay(start.year, start.month, 1), last: monthPeriod(end.year, end.month).last };
  return { period, precision: 'quarter', base: 'published' };
}

function resolveEverSince(value: ValueOf<'ever-since'>, story: Story): Resolved {
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

function resolveRange(value: ValueOf<'range'>, story: Story, outlook: Outlook): Resolved | null {
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

function resolveShifted(value: ValueOf<'shifted'>, story: Story, outlook: Outlook): Resolved | null {
  const of = resolveValue(value.of, story, outlook);
  if (of === null || of.period === null) return of;
  return { ...of, period: point((value.plus < 0 ? of.period.first : of.period.last) + value.plus) };
}

/** «当时» is the last date; «届时» one that is still to come, and no date where none was named. */
function resolveEcho({ ahead }: ValueOf<'echo'>, { last, published }: Story): Resolved | null {
  if (last === null) return ahead ? null : open('anchor');
  const isPast = last.period !== null && published !== null && last.period.last < published;
  return ahead && isPast ? null : { ...last, base: 'anchor' };
}

function resolveValue(value: Value, story: Story, outlook: Outlook): Resolved | null {
  switch (value.kind) {
    case 'calendar':
      return resolveCalendar(value, story, outlook);
    case 'week':
      return resolveWeek(value, story, outlook);
    case 'same-week':
      return resolveSameWeek(story);
    case 'week-told':
      return resolveWeekTold(value, story);
    case 'due':
      return story.due === null
        ? open('anchor')
        : { period: point(story.due), precision: 'day', base: 'anchor' };
    case 'within':
      return resolveWithin(value, story);
    case 'days':
      return resolveDays(value, story);
    case 'nth-day':
      return resolveNthDay(value, story);
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
    case 'first-workday':
      return resolveFirstWorkday(value, story);
    case 'new-year-day':
      return resolveNewYearDay(value, story);
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

/** «第二天我又试了一遍»: what is told with a word of stories has been. */
const runsAhead = (
  text: string,
  { start, value }: Found,
  { period }: Resolved,
  { published }: Story,
): boolean =>
  value.kind === 'days' &&
  /^(?:第二|隔|转)/.test(text.slice(start, start + 2)) &&
  published !== null &&
  (period?.first ?? 0) > published;

/** A mention as days, in the light of what the article has said before it. Null: it is no date after all. */
export function resolve(text: string, found: Found, story: Story): Resolved | null {
  if (found.value.kind === 'announcement') return resolveAnnouncement(text, found, story);
  const outlook = LOOKS_AHEAD.has(found.value.kind) ? outlookOf(text, found) : 'none';
  const told = inYear(text, found, story, outlook);
  const resolved = resolveValue(
    told === found.value ? inSection(text, found, story, outlook) : told,
    story,
    outlook,
  );
  if (resolved === null || resolved.period === null) return resolved;
  if (runsAhead(text, found, resolved, story)) return null;
  if (found.open && story.published !== null && story.published >= resolved.period.first) {
    const period = { first: resolved.period.first, last: story.published };
    return { ...resolved, period, precision: 'range' };
  }
  return found.about ? { ...resolved, precision: 'vague' } : resolved;
}
