import {
  type CompiledRule,
  type Cues,
  type Knowledge,
  LETTER,
  type Segment,
  type Sentence,
  type Token,
} from '../types.ts';
import { inList, listBeginning, listEnding } from './lists.ts';
import {
  type Assign,
  areSearched,
  ids,
  isLeftOut,
  isPayment,
  isProduct,
  isProvider,
  marked,
  speaks,
} from './parts.ts';
import { enter, leap, meet, take } from './roles-access.ts';
import { order } from './roles-order.ts';
import { holds, scans, serves, takes, wallets } from './roles-payment.ts';
import { scenesOf, withoutAccounts } from './scenes.ts';

/** The roles that a segment gives by itself. Empty where it leaves one out. */
export interface Roles {
  readonly subjects: readonly string[];
  readonly objects: readonly string[];
  readonly scenes: readonly string[];
}

/** Something is opened, read, played: the place is the subject, the thing the object. */
const use: Assign = ({ tokens, sentence, start, end, segment, traitOf }) => {
  const isAccount = ({ at }: Token): boolean =>
    at >= start && at < end && /登[录陆]$/.test(sentence.encoded.slice(0, at));
  const linked = tokens.filter(
    (t) =>
      (isProvider(t) || isPayment(t) || t.class === 'link-class') && !isAccount(t) && !isLeftOut(t, sentence),
  );
  const places = marked(linked, 'agent', 'host', 'destination');
  const things = marked(linked, 'object');
  const bare = marked(linked, 'bare').filter((t) => !isPayment(t));
  const within = things.length > 0 || bare.length > 0 ? undefined : nested(places, sentence);
  if (within !== undefined)
    return { subjects: ids(places.filter((t) => t !== within)), objects: ids([within]) };
  const arrivals = marked(linked, 'destination');
  const sources = marked(linked, 'host');
  if (things.length === 0 && arrivals.length > 0 && sources.length > 0) {
    return { subjects: ids(arrivals), objects: ids(sources) };
  }
  if (places.length === 0 && things.length > 0) return { subjects: ids(bare), objects: ids(things) };
  if (places.length + things.length === 0 && areSearched(bare, sentence, traitOf))
    return { subjects: ids(bare), objects: [] };
  if (places.length > 0 && things.length === 0) return { subjects: ids(places), objects: ids(bare) };
  if (places.length === 0 && bare.length > 1)
    return { subjects: ids(bare.slice(0, 1)), objects: ids(bare.slice(1)) };
  if (places.length === 0)
    return { subjects: [], objects: ids(bare.filter((t) => !speaks(t, segment, sentence))) };
  return { subjects: ids(places), objects: ids(things) };
};

/** «抖音直播间里的淘宝小黄车», «唯品会的公众号在微信»: of two places the one that is in the other is what is there. */
function nested([first, second, third]: readonly Token[], { encoded }: Sentence): Token | undefined {
  if (first === undefined || second === undefined || third !== undefined) return undefined;
  const between = encoded.slice(first.at + 1, second.at);
  if (/(?:里|中|内|上)的$/.test(between)) return second;
  if (/^[里中内上]/.test(between) && /^小程序(?![里中内上])/.test(encoded.slice(second.at + 1)))
    return second;
  return OWN_SCENE.test(between) ? first : undefined;
}
const OWN_SCENE = new RegExp(`^的?(?:${LETTER.scene}|小程序)[^，]{0,4}(?:在|于)$`);

/** A platform lets in, shuts out, takes up: who acts is the subject, also in the passive. */
const act: Assign = ({ tokens, start, end, sentence, cues }) => {
  const linked = tokens.filter(
    (t) => (isProvider(t) || t.class === 'link-class' || isPayment(t)) && !isLeftOut(t, sentence),
  );
  const passive =
    /(?:被|遭到?|受到?|获得?)[^，]{0,4}$/.test(sentence.encoded.slice(Math.max(0, start - 7), start)) ||
    /[被遭]/.test(sentence.encoded.charAt(start));
  const agents = marked(linked, 'agent');
  const places = agents.length > 0 ? agents : marked(linked, 'host', 'destination');
  const things = inList(marked(linked, 'object'), marked(linked, 'bare'), sentence, JOINS_THINGS);
  const bare = marked(linked, 'bare').filter((t) => !isPayment(t));
  if (agents.length > 0 || passive) return { subjects: ids(places), objects: ids([...things, ...bare]) };
  const before = bare.filter((t) => t.at < start);
  const after = bare.filter((t) => t.at >= start);
  const behind = places.filter((t) => t.at >= start && !/(?:在|于)$/.test(sentence.encoded.slice(0, t.at)));
  const shuts = cues.has('shuts-account', sentence.encoded.slice(start, end));
  if (shuts && before.length > 0 && things.length + after.length === 0 && behind.length > 0)
    return { subjects: ids(listEnding(before, sentence, JOINS_PARTIES)), objects: ids(behind) };
  const companiesOnly = before.every((t) => t.class === 'company');
  const gives = (companiesOnly || hasPlace(before, places, start, sentence, cues)) && places.length > 0;
  const subjects = before.length > 0 && !gives ? listEnding(before, sentence, JOINS_PARTIES) : places;
  return {
    subjects: ids(subjects),
    objects: ids(things.length > 0 ? things : [...before.slice(0, -1), ...after]),
  };
};

/** «微信正在测试视频号直播间挂载…»: behind the one who acts stands, without «在», the place where it is done. */
const hasPlace = (
  before: readonly Token[],
  places: readonly Token[],
  start: number,
  { encoded }: Sentence,
  cues: Cues,
): boolean =>
  places.some(
    ({ at }) =>
      at < start && before.every((t) => t.at < at) && cues.endOf('tries-out', encoded.slice(at - 4, at)) > 0,
  );

/** «淘宝、支付宝和飞猪», of which one is a way to pay: what joins things, and parties («甲生活服务、乙本地生活»). */
const JOINS_THINGS = /^(?:的?(?:红包|口令|视频|商品|分享|小程序))?(?:、|和|与|及|以及)$/;
const JOINS_PARTIES = /^[一-龥]{1,6}、$/;

/** Two platforms do to each other what the verb says. */
const mutual: Assign = ({ tokens }) => {
  const both = ids(tokens.filter((t) => isProvider(t) || isPayment(t))).slice(0, 2);
  return { subjects: both, objects: both };
};

/** «抖音里没有微信这个分享按钮»: the button leads into the app that the words name, from the app where it stands. */
const shareButton: Assign = ({ tokens, start, end }) => {
  const named = tokens.filter((t) => isProvider(t) && t.at >= start && t.at < end);
  const from = tokens.filter((t) => isProvider(t) && t.at < start && t.mark !== 'destination');
  return { subjects: ids(named), objects: ids(from.slice(-1)) };
};

/** One signs in to an app with the account of another; the pattern names the account. */
const signIn: Assign = ({ tokens, start, end, sentence }) => {
  const isAccount = (t: Token): boolean =>
    /^(?:的|账号|帐号|授权|一键|快捷)*登(?!录?(?:页|界面|框))/.test(sentence.encoded.slice(t.at + 1));
  const before = tokens.filter((t) => isProvider(t) && t.at < start && !isAccount(t));
  const into = tokens.find((t) => t.class === 'app' && t.at === end);
  return { subjects: ids(into === undefined ? before.slice(-1) : [into]), objects: [] };
};

/** «由甲会同乙部署»: both do. */
const TOGETHER = /^(?:已|日前|今年|近日)?(?:会同|联合|携手|同)$/;

/** Who stands before the verb, nearest first, else the sentence's speaker. */
const actor: Assign = ({ sentence, start, segment }) => {
  const own = sentence.tokens.filter(
    (t) =>
      t.at < start &&
      t.at >= segment.from &&
      t.class !== 'scene' &&
      t.class !== 'date' &&
      t.class !== 'link-class' &&
      !t.titled &&
      !t.isThing,
  );
  const named = own.filter((t) => t.mark !== 'speaker');
  const [first, second] = named.length > 0 ? named : own;
  if (first === undefined) return { subjects: [], objects: [] };
  const together = second !== undefined && TOGETHER.test(sentence.encoded.slice(first.at + 1, second.at));
  const both = together && second.class === first.class ? [first, second] : [first];
  return { subjects: first.class === 'regulator' ? ids(both) : first.ids.slice(0, 1), objects: [] };
};

/** «甲、某公司的乙以及丙». */
const JOINS_QUOTED = /^”(?:、|和|与|及|以及)“$/;
const JOINS_PRODUCTS = /^[^，]{0,2}(?:、|以及|和|与|及)[^，、]{0,12}$/;

/** «某人的甲、某人的乙，赶在同一天揭开面纱»: the clause before, where it is nothing but names up to its end. */
function productsBefore({ index }: Segment, { segments, encoded }: Sentence): readonly Token[] {
  const previous = segments[segments.findIndex((s) => s.index === index) - 1];
  const last = previous?.tokens.at(-1);
  return last !== undefined &&
    last.at === (previous?.to ?? 0) - 1 &&
    !/[在把对与]$/.test(encoded.slice(0, last.at))
    ? (previous?.tokens.filter(isProduct) ?? [])
    : [];
}

/** What is launched: behind the verb when it stands there («上线了千问App»), else before it. */
const launched: Assign = ({ tokens, start, end, sentence, segment }) => {
  const behind = tokens.filter((t) => isProduct(t) && t.at > start && t.at <= end + 12);
  const named = tokens.filter((t) => isProduct(t) && t.at < start);
  const before = named.length > 0 ? named : productsBefore(segment, sentence);
  // «三款瞄准微信的社交产品多闪、聊天宝»: the first name tells what kind of products they are.
  const own = before.filter((t) => t === before.at(-1) || sentence.encoded.charAt(t.at + 1) !== '的');
  const chosen =
    behind.length > 0
      ? listBeginning(behind, sentence, JOINS_QUOTED)
      : listBeginning(own, sentence, JOINS_PRODUCTS);
  return { subjects: ids(chosen), objects: [] };
};

/** «包括甲、乙等平台的链接»: those that the words name. */
const listed: Assign = ({ tokens, start, end }) => ({
  subjects: [],
  objects: ids(tokens.filter((t) => t.class === 'app' && t.at >= start && t.at < end)),
});

const FRAMES: Readonly<Record<CompiledRule['frame'], Assign>> = {
  use,
  act,
  mutual,
  visit: use,
  leap,
  enter,
  meet,
  take: take(act),
  login: signIn,
  'sets-up': () => ({ subjects: [], objects: [] }),
  same: use,
  other: use,
  such: listed,
  share: shareButton,
  takes,
  round: takes,
  stands: takes,
  serves,
  holds,
  wallets,
  scans,
  scanned: scans,
  order,
  publish: actor,
  issued: actor,
  launch: launched,
  pledge: actor,
};

/** Roles by the rule's frame; named groups of its pattern («host», «thing») win over the frame. */
export function rolesOf(
  rule: CompiledRule,
  match: RegExpMatchArray,
  segment: Segment,
  sentence: Sentence,
  { traitOf, cues }: Pick<Knowledge, 'traitOf' | 'cues'>,
): Roles {
  const offset = rule.scope === 'sentence' ? 0 : segment.from;
  const start = offset + (match.index ?? 0);
  const end = start + match[0].length;
  const tokens = segment.tokens;
  const framed = FRAMES[rule.frame]({ tokens, start, end, sentence, segment, cues, traitOf });
  const named = (name: string): string[] | null => group(match, name, offset, sentence);
  const thing = named('thing');
  const subjects = named('host') ?? framed.subjects.filter((id) => thing === null || !thing.includes(id));
  const objects = thing ?? (rule.object === null ? distinct(rule, framed.objects, subjects) : [rule.object]);
  return {
    subjects,
    objects: rule.relation === 'access' ? linksOf(objects, subjects, tokens, sentence) : objects,
    scenes: rule.scene === null ? scenesOf(rule, withoutAccounts(tokens, objects), start) : [rule.scene],
  };
}

/** «小红书关闭淘宝外链»: a class of links behind an app that is not the place means the links of that app. */
function linksOf(
  objects: readonly string[],
  subjects: readonly string[],
  tokens: readonly Token[],
  sentence: Sentence,
): readonly string[] {
  const links = tokens.find((t) => t.class === 'link-class' && t.ids.every((id) => objects.includes(id)));
  const owner = links && sentence.tokens.find((t) => t.class === 'app' && isBeside(t, links, sentence));
  if (owner === undefined || owner.ids.some((id) => subjects.includes(id))) return objects;
  if (subjects.length === 0 && owner.ids.length < 2) return objects;
  return [...owner.ids, ...objects.filter((o) => !links?.ids.includes(o) && !owner.ids.includes(o))];
}

/** «乙外链», «乙的第三方链接». */
const isBeside = (owner: Token, links: Token, { encoded }: Sentence): boolean =>
  owner.at < links.at && /^(?:等(?:平台|应用|App)?)?的?$/.test(encoded.slice(owner.at + 1, links.at));

const distinct = (
  rule: CompiledRule,
  objects: readonly string[],
  subjects: readonly string[],
): readonly string[] => (rule.frame === 'mutual' ? objects : objects.filter((o) => !subjects.includes(o)));

function group(match: RegExpMatchArray, name: string, offset: number, sentence: Sentence): string[] | null {
  const place = match.indices?.groups?.[name];
  if (place === undefined) return null;
  const [from, to] = [offset + place[0], offset + place[1]];
  const found = sentence.tokens.filter(
    (t) => t.at >= from && t.at < to && t.class !== 'date' && t.class !== 'scene',
  );
  return found.length === 0 ? null : ids(found);
}
