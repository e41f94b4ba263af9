import { type Day, fromDay, type Period } from '../calendar.ts';
import type { Found } from '../values.ts';

/** A value as days; `period` null where the words leave the day open. */
export interface Resolved {
  readonly period: Period | null;
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'range' | 'vague';
  readonly base: 'calendar' | 'published' | 'anchor';
}

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
}

interface StoryDay {
  readonly day: Day;
  readonly paragraph: number;
  readonly end: number;
  /** Named as a distance from publication («昨天»). */
  readonly fromPublished: boolean;
}

const REMEMBERED_DAYS = 32;

/** What the article has said so far. One reader goes through it once, from the first mention to the last. */
export interface Story {
  readonly published: Day | null;
  paragraph: number;
  /** The day on which the story stands: what 当日 and 次日 lean on. */
  day: StoryDay | null;
  /** The article's first day: its main event. */
  main: Day | null;
  dated: Dated | null;
  /** The last day-precise date that is no look back into another year. */
  datedDay: Dated | null;
  last: Resolved | null;
  /** A heading that is only a year holds for what stands under it. */
  sectionYear: number | null;
  /** Year in which a month and day of this article fell, by month * 100 + day. */
  readonly years: Map<number, number>;
  /** The last days named, for «两个多月前». */
  readonly days: Day[];
}

export const newStory = (published: Day | null): Story => ({
  published,
  paragraph: 0,
  day: null,
  main: null,
  dated: null,
  datedDay: null,
  last: null,
  sectionYear: null,
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

/** Takes a resolved mention into the story. */
export function remember(story: Story, found: Found, resolved: Resolved): void {
  const { value, role } = found;
  if (resolved.period === null || role === 'now') return;
  const isBound = role === 'before' || role === 'until';
  const isDay = resolved.precision === 'day' && resolved.period.first === resolved.period.last;
  if (value.kind !== 'echo') story.last = resolved;
  if (value.kind === 'calendar') rememberCalendar(story, found, resolved.period, isDay && !isBound, isBound);
  if (!isDay || isBound || value.kind === 'echo') return;
  story.days.push(resolved.period.first);
  if (story.days.length > REMEMBERED_DAYS) story.days.shift();
  if (value.kind === 'days' && value.aside) return;
  if (value.kind === 'festival' && isAhead(story, resolved.period.first)) return;
  if (!isAhead(story, resolved.period.first)) story.main ??= resolved.period.first;
  story.day = {
    day: resolved.period.first,
    paragraph: story.paragraph,
    end: found.end,
    fromPublished: resolved.base === 'published',
  };
}

/** A year that was named once holds while the paragraph stays in it. */
const goesOn = ({ dated, paragraph }: Story, year: number): boolean =>
  dated?.ownYear === true && dated.paragraph === paragraph && dated.year === year;

function rememberCalendar(
  story: Story,
  found: Found,
  period: Period,
  isEventDay: boolean,
  isBound: boolean,
): void {
  if (found.value.kind !== 'calendar') return;
  const { year, month, day } = fromDay(period.first);
  const { value } = found;
  const namesMonth = value.month !== null || value.day !== null;
  const dated: Dated = {
    period,
    year,
    month: namesMonth ? month : null,
    paragraph: story.paragraph,
    ownYear: value.year !== null || goesOn(story, year),
    isBound,
  };
  if (!namesMonth && value.year === null) return;
  story.dated = dated;
  const publishedYear = story.published === null ? null : fromDay(story.published).year;
  const looksBack = dated.ownYear && publishedYear !== null && year !== publishedYear;
  if (isEventDay && !looksBack) story.datedDay = dated;
  if (value.day !== null) story.years.set(month * 100 + day, year);
}
