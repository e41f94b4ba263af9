import { type Draft, isFramedRule, type Token } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { isAppLike, isPlace, messengerIn } from './look.ts';

/** How many sentences back something was sent or opened, for what the next clauses tell to be of it. */
const NEAR = 2;

/** Whether it was read by the grammar alone. */
export const isTold = ({ rule }: Draft): boolean => isFramedRule(rule);

/**
 * Whether what the grammar alone tells of a name stands in a firm frame: the text has just sent or opened something, the place is
 * a room where people send one another things or is named here, and there is but one thing in the clause. True for what
 * any other rule has read.
 */
export function isFramed(ask: Ask, place: Found, thing: Found): boolean {
  const { draft, sentence, discourse, knowledge } = ask;
  if (!isTold(draft)) return true;
  const { handled, last, lastClaim, things, hosts } = discourse;
  const claimed = last?.relation === 'access' && last.frame === 'use' ? lastClaim.sentence : -NEAR - 1;
  if (sentence.index - Math.max(handled, claimed, ask.discourse.scenes.sentence) > NEAR && !sends(ask))
    return false;
  const isRoom = messengerIn(knowledge);
  const [room, another] = place.ids;
  if (room === undefined || another !== undefined || !(isRoom(room) || isHost(room, ask))) return false;
  const isHere =
    place.segment !== null || draft.subjects.length > 0 || hosts.block === sentence.block || isMoved(ask);
  if (!isHere || thing.ids.some((id) => isRoom(id) || knowledge.typeOf.get(id) !== 'app')) return false;
  const named = thing.segment !== null || draft.objects.length > 0;
  return named
    ? isHead(ask, thing)
    : things.ids.length === 1 && sentence.index - things.sentence <= 1 && !namesOther(ask, place);
}

/** «小红书的直播间里…»: whether an app that takes in what is others' stands in the sentence as the place, or was it just before. */
const isHost = (
  id: string,
  { sentence, discourse: { last, lastClaim }, knowledge: { traitOf } }: Ask,
): boolean =>
  traitOf.get(id) === 'platform' &&
  (sentence.tokens.some((t) => isPlace(t) && t.ids.includes(id)) ||
    (last?.relation === 'access' &&
      last.subjects.includes(id) &&
      sentence.index - lastClaim.sentence <= NEAR));

/** Whether the paragraph before has named the chat in which all is tried, or the one before it where all is tried. */
const isMoved = ({ sentence, discourse: { hosts, scenes, trying } }: Ask): boolean =>
  trying
    ? hosts.block >= sentence.block - 2
    : hosts.block === sentence.block - 1 && scenes.block === hosts.block;

/** Whether hands send something in the sentence itself: «发微信» sends no link. */
const sends = ({ sentence: { encoded }, discourse: { trying }, knowledge: { cues } }: Ask): boolean =>
  cues.has('handles-link', encoded) && (trying || cues.has('link-like', encoded));

/** Whether the thing is the last app that the sentence has named up to here, but for rooms. */
function isHead({ draft, sentence, knowledge }: Ask, { ids }: Found): boolean {
  const isRoom = messengerIn(knowledge);
  const upTo = sentence.segments[draft.segment]?.to ?? 0;
  const isGuest = (t: Token): boolean => isAppLike(t) && t.at < upTo && !t.ids.some(isRoom);
  const head = sentence.tokens.findLast(isGuest);
  return head?.ids.some((id) => ids.includes(id)) === true;
}

/** Whether the sentence names an app that is not the place. */
const namesOther = ({ sentence }: Ask, { ids }: Found): boolean =>
  sentence.tokens.some((t) => isAppLike(t) && !t.ids.some((id) => ids.includes(id)));
