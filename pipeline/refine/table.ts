import type { Cues, Draft, Knowledge, Segment, Sentence, Token } from '../types.ts';
import { type Discourse, kept } from './discourse.ts';
import { idsOf } from './look.ts';
import { redraft } from './redraft.ts';

/** For how many sentences what somebody sent or clicked lies on the table and waits for its verdict. */
const REACH = 2;

/** They announce, and try nothing. */
const FORMAL: ReadonlySet<string> = new Set(['official', 'regulator', 'expert']);

/** Whether somebody has just sent, clicked or asked about something, or told how it went. */
export function isLive(sentence: Sentence, { handled, asked, lastClaim, topic }: Discourse): boolean {
  const told = topic === 'access' ? lastClaim.sentence : handled;
  return sentence.index - Math.max(handled, asked?.sentence ?? handled, told) <= REACH;
}

/** Whether a hand has just sent or clicked something. */
export const isHandled = (sentence: Sentence, { handled }: Discourse): boolean =>
  sentence.index - handled <= REACH;

/** Takes note of hands that send and click, and of the messenger in which they may do so. */
export function layOut(
  discourse: Discourse,
  { encoded, tokens }: Segment,
  sentence: Sentence,
  { traitOf, cues }: Knowledge,
): void {
  const isMessenger = (t: Token): boolean =>
    t.class === 'app' && t.mark !== 'object' && t.ids.every((id) => traitOf.get(id) === 'messenger');
  const messengers = tokens.filter(isMessenger);
  if (messengers.length > 0) discourse.messenger = kept(idsOf(messengers), sentence);
  const what = cues.has('link-like', sentence.encoded) || sentence.tokens.some((t) => t.class === 'app');
  if (encoded.includes('搜一搜')) discourse.messenger = kept(['wechat'], sentence);
  const pays = sentence.tokens.some((t) => t.class === 'payment');
  if (
    what &&
    !pays &&
    cues.has('handles-link', encoded) &&
    sentence.speeches.every((s) => !FORMAL.has(s.type))
  )
    discourse.handled = sentence.index;
}

/** «能不能打开»: neither is taken for granted, whatever a rule reads in the words. */
export const asWondered = (asked: Draft, { encoded }: Sentence, cues: Cues): Draft =>
  asked.status === 'closed' && cues.has('wonders', encoded) ? redraft(asked, { status: 'open' }) : asked;

/** «问：那转到朋友圈呢？» «答：甲的可以，乙的不行。»: an answer stays in the scene that was asked about just before. */
export const answersIn = ({ encoded, index }: Sentence, { scenes }: Discourse, cues: Cues): boolean =>
  scenes.sentence === index - 1 && cues.has('answers', encoded);

/** How many segments an answer may have before its yes or no: «答：目前，能». */
const ANSWERS_WITHIN = 2;

/** «微信里能打开抖音吗？» «能»: what was asked in the sentence before, with the status of the answer; else null. */
export function fillAnswer(draft: Draft, sentence: Sentence, { asked }: Discourse, cues: Cues): Draft | null {
  const isAnswer =
    asked !== null &&
    asked.sentence === sentence.index - 1 &&
    asked.status !== 'closed' &&
    (draft.topical || draft.frame === 'use') &&
    (draft.relation === asked.relation || isShortWord(draft, sentence, asked, cues)) &&
    draft.segment <= ANSWERS_WITHIN &&
    sentence.segments
      .slice(0, draft.segment)
      .every((s) =>
        s.tokens.every((t) => t.class === 'date' || t.ids.every((id) => namesAgain(id, asked))),
      ) &&
    [...draft.subjects, ...draft.objects].every((id) => namesAgain(id, asked));
  if (!isAnswer) return null;
  const isOther = draft.scenes.includes('login') && asked.frame !== 'login';
  const scenes = draft.scenes.length > 0 && !isOther ? draft.scenes : asked.scenes;
  const { relation, subjects, objects } = asked;
  return redraft(draft, { relation, subjects, objects, scenes });
}

/** «问：唯品会呢？» «答：唯品会也可以»: the answer names what was asked about once more. */
const namesAgain = (id: string, { relation, subjects }: Draft): boolean =>
  relation === 'acceptance' && subjects.includes(id);

/** «问：那家店收支付宝吗？» «答：能。»: a yes or no that fits links as well as paying. */
const isShortWord = (draft: Draft, { encoded }: Sentence, asked: Draft, cues: Cues): boolean =>
  asked.relation === 'acceptance' &&
  draft.relation === 'access' &&
  draft.topical &&
  !cues.has('link-like', encoded);
