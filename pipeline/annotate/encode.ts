import { LETTER, type Mention, type Segment, type Sentence, type Span, type Token, type TokenClass } from '../types.ts';
import { markOf } from './marks.ts';
import type { SentenceSpan } from './sentences.ts';

interface RawToken extends Span {
  readonly class: TokenClass;
  readonly ids: readonly string[];
}

type DraftToken = RawToken & { readonly at: number };

/** What joins the members of a list. */
const JOINER = /^(?:、|和|与|及|以及|或|跟|同|并|，以及)$/;
/** What a list may drag behind it without a change of meaning. */
const LIST_TAIL =
  /^等?(?:多家|多个|多款|诸多|各大|几家|几款|[两二三四五六七八九十\d]+[家款个大])?(?:主流|头部|第三方|电商|社交|互联网|购物|短视频|内容|外卖|旗下)*(?:应用程序|应用|App|APP|app|平台|软件|企业|公司|渠道|巨头|网站)?/;
const NAME_TAIL = /^(?:(?:手机|移动|安卓|苹果|iOS|PC|电脑)?(?:客户端|App|APP|app|端|版)(?!本|权|面)|应用程序)/;
const SCENE_TAIL = /^(?:场景|模式|环境|功能|窗口|页面|界面)/;
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
function tokensOf(twin: string, span: Span, mentions: readonly Mention[], walletOf: ReadonlyMap<string, string>): RawToken[] {
  const out: RawToken[] = [];
  for (const m of mentions) {
    const previous = out.at(-1);
    const start = Math.max(m.start, previous?.end ?? span.start);
    if (start >= m.end) continue;
    const cls: TokenClass = m.kind === 'scene' ? 'scene' : m.kind === 'date' ? 'date' : (m.type ?? 'app');
    const token = asWallet(twin, span, widen(twin, span, { class: cls, ids: [m.id], start, end: m.end }), walletOf);
    const merged = previous === undefined ? null : merge(twin, previous, token);
    if (merged === null) out.push(token);
    else out[out.length - 1] = merged;
  }
  return out;
}

const PAYING_BEFORE = /(?:用|使用|以|通过|拿|刷|选择|选)$/;
const PAYING_AFTER = /^(?:来|进行|直接|扫码|零钱)*(?:支付|付款|付账|付钱|买单|结账|结算|付(?!费))/;

/** «用微信付款»: an app named for its wallet. */
function asWallet(twin: string, span: Span, token: RawToken, walletOf: ReadonlyMap<string, string>): RawToken {
  const wallet = token.class === 'app' ? walletOf.get(token.ids[0] ?? '') : undefined;
  if (wallet === undefined) return token;
  const before = twin.slice(Math.max(span.start, token.start - 3), token.start);
  const after = twin.slice(token.end, token.end + 6);
  return PAYING_BEFORE.test(before) && PAYING_AFTER.test(after) ? { ...token, class: 'payment', ids: [wallet] } : token;
}

function merge(twin: string, left: RawToken, right: RawToken): RawToken | null {
  const family = MERGEABLE[left.class];
  if (family === 'none' || family !== MERGEABLE[right.class]) return null;
  if (!JOINER.test(twin.slice(left.end, right.start))) return null;
  const ids = [...new Set([...left.ids, ...right.ids])];
  return { class: left.class === 'company' ? right.class : left.class, ids, start: left.start, end: right.end };
}

function widen(twin: string, span: Span, token: RawToken): RawToken {
  const after = twin.slice(token.end, Math.min(token.end + 16, span.end));
  if (token.class === 'scene') return { ...token, end: token.end + tail(SCENE_TAIL, after) };
  if (token.class === 'link-class') return elliptic(twin, span, token);
  if (token.class === 'date' || token.class === 'regulator') return token;
  const named = tail(NAME_TAIL, after);
  const listed = after.startsWith('等', named) ? tail(LIST_TAIL, after.slice(named)) : 0;
  return { ...token, end: token.end + named + listed };
}

function elliptic(twin: string, span: Span, token: RawToken): RawToken {
  const before = twin.slice(Math.max(span.start, token.start - 8), token.start);
  const match = ELLIPTIC_LINKS.exec(before);
  const id = match?.[1] === undefined ? undefined : ELLIPTIC_IDS[match[1]];
  if (match === null || id === undefined) return token;
  return { ...token, ids: [...new Set([id, ...token.ids])], start: token.start - match[0].length };
}

const tail = (pattern: RegExp, text: string): number => pattern.exec(text)?.[0].length ?? 0;

/** Encodes a sentence; `mentions` are those that lie within it, in order of start, longer first. */
export function encodeSentence(
  twin: string,
  span: SentenceSpan,
  mentions: readonly Mention[],
  place: Pick<Sentence, 'index' | 'block' | 'blockKind'> & { readonly firstSegment: number },
  walletOf: ReadonlyMap<string, string>,
): Omit<Sentence, 'speeches'> {
  const parts: string[] = [];
  const drafts: DraftToken[] = [];
  let cursor = span.start;
  let length = 0;
  const toEncoded: { twin: number; encoded: number }[] = [{ twin: span.start, encoded: 0 }];
  for (const token of tokensOf(twin, span, mentions, walletOf)) {
    const between = twin.slice(cursor, token.start);
    parts.push(between, LETTER[token.class]);
    length += between.length;
    drafts.push({ ...token, at: length });
    length += 1;
    cursor = token.end;
    toEncoded.push({ twin: cursor, encoded: length });
  }
  parts.push(twin.slice(cursor, span.end));
  const encoded = parts.join('');
  const tokens = drafts.map((d) => ({ ...d, mark: markOf(encoded, d.at, d.class) }));
  const segments = segmentsOf(span, encoded, tokens, toEncoded, place);
  return { ...place, start: span.start, end: span.end, encoded, tokens, segments };
}

function segmentsOf(
  span: SentenceSpan,
  encoded: string,
  tokens: readonly Token[],
  anchors: readonly { twin: number; encoded: number }[],
  place: { readonly index: number; readonly firstSegment: number },
): Segment[] {
  const out: Segment[] = [];
  span.clauses.forEach((clause, clauseIndex) => {
    for (const s of clause.segments) {
      const from = encodedOffset(anchors, tokens, s.start);
      const to = encodedOffset(anchors, tokens, s.end);
      if (to <= from) continue;
      out.push({
        index: place.firstSegment + out.length,
        sentence: place.index,
        clause: clauseIndex,
        start: s.start,
        end: s.end,
        from,
        to,
        encoded: encoded.slice(from, to),
        tokens: tokens.filter((t) => t.at >= from && t.at < to),
      });
    }
  });
  return out;
}

/** The encoded offset of a twin offset; an offset within a token goes to the token's end. */
function encodedOffset(
  anchors: readonly { twin: number; encoded: number }[],
  tokens: readonly Token[],
  offset: number,
): number {
  let best = anchors[0] ?? { twin: 0, encoded: 0 };
  for (const a of anchors) if (a.twin <= offset) best = a;
  const inside = tokens.find((t) => t.start < offset && offset < t.end);
  return inside === undefined ? best.encoded + offset - best.twin : inside.at + 1;
}
