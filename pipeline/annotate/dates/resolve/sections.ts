import { fromDay } from '../calendar.ts';
import type { Found, Value } from '../values.ts';
import type { Outlook } from './cues.ts';
import { type Story, sectionOf } from './story.ts';

/** «月底» under the heading of a month, or behind a month of the paragraph that is over, is the end of that month. */
export function inSection(
  text: string,
  { start, value, role }: Found,
  story: Story,
  outlook: Outlook,
): Value {
  if (value.kind !== 'calendar' || text.charAt(start) !== '月') return value;
  const isOpen = outlook === 'strong' || role === 'before';
  const section = sectionOf(story) ?? (isOpen ? null : monthOver(story));
  if (section === null) return value;
  return {
    ...value,
    year: { from: 'calendar', year: section.year },
    month: { from: 'calendar', month: section.month },
  };
}

/** «2021年9月…。年底，…»: a bare part of a year is one of the year that is being told; «截至年底，已…», said in January, is over. */
export function inYear(text: string, { start, value, role }: Found, story: Story, outlook: Outlook): Value {
  const isBare = value.kind === 'calendar' && value.part?.of === 'year' && BARE_PART.test(text.slice(start));
  if (!isBare || value.year?.from !== 'published' || story.published === null) return value;
  const today = fromDay(story.published);
  const told = outlook === 'none' || role === 'until' ? yearTold(story) : null;
  const isOver = role === 'until' && outlook !== 'strong' && today.month <= START_OF_YEAR;
  const year = told ?? (isOver ? today.year - 1 : today.year);
  return year === today.year ? value : { ...value, year: { from: 'calendar', year } };
}
const BARE_PART = /^(?:[直截]?[止至到]*|自|从)?年[初底末中]/;
/** Until this month somebody who says «截至年底» speaks of the year before. */
const START_OF_YEAR = 3;

/** The year of the section, or one that the paragraph has named itself, where it is over. */
function yearTold({ sectionYear, dated, paragraph, published }: Story): number | null {
  const own = dated?.ownYear === true && !dated.isBound && dated.paragraph === paragraph ? dated.year : null;
  const year = sectionYear ?? own;
  return year !== null && published !== null && year < fromDay(published).year ? year : null;
}

/** The month of this paragraph, where it was over before the one of publication began. */
function monthOver({ happened, paragraph, published }: Story): { year: number; month: number } | null {
  if (happened === null || happened.month === null || happened.paragraph !== paragraph || published === null)
    return null;
  const { year, month } = happened;
  const today = fromDay(published);
  return today.year * 12 + today.month > year * 12 + month ? { year, month } : null;
}
