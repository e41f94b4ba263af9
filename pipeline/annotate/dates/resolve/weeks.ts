import { mondayOf, weekdayOf } from '../calendar.ts';
import type { ValueOf } from '../values.ts';
import type { Outlook } from './cues.ts';
import { anchorDay, open, point, type Resolved, type Story } from './story.ts';

/** «上周二», and «周二», which is the last one unless the words look ahead. */
export function resolveWeek(value: ValueOf<'week'>, story: Story, outlook: Outlook): Resolved {
  if (story.published === null) return open('published');
  const [from, to] = value.days;
  const precision = from === to ? 'day' : 'range';
  if (value.plus !== null) {
    const monday = mondayOf(story.published) + 7 * value.plus;
    return { period: { first: monday + from - 1, last: monday + to - 1 }, precision, base: 'published' };
  }
  if (story.head !== null) return { period: point(story.head), precision, base: 'published' };
  const back = (weekdayOf(story.published) - from + 7) % 7;
  const ahead = outlook === 'strong' && back > 0;
  return { period: point(story.published - back + (ahead ? 7 : 0)), precision, base: 'published' };
}

/** The week of the day that 当日 leans on. */
export function resolveSameWeek(story: Story): Resolved {
  const day = story.day === null ? null : anchorDay(story);
  if (day === null) return open('anchor');
  const monday = mondayOf(day);
  return { period: { first: monday, last: monday + 6 }, precision: 'range', base: 'anchor' };
}

/** «紧接着的那个星期六»: counted from the day that this paragraph or the one before has told. */
export function resolveWeekTold({ which, days }: ValueOf<'week-told'>, story: Story): Resolved {
  const day = story.day === null || story.day.paragraph < story.paragraph - 1 ? null : story.day.day;
  if (day === null) return open('anchor');
  const [from, to] = days;
  const monday = mondayOf(day) + (which === 'next' ? 7 : 0);
  const behind = which === 'behind' && from <= weekdayOf(day) ? 7 : 0;
  const first = monday + from - 1 + behind;
  const precision = from === to ? 'day' : 'range';
  return { period: { first, last: first + to - from }, precision, base: 'anchor' };
}
