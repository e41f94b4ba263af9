import type { Cues, Knowledge, Span, TokenClass } from '../types.ts';

/** A token before it is known where it stands in the encoded sentence. */
export interface RawToken extends Span {
  readonly class: TokenClass;
  readonly ids: readonly string[];
  /** Whether it is a thing of the app. */
  readonly isThing?: true | undefined;
}

/** What joins the members of a list. */
export const JOINER =
  /^(?:[（(](?:推荐|默认|首选|优惠|立减)[）)])?(?:、|\/|还是|或者|和|与|及|以及|或|跟|同|并|，以及)(?:(?:自家|自有|自营|自己|其自有|旗下)的?)?$/;
/** Where the words beside «微信» can only mean its wallet, once the sentence is about paying. */
const AS_WALLET = besides([
  {
    before:
      /(?:用|使用|刷|走|选|试|有|没|没有|没?[看见瞧找翻][见到着]|认|收|支持|接受|加了|添了|少了|缺了?|[用刷收付选]得了|[用刷走付选扣勾结]的|扣|划|掏出?|举[起着]?|亮出?|换成?|递上|、扫|，扫|^扫)$/,
    after:
      /^(?:了|的|吧|呢|啦)?(?:[，。；！、]|[和与或](?:现金|银联|刷卡|银行卡|云闪付)|$|那一?[栏项]|这一?[栏项]|的?(?:选项|入口|图标))/,
  },
  { before: /$/, after: /^(?:的|那个|这个)(?:支付)?(?:图标|选项|入口|按钮|通道)(?!打|跳)/ },
  { before: /(?:没|有|着|到|见|出)$/, after: /^付[钱款](?:的|这个|那个)(?:地方|地儿|选项|入口|图标|按钮)/ },
  {
    before: /(?:^|[，。；、：])(?:而|但|倒是|唯独|就是|还有|至于)?$/,
    after:
      /^(?:付[的了得不]|(?:都|也|均|全)[收行认有在能]|照收|不[认收行]|没了|想都|用不了|[可能]用|[可能]付|支付宝|(?:，|、)(?:支付宝|云闪付|QQ钱包|银行卡|数字人民币|Apple ?Pay|花呗))/,
  },
]);

/** Where the words beside a name can only mean its wallet, once the sentence is about codes. */
const OF_CODES = besides([
  {
    before: /(?:^|[，。；：！，])$/,
    after:
      /^(?:App)?的?(?:扫一扫)?(?:至今|目前|还|也|就|才|仍|则|却|倒|只)*(?:能)?[认读识][得不]?[出了到动得别]?(?:支付宝|云闪付|QQ钱包|[一-龥]{2}支付|数)/,
  },
  { before: /(?:^|[，。；：！张])$/, after: /^的码(?:[拿用靠换，]|被|让)/ },
  { before: /$/, after: /^码(?:[，。；！、”和与跟及都也彼互被能可支拿用]|$)/ },
  { before: /(?:^|[，。；：！])$/, after: /^(?:扫(?:成了|过了|通了|没成|不[成通了])|的扫一扫能?[认读识扫])/ },
  { before: /[与和跟同]$/, after: /^(?:的码|的?收款码)?(?:之间)?的?(?:互扫|互认|互相|彼此)/ },
  { before: /$/, after: /^的?“?(?:小|那块|那张)?(?:[绿蓝]码|立牌|牌子|静态码|动态码|贴纸码|牌上)/ },
  { before: /(?:^|[，。；])$/, after: /^的(?:倒|则|就|也|却|还|都)*(?:可以|能扫|行|不行|扫[得不]|认[得不])/ },
  { before: /(?:掏出|举起|举着|用|拿)$/, after: /^(?:App)?(?:对着|对准|往|，对准)/ },
]);

const PAYING = besides([
  {
    before: /$/,
    after:
      /^[与和跟同、](?:支付宝|云闪付|数字人民币|[一-龥]{2}支付)(?:之间)?(?:的?码)?(?:互相|彼此|互不|谁也)/,
  },
  { before: /(?:从|由|走)$/, after: /^(?:那头|那边|里|零钱|账户|钱包)*(?:直接|自动)?(?:走|扣|划|付|出)/ },
  { before: /(?:^|[，。；：！])$/, after: /^扫(?:了)?一下就?(?:扣|付|过|成)/ },
  { before: /(?:亮|举|掏|递|出示|打开|调出|点开|刷)[出起开着了上]?$/, after: /^的?(?:付款)?码/ },
  {
    before: /(?:用|使用|以|通过|拿|刷|选择|选)$/,
    after: /^(?:来|进行|直接|扫码|零钱)*(?:支付|付款|付账|付钱|买单|结账|结算|付(?!费))/,
  },
  { before: /向$/, after: /^(?:提交|递交|提出)(?:过|了)?申请/ },
  {
    before: /(?:用|使用|通过|拿)$/,
    after: /^(?:去|来|直接|也|就)*扫(?!(?:码|一扫)(?:授权|快捷|一键|就能?|即可)*登)/,
  },
  {
    before: /(?:扫|扫描|识别)(?:了|一下)?$/,
    after: /^家?(?:的|那|这)?(?:一?[张块枚]|一个|收款|付款|个人|商家|经营)/,
  },
  {
    before: /(?:^|[，。；：！])(?:而|但|用|拿)?$/,
    after:
      /^(?:App)?(?:至今|目前|暂时|暂|眼下|还|也|就|仍|依旧|则|却|倒|照样|同样)*(?:能|可以?)?(?:扫不|扫得|认不出|识别不|扫(?:支付宝|云闪付))/,
  },
  { before: /(?:刷|扣的|勾的|结的)”?$/, after: /^(?:[，。；！、”]|则|也|就|要|买|付|$)/ },
  { before: /(?:没有|没|有|见|到|出|少了)$/, after: /^[这那]一?[栏项](?:[，。；！选]|$)/ },
  { before: /只能用$/, after: /^(?:[，。；！]|$)/ },
  {
    before: /$/,
    after:
      /^的?“?(?:个人|商家|商户|经营|静态|面对面|线下)*(?:收款码|付款码|收款条码|收款二维码|二维码收款|(?<=面对面|个人|商家|商户|经营)二维码|乘车码|绿码|蓝码|红码|个人码|商家码|商户码|经营码|台卡|桌贴)/,
  },
  {
    before: /(?:扫|扫描|识别|扫了扫|[扫识认读][别]?[不得](?:了|出|动|上|到|开|通|过)?)$/,
    after: /^的?“?(?:个人|商家|经营|面对面)*(?:收款码|付款码|二维码|码|条码)|^的(?:[，。；！]|$)/,
  },
]);

/** «微信付不了», «微信也能付»: of an app that sells as well it is told what it takes - «京东也能付». */
const PAYS_ALONE = besides([
  {
    before: /$/,
    after:
      /^(?:付不了|付得了|付不成|付不出|(?:扫码)?付款(?!的链接|时|页|界面|环节|方式|找不到|没有|只能|不能))/,
  },
  {
    before: /(?:^|[，。；：！])$/,
    after: /^(?:也|都|还|就|照样|同样)*(?:付的|付掉|付成|结的账|买的单|能付|可付|可以付|能刷)/,
  },
]);

/** «我们只收微信和现金»: what a shop takes. */
const TAKEN = besides([
  {
    before: /(?:[只不也都还能就]|^|[，。；：“])收(?:过)?$/,
    after: /^(?:了|的|吗|吧|呢|啦)*(?:[，。；！？”、]|[和与跟或]|$)/,
  },
]);

/** Words before and behind a name, in pairs. */
interface Beside {
  readonly before: RegExp;
  readonly after: RegExp;
}

/**
 * Whether any pair stands around a name. Behind most names none of the second words stands, which one expression tells
 * of all pairs at once.
 */
function besides(pairs: readonly Beside[]): (before: string, after: string) => boolean {
  const anyAfter = new RegExp(pairs.map(({ after }) => after.source).join('|'));
  return (before, after) =>
    anyAfter.test(after) && pairs.some((pair) => pair.after.test(after) && pair.before.test(before));
}

/** «用微信付款»: an app named for its wallet. */
export function asWallet(
  twin: string,
  span: Span,
  token: RawToken,
  { walletOf, cues }: Pick<Knowledge, 'walletOf' | 'cues'>,
): RawToken {
  const wallet = token.class === 'app' ? walletOf.get(token.ids[0] ?? '') : undefined;
  if (wallet === undefined) return token;
  const before = twin.slice(Math.max(span.start, token.start - 3), token.start);
  const after = twin.slice(token.end, token.end + 8);
  const pays =
    PAYING(before, after) ||
    (wallet === 'wechat-pay' && PAYS_ALONE(before, after)) ||
    (OF_CODES(before, after) && isOfCodes(twin.slice(span.start, span.end), cues)) ||
    (wallet === 'wechat-pay' &&
      cues.endOf('offers', before) > 0 &&
      /^(?:[，。；！、]|$)/.test(after) &&
      paysHere(twin.slice(span.start, span.end), cues)) ||
    (wallet === 'wechat-pay' && TAKEN(before, after)) ||
    (wallet === 'wechat-pay' && isWalletHere(twin, span, token, cues)) ||
    runsToSureWay(twin, span, token, cues);
  return pays ? { ...token, class: 'payment', ids: [wallet] } : token;
}

const paysHere = (text: string, cues: Cues): boolean => cues.has('pays-here', text) && !text.includes('登');

/** A sentence that is about paying, and about no link. */
const isOfPaying = (text: string, cues: Cues): boolean =>
  cues.has('pay-talk', text) && !cues.has('link-talk', text);

/** «微信付得，支付宝也付得», «有微信，没有云闪付». */
function isWalletHere(twin: string, span: Span, { start, end }: Span, cues: Cues): boolean {
  const before = twin.slice(Math.max(span.start, start - 4), start);
  const after = twin.slice(end, Math.min(end + 8, span.end));
  const sentence = twin.slice(span.start, span.end);
  const besideAnother =
    cues.has('another-wallet', sentence) &&
    ((cues.has('till-talk', sentence) && cues.startOf('done-inside', after) === 0) ||
      (/(?:^|[，。；：“])(?:而|但|倒是|唯独|就是|还有|至于)?$/.test(before) &&
        cues.startOf('said-beside', after) > 0));
  if (besideAnother) return isOfPaying(sentence, cues);
  return (
    AS_WALLET(before, after) && (isOfPaying(sentence, cues) || goesOnAboutPaying(twin, span, start, cues))
  );
}

/** How far back the words stand by which a sentence goes on about ways to pay, in UTF-16 units. */
const BACK = 60;

/** «…付款页上多了支付宝。甲早就支持微信»: the paragraph has just told of another way to pay. */
function goesOnAboutPaying(twin: string, { start, end }: Span, at: number, cues: Cues): boolean {
  const far = twin.slice(Math.max(0, start - BACK), at);
  const back = far.slice(far.lastIndexOf('\n') + 1);
  return (
    cues.has('pay-talk', back) &&
    cues.has('another-wallet', back.replaceAll('微信支付', '支付宝')) &&
    !cues.has('link-talk', back) &&
    !cues.has('link-talk', twin.slice(start, end))
  );
}

/** «云闪付认得微信的码»: the sentence is about codes and about nothing that is opened. */
const isOfCodes = (text: string, cues: Cues): boolean =>
  cues.has('code-talk', text) && !cues.has('no-code-talk', text);

/** Whether a list of names begins here, at a till, whose end is a way to pay and nothing else. */
function runsToSureWay(twin: string, span: Span, { end }: Span, cues: Cues): boolean {
  const sentence = twin.slice(span.start, span.end);
  return (
    cues.startOf('runs-to-sure-way', twin.slice(end, Math.min(end + 16, span.end))) > 0 &&
    cues.has('pays', sentence) &&
    !cues.has('open-near', sentence)
  );
}

/** «支付宝、微信都行»: an app in one list with a payment is named for its wallet, where the words are about paying. */
export function mergeWallets(
  twin: string,
  span: Span,
  left: RawToken,
  right: RawToken,
  { walletOf, cues }: Pick<Knowledge, 'walletOf' | 'cues'>,
): RawToken | null {
  if ((left.class === 'payment') === (right.class === 'payment')) return null;
  const app = left.class === 'payment' ? right : left;
  const wallet = app.class === 'app' && app.ids.length === 1 ? walletOf.get(app.ids[0] ?? '') : undefined;
  const between = twin.slice(left.end, right.start);
  // «京东支付宝付款» is what 京东 takes; only «微信支付宝都行» runs two ways to pay together.
  const beside = between === '' ? wallet === 'wechat-pay' : JOINER.test(between);
  if (wallet === undefined || !beside) return null;
  const ids = app === left ? [wallet, ...right.ids] : [...left.ids, wallet];
  if (wallet === 'wechat-pay' && isListOfWays(twin, span, left, right, cues))
    return { class: 'payment', ids, start: left.start, end: right.end };
  const around = twin
    .slice(Math.max(span.start, left.start - 12), Math.min(span.end, right.end + 16))
    .replace(/支付宝|微信支付/g, '');
  if (!cues.has('pay-near', around) || cues.has('open-near', around)) return null;
  return { class: 'payment', ids, start: left.start, end: right.end };
}

/** «支付宝、微信、Apple Pay、花呗»: a list that holds a sure way to pay. */
function isListOfWays(twin: string, span: Span, left: RawToken, right: RawToken, cues: Cues): boolean {
  const behind = twin.slice(right.end, Math.min(right.end + 10, span.end));
  const before = twin.slice(Math.max(span.start, left.start - 6), left.start);
  const isSure =
    cues.has('sure-way', twin.slice(left.start, right.end)) || cues.startOf('sure-way-next', behind) > 0;
  return isSure && !cues.has('open-near', before + behind);
}
