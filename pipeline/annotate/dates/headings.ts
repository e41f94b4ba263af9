import { type Day, daysInMonth, fromDay, shiftMonth, toDay, weekdayOf } from './calendar.ts';
import { parseNumeral } from './numerals.ts';
import type { Found } from './values.ts';

/** A paragraph that dates what stands under it, or what stands behind it on its own line. */
export interface Heading {
  readonly paragraph: number;
  readonly year: number;
  /** Null where it names a year alone. */
  readonly month: number | null;
  /** «3月：抖音…»: it holds to the end of its paragraph. */
  readonly inline: boolean;
}

/** «2018：规矩成文», «2018 年» on a line of its own. */
const YEAR = /^[【《（\s●■#*]{0,4}(20[0-9]{2})(?:年?[：:丨|·\s]|年?[】》）]?$)[^，。！？；]{0,20}$/;
const MONTH =
  /^[【《（〔\s●■◆▌#*]{0,4}(?:(20[0-9]{2})年)?(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])月份?(?:([：:丨|·\s—、。】》）〕])|$|(?=[^，。！？；：0-9]{1,8}(?:。|$)))/;
const LONGEST = 28;

interface MonthRead {
  readonly paragraph: number;
  readonly year: number | null;
  readonly month: number;
  readonly inline: boolean;
}

/** The headings of an article, in order; `breaks` are the offsets at which paragraphs begin; without them a line is one. */
export function headingsOf(
  text: string,
  breaks: readonly number[] | undefined,
  published: Day | null,
): readonly Heading[] {
  const starts = breaks ?? [...text.matchAll(/\n/g)].map((m) => m.index + 1);
  const years: Heading[] = [];
  const months: MonthRead[] = [];
  for (let at = 0; at <= starts.length; at += 1) {
    const line = text.slice(at === 0 ? 0 : starts[at - 1], starts[at] ?? text.length).trim();
    const year = line.length > LONGEST ? undefined : YEAR.exec(line)?.[1];
    if (year !== undefined) years.push({ paragraph: at, year: Number(year), month: null, inline: false });
    else months.push(...monthOf(line, at));
  }
  const dated = months.length > 1 ? withYears(months, years, published) : [];
  return [...years, ...dated].sort((a, b) => a.paragraph - b.paragraph);
}

function monthOf(line: string, paragraph: number): MonthRead[] {
  const match = MONTH.exec(line);
  const month = parseNumeral(match?.[2] ?? '');
  if (match === null || month === null) return [];
  const rest = line.slice(match[0].length);
  const alone = line.length <= LONGEST && (rest === '' || !/[，。！？；]/.test(rest));
  const heads = /[：:丨|】〕。]/.test(match[3] ?? '') || match[3] === undefined;
  if (!alone && !heads) return [];
  const year = match[1] === undefined ? null : Number(match[1]);
  return [{ paragraph, year, month, inline: !alone }];
}

/** Months follow one another, forwards or backwards; the one next to publication is the nearest one past. */
function withYears(
  months: readonly MonthRead[],
  years: readonly Heading[],
  published: Day | null,
): Heading[] {
  const rises = (months.at(-1)?.month ?? 0) >= (months[0]?.month ?? 0);
  const found: Heading[] = [];
  let later: { year: number; month: number } | null = published === null ? null : fromDay(published);
  for (const read of rises ? [...months].reverse() : months) {
    const above = years.findLast((y) => y.paragraph < read.paragraph)?.year ?? null;
    const next: number | null = later === null ? null : later.year - (read.month > later.month ? 1 : 0);
    const year: number | null = read.year ?? above ?? next;
    if (year === null) continue;
    later = { year, month: read.month };
    found.push({ paragraph: read.paragraph, year, month: read.month, inline: read.inline });
  }
  return found;
}

/** «第一天·周五», «二、周六»: a number may stand before it. */
const AT_HEAD =
  /(?:^|\n)(?:第[一二三四五六七八九十]天|[一二三四五六七八九十]、|[1-9][.、])?[【（·：|\s●■]{0,3}$/;
const LONGEST_LEAD = 8;
const opensParagraph = (text: string, at: number): boolean =>
  AT_HEAD.test(text.slice(Math.max(0, at - LONGEST_LEAD), at));

/**
 * «周一。…», «周二。…» at the heads of paragraphs are the days of one week, of which the last is the nearest one past:
 * their days by the offset at which they begin.
 */
export function weekOf(
  text: string,
  founds: readonly Found[],
  published: Day | null,
): ReadonlyMap<number, Day> {
  const heads = founds.flatMap(({ start, value }) => {
    const bare = value.kind === 'week' && value.plus === null && value.days[0] === value.days[1];
    return bare && opensParagraph(text, start) ? [{ start, weekday: value.days[0] }] : [];
  });
  const last = heads.at(-1);
  const rises = heads.every((h, i) => i === 0 || h.weekday > (heads[i - 1]?.weekday ?? 0));
  if (published === null || last === undefined || heads.length < 2 || !rises) return new Map();
  const end = published - ((weekdayOf(published) - last.weekday + 7) % 7);
  return new Map(heads.map((h) => [h.start, end - (last.weekday - h.weekday)]));
}

/** So many paragraphs that begin with the day of a month are the entries of a diary. */
const FEWEST_ENTRIES = 3;

/**
 * «5日，…», «6日，…», «8日…» at the heads of paragraphs, each later than the one before and none with its month, are days
 * of one month, of which the last is the nearest one past: their days by the offset at which they begin.
 */
export function entriesOf(
  text: string,
  founds: readonly Found[],
  published: Day | null,
): ReadonlyMap<number, Day> {
  const heads = founds.flatMap(({ start, value, role }) => {
    return opensParagraph(text, start) && role === 'at' && value.kind === 'calendar' && value.day !== null
      ? [{ start, day: value.day, isBare: value.month === null && value.year === null }]
      : [];
  });
  const last = heads.at(-1);
  const rises = heads.every((h, i) => h.isBare && (i === 0 || h.day > (heads[i - 1]?.day ?? 0)));
  if (published === null || last === undefined || heads.length < FEWEST_ENTRIES || !rises) return new Map();
  const today = fromDay(published);
  const { year, month } = shiftMonth(today.year, today.month, last.day > today.day ? -1 : 0);
  if (last.day > daysInMonth(year, month)) return new Map();
  return new Map(heads.map((h) => [h.start, toDay(year, month, h.day)]));
}

/** «12月18日 晴» */
const LONGEST_DIARY_HEAD = 16;

/** Where the days stand that head the entries of a diary on lines of their own; none where there is but one. */
export function diaryHeads(text: string, founds: readonly Found[]): ReadonlySet<number> {
  const heads = founds.filter(({ start, end, value }) => {
    if (value.kind !== 'calendar' || value.day === null) return false;
    if (!opensParagraph(text, start)) return false;
    const line = text.slice(start, end + LONGEST_DIARY_HEAD).split('\n', 1)[0] ?? '';
    return line.length <= LONGEST_DIARY_HEAD && !/[，。！？；：]/.test(line);
  });
  return new Set(heads.length > 1 ? heads.map((h) => h.start) : []);
}
