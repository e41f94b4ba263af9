import type { DateMention, IsoDay } from '../../types.ts';
import { formatDay, monthPeriod, parseDay, yearPeriod } from './calendar.ts';
import { fold } from './fold.ts';
import { diaryHeads, entriesOf, type Heading, headingsOf, weekOf } from './headings.ts';
import { refine } from './refine/refine.ts';
import { resolve } from './resolve/resolve.ts';
import { endSentence, newStory, type Resolved, remember, type Story } from './resolve/story.ts';
import { scan } from './scan.ts';
import type { Found, Value } from './values.ts';

export interface DateContext {
  /** Day of publication in Beijing time; without it, what leans on it has no days. */
  readonly published: IsoDay | null;
  /** Offsets at which paragraphs begin, ascending; without them a line is a paragraph. */
  readonly breaks?: readonly number[];
}

/**
 * Finds the date words of a Chinese news text and says which days they mean. Pure; offsets are UTF-16 into
 * `text`, mentions are in order and do not overlap. Works on the normalised twin and on raw text alike.
 *
 * | role   | words                           | first and last                                              |
 * | ------ | ------------------------------- | ----------------------------------------------------------- |
 * | at     | 9月17日晚, 昨天, 当日, 7月, 3月26日前后 | the days of the words                                       |
 * | since  | 9月17日起, 2018年以来, 即日起, 随后数月 | the days of the word before 起; for 以来 and 至今 up to publication |
 * | until  | 截至12月16日                      | the days of the words                                       |
 * | before | 9月17日前, 以9月17日为限, 双11前      | the days of the bound itself; no anchor for a later 当日         |
 * | now    | 目前, 近日 (vague), 截至发稿           | publication                                                 |
 * | past   | 曾, 此前; 随后 (base anchor)          | null: no day is said                                        |
 *
 * | base      | the finest unit of the words                                                   |
 * | --------- | ------------------------------------------------------------------------------ |
 * | calendar  | is a number or a festival of its own (a missing year or month is filled in)    |
 * | published | is counted from publication: 昨天, 上周五, 本月, 近三年                                  |
 * | anchor    | is counted from an earlier date of the article: 当日, 次日, 四天前, 同月                 |
 */
export function findDates(text: string, context: DateContext): DateMention[] {
  const folded = fold(text);
  const story = newStory(context.published === null ? null : parseDay(context.published));
  const paragraphAt = paragraphCounter(text, context.breaks);
  const mentions: DateMention[] = [];
  const headings = headingsOf(text, context.breaks, story.published);
  const founds = refine(folded.text, scan(folded.text));
  const heads = new Map([
    ...weekOf(folded.text, founds, story.published),
    ...entriesOf(folded.text, founds, story.published),
  ]);
  const diary = diaryHeads(folded.text, founds);
  let next = 0;
  let read = 0;
  for (const found of founds) {
    const start = folded.map === null ? found.start : (folded.map[found.start] ?? 0);
    const end = folded.map === null ? found.end : (folded.map[found.end - 1] ?? 0) + 1;
    const paragraph = paragraphAt(start);
    for (; (headings[next]?.paragraph ?? Number.POSITIVE_INFINITY) <= paragraph; next += 1) {
      const heading = headings[next];
      if (heading !== undefined) enter(heading, story);
    }
    story.paragraph = paragraph;
    const between = folded.text.slice(read, found.start);
    if (ENDS_SENTENCE.test(between)) endSentence(story);
    const teller = story.lastIn === story.sentence && TELLS.test(between) ? story.day : null;
    read = found.end;
    story.head = heads.get(found.start) ?? null;
    const resolved = resolve(folded.text, found, story);
    if (resolved === null) continue;
    enterSection(folded.text, found, resolved, story);
    if (diary.has(found.start)) story.diaryDay = resolved.period?.first ?? null;
    remember(story, found, resolved);
    if (teller !== null && (story.day?.day ?? teller.day) < teller.day) story.said = teller;
    mentions.push(mention(text, start, end, found, resolved));
  }
  return mentions;
}

const ENDS_SENTENCE = /[。！？；\n]/;
/** Words behind which a day is one of which somebody tells, and not the one on which they do. */
const TELLS = /(?:说|称|表示|透露|介绍|指出|回应|披露)[，：“]/;

const LEANING: ReadonlySet<Value['kind']> = new Set([
  'about',
  'echo',
  'offset',
  'days',
  'nth-day',
  'span',
  'ever-since',
]);

/** What leans on a date that the article does not give («两个多月前», «当时») is as undated as 此前. */
const roleOf = (found: Found, { period, base }: Resolved): Found['role'] =>
  period === null && (base === 'anchor' || found.value.kind === 'about') && LEANING.has(found.value.kind)
    ? 'past'
    : found.role;

function mention(text: string, start: number, end: number, found: Found, resolved: Resolved): DateMention {
  const { period, precision, base } = resolved;
  return {
    start,
    end,
    text: text.slice(start, end),
    first: period === null ? null : formatDay(period.first),
    last: period === null ? null : formatDay(period.last),
    precision: period === null ? 'vague' : precision,
    role: roleOf(found, resolved),
    base,
  };
}

/** Number of the paragraph at an offset, for offsets that only grow. */
function paragraphCounter(text: string, breaks: readonly number[] | undefined): (offset: number) => number {
  let paragraph = 0;
  let at = 0;
  const next = (): number =>
    breaks === undefined ? text.indexOf('\n', at) : (breaks[paragraph] ?? Number.POSITIVE_INFINITY);
  let boundary = next();
  return (offset) => {
    while (boundary >= 0 && boundary <= offset) {
      at = boundary + 1;
      paragraph += 1;
      boundary = next();
    }
    return paragraph;
  };
}

/** What stands under a year belongs to it, and what stands under a month to that month. */
function enter({ year, month, paragraph, inline }: Heading, story: Story): void {
  if (month === null) {
    story.sectionYear = year;
    story.sectionMonth = null;
    story.dated = { period: yearPeriod(year), year, month, paragraph, ownYear: true, isBound: false };
    return;
  }
  const period = monthPeriod(year, month);
  story.sectionMonth = { year, month, until: inline ? paragraph : Number.POSITIVE_INFINITY };
  story.dated = { period, year, month, paragraph, ownYear: true, isBound: false };
  story.happened = story.dated;
}

const SECTION_BEFORE = /(?:^|\n)[【《（\s●■#*]{0,4}$/;
const SECTION_AFTER = /^[】》）：:\s]{0,3}(?:\n|$)/;

/** «【2018年】» on a line of its own gives its year to the dates under it. */
function enterSection(text: string, found: Found, resolved: Resolved, story: Story): void {
  const { value } = found;
  if (value.kind !== 'calendar' || value.year?.from !== 'calendar' || resolved.precision !== 'year') return;
  const before = text.slice(Math.max(0, found.start - 4), found.start);
  const opens = SECTION_BEFORE.test(found.start <= 4 ? `\n${before}` : before);
  if (opens && SECTION_AFTER.test(text.slice(found.end, found.end + 4))) story.sectionYear = value.year.year;
}
