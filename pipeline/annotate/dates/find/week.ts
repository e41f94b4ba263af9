import { WEEKDAYS } from '../tables/units.ts';
import type { Finder, Value } from '../values.ts';
import { patternFinder } from './pattern.ts';

const WEEK = '(?:周|星期|礼拜)';
const WEEKDAY = '(?<weekday>[一二三四五六日天]|末)';
const WEEKS: Readonly<Record<string, number>> = {
  上上: -2,
  上: -1,
  上一: -1,
  下一: 1,
  本: 0,
  这: 0,
  此: 0,
  下: 1,
  下下: 2,
};
/** What makes 一 or 日 the start of another word: «本周一共», «上周日均». */
const OTHER_WORD =
  '(?![0-9]|(?<=一)[共直些样度次家个款名位举众线批项连系些方]|(?<=日)[均活本元程常用]|(?<=三)[大])';

function weekValue(plus: number | null, weekday: string | undefined): Value {
  if (weekday === undefined) return { kind: 'week', plus, days: [1, 7] };
  if (weekday === '末') return { kind: 'week', plus, days: [6, 7] };
  const n = WEEKDAYS[weekday] ?? 1;
  return { kind: 'week', plus, days: [n, n] };
}

/** «上周», «下周二», «这个星期一», «下下周末». */
const namedWeek = patternFinder(
  'named-week',
  '上本这此下',
  `(?<which>上上|上一?|本|这|此|下下|下一?)(?:一?个)?${WEEK}(?:${WEEKDAY}${OTHER_WORD})?(?!期|报(?!道))`,
  (g) => weekValue(WEEKS[g.which ?? ''] ?? 0, g.weekday),
);

/** «同一周», «当周». */
const sameWeek = patternFinder(
  'same-week',
  '同当那',
  `(?:同一?个?|当|那一个?)${WEEK}(?![一二三四五六日天末期报岁年])`,
  (): Value => ({ kind: 'same-week' }),
);

const WEEKDAY_TOLD = `${WEEK}${WEEKDAY}${OTHER_WORD}`;

/** «紧接着的那个星期六», «随后的周五», «那个周末», «当周周四», «次周的周一»: weekdays of what has been told. */
const toldWeek = patternFinder(
  'told-week',
  '紧接随其此之那同当该次隔转',
  `(?:(?<behind>(?:紧接着|紧跟着|紧随其后|接下来|随后|其后|此后|之后)的?(?:那一?个?|第?一个|首个)?|那个)|(?<same>(?:同一?个?|当|该|那一?)(?:周|星期)的?)|(?<next>(?:次|隔|转)(?:周|星期)的?))${WEEKDAY_TOLD}(?!期|报(?!道))`,
  (g, { text, at }) => {
    if (text.charAt(at - 1) === '每') return null;
    const week = weekValue(null, g.weekday);
    if (week.kind !== 'week') return null;
    const which = g.behind !== undefined ? 'behind' : g.same !== undefined ? 'same' : 'next';
    return { kind: 'week-told', which, days: week.days };
  },
);

/** «周三», «礼拜日»: no count («一周三次»), no recurrence («每周三»), no span of weekdays («周一至周五»). */
const bareWeekday = patternFinder(
  'bare-weekday',
  '周星礼',
  `${WEEK}(?<weekday>[一二三四五六日天])${OTHER_WORD}(?![至到-](?:周|星期|礼拜)?[一二三四五六日])`,
  (g, { text, at }) =>
    /[每一二两三四五六几多数半0-9第各逢个至到首近该]/.test(text.charAt(at - 1))
      ? null
      : weekValue(null, g.weekday),
);

export const weekFinders: readonly Finder[] = [namedWeek, sameWeek, toldWeek, bareWeekday];
