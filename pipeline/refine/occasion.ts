import type { ClaimDate, Cues, Sentence } from '../types.ts';
import type { Voice } from './attribution.ts';
import type { Discourse } from './discourse.ts';
import { byParty } from './look.ts';

/** Takes note of «7月14日，工信部举行发布会。», and of each paragraph behind it in which the same house speaks. */
export function keepOccasion(
  discourse: Discourse,
  sentence: Sentence,
  event: ClaimDate | null,
  cues: Cues,
): void {
  const { occasion } = discourse;
  const { block, encoded, tokens, speeches } = sentence;
  const entity = tokens.find((t) => t.class === 'regulator' || t.class === 'company' || t.class === 'app')
    ?.ids[0];
  if (
    event?.precision === 'day' &&
    entity !== undefined &&
    cues.has('holds-event', encoded) &&
    cues.startOf('holds-event', encoded) === 0
  )
    discourse.occasion = { date: event, entity, block };
  else if (occasion !== null && event?.precision === 'day' && event.start !== occasion.date.start)
    discourse.occasion = null;
  else if (
    occasion !== null &&
    block === occasion.block + 1 &&
    speeches.some((s) => s.entity === occasion.entity)
  )
    discourse.occasion = { ...occasion, block };
}

/** The day of the event at which a sentence says what it says, «目前» or not; null where it is said elsewhere. */
export function saidOn(
  { own, attribution }: Voice,
  { occasion, speech }: Discourse,
  { block, encoded }: Sentence,
): ClaimDate | null {
  if (occasion === null || block - occasion.block > 1 || !byParty(attribution)) return null;
  const speaker = own ?? (speech?.block === block ? speech.speech : null);
  const isThere = speaker?.entity === occasion.entity || AT_EVENT.test(encoded);
  return isThere ? { ...occasion.date, basis: 'context' } : null;
}

/** «某某在会上表态，…»: somebody else speaks at the event just told. */
const AT_EVENT =
  /在?(?:会|会议|座谈会|发布会|通气会|沟通会|大会|论坛|现场)上?(?=[^，。；]{0,4}(?:表态|表示|说|称|透露|介绍|承诺|宣布|回应|发言))/;
