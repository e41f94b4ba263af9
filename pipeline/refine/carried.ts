import type { ClaimDate, Cues, Document, Draft, Sentence } from '../types.ts';
import type { Voice } from './attribution.ts';
import type { Discourse } from './discourse.ts';
import { byParty } from './look.ts';
import { dayOfStory, isDeed, type StoryDay } from './story.ts';
import { daysAgo } from './trial.ts';

/** Whether a clause tells what still holds; a notice on a screen is one with the words that show it. */
export function isStill({ segment }: Draft, { segments }: Sentence, cues: Cues): boolean {
  const own = segments[segment]?.encoded ?? '';
  const shown = segments[segment - 1]?.encoded ?? '';
  const isQuoted = shown.lastIndexOf('“') > shown.lastIndexOf('”') && own.includes('”');
  return cues.has('still-so', own) || (isQuoted && cues.has('still-so', shown));
}

export const EVENTS: ReadonlySet<string> = new Set(['order', 'policy', 'launch', 'pledge']);

/** A day told before that still holds for this claim, else the day of publication. */
export function carried(
  draft: Draft,
  voice: Voice,
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): ClaimDate {
  const kept = keptDate(draft, voice, discourse, sentence, document, cues);
  if (kept !== null && kept.basis !== 'published') return { ...kept, basis: 'context' };
  const story = dayOfStory(discourse.story, sentence, draft.segment, cues);
  if (story !== null && isOfStory(draft, voice, story, sentence, cues)) return story.date;
  const day = document.published;
  return { text: null, start: day, end: day, precision: day === null ? 'vague' : 'day', basis: 'published' };
}

/** What somebody does, sees or is told on the day of a story happens then; what a heading dates, whatever it is. */
function isOfStory(
  draft: Draft,
  { own, attribution }: Voice,
  { isHeading, isTold }: StoryDay,
  sentence: Sentence,
  cues: Cues,
): boolean {
  if (draft.status === 'planned' || draft.status === 'pending') return isHeading;
  if (isHeading) return true;
  if (EVENTS.has(draft.relation) || isDeed(draft, sentence, cues)) return false;
  if ((!isTold && attribution.type !== 'test') || attribution.type === 'rumour') return false;
  return own === null || own.entity === null || cues.has('asks-them', sentence.encoded);
}

/** The day on which others answered in the paragraph before: «13日，三家作出回应。» and then one after another. */
function answeredOn({ relation }: Draft, { answered }: Discourse, { block }: Sentence): ClaimDate | null {
  const next = relation === 'pledge' && answered !== null && answered.block >= block - 1;
  return next ? answered.date : null;
}

/** «9月9日，工信部开了会。» and in the next paragraph «会议要求各平台…»: the day of the meeting, where the demand names no agency. */
function metOn(
  { relation }: Draft,
  { attribution }: Voice,
  { date }: Discourse,
  { block }: Sentence,
  document: Document,
): ClaimDate | null {
  const next = relation === 'order' && attribution.name === null && date?.block === block - 1;
  if (!next || date.date.precision !== 'day') return null;
  return !isAheadOf(date.date, document) && !isLongPast(date.date, document) ? date.date : null;
}

/** «我们承诺…», said to whoever asks: what was told before of a day long past has nothing to do with it. */
const LONG_PAST = 31;
const isLongPast = ({ end }: ClaimDate, document: Document): boolean =>
  (daysAgo(end, document) ?? 0) > LONG_PAST;

/** What is promised or published has been so by the day of the article. */
const isAheadOf = ({ start }: ClaimDate, { published }: Document): boolean =>
  start !== null && published !== null && start > published;

/** «27日，甲与乙签约。双方宣布，…» */
const TOGETHER = /^(?:双方|两家公司)$/;

/** «7月20日，腾讯宣布…。微信支付宣布…»: a party that speaks right behind another on a day that was told. */
function answersAtOnce(
  { source, attribution }: Voice,
  { date }: Discourse,
  { index }: Sentence,
  document: Document,
): boolean {
  const isNext = source === 'own' && byParty(attribution) && date?.sentence === index - 1;
  if (!isNext || date.date.precision !== 'day' || attribution.name === null) return false;
  const isNews = (daysAgo(date.date.end, document) ?? NEWS + 1) <= NEWS;
  return isNews && document.sentences[index - 1]?.speeches.some(byParty) === true;
}
/** How many days back what is told may lie to be the news of the article. */
const NEWS = 14;

function keptDate(
  draft: Draft,
  voice: Voice,
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): ClaimDate | null {
  const here =
    discourse.date !== null && discourse.date.block === sentence.block ? discourse.date.date : null;
  if (
    cues.has('goes-unchanged', sentence.segments[draft.segment]?.encoded ?? '') &&
    /起$/.test(voice.date?.text ?? '')
  )
    return null;
  if (voice.source === 'document' || voice.source === 'test') return voice.date;
  if (voice.attribution.type === 'test') return voice.date;
  if (voice.source === 'resumed') return voice.date;
  const still = isStill(draft, sentence, cues);
  if (voice.source === 'own' && voice.date !== null) return still ? null : voice.date;
  if (here === null) {
    if (voice.source === 'notice') return voice.date;
    return answeredOn(draft, discourse, sentence) ?? metOn(draft, voice, discourse, sentence, document);
  }
  if (still) return null;
  if (EVENTS.has(draft.relation) && isAheadOf(here, document)) return null;
  if (draft.relation === 'pledge' && isLongPast(here, document) && /我们/.test(sentence.encoded)) return null;
  const dated = discourse.blocks.dated === sentence.block || cues.has('same-day-too', sentence.encoded);
  const told = EVENTS.has(draft.relation) || draft.frame === 'act';
  const goesOn =
    cues.startOf('same-day', sentence.encoded) > 0 ||
    (voice.source !== 'own' && cues.startOf('goes-on-telling', sentence.encoded) > 0) ||
    TOGETHER.test(voice.own?.name ?? '');
  const follows = voice.source === 'follows' && byParty(voice.attribution);
  if (dated || goesOn || follows || told || answersAtOnce(voice, discourse, sentence, document)) return here;
  return voice.source === 'notice' ? voice.date : null;
}
