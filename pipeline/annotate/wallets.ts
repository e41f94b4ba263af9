import type { Span, TokenClass } from '../types.ts';

/** A token before it is known where it stands in the encoded sentence. */
export interface RawToken extends Span {
  readonly class: TokenClass;
  readonly ids: readonly string[];
}

/** What joins the members of a list. */
export const JOINER = /^(?:、|还是|或者|和|与|及|以及|或|跟|同|并|，以及)$/;
/** «支付宝、花呗、银行卡，没有微信»: offered or not where the words are about paying. */
const OFFERS = /(?:没有|没|只有|不收|只收|不认|只认|不能用|也有|还有|有)$/;
const PAYS_HERE = /^(?!.*登[录入陆]?).*(?:支付宝|云闪付|银行卡|花呗|付款|付钱|结账|收银|买单)/s;

const PAYING = [
  {
    before: /(?:用|使用|以|通过|拿|刷|选择|选)$/,
    after: /^(?:来|进行|直接|扫码|零钱)*(?:支付|付款|付账|付钱|买单|结账|结算|付(?!费))/,
  },
  { before: /向$/, after: /^(?:提交|递交|提出)(?:过|了)?申请/ },
  { before: /(?:用|使用|通过|拿)$/, after: /^(?:去|来|直接|也|就)*扫/ },
  { before: /$/, after: /^(?:付不了|付得了|付不成|付不出)/ },
  { before: /(?:没有|没|有|见|到|出|少了)$/, after: /^[这那]一?[栏项](?:[，。；！选]|$)/ },
  { before: /(?:^|[，。；：！])$/, after: /^(?:付的|付掉|付成|结的账|买的单)/ },
  { before: /只能用$/, after: /^(?:[，。；！]|$)/ },
  {
    before: /$/,
    after: /^的?“?(?:个人|商家|商户|经营|静态|面对面|线下)*(?:收款码|付款码|收款条码|绿码|蓝码|红码)/,
  },
  {
    before: /(?:扫|扫描|识别|扫了扫)$/,
    after: /^的?“?(?:个人|商家|经营|面对面)*(?:收款码|付款码|二维码|码|条码)/,
  },
];

/** «用微信付款»: an app named for its wallet. */
export function asWallet(
  twin: string,
  span: Span,
  token: RawToken,
  walletOf: ReadonlyMap<string, string>,
): RawToken {
  const wallet = token.class === 'app' ? walletOf.get(token.ids[0] ?? '') : undefined;
  if (wallet === undefined) return token;
  const before = twin.slice(Math.max(span.start, token.start - 3), token.start);
  const after = twin.slice(token.end, token.end + 8);
  const pays =
    PAYING.some((p) => p.before.test(before) && p.after.test(after)) ||
    (wallet === 'wechat-pay' &&
      OFFERS.test(before) &&
      /^(?:[，。；！、]|$)/.test(after) &&
      PAYS_HERE.test(twin.slice(span.start, span.end)));
  return pays ? { ...token, class: 'payment', ids: [wallet] } : token;
}

const PAYING_NEAR =
  /都在(?=[，。；！]|$)|付|绑定|收款|购票|缴费|充值|结账|买单|钱包|扫|收银|都行|照收|都收|全收|随便选|任选|任挑|任你|齐全|一字排开/;
const OPENING_NEAR = /打开|链接|跳转|网址|登/;

/** «支付宝、微信都行»: an app in one list with a payment is named for its wallet, where the words are about paying. */
export function mergeWallets(
  twin: string,
  span: Span,
  left: RawToken,
  right: RawToken,
  walletOf: ReadonlyMap<string, string>,
): RawToken | null {
  if ((left.class === 'payment') === (right.class === 'payment')) return null;
  const app = left.class === 'payment' ? right : left;
  const wallet = app.class === 'app' && app.ids.length === 1 ? walletOf.get(app.ids[0] ?? '') : undefined;
  const between = twin.slice(left.end, right.start);
  if (wallet === undefined || (between !== '' && !JOINER.test(between))) return null;
  const around = twin
    .slice(Math.max(span.start, left.start - 12), Math.min(span.end, right.end + 16))
    .replace(/支付宝|微信支付/g, '');
  if (!PAYING_NEAR.test(around) || OPENING_NEAR.test(around)) return null;
  const ids = app === left ? [wallet, ...right.ids] : [...left.ids, wallet];
  return { class: 'payment', ids, start: left.start, end: right.end };
}
