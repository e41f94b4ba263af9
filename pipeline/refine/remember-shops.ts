import { type Cues, type Document, type Knowledge, LETTER, type Sentence, type Token } from '../types.ts';
import { type Discourse, kept, NOTHING, type Remembered } from './discourse.ts';
import { idsOf, isShop, ROOMS } from './look.ts';

/** «排在支付宝和花呗后面»: ways to pay beside which another one stands. */
const isBeside = ({ at, ids }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  ids.length > 0 &&
  (COMES_BESIDE.test(encoded.slice(at + 1)) ||
    (cues.endOf('stands-at', encoded.slice(0, at)) > 0 &&
      cues.startOf('stands-beside', encoded.slice(at + 1)) > 0));

/** «支付宝底下多了一行微信支付»: beside it another one has come. */
const COMES_BESIDE = /^的?[底下旁边后上前][面方边下][^，。；]{0,4}[多添冒增新]/;

/** «微信支付8月起支持使用数字人民币»: the wallet that has just been said to take another way to pay is where one pays. */
const isHolder = ({ ids }: Token, { index }: Sentence, { last, lastClaim }: Discourse): boolean =>
  last?.relation === 'acceptance' &&
  lastClaim.sentence === index &&
  ids.every((id) => last.subjects.includes(id));

/** «支付宝的淘宝、饿了么场景»: whose shops they are. */
const OWNS = new RegExp(`^的${LETTER.app}`);

/** Who sells, and how one pays there. */
export function rememberShops(
  discourse: Discourse,
  tokens: readonly Token[],
  sentence: Sentence,
  document: Document,
  { cues, groupOf, traitOf }: Knowledge,
): void {
  const payments = tokens.filter(
    (t) =>
      t.class === 'payment' &&
      !isBeside(t, sentence, cues) &&
      !isHolder(t, sentence, discourse) &&
      !OWNS.test(sentence.encoded.slice(t.at + 1)),
  );
  if (payments.length > 0 && !isBackground(sentence, discourse.payments, document)) {
    const ids = idsOf(payments);
    const before = discourse.payable.ids.filter((id) => !ids.includes(id));
    discourse.payable = kept([...before, ...ids], sentence);
    if (!isLeftByClaim(ids, tokens, sentence, discourse)) discourse.payments = kept(ids, sentence);
  }
  const shop = tokens.findLast(
    (t) =>
      (isShop(t) || isOfSeller(t, sentence, cues)) &&
      !t.ids.some((id) => groupOf.has(id) || id === 'unionpay' || traitOf.get(id) === 'bank') &&
      (t.mark !== 'object' || isEntered(t, sentence, cues) || isTurnedTo(t, sentence, discourse, cues)),
  );
  const inShop =
    discourse.shops.sentence === sentence.index && shop?.ids.every((id) => ROOMS.has(id)) === true;
  if (shop !== undefined && !inShop) discourse.shops = kept(unique(shop.ids), sentence);
}

/** «一位某平台商家说»: who sells there speaks. */
const isOfSeller = ({ class: c, mark, at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  c === 'app' && mark === 'speaker' && cues.startOf('sellers', encoded.slice(at + 1)) > 0;

/** Whether a claim on these ways to pay has been made, and others are kept in mind all the same. */
const isLeftByClaim = (
  ids: readonly string[],
  tokens: readonly Token[],
  { index, segments }: Sentence,
  { last, lastClaim, payments }: Discourse,
): boolean =>
  lastClaim.sentence === index &&
  segments[lastClaim.segment]?.tokens === tokens &&
  payments.sentence === index &&
  ids.every((id) => last?.objects.includes(id) === true && !payments.ids.includes(id));

/** «…多了抖音支付。此前只有微信支付。乙还没有»: what there was before is not what the next shop lacks. */
export function isBackground(
  { tokens: [head], block, index }: Sentence,
  told: Remembered,
  { dates }: Document,
): boolean {
  const isFormer = head?.class === 'date' && head.at <= 1 && dates[Number(head.ids[0])]?.role === 'past';
  return isFormer && told.block === block && index - told.sentence === 1;
}

/** «打开饿了么点了份盖饭», «闲鱼呢，我拍下一本旧书»: who opens an app or turns to it, and to no link, may buy there. */
const isEntered = ({ at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  cues.startOf('asked-after', encoded.slice(at + 1)) > 0 ||
  (cues.endOf('enters-app', encoded.slice(0, at)) > 0 &&
    cues.startOf('its-things', encoded.slice(at + 1)) === 0);

/** «先说星巴克。»: who sells over a counter, or where ways to pay have been told of. */
const isTurnedTo = (
  { at, class: c }: Token,
  { encoded }: Sentence,
  { payable }: Discourse,
  cues: Cues,
): boolean =>
  (c !== 'app' || payable.ids.length > 0) && cues.endOf('comes-to-speak-of', encoded.slice(0, at)) > 0;

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

/** «“我们不收现金。”某店的收银员说»: whose people speak stands behind what they say; «某某呢？» turns to a shop that nobody knows. */
export function enterShop(
  discourse: Discourse,
  sentence: Sentence,
  next: Sentence | undefined,
  cues: Cues,
): void {
  if (sentence.tokens.length === 0 && cues.has('asks-after-stranger', sentence.encoded))
    discourse.shops = NOTHING;
  if (next === undefined || next.block !== sentence.block || !sentence.encoded.endsWith('”')) return;
  const [head] = next.tokens;
  if (head?.at === 0 && isShop(head) && cues.startOf('its-people-say', next.encoded.slice(1)) > 0)
    discourse.shops = kept(head.ids, sentence);
}
