import { type Cues, LETTER, type Token } from '../types.ts';
import { type Ask, type Found, firstOf, recalled } from './ask.ts';
import { answersOf } from './asking.ts';
import { counted } from './counted.ts';
import {
  idsOf,
  isArrival,
  isBareApp,
  isPlace,
  isThing,
  lastIn,
  messengerIn,
  near,
  type Wanted,
} from './look.ts';
import { oneOfTwo } from './one-by-one.ts';
import { GOES_ON } from './room.ts';
import { namedJustBefore } from './speaker-acts.ts';
import { isHandled } from './table.ts';
import { carriedTo } from './tour.ts';

/** Where a reader looks for the thing that a clause leaves out, nearest first. */
const FINDERS: readonly ((ask: Ask, places: readonly string[]) => Found | null)[] = [
  counted,
  sentFrom,
  speakersOwn,
  either,
  namedJustBefore,
  inClause,
  headOfClause,
  (ask, places) => inSentence(ask, places, (t) => isThing(t) || isWalletThing(t, ask)),
  (ask, places) => inSentence(ask, places, isBareApp),
  fromWallet,
  ({ discourse }) => recalled(discourse.section.things),
  opener,
  justTried,
  remembered,
  cameFrom,
  answered,
];

/** What is opened: an app's links or a class of links, or nobody's. */
export function findThing(ask: Ask, places: readonly string[]): Found {
  const carried = carriedTo(ask, places);
  if (carried !== null) return carried;
  const behind = toldBehind(ask, places);
  if (behind !== null) return behind;
  const dealt = oneOfTwo(ask, places);
  if (dealt !== null) return dealt;
  const its = ITS.test(ask.sentence.segments[ask.draft.segment]?.encoded ?? '');
  return firstOf(its ? [itsOwn] : FINDERS, ask, places);
}

/** «打不开的只有两家，一家是甲，一家是乙»: whose links they are is told behind, and is nothing that was named before. */
function toldBehind({ draft, sentence }: Ask, places: readonly string[]): Found | null {
  const { end } = draft.match;
  if (sentence.encoded.charAt(end) !== '的' || !NAMES_NEXT.test(sentence.encoded.slice(end))) return null;
  const clause = sentence.segments[draft.segment]?.clause;
  const named = sentence.segments.filter((s) => s.clause === clause).flatMap((s) => s.tokens);
  const things = named.filter((t) => t.at > end && (t.class === 'app' || t.class === 'link-class'));
  return { ids: idsOf(things).filter((id) => !places.includes(id)), segment: draft.segment };
}

const NAMES_NEXT = /^的(?:就|也|还|都|目前|现在|一共|总共|反而|倒|其实)*(?:只|仅|光)?(?:有|是|剩下?|包括)/;

/** «其官网», «其多个域名»: something that belongs to who was named before. */
const ITS = new RegExp(
  `(?<![将尤与极])其(?:旗下|自家|全部|多个|所有|中文)*(?:的)?[^，的他中它]{0,6}?(?:官网|链接|网址|域名|公众号|公众账号|小程序|账号|红包|分享|页面|网页|短链|客户端|下载)|^(?:旗下|自家)(?:的)?(?:[^，]{0,4}(?:官网|链接|网址|域名|小程序|账号|红包)|${LETTER.scene})`,
);

/** Whose it is: the one app or the one list that the clauses before name, or the app with which one of them or of the sentence before begins. */
function itsOwn(ask: Ask, places: readonly string[]): Found | null {
  const { draft, sentence, earlier, document, knowledge } = ask;
  if (!ITS.test(sentence.segments[draft.segment]?.encoded ?? '')) return null;
  const last = document.sentences[sentence.index - 1];
  const before = last?.block === sentence.block ? last.segments : [];
  const apps = (tokens: readonly Token[]): readonly Token[] =>
    tokens.filter((t) => t.class === 'app' && !t.ids.some((id) => places.includes(id)));
  const acted = knowledge.cues.has('acts-on-it', sentence.segments[draft.segment]?.encoded ?? '');
  const heads = [...before, ...(acted ? [] : earlier)].flatMap((s) =>
    apps(s.tokens).filter((t) => t.at - s.from <= 2),
  );
  const both = either(ask, places);
  if (both !== null) return both;
  const named = earlier.flatMap((s) => apps(s.tokens));
  const [own] = named;
  if (own !== undefined && idsOf(named).length === own.ids.length && !acted) return recalled(own.ids);
  const [id, another] = heads.at(-1)?.ids ?? [];
  return id !== undefined && another === undefined ? recalled([id]) : null;
}

/** Whether the sentence speaks of links at all. */
export const speaksOfLinks = (text: string, cues: Cues): boolean => cues.has('link-word', text);

/** «无论是甲，还是乙，都打不开»: a list whose members stand in clauses of their own. */
function either({ earlier, knowledge }: Ask, places: readonly string[]): Found | null {
  const last = earlier.findLastIndex(
    (s) =>
      knowledge.cues.startOf('or-else', s.encoded) > 0 ||
      knowledge.cues.startOf('and-besides', s.encoded) > 0,
  );
  const and = last > 0 && knowledge.cues.startOf('and-besides', earlier[last]?.encoded ?? '') > 0;
  const first = and
    ? last - (LIST_ALONE.test(earlier[last - 1]?.encoded ?? '') ? 1 : last + 1)
    : earlier.slice(0, last).findLastIndex((s) => knowledge.cues.has('either', s.encoded));
  const named = (at: number): readonly Token[] =>
    earlier[at]?.tokens.filter((t) => t.class === 'app' && !t.ids.some((id) => places.includes(id))) ?? [];
  if (first < 0 || last - first > 2 || named(first).length === 0 || named(last).length === 0) return null;
  return { ids: idsOf([...named(first), ...named(last)]), segment: first };
}
const LIST_ALONE = /^[\ue000、和与]+$/;

/** «甲和乙的可以打开，丙则弹出提示，需手动选择继续»: the app that heads the clause just before, though nothing says that it is a thing. */
function headOfClause(
  { draft, earlier, sentence, knowledge: { traitOf } }: Ask,
  places: readonly string[],
): Found | null {
  const last = earlier.at(-1);
  const [head, another] = last?.tokens.filter((t) => t.class === 'app') ?? [];
  if (last === undefined || head?.mark !== 'bare' || another !== undefined || head.at !== last.from)
    return null;
  if (last.clause !== sentence.segments[draft.segment]?.clause) return null;
  const isPlaceToo = head.ids.some((id) => traitOf.get(id) === 'messenger' || places.includes(id));
  const goes = GOES_ON.test(sentence.encoded.slice(head.at + 1));
  return goes && !isPlaceToo && places.length > 0 ? { ids: head.ids, segment: earlier.length - 1 } : null;
}

/** «…一点就开；小红书也要登录»: behind a semicolon the one name of the clause, before what another clause opened. */
function inClause(ask: Ask, places: readonly string[]): Found | null {
  const { draft, sentence, earlier, knowledge } = ask;
  const clause = sentence.segments[draft.segment]?.clause ?? 0;
  if (clause === 0 || draft.frame !== 'use') return null;
  const own = earlier.map((s) => (s.clause === clause ? s : { ...s, tokens: [] }));
  const isNamed: Wanted = (t) =>
    (isThing(t) || isBareApp(t)) && !t.ids.some((id) => knowledge.traitOf.get(id) === 'messenger');
  return inSentence({ ...ask, earlier: own }, places, isNamed);
}

/** «在淘宝点分享至微信»: where it is sent from is whose it is. */
function sentFrom(ask: Ask, places: readonly string[]): Found | null {
  const { draft, sentence, earlier, knowledge } = ask;
  const upTo = sentence.segments.slice(0, draft.segment + 1);
  const arrives =
    lastIn(upTo, isArrival) !== null || earlier.some((s) => knowledge.cues.has('sends-on', s.encoded));
  const isSource = (t: Token): boolean =>
    t.mark === 'host' &&
    t.class !== 'scene' &&
    !t.ids.some((id) => knowledge.traitOf.get(id) === 'messenger');
  return arrives ? inSentence(ask, places, isSource) : null;
}

/** «支付宝红包被分享到朋友圈，没过多久就打不开了»: what a wallet sends on is opened as what any app does. */
const isWalletThing = ({ class: c, mark, at }: Token, { sentence: { encoded } }: Ask): boolean =>
  c === 'payment' &&
  mark === 'object' &&
  /^的?(?:红包|链接|网址|页面|口令|活动页)/.test(encoded.slice(at + 1));

/** «支付宝上线新版红包，支持分享到微信好友»: what people send one another comes from the wallet that is named alone. */
function fromWallet(ask: Ask, places: readonly string[]): Found | null {
  if (ask.draft.frame !== 'share' || !/红包|福卡/.test(ask.sentence.encoded)) return null;
  return inSentence(
    ask,
    places,
    (t) => t.class === 'payment' && t.mark === 'bare' && t.ids.includes('alipay'),
  );
}

/** «某某称，自己的卡片发到…»: what belongs to who speaks. */
function speakersOwn({ draft, sentence, knowledge }: Ask, places: readonly string[]): Found | null {
  const own = sentence.speeches.find((s) => s.type === 'official' && s.firstSegment <= draft.segment)?.entity;
  const says = knowledge.cues.startOf('ones-own', sentence.segments[draft.segment]?.encoded ?? '') > 0;
  return says && own !== undefined && own !== null && !places.includes(own) ? recalled([own]) : null;
}

function inSentence({ earlier }: Ask, places: readonly string[], wanted: Wanted): Found | null {
  const found = lastIn(earlier, wanted);
  const ids = found?.ids.filter((id) => !places.includes(id)) ?? [];
  return found === null || ids.length === 0 ? null : { ids, segment: found.segment };
}

function opener({ discourse, sentence }: Ask, places: readonly string[]): Found | null {
  const { ids, block } = discourse.opener;
  const fits = block === sentence.block && discourse.things.block !== sentence.block;
  return fits ? recalled(ids.filter((id) => !places.includes(id))) : null;
}

/** «表弟装了个微视。…发群里，点一下，响了»: what the paragraph has named since something was last opened. */
function justTried({ draft, discourse, sentence }: Ask, places: readonly string[]): Found | null {
  const { tried, things, trying } = discourse;
  const id = tried.ids.at(-1);
  const shown = draft.status === 'closed' && isHandled(sentence, discourse) && sentence.tokens.some(isPlace);
  const fits = trying && tried.block === sentence.block && things.block !== sentence.block;
  return fits && (draft.frame === 'use' || shown) && id !== undefined && !places.includes(id)
    ? recalled([id])
    : null;
}

/** «朋友圈也放开了»: a scene as a whole lets in all links. What a platform lets in or shuts out does not reach over a paragraph; what a tester opens does. */
function remembered({ draft, sentence, discourse }: Ask, places: readonly string[]): Found | null {
  if (draft.frame === 'act' && draft.scenes.length > 0 && !sentence.tokens.some(isThing))
    return recalled(['external-links']);
  const holds =
    draft.frame === 'act'
      ? discourse.things.block === sentence.block
      : near(discourse.things, sentence, discourse);
  return holds ? recalled(discourse.things.ids.filter((id) => !places.includes(id))) : null;
}

/** «分享按钮里没有微信» where the paragraph before has asked about what is shared. */
function answered(ask: Ask, places: readonly string[]): Found | null {
  return recalled(answersOf(ask).objects.filter((id) => !places.includes(id)));
}

/** What somebody sends out of one app into messengers is whose it is: the last place that is none. */
function cameFrom({ discourse, sentence, knowledge }: Ask, places: readonly string[]): Found | null {
  const isMessenger = messengerIn(knowledge);
  const { source } = discourse;
  const justBefore = source.block === sentence.block && source.sentence >= sentence.index - 1;
  const ofShop = source.block === sentence.block && knowledge.cues.has('shop-link', sentence.encoded);
  if (!(discourse.trying || justBefore || ofShop) || places.length === 0 || !places.every(isMessenger))
    return null;
  return near(source, sentence, discourse) ? recalled(source.ids) : null;
}
