import type { Noise, Span } from '../types.ts';

/** Counts what cleaning takes out, by kind, and keeps the first few to show. */
export class NoiseCount {
  private readonly found = new Map<Noise['kind'], { count: number; samples: string[] }>();

  add(kind: Noise['kind'], count: number, sample?: string): void {
    if (count === 0) return;
    const entry = this.found.get(kind) ?? { count: 0, samples: [] };
    this.found.set(kind, entry);
    entry.count += count;
    if (sample !== undefined && entry.samples.length < 5) entry.samples.push(shorten(sample));
  }

  list(): Noise[] {
    return [...this.found].map(([kind, { count, samples }]) => ({ kind, count, samples }));
  }
}

const shorten = (text: string): string => {
  const folded = text.slice(0, 400).replace(/\s+/g, ' ').trim();
  return folded.length > 80 ? `${folded.slice(0, 79)}…` : folded;
};

/**
 * A 汉字 and, in brackets, how it is read: tone-marked pinyin or zhuyin, up to four syllables. Letters without a
 * tone mark are left: they may be the name of a thing.
 */
const TONED = 'āáǎàōóǒòēéěèīíǐìūúǔùǖǘǚǜńňǹ';
const READING = new RegExp(
  `(?<=\\p{Script=Han})\\s?[（(]\\s?(?:(?:[a-zü]{0,3}[${TONED}][a-zü]{0,4})(?:[ '’]?[a-zü]{0,3}[${TONED}][a-zü]{0,4}){0,3}|[ㄅ-ㄩˊˇˋ˙ ]{1,16})\\s?[)）]`,
  'gu',
);

/** Where a block's text holds reading aids. */
export const readingAids = (text: string): Span[] =>
  Array.from(text.matchAll(READING), (m) => ({ start: m.index, end: m.index + m[0].length }));

/** What sites put under an article that they spread. Each holds for a short block at the very end only. */
const TAIL: readonly RegExp[] = [
  /^[（(【*※]*\s*(?:免责声明|版权声明|郑重声明|特别声明|重要声明|广告声明|投稿声明|风险提示|声明|免責聲明|版權聲明)\s*(?:[：:|｜】]|$)/,
  /^.{0,20}(?:扫码|扫描?(?:下方|上方|图中)?二维码|扫一扫|长按(?:识别|下方|二维码)|掃碼|掃描).{0,24}(?:下载|关注|分享|添加|加入|阅读|查看|进群|下載|關注|閱讀)/,
  /^[>＞»（(]*\s*(?:点击|戳|點擊).{0,16}(?:下载|阅读原文|查看(?:更多|原文)|关注我们|进入|下載|閱讀)/,
  /^(?:返回搜狐|举报[/／]?反馈|查看原文|阅读原文|閱讀原文|打开.{0,12}(?:APP|App|客户端)|更多精彩(?:内容|资讯|推荐)|海量资讯|欢迎关注|关注.{1,16}(?:公众号|获取更多))/,
  /^(?:下载|立即下载|马上下载).{0,16}(?:客户端|APP|App)/,
  /^(?:本文|以上内容|文中观点|文章内容|以上文章).{0,16}(?:仅代表|不代表|仅供参考|不构成|版权归)/,
  /^(?:相关|推荐|延伸)(?:阅读|新闻|文章|報導|报道)\s*[：:].{0,120}$/,
];
const RELATED =
  /^[【◆■▍|·\s]*(?:相关(?:阅读|新闻|推荐|文章|报道|链接|资讯)|推荐阅读|延伸阅读|更多阅读|热门(?:推荐|文章|新闻|资讯)|猜你喜欢|往期(?:推荐|回顾|精选)|大家都在看|为你推荐|相關(?:閱讀|新聞|文章|報導)|延伸閱讀|推薦閱讀)\s*[】：:]?$/;
const TAIL_LENGTH = 200;

interface Line {
  readonly text: string;
  readonly kind: string;
}

/**
 * Indices of the blocks of a syndication tail: a list of other articles under its heading, and disclaimers and
 * adverts at the end. Bylines among them stay; the first block is never a tail.
 */
export function tailOf(lines: readonly Line[]): ReadonlySet<number> {
  const tail = new Set<number>();
  const related = lines.findIndex(
    (line, i) => i > 0 && RELATED.test(line.text) && lines.slice(i + 1).every(isLink),
  );
  if (related > 0)
    for (let i = related; i < lines.length; i += 1) if (lines[i]?.kind !== 'byline') tail.add(i);
  for (let i = (related > 0 ? related : lines.length) - 1; i > 0; i -= 1) {
    const line = lines[i];
    if (line === undefined || line.kind === 'byline') continue;
    if (line.text.length > TAIL_LENGTH || !TAIL.some((p) => p.test(line.text))) break;
    tail.add(i);
  }
  return tail;
}

/** A block that may be a headline in a list of other articles: short, and no sentence; or a tail of its own. */
const isLink = ({ text, kind }: Line): boolean =>
  kind === 'byline' || (text.length <= 70 && !/[。]$/.test(text)) || TAIL.some((p) => p.test(text));
