import type { IsoDay } from '../../types.ts';

/** Days since 1970-01-01 in the proleptic Gregorian calendar: dates are compared and counted as integers. */
export type Day = number;

export interface YearMonthDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/** First and last day, both included. */
export interface Period {
  readonly first: Day;
  readonly last: Day;
}

const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const DAYS_PER_ERA = 146_097;
const EPOCH_OFFSET = 719_468;

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;

export const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

export const isRealDay = (year: number, month: number, day: number): boolean =>
  month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);

/** Years start in March here, so that the leap day is the last one (Howard Hinnant's `days_from_civil`). */
export function toDay(year: number, month: number, day: number): Day {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * DAYS_PER_ERA + dayOfEra - EPOCH_OFFSET;
}

export function fromDay(value: Day): YearMonthDay {
  const z = value + EPOCH_OFFSET;
  const era = Math.floor(z / DAYS_PER_ERA);
  const dayOfEra = z - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / (DAYS_PER_ERA - 1))) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  return {
    year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0),
    month,
    day: dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1,
  };
}

/** 1 is Monday, 7 is Sunday. */
export const weekdayOf = (day: Day): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: Day): Day => day - weekdayOf(day) + 1;

export const monthPeriod = (year: number, month: number): Period => ({
  first: toDay(year, month, 1),
  last: toDay(year, month, daysInMonth(year, month)),
});

export const yearPeriod = (year: number): Period => ({ first: toDay(year, 1, 1), last: toDay(year, 12, 31) });

/** The month `plus` months away; months outside 1..12 carry into the year. */
export function shiftMonth(year: number, month: number, plus: number): { year: number; month: number } {
  const index = year * 12 + month - 1 + plus;
  return { year: Math.floor(index / 12), month: (((index % 12) + 12) % 12) + 1 };
}

/** The same day `plus` months away, or the month's last day where it is shorter. */
export function addMonths(day: Day, plus: number): Day {
  const from = fromDay(day);
  const { year, month } = shiftMonth(from.year, from.month, plus);
  return toDay(year, month, Math.min(from.day, daysInMonth(year, month)));
}

const pad = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

export function formatDay(day: Day): IsoDay {
  const { year, month, day: d } = fromDay(day);
  return `${year < 1000 ? String(year).padStart(4, '0') : year}-${pad(month)}-${pad(d)}`;
}

/** Null for what is not a real `YYYY-MM-DD`. */
export function parseDay(iso: IsoDay): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  if (match === null) return null;
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
  return isRealDay(year, month, day) ? toDay(year, month, day) : null;
}
