import {
  type Knowledge,
  LETTER,
  type Mention,
  type Segment,
  type Sentence,
  type Span,
  type Token,
} from '../types.ts';
import { markOf } from './marks.ts';
import type { SentenceSpan } from './sentences.ts';
import { findSpeeches } from './speech.ts';
import { tokensOf } from './tokens.ts';
import type { RawToken } from './wallets.ts';

/** «登录淘宝App发现…»: whoever goes into an app to see what is there opens it. */
const GOES_IN = new RegExp(
  `(?<![用以号键捷权码箱能法可扫接不方步要${LETTER.app}${LETTER.payment}])登[录陆](?=了?${LETTER.app}[^，。；的]{0,8}(?:发现|看到|注意到|查询|查看|浏览|选购|下单))`,
  'g',
);

/** «APP», «app»: the word as the rules spell it. */
const APP = /(?<![A-Za-z\d])(?:APP|app)(?![A-Za-z\d])/g;

/** Scenes that are verbs as often as places: they stay in the encoded text as they are written. */
const WRITTEN_OUT = new Set([
  'mini-program',
  'share',
  'login',
  'top-up',
  'search',
  'offline-code',
  'online-checkout',
]);

const isWrittenOut = (t: RawToken): boolean =>
  t.class === 'scene' && t.ids.every((id) => WRITTEN_OUT.has(id));

interface Encoding {
  readonly encoded: string;
  readonly tokens: readonly (RawToken & { readonly at: number })[];
  /** For each unit of the sentence (and one past it), its place in `encoded`; the inside of a token goes to its end. */
  readonly place: readonly number[];
}

function encodeTokens(twin: string, span: Span, raw: readonly RawToken[]): Encoding {
  const place = new Array<number>(span.end - span.start + 1).fill(0);
  const tokens: (RawToken & { at: number })[] = [];
  let encoded = '';
  let cursor = span.start;
  const copy = (end: number): void => {
    for (let i = cursor; i < end; i += 1) place[i - span.start] = encoded.length + i - cursor;
    encoded += twin.slice(cursor, end).replace(APP, 'App');
    cursor = end;
  };
  for (const token of raw) {
    copy(token.start);
    tokens.push({
      class: token.class,
      ids: token.ids,
      start: token.start,
      end: token.end,
      isThing: token.isThing,
      at: encoded.length,
    });
    if (isWrittenOut(token)) {
      copy(token.end);
      continue;
    }
    place[token.start - span.start] = encoded.length;
    encoded += LETTER[token.class];
    for (let i = token.start + 1; i < token.end; i += 1) place[i - span.start] = encoded.length;
    cursor = token.end;
  }
  copy(span.end);
  place[span.end - span.start] = encoded.length;
  return { encoded: encoded.replace(GOES_IN, '打开'), tokens, place };
}

const isTitled = (encoded: string, at: number): boolean =>
  encoded.lastIndexOf('《', at) > encoded.lastIndexOf('》', at);

/** Encodes a sentence and finds who speaks in it; `mentions` are those that lie within it, in order of start, longer first. */
export function encodeSentence(
  twin: string,
  span: SentenceSpan,
  mentions: readonly Mention[],
  place: Pick<Sentence, 'index' | 'block' | 'blockKind'> & { readonly firstSegment: number },
  knowledge: Pick<Knowledge, 'walletOf' | 'ownerOf' | 'traitOf' | 'cues'>,
): Sentence {
  const encoding = encodeTokens(twin, span, tokensOf(twin, span, mentions, knowledge));
  const { encoded } = encoding;
  const tokens = encoding.tokens.map((t) => ({
    class: t.class,
    ids: t.ids,
    start: t.start,
    end: t.end,
    at: t.at,
    mark: t.isThing === true ? 'object' : markOf(encoded, t.at, t.class, t.ids, knowledge.traitOf),
    titled: isTitled(encoded, t.at),
    isThing: t.isThing === true,
  }));
  const segments = segmentsOf(span, encoding, tokens, place.index, place.firstSegment);
  return {
    index: place.index,
    block: place.block,
    blockKind: place.blockKind,
    start: span.start,
    end: span.end,
    encoded,
    tokens,
    segments,
    speeches: findSpeeches({ encoded, tokens, segments }, twin, knowledge.cues),
  };
}

/** A line of text that is no sentence of the article, as the words of a sentence are encoded. */
export const encodeLine = (
  twin: string,
  mentions: readonly Mention[],
  knowledge: Pick<Knowledge, 'walletOf' | 'ownerOf' | 'cues'>,
): string => {
  const span = { start: 0, end: twin.length };
  return encodeTokens(twin, span, tokensOf(twin, span, mentions, knowledge)).encoded;
};

function segmentsOf(
  span: SentenceSpan,
  encoding: Encoding,
  tokens: readonly Token[],
  sentence: number,
  firstSegment: number,
): Segment[] {
  const out: Segment[] = [];
  let next = 0;
  span.clauses.forEach((clause, clauseIndex) => {
    for (const s of clause.segments) {
      const from = encoding.place[s.start - span.start] ?? 0;
      const to = encoding.place[s.end - span.start] ?? from;
      if (to <= from) continue;
      while (next < tokens.length && (tokens[next]?.at ?? 0) < from) next += 1;
      const first = next;
      while (next < tokens.length && (tokens[next]?.at ?? to) < to) next += 1;
      out.push({
        index: firstSegment + out.length,
        sentence,
        clause: clauseIndex,
        start: s.start,
        end: s.end,
        from,
        to,
        encoded: encoding.encoded.slice(from, to),
        tokens: tokens.slice(first, next),
      });
    }
  });
  return out;
}
