import type { Cues, Knowledge, Segment, Sentence, Token } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { isShop, ROOMS } from './look.ts';

/** What stands in a segment of the sentence. */
export interface Placed {
  readonly ids: readonly string[];
  readonly segment: number;
}

interface Where {
  readonly sentence: Sentence;
  readonly discourse: Discourse;
  readonly cues: Cues;
  readonly traitOf: Knowledge['traitOf'];
}

/** The shop or the list of shops («甲的会员、乙的充值») that was named last before the draft. */
export function lastShop(earlier: readonly Segment[], ask: Where): Placed | null {
  const { sentence } = ask;
  for (let i = earlier.length - 1; i >= 0; i -= 1) {
    const shops =
      earlier[i]?.tokens.filter(
        (t) =>
          isShop(t) &&
          !t.ids.every((id) => ask.traitOf.get(id) === 'bank') &&
          !t.ids.every((id) => ROOMS.has(id)) &&
          !isHouseSpeaking(t, sentence) &&
          !isCounterpart(t, sentence) &&
          !isLikened(t, sentence) &&
          !isHouseOf(t, sentence) &&
          !isStock(t, sentence),
      ) ?? [];
    if (shops.length === 0 && isElsewhereNow(i, earlier, ask)) return { ids: [], segment: i };
    if (shops.length > 0) return { ids: listedWith(shops, sentence), segment: i };
  }
  return null;
}

/** «腾讯方面介绍，…»: the house of a wallet speaks of its wallet, and is no shop. */
const isHouseSpeaking = ({ ids }: Token, { speeches }: Sentence): boolean =>
  ids.every((id) => WALLET_HOUSES.has(id)) &&
  speeches.some((s) => s.entity !== null && ids.includes(s.entity));
/** «正在和百度地图谈合作», «与腾讯达成合作»: with whom somebody talks. */
export const isCounterpart = ({ at }: Token, { encoded }: Sentence): boolean =>
  /[与和跟同]$/.test(encoded.slice(0, at)) && WITH_WHOM.test(encoded.slice(at + 1));
const WITH_WHOM =
  /^(?:洽|商)?谈|^(?:集团|公司)?(?:达成|展开|开展|签署|签订|建立|深化)(?:了)?[^，。；]{0,6}(?:合作|协议)/;
/** «天猫超市跟淘宝一样，微信支付能用»: whom the shop that is meant is like. */
const isLikened = ({ at }: Token, { encoded }: Sentence): boolean =>
  /[与和跟同]$/.test(encoded.slice(0, at)) &&
  /^的?(?:是|完全|几乎)*(?:一样|一个样|差不多|相同|不同|不一样|相反|类似|相比|相仿)/.test(
    encoded.slice(at + 1),
  );
/** «天猫作为阿里巴巴旗下的平台，…»: the house is none of those that sell. */
const isHouseOf = ({ class: c, at }: Token, { encoded }: Sentence): boolean =>
  (c === 'company' || c === 'group') && /^(?:公司|集团)?(?:旗下|名下)/.test(encoded.slice(at + 1));
/** «它接的是京东和拼多多的货»: whose goods a shop sells. */
export const isStock = ({ at }: Token, { encoded }: Sentence): boolean =>
  /(?:[接卖挂摆上]|引入|对接|代销)(?:的(?:都|也|全)?是|了|着)$/.test(encoded.slice(0, at)) &&
  /^[^，。；]{0,4}的(?:货|商品|货源|宝贝|货架)/.test(encoded.slice(at + 1));
const WALLET_HOUSES = new Set(['tencent', 'ant-group']);

/** Whether a segment goes to a counter of nobody's; its people and machines may be those of the shop told just before. */
function isElsewhereNow(at: number, earlier: readonly Segment[], ask: Where): boolean {
  const { sentence, discourse, cues } = ask;
  const place = cues.find('counter', earlier[at]?.encoded ?? '')?.[0];
  if (place === undefined) return false;
  const { shops } = discourse;
  const justTold = shops.block === sentence.block && sentence.index - shops.sentence <= 1;
  const inShop = justTold || earlier.slice(0, at).some((s) => s.tokens.some(isShop));
  return !cues.has('at-counter', place) || !inShop;
}

function listedWith(shops: readonly Token[], sentence: Sentence): readonly string[] {
  const found: Token[] = [];
  for (const shop of [...shops].reverse()) {
    const next = found[0];
    if (next !== undefined && !isListed(shop, next, sentence)) break;
    found.unshift(shop);
  }
  return [...new Set(found.flatMap((t) => t.ids))];
}

/** «甲的会员、乙的充值», «淘宝天猫». */
function isListed(shop: Token, next: Token, { encoded }: Sentence): boolean {
  const between = encoded.slice(shop.at + 1, next.at);
  return (
    /^(?:的[^，、]{1,6})?、$/.test(between) ||
    (between === '' && shop.class === 'app' && next.class === 'app')
  );
}
