import type { Cues, Draft, Knowledge, Sentence, Token } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { idsOf, isGuest, messengerIn, ROOMS } from './look.ts';
import { redraft } from './redraft.ts';
import { comesTo, isCarried } from './tour.ts';

/**
 * «禁止了第三方链接，包括甲、乙»: the claim of the clause before with those whose links they are. Null where that claim
 * is about an app already, or stands elsewhere.
 */
export function fillSuch(
  draft: Draft,
  { index }: Sentence,
  { last, lastClaim }: Discourse,
  { typeOf }: Knowledge,
): Draft | null {
  const follows = lastClaim.sentence === index && lastClaim.segment === draft.segment - 1;
  if (last === null || last.relation !== draft.relation || !follows) return null;
  const here = whereOf(draft);
  if (last.relation === 'acceptance') return redraft(last, { ...here, subjects: draft.objects });
  const isClass = last.objects.every((id) => typeOf.get(id) === 'link-class' || typeOf.get(id) === 'group');
  const objects = draft.objects.filter((id) => !last.subjects.includes(id));
  if (!isClass || objects.length === 0) return null;
  return redraft(last, { ...here, objects });
}

/** Which rule says it, and where it stands. */
const whereOf = ({ rule, sentence, segment, match, firstSegment, lastSegment, trace }: Draft) => ({
  rule,
  sentence,
  segment,
  match,
  firstSegment,
  lastSegment,
  trace,
});

/** «7月起扩大到全部商家»: the same pair once more, for whoever was left out. */
const WIDENS = 'access.widens';

/** How far back «…也一样» can point, in sentences. */
const REACH = 2;

/**
 * «朋友圈里也是», «快手也一样»: the last claim again, with the place, the thing or the scene that the clause
 * names in place of its own. Null where there is no claim to repeat or the clause names nothing new.
 */
export function fillSame(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): Draft | null {
  const { last, lastClaim } = discourse;
  const widens = draft.rule === WIDENS;
  if (last === null || sentence.index - lastClaim.sentence > (widens ? 1 : REACH)) return null;
  if ((widens || draft.status === 'planned') && (last.relation !== 'access' || last.status === 'closed'))
    return null;
  if (isAfterOther(draft, sentence, last, lastClaim.sentence)) return null;
  return withNames(draft, last, sentence, discourse, knowledge);
}

/** «…都能打开，抖音除外»: the last claim of links turned round for the name in the clause; a rule that says «closed» turns nothing into an open door. Null as in {@link fillSame}, and of what is planned or goes half way. */
export function fillOther(
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): Draft | null {
  const { last, lastClaim } = discourse;
  const justTold =
    lastClaim.sentence === sentence.index ||
    (lastClaim.sentence === sentence.index - 1 && onlySaysBefore(draft, last, sentence, knowledge.cues));
  if (last?.relation !== 'access' || !justTold) return null;
  const again = fillSame(draft, sentence, discourse, knowledge);
  const status = again === null ? undefined : TURNED[again.status];
  if (again === null || status === undefined) return null;
  return draft.status === 'closed' && status !== 'closed' ? null : redraft(again, { status });
}

/** «某某表示，知乎不在其列»: before the clause somebody begins to speak, of nobody but the place itself. */
const onlySaysBefore = (
  { segment }: Draft,
  last: Draft | null,
  { segments }: Sentence,
  cues: Cues,
): boolean =>
  segments
    .slice(0, segment)
    .every(
      ({ encoded, tokens }) =>
        cues.endOf('says', encoded) > 0 &&
        tokens.every((t) => t.class === 'date' || t.ids.some((id) => last?.subjects.includes(id))),
    );

const TURNED: Partial<Readonly<Record<Draft['status'], Draft['status']>>> = {
  open: 'closed',
  trial: 'closed',
  closed: 'open',
};

/** «乙的码扫不出来，丙也是»: of the clause before, of which nothing was made, and not of the last claim. */
function isAfterOther(
  { segment }: Draft,
  { index, segments }: Sentence,
  { subjects, objects }: Draft,
  claimedIn: number,
): boolean {
  const isOther = (t: Token): boolean =>
    (t.class === 'app' || t.class === 'payment') &&
    !t.ids.some((id) => subjects.includes(id) || objects.includes(id));
  const isNamed = segments[segment]?.tokens.some(isOther) === true;
  return claimedIn !== index && isNamed && segments.slice(0, segment).some((s) => s.tokens.some(isOther));
}

/** A claim or a question once more, with the names of the draft's clause in place of its own; null where there are none. */
export function withNames(
  draft: Draft,
  last: Draft,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): Draft | null {
  if (draft.status === 'closed' && last.relation !== 'access' && last.status !== 'closed') return null;
  if (last.relation === 'code-interop') return scanAgain(draft, last, sentence);
  if (last.relation !== 'access' && last.relation !== 'acceptance') return null;
  if (last.relation === 'acceptance' && discourse.topic === 'access') return null;
  if (draft.scenes.includes('login') && last.frame !== 'login') return null;
  const other =
    sentence.segments[draft.segment]?.tokens.filter((t) => isCompared(t, sentence, knowledge.cues)) ?? [];
  if (other.some((t) => !t.ids.some((id) => last.objects.includes(id) || last.subjects.includes(id))))
    return null;
  const named = namedFor(draft, last, sentence, discourse, knowledge.cues);
  const opens =
    draft.frame === 'same' &&
    opensBlock(sentence, discourse) &&
    last.frame !== 'login' &&
    !last.scenes.includes('share');
  const scenes = opens || draft.scenes.length > 0 ? draft.scenes : sceneBefore(draft, last, sentence);
  if (named.length === 0 && draft.scenes.length === 0 && draft.rule !== WIDENS) return null;
  const ids = idsOf(named);
  const swapped = redraft(last, {
    ...whereOf(draft),
    status: statusOf(draft, last),
    scenes,
  });
  if (ids.length === 0) return swapped;
  const excepted = exceptedBehind(draft, sentence, knowledge.cues);
  const guests = last.relation === 'access' ? ids.filter((id) => isGuest(id, scenes, knowledge)) : [];
  const isListed = guests.length > 0 && !named.some(isHost);
  if (guests.length > 0) return redraft(swapped, { objects: isListed ? ids : guests });
  const others = ids.filter((id) => !last.subjects.includes(id));
  if (last.relation === 'acceptance')
    return others.length === 0 ? null : redraft(swapped, { subjects: others });
  const isRepeated = last.frame !== 'login' && others.length > 0 && others.length < ids.length;
  return !isRepeated && namesPlace(draft, last, named, sentence, discourse, knowledge)
    ? redraft(swapped, { subjects: ids, objects: swapped.objects.filter((id) => !excepted.includes(id)) })
    : redraft(swapped, { objects: others });
}

/** Whether the names of «…也一样» stand for another place than that of the last claim, and not for another thing in it. */
function namesPlace(
  draft: Draft,
  last: Draft,
  named: readonly Token[],
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): boolean {
  const ids = idsOf(named);
  if (isNextRoom(ids, last, sentence, discourse, knowledge)) return true;
  if (doesTheSame(draft, last, knowledge) && draft.subjects.some((id) => ids.includes(id))) return true;
  if (last.frame === 'login')
    return !named.some(
      (t) => isAccount(t, sentence, knowledge.cues) || isOtherAccount(t, last, discourse, sentence),
    );
  const isRoom = messengerIn(knowledge);
  const inRoom = last.subjects.every(isRoom) && !ids.some(isRoom);
  return named.some(
    (t) =>
      (isHost(t) && !(inRoom && isOwner(t, sentence))) ||
      (t.mark === 'bare' &&
        t.ids.some((id) => discourse.places.has(id) && !(inRoom && discourse.objects.has(id)))),
  );
}

const isHost = ({ mark }: Token): boolean => mark === 'host' || mark === 'destination';

/** «优酷的情况也一样» speaks of what was sent, where «优酷也一样» may be the next place. */
const isOwner = ({ at }: Token, { encoded }: Sentence): boolean => encoded.charAt(at + 1) === '的';

/** «微信里点开就是商品。QQ也一样。»: another room than the one where the same thing was opened, or the next place of its tour. */
function isNextRoom(
  ids: readonly string[],
  { frame, subjects, objects }: Draft,
  sentence: Sentence,
  discourse: Discourse,
  knowledge: Knowledge,
): boolean {
  if (ids.length === 0) return false;
  const isRoom = messengerIn(knowledge);
  if (frame === 'act')
    return ids.every((id) => ROOMS.has(id)) && subjects.every(isRoom) && !objects.some(isRoom);
  if (frame !== 'use') return false;
  const swaps = ids.every(isRoom) && subjects.every(isRoom) && !objects.some(isRoom);
  return swaps || (objects.every((id) => isCarried(id, discourse)) && comesTo(ids, sentence, discourse));
}

/** «乙也一样，只是没有花呗»: of what the clause repeats the next takes something back. */
function exceptedBehind({ segment }: Draft, { segments }: Sentence, cues: Cues): readonly string[] {
  const next = segments[segment + 1];
  return next !== undefined && cues.startOf('takes-back', next.encoded) > 0
    ? next.tokens.flatMap((t) => t.ids)
    : [];
}

/** «她往群里转了一条知乎的，也是一样»: the chat that the clause before names with what it sends, else that of the last claim. */
function sceneBefore(
  { frame, segment }: Draft,
  { scenes }: Draft,
  { segments }: Sentence,
): readonly string[] {
  const [own, before] = [segments[segment], segments[segment - 1]];
  if (frame !== 'same' || own === undefined || before?.clause !== own.clause) return scenes;
  if (own.tokens.some((t) => t.class !== 'date')) return scenes;
  const sends = before.tokens.some((t) => t.class === 'app' && t.mark === 'object');
  const told = sends ? idsOf(before.tokens.filter((t) => t.class === 'scene' && t.mark !== 'speaker')) : [];
  return told.length > 0 ? told : scenes;
}

/** «后续还将扩大到知乎»: what is open to one is planned for the next; a login has its own verdict. */
function statusOf(draft: Draft, { status }: Draft): Draft['status'] {
  const isPlan = draft.status === 'planned' && status !== 'closed';
  return isPlan || draft.rule === WIDENS || draft.scenes.includes('login') ? draft.status : status;
}

/** «京东支持微信登录，QQ也行»: in the breath of one account another one, of those with which one signs in everywhere. */
const isOtherAccount = (
  { ids }: Token,
  { subjects, objects }: Draft,
  { lastClaim }: Discourse,
  { index }: Sentence,
): boolean =>
  ids.every((id) => ACCOUNTS.has(id) && !objects.includes(id) && !subjects.includes(id)) &&
  (lastClaim.sentence === index || ids.every((id) => ROOMS.has(id)));
const ACCOUNTS: ReadonlySet<string> = new Set(['wechat', 'qq', 'weibo', 'alipay']);

/** «QQ登录也一样»: what one signs in with. */
const isAccount = ({ at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cues.startOf('signs-in-by', encoded.slice(at + 1)) > 0;

/** «…（群里全打不开。）» «聊天宝一个样。»: with another thing a paragraph begins anew, in no scene until it names one. */
const opensBlock = ({ block }: Sentence, { things }: Discourse): boolean => things.block !== block;

/** «某某随即如法炮制»: it shuts out as the last one did, unless that was an assistant, which is shut out everywhere. */
const doesTheSame = ({ subjects, status }: Draft, last: Draft, { traitOf }: Knowledge): boolean =>
  subjects.length > 0 && status === 'closed' && !last.subjects.every((id) => traitOf.get(id) === 'assistant');

/** The names in the clause, else those of the clause before («传小红书的，也一样») where nothing was claimed of them. */
function namedFor(
  draft: Draft,
  last: Draft,
  sentence: Sentence,
  { lastClaim }: Discourse,
  cues: Cues,
): readonly Token[] {
  const isName = (t: Token): boolean =>
    !isCompared(t, sentence, cues) &&
    (t.class === 'app' || t.class === 'group' || (t.class === 'payment' && last.relation === 'access'));
  const own = (sentence.segments[draft.segment]?.tokens ?? []).filter(isName);
  const before = sentence.segments[draft.segment - 1];
  const claimed = lastClaim.sentence === sentence.index && lastClaim.segment >= draft.segment - 1;
  if (own.length > 0 || draft.scenes.length > 0 || before === undefined || claimed) return own;
  return before.tokens.filter(isName);
}

/** «快手的链接与抖音相同»: whose fate the other shares, which must have been told. */
const isCompared = ({ at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  /[与和跟同]$/.test(encoded.slice(0, at)) && cues.startOf('is-like', encoded.slice(at + 1)) > 0;

/** «换成银行App，也是一样»: another wallet before the same code. */
function scanAgain(draft: Draft, last: Draft, sentence: Sentence): Draft | null {
  const own = sentence.segments[draft.segment]?.tokens ?? [];
  const named = own.length > 0 ? own : (sentence.segments[draft.segment - 1]?.tokens ?? []);
  const ids = named.filter((t) => t.class === 'payment').flatMap((t) => t.ids);
  const objects = last.objects.filter((id) => !ids.includes(id));
  if (ids.length !== 1 || objects.length === 0 || last.subjects.includes(ids[0] ?? '')) return null;
  return redraft(last, { ...whereOf(draft), subjects: ids, objects });
}
