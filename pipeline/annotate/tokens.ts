import type { Cues, Knowledge, Mention, Span, TokenClass } from '../types.ts';
import { tellsOfOther } from './names-of-others.ts';
import { classOf } from './token-class.ts';
import { asWallet, JOINER, mergeWallets, type RawToken } from './wallets.ts';

/** «淘宝的商品链接»: a link of the app before it, no class of its own. */
function ownedLink(twin: string, previous: RawToken, m: Mention): boolean {
  if (m.type !== 'link-class' || (previous.class !== 'app' && previous.class !== 'group')) return false;
  const between = twin.slice(previous.end, m.start);
  if (/^的?(?:商品|店铺)$/.test(between)) return true;
  return (
    (between === '' || between === '的') && !/外|第三方|公众号|电商|短视频/.test(twin.slice(m.start, m.end))
  );
}

/** «电商、短视频类外链»: the head of a list of link classes stands only at its end. */
const ELLIPTIC_LINKS = /(电商|购物|短视频|视频)类?(?:、|和|及|与|以及)$/;
const ELLIPTIC_IDS: Readonly<Record<string, string>> = {
  电商: 'ecommerce-links',
  购物: 'ecommerce-links',
  短视频: 'short-video-links',
  视频: 'short-video-links',
};

const MERGEABLE: Readonly<Record<TokenClass, string>> = {
  app: 'party',
  company: 'party',
  group: 'party',
  payment: 'payment',
  regulator: 'regulator',
  'link-class': 'link-class',
  scene: 'scene',
  date: 'none',
};

/** Mentions of one sentence as tokens: scenes give way to entities, lists become one token, tails are swallowed. */
export function tokensOf(
  twin: string,
  span: Span,
  mentions: readonly Mention[],
  knowledge: Pick<Knowledge, 'walletOf' | 'ownerOf' | 'cues'>,
): RawToken[] {
  const out: RawToken[] = [];
  for (const [i, m] of mentions.entries()) {
    if (tellsOfOther(twin, m, mentions[i + 1])) continue;
    const previous = out.at(-1);
    if (previous !== undefined && ownedLink(twin, previous, m)) continue;
    const start = Math.max(m.start, previous?.end ?? span.start);
    if (start >= m.end) continue;
    const cls = classOf(m, twin.slice(m.end, Math.min(m.end + 40, span.end)));
    const token = asWallet(
      twin,
      span,
      widen(twin, span, { class: cls, ids: [m.id], start, end: m.end, isThing: m.isThing }, knowledge.cues),
      knowledge,
    );
    const merged =
      previous === undefined
        ? null
        : (merge(twin, previous, token) ??
          sideBySide(twin, previous, token, knowledge.ownerOf) ??
          mergeWallets(twin, span, previous, token, knowledge));
    if (merged === null) out.push(token);
    else out[out.length - 1] = merged;
  }
  return out;
}

function merge(twin: string, left: RawToken, right: RawToken): RawToken | null {
  const between = twin.slice(left.end, right.start);
  if (
    right.class === 'group' &&
    between === '' &&
    /等(?:诸多|众多|多个|一众|多款|一系列)?$/.test(twin.slice(left.start, left.end))
  ) {
    // «饿了么、优酷等阿里系应用» names its members; «淘宝等阿里系应用» gives one for all.
    return left.ids.length > 1 ? { ...left, end: right.end } : { ...right, start: left.start };
  }
  const family = MERGEABLE[left.class];
  if (family === 'none' || family !== MERGEABLE[right.class]) return null;
  const held = INCLUDES.test(between);
  if (!held && !JOINER.test(between)) return null;
  if (isLikened(between, twin.slice(right.end, right.end + 8))) return null;
  const ids = [...new Set([...left.ids, ...right.ids])];
  const closes = twin[right.end] === '）' && twin.slice(left.start, right.start).includes('（');
  return {
    class: left.class === 'company' ? right.class : left.class,
    ids,
    start: left.start,
    end: closes ? right.end + 1 : right.end,
  };
}

/** «淘宝（含天猫）»: what stands in the bracket is meant too. */
const INCLUDES = /^（(?:含|包含|包括|以及)(?:旗下的?)?$/;

/** «小红书跟微信里一样»: the second is what the first is likened to. */
const isLikened = (between: string, after: string): boolean =>
  /^[跟和与同]$/.test(between) && LIKENED.test(after) && (between === '跟' || /^[里上中那]/.test(after));
const LIKENED =
  /^(?:里|上|中|那边|那里)?的?(?:情况|结果|待遇)?(?:完全|差不多|几乎)?(?:一样|相同|差不多|如出一辙)/;

/** «淘宝京东都是点了就走», «天猫淘宝链接»: two names in one breath, of one house or where the words behind them speak of both. */
function sideBySide(
  twin: string,
  left: RawToken,
  right: RawToken,
  ownerOf: Knowledge['ownerOf'],
): RawToken | null {
  const together =
    left.class === 'app' && right.class === 'app' && left.end === right.start && right.ids[0] !== left.ids[0];
  if (!together) return null;
  const owner = ownerOf.get(left.ids.at(-1) ?? '');
  const ofOneHouse = owner !== undefined && owner === ownerOf.get(right.ids[0] ?? '');
  const after = twin.slice(right.end, right.end + 3);
  if (!OF_BOTH.test(after) && !(ofOneHouse && OF_A_HOUSE.test(after))) return null;
  return { ...right, ids: [...left.ids, ...right.ids], start: left.start };
}

const OF_BOTH = /^(?:都|也都|均|全|两[家个边]|一[条个家款件]|[，、。])/;
const OF_A_HOUSE =
  /^(?:的|链接|外链|网址|商品|方面|两|或|和|与|及|等|平台|商家|店铺|官方|公告|发布|购物|完成|也|将|已)/;

function widen(twin: string, span: Span, token: RawToken, cues: Cues): RawToken {
  const after = twin.slice(token.end, Math.min(token.end + 16, span.end));
  if (token.class === 'scene') return ending(token, token.end + cues.startOf('scene-tail', after));
  if (token.class === 'link-class') return elliptic(twin, span, token);
  if (token.class === 'date' || token.class === 'regulator') return token;
  const named = cues.startOf('name-tail', after);
  const listed = after.startsWith('等', named) ? cues.startOf('list-tail', after.slice(named)) : 0;
  return ending(token, token.end + named + listed);
}

const ending = (token: RawToken, end: number): RawToken =>
  end === token.end ? token : { class: token.class, ids: token.ids, start: token.start, end };

function elliptic(twin: string, span: Span, token: RawToken): RawToken {
  const before = twin.slice(Math.max(span.start, token.start - 8), token.start);
  const match = ELLIPTIC_LINKS.exec(before);
  const id = match?.[1] === undefined ? undefined : ELLIPTIC_IDS[match[1]];
  if (match === null || id === undefined) return token;
  return { ...token, ids: [...new Set([id, ...token.ids])], start: token.start - match[0].length };
}
