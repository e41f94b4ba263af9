import type { Draft, Knowledge, Sentence, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { type Discourse, kept } from './discourse.ts';
import { withNames } from './fill-same.ts';
import { idsOf, isArrival, isPayment, isQuestion, isShop, ROOMS } from './look.ts';
import { redraft } from './redraft.ts';

/** How many sentences back the question stands that a short one takes up again. */
const REACH = 4;

/** What a sentence asks that no rule reads: the question before once more with another name, or whether a shop takes a way to pay. */
export function askedIn(sentence: Sentence, discourse: Discourse, knowledge: Knowledge): Draft | null {
  if (!isQuestion(sentence)) return null;
  return knowledge.cues.has('asks-again', sentence.encoded)
    ? askedAgain(sentence, discourse, knowledge)
    : askedOfPaying(sentence, knowledge);
}

/** Place and things of what the paragraph before has asked, for the whole of its answer; nothing where it has asked nothing. */
export function answersOf({ sentence: { block, index }, discourse: { asked }, document }: Ask): {
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
} {
  const isAnswer =
    asked !== null &&
    document.sentences[asked.sentence]?.block === block - 1 &&
    index - asked.sentence <= REACH;
  return isAnswer ? asked : NOTHING_ASKED;
}
const NOTHING_ASKED = { subjects: [], objects: [] };

function askedAgain(sentence: Sentence, discourse: Discourse, knowledge: Knowledge): Draft | null {
  const { asked, last, lastClaim } = discourse;
  const recent = asked !== null && sentence.index - asked.sentence <= REACH ? asked : null;
  const told = last !== null && sentence.index - lastClaim.sentence <= REACH ? last : null;
  const base = recent ?? told;
  if (base === null || (base.relation !== 'access' && base.relation !== 'acceptance')) return null;
  const segment = sentence.segments.findIndex((s) => s.tokens.length > 0);
  const scenes = sentence.tokens.filter((t) => t.class === 'scene').flatMap((t) => t.ids);
  const question = redraft(base, { ...EMPTY, scenes, sentence: sentence.index, segment, status: 'open' });
  const filled = sentInto(question, sentence) ?? withNames(question, base, sentence, discourse, knowledge);
  if (filled === null) return null;
  const elsewhere = filled.subjects.join() !== base.subjects.join();
  const lookedFor = base.relation === 'acceptance' && recent === null ? discourse.payments.ids : [];
  const objects = lookedFor.length > 0 && elsewhere ? lookedFor : filled.objects;
  return redraft(filled, { status: 'open', objects, scenes: elsewhere ? scenes : filled.scenes });
}

/** «那钉钉的文档发到飞书呢？»: both the place and the thing are others. */
function sentInto(question: Draft, { tokens }: Sentence): Draft | null {
  const isApp = (t: Token): boolean => t.class === 'app';
  const [subjects, objects] = [tokens.filter(isArrival), tokens.filter((t) => isApp(t) && !isArrival(t))];
  const both = question.relation === 'access' && subjects.length > 0 && objects.length > 0;
  return both ? redraft(question, { subjects: idsOf(subjects), objects: idsOf(objects) }) : null;
}

const EMPTY = { subjects: [], objects: [], match: { start: 0, end: 0 } };

/** «拼多多呢，支付宝和微信支付都收吧？» */
function askedOfPaying(
  { tokens, encoded, index, segments }: Sentence,
  { cues, groupOf }: Knowledge,
): Draft | null {
  const sellers = tokens.filter(
    (t) => isShop(t) && t.class !== 'group' && !t.ids.some((id) => groupOf.has(id)),
  );
  const outside = sellers.filter((t) => !t.ids.every((id) => ROOMS.has(id)));
  const shops = outside.length === 0 ? sellers : outside;
  // «只有微信支付，想掏支付宝？»: only the wish is asked
  const wish = segments.findLast((s) => s.tokens.some(isPayment));
  const isWish = wish !== undefined && cues.startOf('wished', wish.encoded) > 0;
  const objects = idsOf((isWish ? wish.tokens : tokens).filter(isPayment));
  if (!cues.has('asks-of-paying', encoded) || shops.length === 0 || objects.length === 0) return null;
  return {
    rule: '',
    relation: 'acceptance',
    frame: 'takes',
    topical: true,
    asked: true,
    status: 'open',
    subjects: idsOf(shops),
    objects,
    scenes: [],
    sentence: index,
    segment: segments.length - 1,
    match: { start: 0, end: 0 },
    firstSegment: 0,
    lastSegment: 0,
    trace: [],
  };
}

/** Takes note of the names of a question, which its answer leaves out. */
export function rememberAsked(discourse: Discourse, asked: Draft, sentence: Sentence): void {
  discourse.asked = asked;
  if (asked.relation === 'acceptance') {
    discourse.shops = kept(asked.subjects, sentence);
    discourse.payments = kept(asked.objects, sentence);
    discourse.topic = 'acceptance';
  }
}
