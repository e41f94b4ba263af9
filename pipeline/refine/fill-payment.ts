import { type Draft, type Knowledge, LETTER, type Segment, type Sentence, type Token } from '../types.ts';
import type { Ask } from './ask.ts';
import type { Discourse } from './discourse.ts';
import { isPayment, isShop, lastIn, near } from './look.ts';
import { redraft } from './redraft.ts';

interface Placed {
  readonly ids: readonly string[];
  readonly segment: number;
}

/** Fills the shop and the way to pay that a clause leaves out, or gives null where a reader would not know either. */
export function fillAcceptance({ draft, sentence, earlier, discourse, knowledge }: Ask): Draft | null {
  const own = sentence.segments[draft.segment];
  if (own === undefined) return null;
  const named = own.tokens.some((t) => t.class === 'app' || t.class === 'group');
  if ((draft.topical && !namesAny(sentence, draft)) || signsIn(sentence)) return null;
  const payment = draft.objects.length > 0 ? null : lastIn(earlier, isPayment);
  const objects =
    draft.objects.length > 0
      ? draft.objects
      : (claimedBefore(draft, payment, sentence, discourse) ??
        payment?.ids ??
        recalledPayments(draft, sentence, discourse));
  const meant = APPOSITION.test(own.encoded) ? (lastShop(earlier, sentence)?.ids ?? []) : [];
  const told = (meant.length > 1 ? meant : draft.subjects).filter(
    (id) => !TALKING.has(id) || !(draft.topical || objects.includes(knowledge.walletOf.get(id) ?? '')),
  );
  const shop = told.length > 0 ? null : lastShop(earlier, sentence);
  if (told.length === 0 && draft.frame === 'stands' && isElsewhere({ draft, sentence, discourse }, shop))
    return null;
  if (isNameAlone(draft) && !isToldJust(shop, told, sentence, discourse)) return null;
  const carried = shop?.ids ?? (strangerActs(draft, own) ? [] : recalledShops(sentence, discourse));
  const shops =
    told.length > 0
      ? told
      : carried.filter((id) => !TALKING.has(id) && !objects.some((o) => knowledge.ownerOf.get(o) === id));
  if (draft.topical && shops.every((id) => TALKING.has(id))) return null;
  if (shops.length === 0 || objects.length === 0) return null;
  const subjects =
    told.length > 0 || named
      ? shops
      : MERCHANTS.test(own.encoded)
        ? merchantsOf(shops, knowledge)
        : shops.map((id) => id.replace(/-merchants$/, ''));
  const firstSegment = Math.min(
    draft.segment,
    shop?.segment ?? draft.segment,
    payment?.segment ?? draft.segment,
  );
  return redraft(draft, { subjects, objects, firstSegment });
}

/** A rule that matches nothing but the name of a way to pay says too little to look far for the shop. */
const isNameAlone = ({ match }: Draft): boolean => match.end - match.start === 1;

/** Whether the shop stands in the sentence, or was told of in the one before. */
const isToldJust = (
  shop: Placed | null,
  told: readonly string[],
  { index }: Sentence,
  { shops }: Discourse,
): boolean => told.length > 0 || (shop?.ids.length ?? 0) > 0 || shops.sentence >= index - 1;

/** «微信能登，就是没有支付宝»: a sentence on signing in that says nothing of paying. */
const signsIn = ({ encoded }: Sentence): boolean =>
  /能登|可以登|登得上|登不上|登[录陆]/.test(encoded) && !/付|收银|结账|结算|买单|充值|消费|购/.test(encoded);

/** «甲、乙、丙，这三家…应用»: the group that sums up a list stands for its members. */
const APPOSITION = new RegExp(`^[这上][^，]{0,2}[两二三四五六七八九十几\\d]+[家款个大]${LETTER.group}`);

/** «支付宝也没有» says nothing of paying where the text is about links, logins or, with no shop in the sentence, codes. */
function isElsewhere(
  { draft, sentence, discourse }: Pick<Ask, 'draft' | 'sentence' | 'discourse'>,
  shop: Placed | null,
): boolean {
  if (!VAGUE.test(sentence.encoded.slice(draft.match.start, draft.match.end))) return false;
  if (discourse.topic === 'code-interop') return shop === null;
  return (discourse.topic === 'access' || discourse.topic === 'login') && !OF_PAYING.test(sentence.encoded);
}

/** Predicates that fit a link as well as a way to pay. */
const VAGUE = /(?:没有?|有|不?行|不?能|不?可以|在|不?通|成|不?支持)(?:了|的)?$/;
const OF_PAYING = /付款|付钱|支付方式|收银|结账|结算|买单|付账/;

/** Where people talk and pay each other: what is paid near their names is paid elsewhere. */
const TALKING = new Set(['wechat', 'qq']);

/** «平台商家», «这家小店»: not the platform itself but those who sell on it. */
const MERCHANTS = /商家|商户|店铺|小店|卖家|店家/;

const merchantsOf = (ids: readonly string[], knowledge: Knowledge): string[] =>
  ids.map((id) => (knowledge.typeOf.has(`${id}-merchants`) ? `${id}-merchants` : id));

/** Short words of a tester need the shop or the payment in their own sentence. */
const namesAny = (sentence: Sentence, draft: Draft): boolean =>
  sentence.segments
    .slice(0, draft.segment + 1)
    .some((s) => s.tokens.some((t) => t.class === 'app' || t.class === 'payment'));

/** «银泰、上品今年接入…», «某人以…为由叫停…»: somebody without an entry acts, so nobody is to be recalled. */
function strangerActs(draft: Draft, own: Segment): boolean {
  const before = own.encoded.slice(0, Math.max(0, draft.match.start - own.from));
  return (
    /^[一-龥]{2,8}(?:、[一-龥]{2,8})+|^[一-龥]{2,4}以[^，]{2,12}为由/.test(before) ||
    STRANGER.test(before) ||
    WALLET_ACTS.test(before) ||
    COUNTER.test(before)
  );
}

/** «全国高速收费站已支持…»: a place or a firm by its last word. */
const STRANGER =
  /^(?!该|其|这|本|两|各|平台)[一-龥A-Za-z\d]{2,12}(?:App|网站|收费站|门店|银行|集团|医院|学校|大学|影院|酒店|机场|车站|公园|景区|出租车|停车场)/;

/** «支付宝已支持…»: a wallet acts for itself. */
const WALLET_ACTS = new RegExp(`^${LETTER.payment}(?:自?${LETTER.date})?[^，]{0,4}$`);

/** A counter in the street: what it takes says nothing of the app that was told before. */
const COUNTER =
  /便利店|药店|菜场|地铁|公交|茶店|小店|摊|商场|加油站|停车场|餐馆|饭店|早餐店|小卖部|(?<!门)店里|闸机|收银员|刷卡机|机具|终端|POS/;

/** Who or what stands at a counter, of a shop that may have been named before. */
const AT_COUNTER = /闸机|收银员|刷卡机|机具|终端|POS/;

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
const recalledPayments = (draft: Draft, sentence: Sentence, discourse: Discourse): readonly string[] => {
  const inBlock = discourse.payments.block === sentence.block;
  const goesOn = draft.topical && (!AHEAD.has(draft.status) || OF_PAYING.test(sentence.encoded));
  return (inBlock || goesOn) && near(discourse.payments, sentence, discourse) ? discourse.payments.ids : [];
};

const AHEAD: ReadonlySet<string> = new Set(['pending', 'planned', 'trial']);

/** Groups so wide that a later sentence hardly means them. */
const CROWD = new Set(['merchants', 'banks', 'payment-institutions', 'financial-apps', 'internet-platforms']);

const recalledShops = (sentence: Sentence, discourse: Discourse): readonly string[] => {
  if (near(discourse.shops, sentence, discourse)) return discourse.shops.ids.filter((id) => !CROWD.has(id));
  return discourse.protagonist === null || discourse.shops.ids.length > 0 ? [] : [discourse.protagonist];
};

/** The shop or the list of shops («甲的会员、乙的充值») that was named last before the draft. */
function lastShop(earlier: readonly Segment[], sentence: Sentence): Placed | null {
  for (let i = earlier.length - 1; i >= 0; i -= 1) {
    const shops =
      earlier[i]?.tokens.filter(
        (t) => isShop(t) && !t.ids.every((id) => TALKING.has(id)) && !isHouseSpeaking(t, sentence),
      ) ?? [];
    if (shops.length === 0 && isElsewhereNow(i, earlier)) return { ids: [], segment: i };
    if (shops.length > 0) return { ids: listedWith(shops, sentence), segment: i };
  }
  return null;
}

/** «腾讯方面介绍，…»: the house of a wallet speaks of its wallet, and is no shop. */
const isHouseSpeaking = ({ ids }: Token, { speeches }: Sentence): boolean =>
  ids.every((id) => WALLET_HOUSES.has(id)) &&
  speeches.some((s) => s.entity !== null && ids.includes(s.entity));
const WALLET_HOUSES = new Set(['tencent', 'ant-group']);

/** Whether a segment goes to a counter of nobody's; its people and machines may be those of the shop before it. */
function isElsewhereNow(at: number, earlier: readonly Segment[]): boolean {
  const place = COUNTER.exec(earlier[at]?.encoded ?? '')?.[0];
  if (place === undefined) return false;
  return !AT_COUNTER.test(place) || !earlier.slice(0, at).some((s) => s.tokens.some(isShop));
}

/** Money and cards that a wallet may hold. */
const FUNDS = new Set(['digital-rmb', 'visa', 'mastercard', 'jcb', 'amex', 'bank-card', 'foreign-cards']);

/** «下载支付宝或微信，绑定国际卡…»: the wallet that takes a card is its clause's, else that of a clause before. */
export function fillHolder({ draft, sentence, earlier }: Ask): Draft | null {
  if (draft.objects.length === 0 || !draft.objects.every((id) => FUNDS.has(id))) return null;
  const named = draft.objects.filter((id) => !id.endsWith('-card') && !id.endsWith('-cards'));
  const cards = named.length > 0 ? named : draft.objects;
  if (draft.subjects.length > 0) return redraft(draft, { objects: cards });
  const isHolder = (t: Token): boolean =>
    t.class === 'payment' && !t.ids.some((id) => draft.objects.includes(id));
  const isOffered = (t: Token): boolean => isHolder(t) && OFFERED.test(sentence.encoded.slice(0, t.at));
  const offered = earlier.some((s) => s.tokens.some(isOffered));
  const found = offered ? lastShop(earlier, sentence) : lastIn(earlier, isHolder);
  return found === null || found.ids.length === 0
    ? null
    : redraft(draft, { objects: cards, subjects: found.ids, firstSegment: found.segment });
}

/** «买票能选支付宝、云闪付，唯独…»: ways to pay that a shop offers, and no wallets that somebody opens. */
const OFFERED = /(?:选|支持|接受|收|认|有|刷)$/;

function listedWith(shops: readonly Token[], sentence: Sentence): readonly string[] {
  const found: Token[] = [];
  for (const shop of [...shops].reverse()) {
    const next = found[0];
    if (next !== undefined && !/^(?:的[^，、]{1,6})?、$/.test(sentence.encoded.slice(shop.at + 1, next.at)))
      break;
    found.unshift(shop);
  }
  return [...new Set(found.flatMap((t) => t.ids))];
}
