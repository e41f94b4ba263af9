import { type Cues, LETTER, type Sentence, type Token } from '../types.ts';
import { listBeginning, listEnding } from './lists.ts';
import { type Assign, ids, isLeftOut, isPayment, isProvider, type Parts } from './parts.ts';

/** An app takes the ways to pay that the rule's words hold, else those of its segment. */
export const takes: Assign = ({ tokens, start, end, sentence, cues, traitOf }) => {
  const inMatch = sentence.tokens
    .filter((t) => isPayment(t) && t.at >= start && t.at < end)
    .map((t) => within(t, sentence));
  if (inMatch.length > 0 && inMatch.every((t) => isLeftOut(t, sentence))) return NOTHING;
  const places = inMatch.length > 0 ? [] : tokens.filter((t) => isPayment(t) && isPlace(t, sentence));
  const payments = inMatch.length > 0 ? inMatch : tokens.filter((t) => isPayment(t) && !places.includes(t));
  const parties = tokens.filter(
    (t) =>
      isProvider(t) &&
      t.mark !== 'agent' &&
      !isModel(t, sentence, cues) &&
      !isPostedOn(t, sentence) &&
      !isRanked(t, sentence, cues) &&
      !isAwaited(t, sentence, cues) &&
      !isClearer(t) &&
      !isBank(t, traitOf) &&
      !isBracketed(t, start, sentence) &&
      !isMaker(t, inMatch, sentence) &&
      !isVenue(t, sentence) &&
      !isKind(t, sentence) &&
      !isForerunner(t, sentence) &&
      !besidePayment(t, tokens, sentence),
  );
  const before = parties.filter((t) => t.at < start);
  if (supportsAnother(tokens, inMatch, start, sentence)) return NOTHING;
  const chosen =
    before.length > 0
      ? listEnding(before, sentence, JOINS_SHOPS)
      : listBeginning(parties, sentence, JOINS_SHOPS);
  if (chosen.length === 0 && places.length > 0) return { subjects: ids(places), objects: ids(payments) };
  if (chosen.length === 0 && inMatch.length > 0) {
    const wallet = walletThatTakes(tokens, inMatch, start, sentence);
    if (wallet !== null) return { subjects: [...wallet.ids], objects: ids(inMatch) };
  }
  return {
    subjects: ids(chosen),
    objects: ids([...payments, ...goesOn(payments, sentence), ...besides(start, end, sentence)]),
  };
};

/** «微信支付、支付宝、某某钱包和数字人民币»: a list goes on behind a name that nobody knows. */
const UNKNOWN_BETWEEN = /^、[^，。；、\ue000-\ue007]{2,6}(?:、|和|及|与|以及)$/;
const goesOn = (listed: readonly Token[], { tokens, encoded }: Sentence): Token[] => {
  const last = listed.at(-1);
  const next = tokens.find((t) => last !== undefined && t.at > last.at);
  const joined = last !== undefined && next !== undefined && isPayment(next);
  return joined && UNKNOWN_BETWEEN.test(encoded.slice(last.at + 1, next.at)) ? [next] : [];
};

/** «支付宝里的小程序尚不支持»: where one pays, and none of the ways. */
const isPlace = ({ at, mark }: Token, { encoded }: Sentence): boolean =>
  mark === 'host' && /^(?:App)?[里内（]/.test(encoded.slice(at + 1));

/** «均支持某支付、分期付款（支持多家银行）»: who is named in brackets behind is no shop of the clause. */
function isBracketed({ at, class: cls }: Token, start: number, { encoded }: Sentence): boolean {
  const between = encoded.slice(start, at);
  return cls === 'group' && at > start && between.lastIndexOf('（') > between.lastIndexOf('）');
}

/** «苹果公司的Apple Pay», «蚂蚁集团旗下的支付宝»: whose way to pay it is, and no shop. */
const isMaker = ({ at, class: cls }: Token, payments: readonly Token[], { encoded }: Sentence): boolean =>
  cls === 'company' &&
  payments.some((t) => t.at > at && /^(?:公司|集团|旗下){1,2}的?$/.test(encoded.slice(at + 1, t.at)));

/** «继甲、乙之后又一个支持…的应用»: after whom somebody else does it. */
const isForerunner = ({ at }: Token, { encoded }: Sentence): boolean =>
  /继$/.test(encoded.slice(0, at)) && /^之?后/.test(encoded.slice(at + 1));

/** «率先支持的阿里系应用是闲鱼»: of what kind the next name is. */
const isKind = ({ at, class: cls }: Token, { tokens, encoded }: Sentence): boolean =>
  cls === 'group' &&
  tokens.some(
    (o) => o.class === 'app' && o.at > at && /^(?:便|则|就|只)?[是为有]$/.test(encoded.slice(at + 1, o.at)),
  );

/** «京东微信小程序»: where the shop has its mini-program, and not who is paid. */
const isVenue = ({ at }: Token, { tokens, encoded }: Sentence): boolean =>
  OWNS_MINI_PROGRAM.test(encoded.slice(at + 1)) &&
  tokens.some((o) => o.class === 'app' && o.at < at && /^的?$/.test(encoded.slice(o.at + 1, at)));
const OWNS_MINI_PROGRAM = new RegExp(`^的?(?:小程序|${LETTER.scene})`);

/** «支付宝“花呗”»: what stands right behind a wallet is a part of it, and the one that is meant. */
const within = (t: Token, { tokens, encoded }: Sentence): Token =>
  tokens.find((o) => isPayment(o) && o.at > t.at && /^“?$/.test(encoded.slice(t.at + 1, o.at))) ?? t;

/** «小米14支持…», «华为Mate 60»: a telephone, and no shop. */
const isModel = ({ at, mark, class: cls }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cls === 'company' && mark === 'speaker' && cues.startOf('phone-model', encoded.slice(at + 1)) > 0;

/** «饿了么发微博说支持…»: where somebody says it, and no shop. */
const isPostedOn = ({ at, mark }: Token, { encoded }: Sentence): boolean =>
  mark === 'speaker' && encoded.charAt(at - 1) === '发';

/** «等待腾讯的审核», «向微信提交»: who is asked, and not who asks. */
const isAwaited = ({ at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cues.endOf('waits-for', encoded.slice(Math.max(0, at - 4), at)) > 0 &&
  (at + 1 === encoded.length || cues.startOf('their-answer', encoded.slice(at + 1)) > 0);

/** «成为阿里系里又一个…»: among whom somebody is the first or the next. */
const isRanked = ({ at, class: cls }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cls !== 'app' &&
  /(?:成为|成了|是)$/.test(encoded.slice(0, at)) &&
  cues.startOf('ranked-among', encoded.slice(at + 1)) > 0;

/** They carry payments between others and sell nothing. */
const isClearer = (t: Token): boolean => t.ids.every((id) => id === 'unionpay' || id === 'nucc');

/** «支付渠道有工商银行、招商银行及支付宝»: from whose accounts one pays, and where nothing is sold. */
const isBank = ({ ids }: Token, traitOf: Parts['traitOf']): boolean =>
  ids.every((id) => traitOf.get(id) === 'bank' || id === 'unionpay');

/** «甲骑车、乙等商户»; not «与甲合作、乙支持…». */
const JOINS_SHOPS = /^的?(?:(?!合作|打通|互通)[一-龥]){0,4}、$/;

/** «微信、支付宝随便选»: in one list with ways to pay a party is meant as one, not as the shop. */
const besidePayment = (party: Token, tokens: readonly Token[], sentence: Sentence): boolean =>
  tokens.some((t) => {
    if (!isPayment(t)) return false;
    const [left, right] = t.at < party.at ? [t, party] : [party, t];
    return /^[、和或]$/.test(sentence.encoded.slice(left.at + 1, right.at));
  });

/** «支付宝余额及银行卡»: listed with the fund, and not its holder. */
const BESIDE = /^[^，]{0,4}(?:、|和|及|与|以及|或)(?:[一两三几多\d]+张)?$/;

/** «支付宝接入数字人民币»: a wallet may itself take another money. */
function walletThatTakes(
  tokens: readonly Token[],
  taken: readonly Token[],
  start: number,
  sentence: Sentence,
): Token | null {
  if (!taken.every((t) => t.ids.every((id) => FUNDS.has(id)))) return null;
  const wallet = tokens.filter((t) => isPayment(t) && t.at < start).at(-1);
  const listed = wallet !== undefined && BESIDE.test(sentence.encoded.slice(wallet.at + 1, taken[0]?.at));
  const isActor = wallet !== undefined && !listed && !/[用除给]$/.test(sentence.encoded.slice(0, wallet.at));
  return isActor ? wallet : null;
}

/** «某钱包支持另一钱包扫码»: of two wallets neither is where one pays. */
const supportsAnother = (
  tokens: readonly Token[],
  taken: readonly Token[],
  start: number,
  { encoded }: Sentence,
): boolean =>
  /^(?:支持|支援)/.test(encoded.slice(start)) &&
  taken.length > 0 &&
  !taken.some((t) => t.ids.some((id) => FUNDS.has(id))) &&
  tokens.some(
    (t) =>
      isPayment(t) &&
      t.at < start &&
      !AFTER_DAY.test(encoded.slice(t.at + 1)) &&
      /^[^，、]{0,8}$/.test(encoded.slice(t.at + 1, start)),
  );
const AFTER_DAY = new RegExp(`^自?${LETTER.date}`);

/** Money and cards that are kept in a wallet. */
const FUNDS = new Set(['digital-rmb', 'visa', 'mastercard', 'jcb', 'amex', 'bank-card', 'foreign-cards']);

/** «除支付宝外，还支持…», «除了支付宝，某店也收…»: what stands beside is taken too; not «除支付宝外都支持». */
const besides = (start: number, end: number, sentence: Sentence): Token[] =>
  sentence.tokens.filter(
    (t) =>
      isPayment(t) &&
      t.at < start &&
      /除(?:了)?$/.test(sentence.encoded.slice(0, t.at)) &&
      /^(?:之外|以外|外|，)/.test(sentence.encoded.slice(t.at + 1)) &&
      !ALL_OF_THEM.test(sentence.encoded.slice(t.at + 1, end)) &&
      !sentence.tokens.some((o) => isPayment(o) && o.at > t.at && o.at < start),
  );

const ALL_OF_THEM = /^[^。；还也亦另]*[都均皆全]/;

/** A way to pay serves a service: the roles of «takes», with the service behind the verb. */
export const serves: Assign = ({ tokens, start, end }) => {
  const payments = tokens.filter((t) => isPayment(t) && t.at < end);
  const services = tokens.filter((t) => isProvider(t) && t.at >= start);
  return { subjects: ids(services), objects: ids(payments) };
};

/** A wallet takes up cards or money of another kind; without such a thing there is nothing to say. */
export const holds: Assign = ({ tokens, start, end, sentence }) => {
  const isFund = (t: Token): boolean => isPayment(t) && t.ids.every((id) => FUNDS.has(id));
  const funds = sentence.tokens.filter((t) => isFund(t) && t.at >= start && t.at < end);
  const holders = tokens.filter((t) => isPayment(t) && !isFund(t) && t.at < start);
  const isForeign = funds.every((t) => t.ids.every((id) => id !== 'bank-card' && id !== 'digital-rmb'));
  const isShop = (t: Token): boolean => (t.class === 'app' || t.class === 'company') && t.mark !== 'speaker';
  const apps = tokens.filter((t) => isShop(t) && !isClearer(t) && t.at < start);
  const chosen =
    holders.length === 0 && isForeign ? listEnding(apps, sentence, JOINS_SHOPS) : holders.slice(-1);
  return { subjects: ids(chosen), objects: ids(funds) };
};

/** «支付宝、微信支付的收款码与云闪付互认»: each of the list with the one behind it. */
const JOINS = /^(?:的?[^，、]{0,6})?(?:与|和|同|跟|及)[^，、]{0,6}$/;

const NOTHING = { subjects: [], objects: [] };

/** One wallet scans the other's code: the rule names who is which, what it leaves out is found later. */
export const scans: Assign = () => NOTHING;

/** Two wallets read each other's codes; one that scans a list of codes makes a pair with each. */
export const wallets: Assign = ({ tokens, start, end, sentence }) => {
  const named = tokens.filter(isPayment);
  const joined = eachWithOne(named, sentence);
  if (joined !== null) return joined;
  if (isListThatScans(named, sentence.encoded.slice(start, end), sentence)) return NOTHING;
  const inMatch = sentence.tokens.filter((t) => isPayment(t) && t.at >= start && t.at < end);
  const scanner = tokens.filter((t) => isPayment(t) && t.at < start).slice(-1);
  if (inMatch.length === 1 && scanner.length === 1) return { subjects: ids(scanner), objects: ids(inMatch) };
  const words = sentence.encoded.slice(start, end);
  const scans = /覆盖|包括|涵盖/.test(words) || (/扫|识别/.test(words) && !words.includes('互'));
  if (scans && inMatch.length === 1 && ids(inMatch).length > 1) {
    const earlier = sentence.tokens.filter((t) => isPayment(t) && t.at < start).slice(-1);
    return earlier.length === 0 ? NOTHING : { subjects: ids(earlier), objects: ids(inMatch) };
  }
  const [listed, partner] = tokens.filter(isPayment);
  if (
    listed !== undefined &&
    partner !== undefined &&
    listed.ids.length > 1 &&
    JOINS.test(sentence.encoded.slice(listed.at + 1, partner.at))
  )
    return { subjects: [...listed.ids], objects: [...partner.ids] };
  const matched = ids(inMatch);
  const all = matched.length > 1 ? matched : ids(tokens.filter(isPayment));
  return { subjects: all.slice(0, 1), objects: all.slice(1) };
};

/** «支付宝、云闪付均可扫码进站»: what each of a list does, and nothing between the two. */
const isListThatScans = ([list, more]: readonly Token[], words: string, { encoded }: Sentence): boolean =>
  list !== undefined &&
  more === undefined &&
  list.ids.length > 1 &&
  /扫|识别/.test(words) &&
  !MUTUAL.test(encoded);
const MUTUAL = /互|彼此|对方|双向|双方|两家|之间/;

/** «甲、乙宣布与丙互通»: each of the list with the one behind it. */
function eachWithOne([list, one, more]: readonly Token[], { encoded }: Sentence): ReturnType<Assign> | null {
  if (list === undefined || one === undefined || more !== undefined) return null;
  const isJoined = /[与和跟同][^，]{0,4}$/.test(encoded.slice(list.at + 1, one.at));
  return isJoined && list.ids.length > 1 && one.ids.length === 1
    ? { subjects: one.ids, objects: list.ids }
    : null;
}
