import type { ClaimDate, Document, Sentence, Speech } from '../types.ts';
import { tellsOfTrying, trialDay, unquoted } from './trial.ts';

/** Through whose eyes the whole article sees, and the day on which its story happens. */
export interface Narrator {
  readonly speech: Speech;
  readonly date: ClaimDate | null;
  /** The words by which a clause names them. */
  readonly met: RegExp;
}

const I = /我(?![们国省市县区院司局部行校方])/;
const REPORTER = /记者|小编|笔者|本报|本刊|编辑部/;
const SURNAMES =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭罗梁宋郑谢韩唐冯于董萧曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔崔康毛邱秦江史顾侯邵孟段雷钱汤尹黎易常武乔贺赖龚文齐岳马高';
/** Somebody whom the article calls by a familiar name («小齐», «老赵», «陈女士»). */
const PERSON = new RegExp(
  `[小老阿][${SURNAMES}](?=[，。的把在说又一也对只他她是有从、管想拿问试发点打用就还没每]|最后|心得)|[${SURNAMES}](?:先生|女士|小姐|师傅)`,
  'g',
);
/** An article that follows somebody names them again and again, and tells of hands and screens. */
const FEWEST_TRIALS = 3;
/** In so many paragraphs a first person tells who mentions an editor once. */
const FEWEST_TOLD = 4;

/** The first person who tries things, or the person whom the article accompanies while they do; null in the news. */
export function narratorOf(document: Document): Narrator | null {
  const own = document.sentences.map((s) => unquoted(document.twin.slice(s.start, s.end)));
  const reports = own.filter((text) => REPORTER.test(text)).length;
  const tells = new Set(document.sentences.flatMap((s, i) => (I.test(own[i] ?? '') ? [s.block] : []))).size;
  if (reports > 1 || (reports === 1 && tells < FEWEST_TOLD)) return null;
  const blocks = new Set(document.sentences.map((s) => s.block)).size;
  const trials = document.sentences.filter(tellsOfTrying).length;
  if (trials < FEWEST_TRIALS || trials * 3 < blocks) return null;
  const blocksOf = (pattern: RegExp): number =>
    new Set(document.sentences.flatMap((s, i) => (pattern.test(own[i] ?? '') ? [s.block] : []))).size;
  const titled = I.test(document.article.record.title ?? '') ? 1 : 0;
  if (blocksOf(I) + titled >= 2) return narrator('test', '我', I, own, document);
  const person = protagonist(own);
  if (person === null) return null;
  const met = new RegExp(`${person}|[他她]`);
  return blocksOf(met) * 2 >= blocks ? narrator('user', person, met, own, document) : null;
}

/** «他打开京东，发现付款页多了支付宝»: somebody who is no reporter, named by a familiar name or by a pronoun. */
const SEES = new RegExp(
  `(?:^|[，。；：])(?:但|后来|于是|上周|昨天|昨晚)?(?:[他她]|[小老阿][${SURNAMES}]|阿[一-龥])[^，。；“]{0,12}?(?:发现|打开|点开|试了|试过|下单|付款时|扫|搜)`,
);

/** A user whom a sentence follows while they try something; null where a reporter or a first person is about. */
export function userIn(sentence: Sentence, document: Document): Speech | null {
  const text = unquoted(document.twin.slice(sentence.start, sentence.end));
  if (sentence.speeches.length > 0 || !SEES.test(text) || REPORTER.test(text) || /我|同事/.test(text))
    return null;
  const lastSegment = sentence.segments.length - 1;
  return { type: 'user', name: null, entity: null, firstSegment: 0, lastSegment, opens: false };
}

/** The person who is named most often, more than once. */
function protagonist(own: readonly string[]): string | null {
  const counts = new Map<string, number>();
  for (const [name] of own.flatMap((text) => [...text.matchAll(PERSON)]))
    counts.set(name, (counts.get(name) ?? 0) + 1);
  const [first] = [...counts].sort((a, b) => b[1] - a[1]);
  return first !== undefined && first[1] >= 2 ? first[0] : null;
}

function narrator(
  type: Speech['type'],
  name: string,
  met: RegExp,
  own: readonly string[],
  document: Document,
): Narrator {
  const speech = { type, name, entity: null, firstSegment: 0, lastSegment: 0, opens: false };
  return { speech, met, date: storyDay(met, own, document) };
}

/** The day on which the story begins: told in its first third, of the one who is followed or of what they try. */
function storyDay(met: RegExp, own: readonly string[], document: Document): ClaimDate | null {
  const begins = (s: Sentence, i: number): boolean => met.test(own[i] ?? '') || tellsOfTrying(s) || isTime(s);
  const opening = document.sentences.slice(0, Math.ceil(document.sentences.length / 3));
  const days = opening.flatMap((s, i) => (begins(s, i) ? (trialDay(s, document, null) ?? []) : []));
  const day = days.at(-1);
  return day === undefined ? null : { ...day, basis: 'context' };
}

/** «时间是3月11日中午», «日子定在10月16日». */
const isTime = (sentence: Sentence): boolean =>
  /(?:^|，)(?:(?:时间|日子|日期)(?:就?是|为|定在|定于|选在|选的是|挑在)?|那是?)\ue007/.test(sentence.encoded);
