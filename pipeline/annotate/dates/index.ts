import type { DateMention, IsoDay } from '../../types.ts';
import { formatDay, parseDay } from './calendar.ts';
import { type Folded, fold } from './fold.ts';
import { refine } from './refine.ts';
import { resolve } from './resolve/resolve.ts';
import { newStory, type Resolved, remember, type Story } from './resolve/story.ts';
import { scan } from './scan.ts';
import type { Found } from './values.ts';

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
  for (const found of refine(folded.text, scan(folded.text))) {
    const span = sourceSpan(folded, found);
    story.paragraph = paragraphAt(span.start);
    const resolved = resolve(folded.text, found, story);
    if (resolved === null) continue;
    enterSection(folded.text, found, resolved, story);
    remember(story, found, resolved);
    mentions.push({
      ...span,
      text: text.slice(span.start, span.end),
      first: resolved.period === null ? null : formatDay(resolved.period.first),
      last: resolved.period === null ? null : formatDay(resolved.period.last),
      precision: resolved.period === null ? 'vague' : resolved.precision,
      role: roleOf(found, resolved),
      base: resolved.base,
    });
  }
  return mentions;
}

/** «两个多月前» of nothing that was named is a past like 此前. */
const roleOf = (found: Found, resolved: Resolved): Found['role'] =>
  found.value.kind === 'about' && resolved.period === null ? 'past' : found.role;

function sourceSpan({ map }: Folded, { start, end }: Found): { start: number; end: number } {
  return map === null ? { start, end } : { start: map[start] ?? start, end: (map[end - 1] ?? end - 1) + 1 };
}

/** Number of the paragraph at an offset, for offsets that only grow. */
function paragraphCounter(text: string, breaks: readonly number[] | undefined): (offset: number) => number {
  let paragraph = 0;
  let at = 0;
  if (breaks !== undefined) {
    return (offset) => {
      while (paragraph < breaks.length && (breaks[paragraph] ?? 0) <= offset) paragraph += 1;
      return paragraph;
    };
  }
  return (offset) => {
    for (; at < offset; at += 1)
      if (text.charCodeAt(at) === 10 && text.charCodeAt(at + 1) !== 10) paragraph += 1;
    return paragraph;
  };
}

const SECTION_BEFORE = /(?:^|\n)[【《（\s●■#*]*$/;
const SECTION_AFTER = /^[】》）：:\s]{0,3}(?:\n|$)/;

/** «【2018年】» on a line of its own gives its year to the dates under it. */
function enterSection(text: string, found: Found, resolved: Resolved, story: Story): void {
  const { value } = found;
  if (value.kind !== 'calendar' || value.year?.from !== 'calendar' || resolved.precision !== 'year') return;
  const before = text.slice(Math.max(0, found.start - 4), found.start);
  const opens = SECTION_BEFORE.test(found.start <= 4 ? `\n${before}` : before);
  if (opens && SECTION_AFTER.test(text.slice(found.end, found.end + 4))) story.sectionYear = value.year.year;
}
