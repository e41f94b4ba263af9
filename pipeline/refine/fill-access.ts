import type { Cues, Draft, Segment, Sentence, Token } from '../types.ts';
import { asItIsMeant } from './as-meant.ts';
import { type Ask, type Found, NOBODY, siblings } from './ask.ts';
import { actsIn, areAssistants, isByAnother, takesInModel } from './assistant.ts';
import { countsThings } from './counted.ts';
import { fromOutside, inItsApp, ownDoor } from './direction.ts';
import type { Remembered } from './discourse.ts';
import { isDoubtful } from './doubts.ts';
import { isFramed } from './framed.ts';
import { asApps, byParty, CHATS, canHold, idsOf, isPlace, ROOMS, turnsToRoom } from './look.ts';
import { findPlace } from './place.ts';
import { isInReach } from './reach.ts';
import { redraft } from './redraft.ts';
import { findScenes, isElsewhere, isInSearch } from './scene.ts';
import { isLive } from './table.ts';
import { findThing, speaksOfLinks } from './thing.ts';
import { handles } from './trial.ts';

/** Fills place, thing and scene of an access draft as a reader would, or gives null where a reader would not know. */
export function fillAccess(asked: Ask): Draft | null {
  const { sentence, earlier, discourse, document, knowledge } = asked;
  const draft = asItIsMeant(asked);
  const { cues } = knowledge;
  const ask = { draft, sentence, earlier, discourse, document, knowledge };
  const segment = sentence.segments[draft.segment];
  if (segment === undefined || isOther(ask, segment)) return null;
  const scenes = findScenes(ask);
  const found = inItsApp(own(draft.subjects) ?? findPlace(ask, scenes), ask);
  const acting = actsIn(ask, found);
  const sought = acting === null ? (own(draft.objects) ?? findThing(ask, found.ids)) : found;
  const [place, thing] = asPartners(ask, acting ?? found, sought);
  const objects = draft.frame === 'mutual' ? thing.ids : thing.ids.filter((o) => !place.ids.includes(o));
  if (place.ids.length === 0 || objects.length === 0 || isAboutPaying(ask, place, thing)) return null;
  if (areAssistants(ask, place, thing)) return null;
  if (
    isByAnother(ask, place, knowledge) ||
    isOfMessengers(ask, place, thing) ||
    isRoomAlone(ask, place, thing) ||
    !isInReach(ask, place, thing)
  )
    return null;
  if (draft.frame === 'leap' && draft.subjects.length === 0 && leapsToPay(place, sentence, cues)) return null;
  if (draft.frame === 'visit' && (draft.objects.length === 0 || !isVisited(draft, place, sentence, cues)))
    return null;
  if (!canHold(place.ids, draft.scenes, asked.knowledge) || !isFramed(ask, place, thing)) return null;
  const inSentence =
    draft.subjects.length + draft.objects.length + draft.scenes.length > 0 ||
    place.segment !== null ||
    thing.segment !== null ||
    (scenes.length > 0 && ask.earlier.some((s) => cues.has('sent-to', s.encoded)));
  const goesIn = place.ids.every((id) => CARRIERS.has(id)) && !objects.some((id) => CARRIERS.has(id));
  const isHere = ({ block }: Remembered): boolean => block === sentence.block;
  const { opener } = discourse;
  const opens =
    isHere(opener) && opener.sentence < sentence.index && opener.ids.some((id) => place.ids.includes(id));
  const inBlock =
    isHere(discourse.hosts) ||
    isHere(discourse.things) ||
    (isHere(discourse.headed) && discourse.headed.sentence < sentence.index) ||
    opens;
  const inReach = inBlock || (thing.ids.length > 1 && countsThings(ask)) || isVerdict(ask);
  if (!inSentence && !inReach && discourse.section.things.length === 0) return null;
  const head = sharedHead(draft, thing, sentence, cues);
  const things = goesIn ? place.ids : [...head.ids.filter((id) => !place.ids.includes(id)), ...objects];
  const whole = redraft(draft, {
    subjects: asApps(goesIn ? objects : place.ids, asked.knowledge),
    objects: draft.frame === 'login' ? asApps(things, asked.knowledge) : things,
    scenes: isElsewhere(ask, place) || !canHold(place.ids, scenes, asked.knowledge) ? [] : scenes,
    firstSegment: Math.min(
      draft.firstSegment,
      place.segment ?? draft.segment,
      thing.segment ?? draft.segment,
      head.segment ?? draft.segment,
    ),
  });
  return ownDoor(fromOutside(whole, ask), ask);
}

/** Whether the words are about something else than opening a link, or about links of which nobody knows whose they are. */
function isOther(ask: Ask, segment: Segment): boolean {
  const { draft, sentence, knowledge } = ask;
  const { cues } = knowledge;
  if (cues.startOf('some-others', segment.encoded) > 0 || isAboutLogin(ask) || takesInModel(ask)) return true;
  if (draft.frame === 'share' && isOfOtherButton(ask)) return true;
  if (draft.rule.endsWith('search-in-round') && !isInSearch(ask)) return true;
  if (isDoubtful(ask) || (draft.frame === 'take' && goesHome(draft, knowledge))) return true;
  if (draft.frame === 'meet' && (draft.subjects.length === 0 || draft.objects.length === 0)) return true;
  if (draft.frame === 'enter' && draft.objects.length === 0 && !goesOn(draft, segment, sentence)) return true;
  if (draft.topical && isOfAnother(ask)) return true;
  if (draft.topical && cues.endOf('browser-opens', sentence.encoded.slice(0, draft.match.end)) > 0)
    return true;
  if (draft.status === 'closed' && cues.startOf('part-fails', segment.encoded) > 0) return true;
  return (
    (draft.topical && cues.has('scans-it', sentence.encoded)) ||
    (draft.frame === 'use' && isOfWallets(segment, cues))
  );
}

/** «只能选自己的店，没有淘宝的选项», «微博的图标不见了» of a login: a button that is missing where nobody shares anything. */
const isOfOtherButton = ({
  draft,
  sentence,
  discourse: { last, lastClaim, asked },
  knowledge,
}: Ask): boolean =>
  draft.rule.endsWith('no-share-button') &&
  !knowledge.cues.has('sharing', sentence.encoded) &&
  !(last?.frame === 'share' && sentence.index - lastClaim.sentence <= 2) &&
  asked?.frame !== 'share';

/** «…，有机主发现微信被强制下线»: such a messenger is mostly where things are opened; as the thing it is of the clause, in a place of the paragraph. */
function isOfMessengers({ draft, sentence, discourse, knowledge }: Ask, place: Found, thing: Found): boolean {
  const all = thing.ids.every((id) => ROOMS.has(id));
  const byAssistant = place.ids.every((id) => knowledge.traitOf.get(id) === 'assistant');
  if (draft.frame !== 'use' || !all || byAssistant || draft.scenes.includes('login')) return false;
  const isOfTalk =
    draft.topical && draft.objects.length === 0 && !knowledge.cues.has('link-like', sentence.encoded);
  if (isOfTalk && place.ids.every((id) => ROOMS.has(id))) return true;
  const far =
    place.segment === null && draft.subjects.length === 0 && discourse.hosts.block !== sentence.block;
  return (thing.segment === null && draft.objects.length === 0) || far;
}

/** «老婆还在用微信，我把飞书日历分享给她»: such a messenger, named by the way, is no thing in what is named by the way too. */
function isRoomAlone({ draft, sentence: { tokens } }: Ask, place: Found, thing: Found): boolean {
  if (draft.objects.length > 0 || draft.subjects.length > 0) return false;
  if (place.segment === null || thing.segment === null || !thing.ids.every((id) => ROOMS.has(id)))
    return false;
  const named = (ids: readonly string[]): readonly Token[] =>
    tokens.filter((t) => t.ids.some((id) => ids.includes(id)));
  return named(thing.ids).every((t) => t.mark === 'bare') && !named(place.ids).some(isPlace);
}

/** «闲鱼有，高德有，饿了么也有，点开即用»: what was said to be there just before shares the verdict. */
function sharedHead({ segment, objects }: Draft, thing: Found, { segments }: Sentence, cues: Cues): Found {
  const isThere = (at: number): boolean => cues.has('is-there', segments[at]?.encoded ?? '');
  const own = objects.length > 0 ? segment : thing.segment;
  let first = own ?? 0;
  while (first > 0 && isThere(first - 1)) first -= 1;
  if (own === null || first === own || !isThere(own)) return NOBODY;
  return { ids: idsOf(segments.slice(first, own).flatMap((s) => s.tokens)), segment: first };
}

/** «它已嵌入…», «…，并将在下月进驻…»: who goes in was named before, and nothing but the verb stands in the clause. */
const goesOn = ({ match }: Draft, { from }: Segment, { encoded }: Sentence): boolean =>
  match.start > 0 && GOES_ON.test(encoded.slice(from, match.start));
const GOES_ON =
  /^(?:\ue007|被|它们?|其|该|后者|前者|目前|现|已经?|将|并|也|随后|日前|近日|正式|首次|率先|同时|均|都|终于|计划|拟|于|在|起|把|会|陆续|逐步|分批|先|小程序|自己|服务|的)*$/;

/** «点了以后跳去微信»: where the sentence speaks of a way to pay, one leaps there to pay. */
const leapsToPay = ({ segment }: Found, { tokens, encoded }: Sentence, cues: Cues): boolean =>
  tokens.some((t) => t.class === 'payment') || (segment === null && cues.has('pays-in', encoded));

/** «在小红书看中民宿，可以一键订上携程的房间»: somebody is in the place, by the words of the clause or of one before. */
const isVisited = ({ subjects }: Draft, { segment }: Found, { segments }: Sentence, cues: Cues): boolean =>
  subjects.length > 0 || cues.has('visited', segments[segment ?? -1]?.encoded ?? '');

/** «腾讯课堂嘛，亲儿子，秒进»: the clause turns to something that the lexicon does not know. */
function isOfAnother({ draft, sentence, knowledge }: Ask): boolean {
  if (draft.subjects.length + draft.objects.length > 0) return false;
  const clause = sentence.segments[draft.segment]?.clause;
  const turns = sentence.segments.slice(0, draft.segment).filter((s) => s.clause === clause);
  const last = turns.findLast(
    (s) => knowledge.cues.has('turns-to-other', s.encoded) || s.tokens.some(isNamedThing),
  );
  return last !== undefined && !last.tokens.some(isNamedThing);
}
const isNamedThing = ({ class: c }: Token): boolean =>
  c === 'app' || c === 'group' || c === 'scene' || c === 'link-class';

/** A verdict on what lies on the table, told in the next paragraph. */
const isVerdict = ({ draft, sentence, discourse, knowledge }: Ask): boolean =>
  draft.frame === 'use' &&
  isLive(sentence, discourse) &&
  !knowledge.cues.has('of-others', sentence.encoded) &&
  !sentence.speeches.some(byParty) &&
  (draft.topical ||
    draft.scenes.length > 0 ||
    turnsToRoom(sentence) ||
    handles(sentence.segments[draft.segment]?.encoded ?? '', knowledge.cues));

/** «甲与乙签下协议，笔记下方加挂广告链接»: the links are those of the partner that is named second. */
function asPartners({ sentence, knowledge }: Ask, place: Found, thing: Found): [Found, Found] {
  const [first, ...partners] = place.ids;
  const isOpen = thing.ids.every((id) => knowledge.typeOf.get(id) === 'link-class');
  const words = sentence.segments[place.segment ?? -1]?.encoded ?? '';
  if (first === undefined || partners.length === 0 || !isOpen || !knowledge.cues.has('partners', words))
    return [place, thing];
  return [
    { ...place, ids: [first] },
    { ...thing, ids: partners },
  ];
}

/** «摩拜接入美团»: of two apps of one house, neither a place for others, nobody can tell which takes in which. */
const goesHome = ({ subjects, objects }: Draft, knowledge: Ask['knowledge']): boolean =>
  siblings(subjects, objects, knowledge) && subjects.every((id) => !knowledge.traitOf.has(id));

/** They serve in other people's shops: «京东物流接入淘宝» is in 淘宝. */
const CARRIERS = new Set(['jd-logistics', 'cainiao', 'sf']);

/** «…，微信支付和支付宝均可使用»: a clause of nothing but ways to pay opens nothing. */
const isOfWallets = ({ tokens, encoded }: Segment, cues: Cues): boolean =>
  tokens.some((t) => t.class === 'payment') &&
  tokens.every((t) => IN_LISTS_OF_WAYS.has(t.class) && t.mark !== 'host' && t.mark !== 'destination') &&
  !speaksOfLinks(encoded, cues);
const IN_LISTS_OF_WAYS: ReadonlySet<string> = new Set(['payment', 'company', 'date']);

const own = (ids: readonly string[]): Found | null => (ids.length > 0 ? { ids, segment: null } : null);

/** Where the sentence speaks of a way to pay and names neither place nor thing, nothing is opened. */
const isAboutPaying = (ask: Ask, place: Found, thing: Found): boolean =>
  listsPayers(ask) || leapsWithoutCopy(ask) || isPaidFor(ask, place, thing) || paysThere(ask, place, thing);

/** «…多了一行微信支付。点进去会跳到微信»: where one pays with what was told of just before. */
function paysThere({ draft, sentence, discourse, knowledge }: Ask, place: Found, thing: Found): boolean {
  const { last, lastClaim } = discourse;
  if (
    draft.frame === 'login' ||
    draft.scenes.length > 0 ||
    last?.relation !== 'acceptance' ||
    sentence.index - lastClaim.sentence > 1
  )
    return false;
  const isOfWallet = (id: string): boolean => last.objects.includes(knowledge.walletOf.get(id) ?? id);
  return (
    (thing.ids.every(isOfWallet) || place.ids.every(isOfWallet)) &&
    !speaksOfLinks(sentence.encoded, knowledge.cues)
  );
}

/** «跳转到某支付付款，不用复制链接»: what need not be copied is no link to be opened. */
const leapsWithoutCopy = ({ draft, sentence: { encoded } }: Ask): boolean =>
  draft.topical &&
  /复制/.test(encoded.slice(draft.match.start, draft.match.end)) &&
  /支付|付款/.test(encoded);

/** «小程序逐步支持某支付，首批上线包括甲、乙»: those that take the way to pay. */
const listsPayers = ({ draft, sentence, discourse: { last, lastClaim }, knowledge }: Ask): boolean =>
  draft.subjects.length === 0 &&
  last?.relation === 'acceptance' &&
  lastClaim.sentence === sentence.index &&
  lastClaim.segment >= draft.segment - 1 &&
  knowledge.cues.startOf('first-ones', sentence.segments[draft.segment]?.encoded ?? '') > 0;

const isPaidFor = ({ draft, sentence, knowledge }: Ask, place: Found, thing: Found): boolean =>
  draft.subjects.length === 0 &&
  place.segment === null &&
  (knowledge.cues.endOf('used', sentence.encoded.slice(draft.match.start, draft.match.end)) > 0 ||
    (draft.objects.length === 0 && thing.segment === null)) &&
  (knowledge.cues.has('in-accounts', sentence.encoded) ||
    sentence.tokens.some((t) => t.class === 'payment' && (t.mark === 'bare' || t.mark === 'object'))) &&
  !speaksOfLinks(sentence.encoded, knowledge.cues);

/** A short «也可以» in a sentence on signing in is not about links. */
function isAboutLogin({ draft, sentence, discourse, knowledge }: Ask): boolean {
  if (draft.subjects.length > 0 && draft.objects.length > 0) return false;
  // «私聊里打得开，群里要登录才能看»: where people talk nobody signs in.
  if (draft.scenes.some((id) => CHATS.has(id))) return false;
  const { cues } = knowledge;
  if (cues.has('thrown-out', sentence.encoded.slice(draft.match.start, draft.match.end))) return false;
  const other =
    draft.frame === 'use' &&
    !draft.rule.endsWith('login') &&
    !cues.has(discourse.topic === 'login' ? 'opens-there' : 'opens-or-fails', sentence.encoded);
  const signsIn = draft.topical ? sentence.encoded : upToClause(draft, sentence);
  const goesOn = discourse.topic === 'login' && sentence.encoded.includes('图标');
  return other && (goesOn || cues.has('about-login', signsIn)) && !speaksOfLinks(sentence.encoded, cues);
}

/** The sentence up to the end of the draft's clause: «…，一点就开；知乎要登录» opens before it signs in. */
const upToClause = ({ segment }: Draft, { segments, encoded }: Sentence): string =>
  encoded.slice(0, segments.findLast((s) => s.clause === segments[segment]?.clause)?.to);
