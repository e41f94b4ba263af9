import {
  type Cues,
  type Document,
  type Draft,
  type Knowledge,
  LETTER,
  type Segment,
  type Sentence,
  type Token,
} from '../types.ts';
import { asMany, shopsCounted } from './as-many.ts';
import type { Ask } from './ask.ts';
import { ordersFor } from './assistant.ts';
import type { Discourse } from './discourse.ts';
import { isCounterpart, lastShop, type Placed } from './last-shop.ts';
import { isPayment, isQuestion, isShop, lastIn, near, ROOMS } from './look.ts';
import { redraft } from './redraft.ts';
import { CARDS, holderOf, isBound, lastUnspoken } from './wallet-told.ts';

/** Fills the shop and the way to pay that a clause leaves out, or gives null where a reader would not know either. */
export function fillAcceptance(ask: Ask): Draft | null {
  const { draft, sentence, earlier, discourse, document, knowledge } = ask;
  const own = sentence.segments[draft.segment];
  if (own === undefined) return null;
  const where = { sentence, discourse, cues: knowledge.cues, traitOf: knowledge.traitOf };
  const summed = draft.subjects.length > 0 ? null : shopsCounted(own, sentence, discourse);
  const isNamed = summed !== null || namesAny(sentence, draft);
  if (draft.topical && !isNamed && !answersOfPaying(sentence, document, knowledge.cues)) return null;
  const isOfTalks = earlier.at(-1)?.tokens.some((t) => isCounterpart(t, sentence)) === true;
  if (draft.objects.length === 0 && isOfTalks) return null;
  if (signsIn(sentence, knowledge.cues) || isOfBound(draft, own, sentence, knowledge.cues)) return null;
  const many = draft.objects.length > 0 || summed !== null ? null : asMany(own, discourse);
  const payment = draft.objects.length > 0 || many !== null ? null : lastUnspoken(earlier, sentence);
  const objects =
    draft.objects.length > 0
      ? draft.objects
      : (many ??
        claimedBefore(draft, payment, sentence, discourse) ??
        payment?.ids ??
        walletsIn(own, sentence, knowledge) ??
        recalledPayments(draft, sentence, discourse, knowledge.cues));
  const meant = APPOSITION.test(own.encoded) ? (lastShop(earlier, where)?.ids ?? []) : [];
  const told = (summed ?? (meant.length > 1 ? meant : draft.subjects)).filter(
    (id) => !ROOMS.has(id) || !(draft.topical || objects.includes(knowledge.walletOf.get(id) ?? '')),
  );
  if (told.length === 0 && isOfNobodyKnown(draft, own, knowledge.cues)) return null;
  const doer = told.length > 0 ? null : ordersFor(ask);
  const shop =
    told.length > 0 ? null : (doer ?? holderOf(objects, earlier, sentence) ?? lastShop(earlier, where));
  if (
    told.length === 0 &&
    draft.frame === 'stands' &&
    isElsewhere({ draft, sentence, discourse, knowledge }, shop)
  )
    return null;
  if (told.length === 0 && shop === null && comesOut(draft, sentence)) return null;
  if (isNameAlone(draft) && !isToldJust(shop, told, sentence, discourse)) return null;
  const carried = shop?.ids ?? (strangerActs(draft, own, knowledge.cues) ? [] : recalledShops(ask));
  const shops =
    told.length > 0
      ? told
      : carried.filter((id) => !ROOMS.has(id) && !objects.every((o) => knowledge.ownerOf.get(o) === id));
  if (draft.topical && shops.every((id) => ROOMS.has(id))) return null;
  if (shops.length === 0 || objects.length === 0) return null;
  if (draft.objects.length === 0 && isAgainst(draft, shops, objects, sentence, discourse)) return null;
  const subjects =
    told.length > 0 || own.tokens.some((t) => t.class === 'app' || t.class === 'group')
      ? shops
      : knowledge.cues.has('sellers', own.encoded)
        ? merchantsOf(shops, knowledge)
        : shops.map((id) => id.replace(/-merchants$/, ''));
  const from = [draft.segment, shop?.segment ?? draft.segment, payment?.segment ?? draft.segment];
  return redraft(draft, { subjects, objects, firstSegment: Math.min(...from) });
}

/** «微信支付、支付宝都在，就是没有它»: what the sentence has just said is there is none of those that are not. */
const isAgainst = (
  { status }: Draft,
  shops: readonly string[],
  objects: readonly string[],
  { index }: Sentence,
  { last, lastClaim }: Discourse,
): boolean =>
  status === 'closed' &&
  objects.length > 1 &&
  lastClaim.sentence === index &&
  last?.relation === 'acceptance' &&
  last.status === 'open' &&
  last.subjects.join() === shops.join() &&
  objects.some((id) => last.objects.includes(id));

/** «今年起微信能付了»: who talks there as well is meant as a wallet in a clause on paying that names no other. */
function walletsIn(
  { tokens }: Segment,
  { encoded }: Sentence,
  { walletOf, cues }: Knowledge,
): readonly string[] | null {
  const payer = tokens.find(
    (t) =>
      t.class === 'app' &&
      t.ids.every((id) => ROOMS.has(id)) &&
      cues.startOf('can-pay', encoded.slice(t.at + 1)) > 0,
  );
  return payer === undefined ? null : payer.ids.flatMap((id) => walletOf.get(id) ?? []);
}

/** A rule that matches nothing but the name of a way to pay says too little to look far for the shop. */
const isNameAlone = ({ match }: Draft): boolean => match.end - match.start === 1;

/** «某某支付于2021年1月19日正式上线»: a wallet that comes out is in no shop that only sentences before name. */
const comesOut = ({ frame, match }: Draft, { encoded }: Sentence): boolean =>
  frame === 'stands' &&
  /(?:正式|首次|全新|对外)(?:上线|发布|亮相|问世|登场)(?:了)?$/.test(encoded.slice(match.start, match.end));

/** Whether the shop stands in the sentence, or was told of in the one before. */
const isToldJust = (
  shop: Placed | null,
  told: readonly string[],
  { index }: Sentence,
  { shops }: Discourse,
): boolean => told.length > 0 || (shop?.ids.length ?? 0) > 0 || shops.sentence >= index - 1;

/** «要先绑一张银行卡才能用» says of the card nothing. */
const isOfBound = ({ objects }: Draft, { tokens }: Segment, sentence: Sentence, cues: Cues): boolean =>
  objects.length > 0 &&
  tokens.some((t) => isBound(t, sentence, cues) && t.ids.every((id) => objects.includes(id)));

/** «微信能登，就是没有支付宝»: a sentence on signing in that says nothing of paying. */
const signsIn = ({ encoded }: Sentence, cues: Cues): boolean =>
  cues.has('can-sign-in', encoded) && !cues.has('spends', encoded);

/** «甲、乙、丙，这三家…应用»: the group that sums up a list stands for its members. */
const APPOSITION = new RegExp(`^[这上][^，]{0,2}[两二三四五六七八九十几\\d]+[家款个大]${LETTER.group}`);

/** «支付宝也没有» says nothing of paying where the text is about links, logins or, with no shop in the sentence, codes. */
function isElsewhere(
  { draft, sentence, discourse, knowledge }: Pick<Ask, 'draft' | 'sentence' | 'discourse' | 'knowledge'>,
  shop: Placed | null,
): boolean {
  if (knowledge.cues.endOf('vague-verdict', sentence.encoded.slice(draft.match.start, draft.match.end)) === 0)
    return false;
  if (discourse.topic === 'code-interop') return shop === null;
  return (
    (discourse.topic === 'access' || discourse.topic === 'login') &&
    !knowledge.cues.has('of-paying', sentence.encoded)
  );
}

const merchantsOf = (ids: readonly string[], knowledge: Knowledge): string[] =>
  ids.map((id) => (knowledge.typeOf.has(`${id}-merchants`) ? `${id}-merchants` : id));

/** Short words of a tester need the shop or the payment in their own sentence. */
const namesAny = (sentence: Sentence, draft: Draft): boolean =>
  sentence.segments
    .slice(0, draft.segment + 1)
    .some((s) => s.tokens.some((t) => t.class === 'app' || t.class === 'payment' || isShop(t)));

/** «想用云闪付？没门儿。»: the sentence before asks whether one can pay with something that it names. */
export function answersOfPaying(
  { index }: Sentence,
  { sentences }: Pick<Document, 'sentences'>,
  cues: Cues,
): boolean {
  const asked = sentences[index - 1];
  return (
    asked !== undefined &&
    isQuestion(asked) &&
    asked.tokens.some(isPayment) &&
    !cues.has('asks-otherwise', asked.encoded)
  );
}

/** «银泰、上品今年接入…», «某人以…为由叫停…»: somebody without an entry acts, so nobody is to be recalled. */
function strangerActs(draft: Draft, own: Segment, cues: Cues): boolean {
  const before = own.encoded.slice(0, Math.max(0, draft.match.start - own.from));
  return (
    /^[一-龥]{2,8}(?:、[一-龥]{2,8})+|^[一-龥]{2,4}以[^，]{2,12}为由/.test(before) ||
    cues.startOf('stranger', before) > 0 ||
    cues.endOf('foreign-name', before) > 0 ||
    (draft.objects.length === 0 && WALLET_ACTS.test(before)) ||
    cues.has('counter', before)
  );
}

/** «甲支持云闪付，孩子王不支持», «Manner的店员说没有»: the clause begins with a name that the lexicon does not know. */
export function isOfNobodyKnown({ match }: Draft, { from, encoded }: Segment, cues: Cues): boolean {
  const before = encoded.slice(0, Math.max(0, match.start - from));
  return before.length > 0 && cues.startOf('unknown-name', before) === before.length;
}

/** «支付宝已支持…»: a wallet acts for itself. */
const WALLET_ACTS = new RegExp(`^${LETTER.payment}(?:自?${LETTER.date})?[^，]{0,4}$`);

/** «甲钱包和乙钱包支持数字人民币，丙预计下半年上线»: what was just claimed of the others, where their clause names more. */
function claimedBefore(
  { topical }: Draft,
  payment: Placed | null,
  { index }: Sentence,
  { last, lastClaim }: Discourse,
): readonly string[] | null {
  if (!topical || payment === null || last?.relation !== 'acceptance' || lastClaim.sentence !== index)
    return null;
  return lastClaim.segment === payment.segment && last.objects.every((id) => payment.ids.includes(id))
    ? last.objects
    : null;
}

/** A plan, a test or an application of the next paragraph is about paying only where its sentence says so. */
const recalledPayments = (
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  cues: Cues,
): readonly string[] => {
  const inBlock = discourse.payments.block === sentence.block;
  const goesOn = draft.topical && (!AHEAD.has(draft.status) || cues.has('of-paying', sentence.encoded));
  const { payments, payable } = discourse;
  const follows = FOLLOWS.test(sentence.segments[draft.segment]?.encoded ?? '');
  const talked = draft.topical && payable.ids.length > 1;
  const reach = AHEAD.has(draft.status) && !follows ? TOLD_JUST : talked ? TALKED_OF : HELD;
  const isNear = sentence.index - payments.sentence <= reach;
  return (inBlock || goesOn) && isNear && near(payments, sentence, discourse) ? payments.ids : [];
};

/** «高德、飞猪也将跟上»: the same as the others. */
const FOLLOWS = /^[\ue000-\ue003、和]+也|跟[上进]/;

/** How many sentences back a way to pay was named that a clause leaves out; fewer where its words fit other things as well. */
const TOLD_JUST = 1;
const TALKED_OF = 2;
const HELD = 6;

const AHEAD: ReadonlySet<string> = new Set(['pending', 'planned', 'trial']);

/** Groups so wide that a later sentence hardly means them. */
const CROWD = new Set(['merchants', 'banks', 'payment-institutions', 'financial-apps', 'internet-platforms']);

/** A longer list than this was told of one way to pay, and is not where the next paragraph pays. */
const MANY = 2;

/** The shop that was told last, else whom the article is about, else at a till the one app that was just opened elsewhere. */
function recalledShops({ draft, sentence, discourse, knowledge }: Ask): readonly string[] {
  const { shops, protagonist, things } = discourse;
  if (!draft.topical && shops.ids.length > MANY && shops.block !== sentence.block) return [];
  const isOpened =
    things.ids.length === 1 && sentence.block - things.block <= 1 && sentence.index - things.sentence <= 3;
  const isApp = things.ids.every((id) => knowledge.typeOf.get(id) === 'app');
  const atTill = isOpened && isApp && knowledge.cues.has('till', sentence.encoded);
  // «在微信上点开淘宝的链接。支付手段依旧是支付宝»: where one talks one buys nothing of what was opened there.
  const inRoom = atTill && shops.ids.every((id) => ROOMS.has(id));
  if (near(shops, sentence, discourse) && !inRoom) return shops.ids.filter((id) => !CROWD.has(id));
  if (protagonist !== null && shops.ids.length === 0) return [protagonist];
  return atTill ? things.ids : [];
}

/** Money and cards that a wallet may hold. */
const FUNDS: ReadonlySet<string> = new Set([...CARDS, 'digital-rmb']);

/** «下载支付宝或微信，绑定国际卡…»: the wallet that takes a card is its clause's, else that of a clause before. */
export function fillHolder({ draft, sentence, earlier, discourse, knowledge }: Ask): Draft | null {
  if (draft.objects.length === 0 || !draft.objects.every((id) => FUNDS.has(id))) return null;
  const named = draft.objects.filter((id) => !id.endsWith('-card') && !id.endsWith('-cards'));
  const cards = named.length > 0 ? named : draft.objects;
  if (draft.subjects.length > 0) return redraft(draft, { objects: cards });
  const isHolder = (t: Token): boolean =>
    t.class === 'payment' && !t.ids.some((id) => draft.objects.includes(id));
  const isOffered = (t: Token): boolean =>
    isHolder(t) && knowledge.cues.endOf('offered', sentence.encoded.slice(0, t.at)) > 0;
  const offered = earlier.some((s) => s.tokens.some(isOffered));
  const where = { sentence, discourse, cues: knowledge.cues, traitOf: knowledge.traitOf };
  const found = offered ? lastShop(earlier, where) : lastIn(earlier, isHolder);
  return found === null || found.ids.length === 0
    ? null
    : redraft(draft, { objects: cards, subjects: found.ids, firstSegment: found.segment });
}
