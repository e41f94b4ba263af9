import type { Found } from '../values.ts';
import type { Resolved, Story, StoryDay } from './story.ts';

/** The day in the same sentence, or before it in the paragraph where the sentence goes on with what was announced then. */
export function resolveAnnouncement(text: string, found: Found, story: Story): Resolved {
  const { day, published } = story;
  const between = day === null ? '' : text.slice(Math.max(day.end, found.start - 200), found.start);
  const near = day !== null && found.start - day.end <= 200;
  const here = near && (!/[。！？\n]/.test(between) || goesOnWith(between, day, story));
  if (here) return { period: { first: day.day, last: day.day }, precision: 'day', base: 'anchor' };
  return published === null
    ? { period: null, precision: 'vague', base: 'published' }
    : { period: { first: published, last: published }, precision: 'day', base: 'published' };
}

/** «9月17日，某某发布公告。公告称，即日起…»: no new announcement between the day and the words. */
function goesOnWith(between: string, { day, fromPublished }: StoryDay, { published }: Story): boolean {
  if (published === null || day > published || fromPublished) return false;
  const [rest = '', ...sentences] = between.split(/[。！？\n]/).reverse();
  if (sentences.length > AFTER_ANNOUNCING || (NEW_PARAGRAPH.test(between) && published - day > RECENT))
    return false;
  return !ANNOUNCES.test(rest.replace(PAPER, ''));
}
const NEW_PARAGRAPH = /\n/;
/** How many sentences may end between an announcement and what it says of its own day. */
const AFTER_ANNOUNCING = 3;
/** An announcement of a paragraph before is the one that is meant while it is news. */
const RECENT = 14;
const ANNOUNCES = /宣布|公告|公布|发布|通知|表示|称|回应|透露|介绍|说(?!明)/;
/** The paper that was announced, which goes on to speak. */
const PAPER =
  /^(?:根据|按照?|据)?(?:该|这份|此)?(?:公告|声明|通知|规则|规范|说明|文件|新规)(?:中|里)?(?:还|也|并|同时)?(?:显示|称|指出|提到|规定|明确|表示|写道|内容)?/;
