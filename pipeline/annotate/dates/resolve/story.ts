import { type Day, fromDay, type Period } from '../calendar.ts';
import type { CalendarValue, Found, Value } from '../values.ts';

/** A value as days; `period` null where the words leave the day open. */
export interface Resolved {
  readonly period: Period | null;
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'range' | 'vague';
  readonly base: 'calendar' | 'published' | 'anchor';
}

/** One day. */
export const point = (day: Day): Period => ({ first: day, last: day });

/** Words that leave the day open. */
export const open = (base: Resolved['base']): Resolved => ({ period: null, precision: 'vague', base });

/** The last words that named a month or a year. */
export interface Dated {
  readonly period: Period;
  readonly year: number;
  readonly month: number | null;
  readonly paragraph: number;
  /** The words named the year, or an earlier date of the paragraph did. */
  readonly ownYear: boolean;
  /** A deadline or an upper bound, not an event. */
  readonly isBound: boolean;
  /** The sentence, where the words were no more than a year counted from publication: «去年». */
  readonly countedIn?: number | undefined;
}

export interface StoryDay {
  readonly day: Day;
  readonly paragraph: number;
  readonly end: number;
  /** Named as a distance from publication («昨天»). */
  readonly fromPublished: boolean;
  /** The day from which «第二天», «第三天» count, where it has been left behind. */
  readonly first: Day | null;
}

const REMEMBERED_DAYS = 32;

/** What the article has said so far. One reader goes through it once, from the first mention to the last. */
export interface Story {
  readonly published: Day | null;
  paragraph: number;
  /** How many sentences with a date came before. */
  sentence: number;
  /** The day on which the story stands: what 当日 and 次日 lean on. */
  day: StoryDay | null;
  /** The day on which somebody tells of an earlier one, up to the end of the sentence. */
  said: StoryDay | null;
  /** The article's first day: its main event. */
  main: Day | null;
  dated: Dated | null;
  /** The last that was no bound: the month in which something happened. */
  happened: Dated | null;
  /** The last day-precise date that is no look back into another year. */
  datedDay: Dated | null;
  last: Resolved | null;
  /** The sentence of the last words, as `sentence` counts. */
  lastIn: number;
  /** A heading that is only a year holds for what stands under it. */
  sectionYear: number | null;
  /** The same of a month, up to a paragraph. */
  sectionMonth: { readonly year: number; readonly month: number; readonly until: number } | null;
  /** The day of the last bound that was set. */
  due: Day | null;
  /** The day of the diary's entry: its «今天». */
  diaryDay: Day | null;
  /** The day of what is looked at, where it is a weekday or a bare day of a month that heads an entry. */
  head: Day | null;
  /** Year in which a month and day of this article fell, by month * 100 + day. */
  readonly years: Map<number, number>;
  /** The last days named, for «两个多月前». */
  readonly days: Day[];
}

export const newStory = (published: Day | null): Story => ({
  published,
  paragraph: 0,
  sentence: 0,
  day: null,
  said: null,
  main: null,
  dated: null,
  datedDay: null,
  happened: null,
  last: null,
  lastIn: -1,
  sectionYear: null,
  sectionMonth: null,
  head: null,
  due: null,
  diaryDay: null,
  years: new Map(),
  days: [],
});

/** What has not happened yet is no event to come back to. */
const isAhead = (story: Story, day: Day): boolean => story.published !== null && day > story.published + 1;

/** The day that 当日 leans on: one of this or the preceding paragraph, else the main event, else publication. */
export function anchorDay(story: Story): Day | null {
  const { day, main, paragraph, published } = story;
  if (day === null) return main ?? published;
  const isHere = day.paragraph === paragraph;
  const isNear = day.paragraph === paragraph - 1 && !isAhead(story, day.day);
  return isHere || isNear ? day.day : (main ?? published);
}

/** The month under which the story stands. */
export const sectionOf = ({ sectionMonth, paragraph }: Story): Story['sectionMonth'] =>
  sectionMonth !== null && paragraph <= sectionMonth.until ? sectionMonth : null;

/** «13日，发言人说，上周四…。当天…»: behind the sentence the story stands on the day on which it was said again. */
export function endSentence(story: Story): void {
  story.sentence += 1;
  if (story.said === null) return;
  story.day = story.said;
  story.said = null;
}

/** Takes a resolved mention into the story. */
export function remember(story: Story, found: Found, resolved: Resolved): void {
  const { value, role } = found;
  if (resolved.period === null || role === 'now') return;
  const isBound = role === 'before' || role === 'until';
  const isDay = resolved.precision === 'day' && resolved.period.first === resolved.period.last;
  if (value.kind !== 'echo') {
    story.last = resolved;
    story.lastIn = story.sentence;
  }
  const named = calendarWords(value, resolved.period);
  if (named !== null) rememberDated(story, named.words, named.period, isDay && !isBound, isBound);
  if (role === 'before') story.due = resolved.period.last;
  if (!isDay || isBound || value.kind === 'echo') return;
  story.days.push(resolved.period.first);
  if (story.days.length > REMEMBERED_DAYS) story.days.shift();
  if (value.kind === 'days' && value.aside) return;
  if ((value.kind === 'festival' || role === 'since') && isAhead(story, resolved.period.first)) return;
  if (!isAhead(story, resolved.period.first)) story.main ??= resolved.period.first;
  const counts =
    value.kind === 'nth-day' || (value.kind === 'days' && value.from === 'anchor' && value.plus > 0);
  story.day = {
    first: counts ? (story.day?.first ?? story.day?.day ?? null) : null,
    day: resolved.period.first,
    paragraph: story.paragraph,
    end: found.end,
    fromPublished: resolved.base === 'published',
  };
}

/** A year that was named once holds while the paragraph stays in it. */
const goesOn = ({ dated, paragraph }: Story, year: number): boolean =>
  dated?.ownYear === true && dated.paragraph === paragraph && dated.year === year;

/** The calendar words of a mention: its own, or those that end its range. */
function calendarWords(value: Value, period: Period): { words: CalendarValue; period: Period } | null {
  if (value.kind === 'calendar') return { words: value, period };
  if (value.kind !== 'range' || value.last.kind !== 'calendar') return null;
  const year = value.last.year ?? (value.first.kind === 'calendar' ? value.first.year : null);
  return { words: { ...value.last, year }, period: { first: period.last, last: period.last } };
}

function rememberDated(
  story: Story,
  words: CalendarValue,
  period: Period,
  isEvent: boolean,
  isBound: boolean,
): void {
  const namesMonth = words.month !== null || words.day !== null;
  if (!namesMonth && words.year === null) return;
  const { year, month, day } = fromDay(period.first);
  const ownYear = words.year !== null || goesOn(story, year);
  const { paragraph, published } = story;
  const countedIn =
    !namesMonth && words.part === null && words.year?.from === 'published' ? story.sentence : undefined;
  story.dated = { period, year, month: namesMonth ? month : null, paragraph, ownYear, isBound, countedIn };
  if (namesMonth && !isBound) story.happened = story.dated;
  const looksBack = ownYear && published !== null && year !== fromDay(published).year;
  if (isEvent && !looksBack) story.datedDay = story.dated;
  if (words.day !== null) story.years.set(month * 100 + day, year);
}
