import type { Attribution, ClaimDate, Cues, Document, Draft, Knowledge, Sentence, Speech } from '../types.ts';
import { type Discourse, quotedDocument } from './discourse.ts';
import { eventDate, mentionsOf } from './events.ts';
import { followedSpeech, isSeen } from './goes-on.ts';
import { byParty } from './look.ts';
import { isWriter, type Narrator, userIn } from './narrator.ts';
import { clauseOf } from './own-words.ts';
import { dayOfResumed } from './resumed.ts';
import { isSeenAtTill } from './setup/till.ts';
import { isNotice } from './signature.ts';
import { dayOfStory, isDeed } from './story.ts';
import { handles, isFresh, isRecent, showsResult } from './trial.ts';

/** Who says a claim, how a reader knows it, and the day on which that was said or tried where it was told before. */
export interface Voice {
  readonly attribution: Attribution;
  readonly source: 'own' | 'resumed' | 'document' | 'follows' | 'notice' | 'test' | 'none';
  readonly date: ClaimDate | null;
  /** The speech of the sentence itself. */
  readonly own: Speech | null;
}

const MEDIA: Attribution = { type: 'media', name: null };

/** Who says a claim: its own sentence's speaker, else the one whose speech or test still goes on, else the article. */
export function voiceOf(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Voice {
  const heard = spokenBy(draft, sentence, discourse, document, knowledge);
  const voice = isWriter(discourse.narrator, heard.attribution)
    ? { ...heard, attribution: { ...heard.attribution, type: 'user' as const } }
    : heard;
  if (draft.relation === 'launch') return { ...voice, attribution: MEDIA };
  const { type } = voice.attribution;
  const acts = draft.relation === 'order' || draft.relation === 'policy' || draft.relation === 'pledge';
  const byOther = type === 'rumour' || type === 'expert' || type === 'user';
  const byActor = acts && !byOther && (draft.relation === 'order' || type === 'media' || type === 'test');
  return byActor ? { ...voice, attribution: actorOf(draft, sentence, document, knowledge) } : voice;
}

/** Who orders, publishes or pledges says so: the party that the claim names as its subject. */
function actorOf(draft: Draft, sentence: Sentence, document: Document, knowledge: Knowledge): Attribution {
  const [subject = ''] = draft.subjects;
  const regulates = draft.relation === 'order' || knowledge.typeOf.get(subject) === 'regulator';
  const token = sentence.tokens.find((t) => t.ids.includes(subject));
  const name = token === undefined ? null : document.twin.slice(token.start, token.end);
  return { type: regulates ? 'regulator' : 'official', name };
}

function spokenBy(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Voice {
  const { cues } = knowledge;
  const said = ownSpeech(draft, sentence);
  const own = said?.type === 'test' && isNotice(discourse.narrator) ? null : said;
  const announced = quotedDocument(discourse, sentence, cues);
  if (own !== null && !(own.type === 'test' && datedApart(draft, sentence, own, cues))) {
    if (own.type === 'official' && announced !== null)
      return { attribution: saidBy(own), source: 'document', date: announced.date, own };
    const resumed = byParty(own) ? dayOfResumed(own, sentence, discourse, document, cues) : null;
    if (resumed !== null) return { attribution: saidBy(own), source: 'resumed', date: resumed, own };
    const date =
      vowed(draft, own, discourse, document) ?? dayOf(own, draft, sentence, discourse, document, cues);
    return { attribution: saidBy(own), source: 'own', date, own };
  }
  if (announced !== null) return voiceFrom('document', announced.speech, announced.date);
  const told = discourse.narrator !== null || discourse.test?.goesOnIn === sentence.block;
  const seen = isSeen(draft) && !told ? userIn(sentence, document, cues) : null;
  if (seen !== null) return voiceFrom('own', seen, dayOf(seen, draft, sentence, discourse, document, cues));
  const followed = followedSpeech(draft, sentence, discourse, document, knowledge);
  if (followed !== null) return voiceFrom('follows', followed, null);
  const { notice, test, narrator } = discourse;
  if (
    notice !== null &&
    (discourse.speech?.block !== sentence.block || cues.startOf('goes-on-reporting', sentence.encoded) > 0)
  )
    return voiceFrom('notice', notice.speech, notice.date);
  if (test !== null && testGoesOn(draft, sentence, discourse, document, cues))
    return voiceFrom('test', test.speech, dayTried(discourse, sentence, draft.segment, cues));
  if (narrator !== null && isNotice(narrator)) return voiceFrom('notice', narrator.speech, narrator.date);
  const inPast = tellsOfPast(sentence, discourse, document, cues);
  if (
    narrator !== null &&
    isSeen(draft) &&
    !isDeed(draft, sentence, cues) &&
    isTold(draft, sentence, narrator, inPast, document, cues)
  )
    return voiceFrom(
      'test',
      narrator.speech,
      dayOfStory(discourse.story, sentence, draft.segment, cues)?.date ?? discourse.testedOn,
    );
  const shown = inPast ? null : shownThen(draft, sentence, discourse, document, cues);
  return shown ?? { attribution: MEDIA, source: 'none', date: null, own: null };
}

/** The voice of a speaker whom the sentence of the claim does not name. */
const voiceFrom = (source: Voice['source'], speech: Speech, date: ClaimDate | null): Voice => ({
  attribution: saidBy(speech),
  source,
  date,
  own: null,
});

/** What somebody saw on the day of a story of their own, or under «本文测试于2月7日»; null where nobody has. */
function shownThen(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): Voice | null {
  const story = dayOfStory(discourse.story, sentence, draft.segment, cues);
  if (
    story?.isOwn === true &&
    !hasOwnDay(draft, sentence, document, story.date) &&
    showsState(draft, sentence, cues) &&
    !cues.has('known-long', clauseOf(draft, sentence, document))
  )
    return voiceFrom('test', TELLER, story.date);
  const { testedOn } = discourse;
  const shown = testedOn !== null && showsState(draft, sentence, cues);
  if (shown && !hasOwnDay(draft, sentence, document, testedOn) && !cues.has('beyond-test', sentence.encoded))
    return voiceFrom('test', { ...TELLER, name: null }, testedOn);
  const atTill = isSeenAtTill(sentence, discourse) && isSeen(draft);
  return atTill ? voiceFrom('test', { ...TELLER, name: null }, null) : null;
}

/** Who tells a story of their own. */
const TELLER: Speech = {
  type: 'test',
  name: '我',
  entity: null,
  firstSegment: 0,
  lastSegment: 0,
  opens: false,
};

/** «微信表示，将继续…»: who vows without a day does so in what they have just announced. */
function vowed(
  { relation }: Draft,
  { entity }: Speech,
  { announced }: Discourse,
  document: Document,
): ClaimDate | null {
  const date = relation === 'pledge' && entity !== null ? announced.get(entity) : undefined;
  return date !== undefined && isFresh(date, document) ? { ...date, basis: 'context' } : null;
}

/** The day that this paragraph gives to the test, else that of the whole story, else the last that was given. */
function dayTried(
  { test, testedOn, story }: Discourse,
  sentence: Sentence,
  segment: number,
  cues: Cues,
): ClaimDate | null {
  const last = test?.date ?? null;
  const told = dayOfStory(story, sentence, segment, cues)?.date ?? null;
  return test !== null && test.datedIn === sentence.block && last !== null
    ? last
    : (told ?? last ?? testedOn);
}

/** The day on which the speaker of a sentence tried or saw what it tells, where another sentence says so. */
function dayOf(
  own: Speech,
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): ClaimDate | null {
  const { date, speech: last } = discourse;
  if (own.type === 'test') return dayTried(discourse, sentence, draft.segment, cues);
  const next = document.sentences[sentence.index + 1];
  const lent = /”\s*$/.test(sentence.encoded) && next?.block === sentence.block ? next : undefined;
  if (lent?.speeches[0]?.name === own.name && lent !== undefined) return eventDate(lent, document);
  if (own.type !== 'user' || date === null || !date.isTrial) return null;
  const goesOn =
    last?.speech.type === 'user' && last.block === date.block && sentence.block === date.block + 1;
  return goesOn || date.block === sentence.block ? date.date : null;
}

const saidBy = ({ type, name }: Speech): Attribution => ({ type, name: type === 'media' ? null : name });

/** The speech that covers the draft's clause. */
const ownSpeech = (draft: Draft, sentence: Sentence): Speech | null =>
  sentence.speeches.find((s) => s.firstSegment <= draft.segment && draft.segment <= s.lastSegment) ?? null;

/** A test does not reach into another clause that has a day of its own. */
function datedApart(draft: Draft, sentence: Sentence, speech: Speech, cues: Cues): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  if (clause === sentence.segments[speech.firstSegment]?.clause) return false;
  const segments = sentence.segments.filter((s) => s.clause === clause);
  if (segments.some((s) => handles(s.encoded, cues) || cues.has('tries-again', s.encoded))) return false;
  return segments.some((s) => s.tokens.some((t) => t.class === 'date'));
}

/** The same of what a screen shows, whatever its verb: «提示停止访问该网页». */
const showsState = (draft: Draft, sentence: Sentence, cues: Cues): boolean =>
  isSeen(draft) ||
  (isSeen({ ...draft, frame: 'use' }) && draft.frame === 'act' && !isDeed(draft, sentence, cues));

/** Whether it is the narrator who tells it: in a clause that names them, or one without a day of its own. */
function isTold(
  draft: Draft,
  sentence: Sentence,
  narrator: Narrator,
  inPast: boolean,
  document: Document,
  cues: Cues,
): boolean {
  const clause = sentence.segments[draft.segment]?.clause;
  const words = sentence.segments.filter((s) => s.clause === clause).map((s) => s.encoded);
  const met = words.some((text) => narrator.met(text) && handles(text, cues));
  return met || (!inPast && !hasOwnDay(draft, sentence, document, narrator.date));
}

/** «2019年1月15日，…。到了傍晚，…»: the paragraph tells of a day so long ago that nobody tried it then for this article. */
function tellsOfPast(
  { block, encoded }: Sentence,
  { date }: Discourse,
  document: Document,
  cues: Cues,
): boolean {
  if (date === null || date.block !== block || date.date.end === null) return false;
  return !isRecent(date.date, document) && !cues.has('still-so', encoded);
}

/** Whether a claim about how things are belongs to a test that was begun before. */
function testGoesOn(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): boolean {
  const { test } = discourse;
  const text = clauseOf(draft, sentence, document);
  if (test === null || !isSeen(draft) || isDeed(draft, sentence, cues) || cues.has('known-long', text))
    return false;
  if (sentence.block !== test.block) {
    if (cues.has('nowadays', text) && !showsResult(sentence, cues)) return false;
    const wholly = test.inSections || (discourse.testing && test.block >= 0);
    if (test.goesOnIn !== sentence.block && !wholly) return false;
  }
  return !hasOwnDay(draft, sentence, document, test.date);
}

/** A clause with a day that is not the test's tells of something else. */
function hasOwnDay(draft: Draft, sentence: Sentence, document: Document, test: ClaimDate | null): boolean {
  const day = test?.start ?? document.published;
  const clause = sentence.segments[draft.segment]?.clause;
  return mentionsOf(sentence, document)
    .filter((m) => m.segment <= draft.segment && sentence.segments[m.segment]?.clause === clause)
    .some(
      ({ date: d }) =>
        d.role !== 'now' && d.first !== null && d.first !== day && d.first !== document.published,
    );
}
