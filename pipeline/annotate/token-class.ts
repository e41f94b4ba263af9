import type { Mention, TokenClass } from '../types.ts';

/** Card networks: companies that stand in a sentence for their cards. */
const CARDS = new Set(['visa', 'mastercard', 'jcb', 'amex', 'discover']);

/** «支付宝的红包发到微信»: what people send one another is no way to pay. */
const PACKET =
  /^(?:钱包)?(?:里)?的?(?:新年|春节|口令|现金|拜年)?红包(?!抵|支付|付|可以?抵|减|余额|金额|里)[^。；]{0,24}(?:微信|朋友圈|微博|QQ|来往|好友|群|链接|点)/;

/** As what rules see a mention, with the text behind it. */
export function classOf({ kind, id, type }: Mention, after: string): TokenClass {
  if (kind !== 'entity') return kind === 'date' ? 'date' : 'scene';
  if (id === 'alipay' && PACKET.test(after)) return 'app';
  return CARDS.has(id) ? 'payment' : (type ?? 'app');
}
