import { type Day, fromDay, type Period } from '../calendar.ts';
import type { Outlook } from './cues.ts';
import type { Story } from './story.ts';

/** Feeds lie about offsets: a day that is «tomorrow» by the stamp is still a day of now. */
const STAMP_SLACK = 1;
/** 2月29日 comes back after eight years at most. */
const YEARS_BACK = 8;
/** A plan this near is meant, rather than the same day of last year. */
const NEAR_FUTURE = 62;
/** «将于» about a day so recent is a plan retold. */
const RECENT_PAST = 60;
const FAR_FUTURE = 180;
/** «5月开通», said in April: the same month of last year is so long ago that one would say so. */
const SOON = 95;
const LONG_PAST = 230;
const NEAR_FESTIVAL = 45;
const ONE_YEAR = 366;
/** A month that ended no longer ago needs no year. */
const JUST_PAST = 62;

/** The period in a year, or null where that year has none (2月29日). */
export type InYear = (year: number) => Period | null;

function pastOne(inYear: InYear, today: Day): Period | null {
  const { year } = fromDay(today);
  for (let y = year + 1; y >= year - YEARS_BACK; y -= 1) {
    const period = inYear(y);
    // On New Year's Eve a month or a quarter is looked back upon.
    const slack = y > year && period !== null && period.first < period.last ? 0 : STAMP_SLACK;
    if (period !== null && period.first <= today + slack) return period;
  }
  return null;
}

function futureOne(inYear: InYear, from: Day): Period | null {
  const { year } = fromDay(from);
  for (let y = year; y <= year + YEARS_BACK; y += 1) {
    const period = inYear(y);
    if (period !== null && period.first >= from) return period;
  }
  return null;
}

/** The first such period on or after a day: the right end of a range. */
export const notBefore = futureOne;

function looksForward(past: Period | null, future: Period, today: Day, outlook: Outlook): boolean {
  const ahead = future.first - today;
  const back = past === null ? Number.POSITIVE_INFINITY : today - past.last;
  if (outlook === 'strong') return back > RECENT_PAST || ahead < FAR_FUTURE;
  if (outlook === 'effect') return back > RECENT_PAST && ahead < FAR_FUTURE;
  if (outlook === 'soon') return ahead <= SOON && back > LONG_PAST;
  return outlook === 'weak' && ahead <= NEAR_FUTURE && back > RECENT_PAST;
}

/** Nearest to publication and not after it, unless the words look forward. */
export function nearestYear(inYear: InYear, today: Day, outlook: Outlook): Period | null {
  const past = pastOne(inYear, today);
  if (outlook === 'none') return past;
  const future = futureOne(inYear, today + STAMP_SLACK + 1);
  return future !== null && looksForward(past, future, today, outlook) ? future : past;
}

/** A festival that is about to come is meant, not last year's. */
export function nearestFestival(inYear: InYear, today: Day, outlook: Outlook): Period | null {
  const past = pastOne(inYear, today);
  const future = futureOne(inYear, today + 1);
  const isComing =
    future !== null && future.first - today <= NEAR_FESTIVAL && (past === null || today - past.last > 120);
  return isComing ? future : nearestYear(inYear, today, outlook);
}

/** The year that the story itself gives: its section, or an earlier date of the paragraph that named one. */
export function storyYear(story: Story, inYear: InYear): Period | null {
  if (story.sectionYear !== null) return inYear(story.sectionYear);
  const { dated, published } = story;
  if (dated === null || !dated.ownYear || dated.isBound || dated.paragraph !== story.paragraph) return null;
  const period = inYear(dated.year);
  if (period === null || period.first < dated.period.first || period.first - dated.period.first > ONE_YEAR)
    return null;
  if (published === null) return period;
  // «元宝去年就…。豆包1月底…»: in a new sentence a month that has just been is no month of last year.
  const near =
    dated.countedIn === undefined || dated.countedIn === story.sentence ? null : pastOne(inYear, published);
  if (near !== null && published - near.last <= JUST_PAST) return null;
  return period.first > published + STAMP_SLACK ? null : period;
}
