import { type Knowledge, LETTER, type Sentence, type Token, type Trait } from '../../types.ts';
import { asApps, ROOMS } from '../look.ts';
import type { SetupKind } from './setup.ts';

/** One name, or a list of names that are told of together. */
export interface Name {
  readonly ids: readonly string[];
  /** Indexes of its first and last character in the encoded sentence. */
  readonly at: number;
  readonly to: number;
  readonly segment: number;
  readonly mark: Token['mark'];
}

/** Which side of what was set up a name stands on; null where it stands on none. */
export type Side = 'fixed' | 'open' | null;

interface Look {
  readonly name: Name;
  /** Up to the name in its segment, and behind it. */
  readonly before: string;
  readonly after: string;
  /** Whether no name stands before it in its sentence. */
  readonly isFirst: boolean;
  /** Whether no other name stands in its sentence. */
  readonly isAlone: boolean;
  readonly fixed: readonly string[];
  /** Whether the sentence has named the fixed side already. */
  readonly isTold: boolean;
  readonly knowledge: Knowledge;
}

const JOINS = /^(?:、|和|与|及|跟|以及|还有)$/;

/** The names of a sentence, those joined by «和» together. */
export function namesIn({ segments, encoded }: Sentence): Name[] {
  const names: Name[] = [];
  for (const [i, { tokens }] of segments.entries()) {
    for (const t of tokens) {
      if (!CAN_BE_NAMED.has(t.class) || t.mark === 'speaker') continue;
      const last = names.at(-1);
      const joined = last?.segment === i && JOINS.test(encoded.slice(last.to + 1, t.at));
      if (joined) names[names.length - 1] = { ...last, ids: [...last.ids, ...t.ids], to: t.at };
      else names.push({ ids: t.ids, at: t.at, to: t.at, segment: i, mark: t.mark });
    }
  }
  return names;
}

const CAN_BE_NAMED: ReadonlySet<Token['class']> = new Set([
  'app',
  'payment',
  'link-class',
  'group',
  'company',
]);

/** With these one signs in everywhere. */
const ACCOUNTS: ReadonlySet<string> = new Set(['wechat', 'qq', 'weibo', 'alipay']);
/** With these in apps of the same house, mostly. */
const OTHER_ACCOUNTS: ReadonlySet<string> = new Set([
  'taobao',
  'douyin',
  'toutiao',
  'baidu-app',
  'jd',
  'xiaohongshu',
  'feishu',
  'dingtalk',
  'wecom',
  'netease-music',
  'bilibili',
  'kuaishou',
]);
const AS_ACCOUNT =
  /^的?(?:账号|帐号|号|登(?![录陆]入?的?(?:页|界面|框|方式|栏|那))|图标|授权|小?按钮|入口|扫码|一键)/;
/** «飞书没有微信», «知乎认微信»: an app whose login has or lacks the account that follows. */
const OFFERS = new RegExp(
  `^(?:则|却|倒|就|也|还|干脆|一向|只)*(?:没有?|只?有|给了?|只?认|支持|只?收|列着?)[^，。；]{0,4}${LETTER.app}`,
);
const TAKES_ACCOUNT = /(?:认|用|拿|有|选|点|凭|靠|支持|没有|找不到|剩|只)(?:的是|了|着)?$/;

function login({ name, before, after, fixed, isTold, isFirst, knowledge }: Look): Side {
  const ids = asApps(name.ids, knowledge);
  if (ids.every((id) => knowledge.typeOf.get(id) === 'company')) return null;
  const isCore = ids.every((id) => ACCOUNTS.has(id) || knowledge.typeOf.get(id) === 'company');
  if (isCore && isFirst && /^的?登[录陆](?:页|界面|框|方式)/.test(after)) return 'fixed';
  if (!isCore && OFFERS.test(after)) return 'fixed';
  const isAccount =
    isCore ||
    (isTold && !after.startsWith('的') && ids.every((id) => OTHER_ACCOUNTS.has(id) || ACCOUNTS.has(id))) ||
    AS_ACCOUNT.test(after) ||
    TAKES_ACCOUNT.test(before);
  if (!isAccount) return before.length <= HEAD && !ids.some((id) => ROOMS.has(id)) ? 'fixed' : null;
  return fixed.length > 0 ? 'open' : null;
}

/** Units of a clause before the name that heads it. */
export const HEAD = 5;

const GOES_TO = /(?:在|(?<=从[^，]{1,6}[搜找])到|(?<![得不搜找看])到|去|换成?|轮到|打开|用|拿|靠|进)(?:了)?$/;
const STANDS_IN = /^(?:App|客户端)?(?:里|上|中|内|那边|这边|的?搜|(?:能|可以)搜|\ue006|，|呢|：)(?!的)/;

/** Whether the name stands where something is looked for or put. */
const isThere = ({ name: { mark }, before, after }: Look): boolean =>
  !/^(?:里|上|中)面?的/.test(after) &&
  (mark === 'host' ||
    GOES_TO.test(before) ||
    /^(?:App|客户端)?(?:的(?:货架|列表|首页|版面))?(?:里|上|中|内|那边|这边|的?搜索|的?搜一搜)/.test(after));

function search(look: Look): Side {
  const { name, before, after, isFirst, isAlone, fixed, knowledge } = look;
  const { traitOf, typeOf } = knowledge;
  const finds = (id: string): boolean => FINDERS.has(traitOf.get(id) ?? '') || SEARCHED_IN.has(id);
  if (name.ids.every(finds)) {
    const isHead = isFirst && before.length <= HEAD && !/^的|^\ue006/.test(after);
    return isThere(look) || isHead ? 'fixed' : null;
  }
  const isPlatform = name.ids.every((id) => traitOf.get(id) === 'platform');
  if (isPlatform && (isThere(look) || (isFirst && !isAlone && STANDS_IN.test(after)))) return 'fixed';
  const isThing = name.ids.every((id) => isFound(id, traitOf.get(id)) && FOUND.has(typeOf.get(id) ?? ''));
  return isThing && fixed.length > 0 ? 'open' : null;
}
const FOUND: ReadonlySet<string> = new Set(['app', 'link-class']);
const isFound = (id: string, trait: Trait | undefined): boolean =>
  trait !== 'assistant' && trait !== 'messenger' && !SEARCHED_IN.has(id);
const FINDERS: ReadonlySet<string> = new Set(['engine', 'messenger']);
const SEARCHED_IN: ReadonlySet<string> = new Set([
  'baidu-app',
  'toutiao',
  'quark',
  'qq-browser',
  'uc-browser',
]);

/** Whether others' goods hang in these apps. */
export const hangsUp = ({ ids }: Name, { traitOf }: Knowledge): boolean =>
  ids.every((id) => HANGS_UP.has(traitOf.get(id) ?? '') || LIVE.has(id));

function basket({ name, fixed, knowledge }: Look): Side {
  const { traitOf, typeOf } = knowledge;
  if (hangsUp(name, knowledge)) return 'fixed';
  const sells = name.ids.every((id) => typeOf.get(id) === 'app' && !traitOf.has(id));
  return sells && fixed.length > 0 ? 'open' : null;
}
const HANGS_UP: ReadonlySet<string> = new Set(['platform']);
const LIVE: ReadonlySet<string> = new Set([
  'kwai-shop',
  'huya',
  'douyu',
  'momo',
  'tiktok',
  'weishi',
  'huoshan',
]);

function miniProgram(look: Look): Side {
  const { name, after, fixed, knowledge } = look;
  const { traitOf, typeOf } = knowledge;
  const holds = name.ids.every((id) => CARRIES.has(id));
  if (holds && (isThere(look) || /^的?小程序/.test(after) || /^的?\ue006/.test(after))) return 'fixed';
  const isThing = name.ids.every((id) => typeOf.get(id) === 'app' && traitOf.get(id) !== 'messenger');
  return isThing && fixed.length > 0 ? 'open' : null;
}
const CARRIES: ReadonlySet<string> = new Set([
  'wechat',
  'alipay',
  'qq',
  'baidu-app',
  'douyin',
  'kuaishou',
  'toutiao',
]);

function share({ name, before, after, fixed, knowledge: { traitOf, typeOf } }: Look): Side {
  const isOut = typeOf.get(name.ids[0] ?? '') === 'app' && SHARES_OUT.test(after);
  if (!isOut && (/^(?:里|上|中|内)/.test(after) || /(?:用|在)$/.test(before))) return null;
  if (name.ids.every((id) => traitOf.get(id) === 'messenger' || SHARED_INTO.has(id)))
    return fixed.length > 0 ? 'open' : null;
  const isSource =
    name.ids.length === 1 && name.ids.every((id) => typeOf.get(id) === 'app' || id === 'alipay');
  return isSource && (before.length <= HEAD || IS_OPENED.test(before)) ? 'fixed' : null;
}
/** «在B站里点分享»: behind the app out of which something is shared. */
const SHARES_OUT =
  /^(?:App|客户端)?(?:里|上|中|内)?(?:的[^，]{0,6})?(?:点|按|戳|选)(?:击|开|了)?“?(?:分享|转发)/;
const IS_OPENED = /(?:打开|点开|看看?|从|在)$/;
const SHARED_INTO: ReadonlySet<string> = new Set(['weibo', 'qzone', 'tencent-weibo']);

function article({ name, after, fixed, knowledge: { traitOf, typeOf } }: Look): Side {
  if (/^(?:里|上|中|内)/.test(after)) return null;
  const isThing = name.ids.every((id) => typeOf.get(id) === 'app' && traitOf.get(id) !== 'messenger');
  return isThing && fixed.length > 0 ? 'open' : null;
}

const SIDES: Readonly<Record<SetupKind, (look: Look) => Side>> = {
  login,
  search,
  live: basket,
  basket,
  'mini-program': miniProgram,
  article,
  share,
};

/** «你们得打开淘宝自己找»: where somebody goes instead. */
const GOES_INSTEAD = /(?:打给|打开|回到?|切到|装了?|下载了?|把)$/;

/** On which side a name of a sentence stands. */
export function sideOf(kind: SetupKind, look: Look): Side {
  const side = SIDES[kind](look);
  return side === 'open' && GOES_INSTEAD.test(look.before) ? null : side;
}
