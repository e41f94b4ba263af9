import type { ClaimDate, Document, Sentence, Speech } from '../types.ts';
import { mentionsOf, spoken } from './events.ts';

/** What somebody does who tries things: words of hands and of screens. */
const ACTS =
  /试(?!图|点|行|运|卷)|扫|点[开进击]|一点|点一下|打开|发[到给进]|转[发给]|分享到|[丢甩贴粘](?!子|片)|复制|搜(?!狐|罗)|登[录陆上]|下单|下了[一-龥\d]{0,2}单|付[款钱了]|结账|结算页|收银台|换[成到作了]|再[看试发点]|轮到|弹出|跳[出到转]|白屏|空白页|转圈|插[入成]|同事|账号[一二三四五甲乙ABC\d]|[一两三]部手机|另一[部台]手机/;
/** What only a screen shows to somebody who tries. */
const SHOWN =
  /弹出|跳出|提示[“：]|显示[“：]|白屏|空白页|转圈|屏幕上|试(?!图|点|行|运|卷)|点[开进]|刷新|打不开|会出现/;
/** Who tries, at the head of a clause: a word for a tester, and no quotation around it. */
const TESTER =
  /(?<=^|[，。：；])[^，。：；“]{0,12}?(?:记者|小编|笔者|编辑部?|本报|本刊|我们|我(?![国省市县区院司局部行校方])|同事)(?!说|称|表示|认为|问|看来|觉得)/;
/** That somebody tries, anywhere in the sentence of a tester. */
const TRIES =
  /测试|实测|试了|试一|试着|试过|自己试|先试|各试|挨个|逐[一个]|亲测|体验了|轮着|轮流|拉了[^，]{0,8}群|再试|尝试|做了[^，]{0,6}(?:测试|试验|验证)|换了个方向|来点|下了[一-龥\d]{0,2}单|[一二三四五两]家[^，]{0,6}都?试/;
/** What a tester does with a link, an order or a code. */
const HANDLES =
  /发[送到给进]|分享|转发|点[开进击]|打开|下单|搜索|登录|付款|[买插]了|在[^，]{1,14}买|扫|[丢甩贴]|输入|填进|放正文|放进|找了/;
const HEARD =
  /获悉|了解到|采访|得知|[对向][^，]{0,6}记者|告诉|回复[^，]{0,4}记者|记者表示|记者获|答复|从[^，]{0,12}处|询问|致电|求证/;

/** Whether words tell what a hand did or a screen showed. */
export const handles = (encoded: string): boolean => ACTS.test(encoded);

/** Whether a sentence tells what a hand did or a screen showed. */
export const tellsOfTrying = (sentence: Sentence): boolean => handles(sentence.encoded);

/** Whether a sentence tells what a screen showed, so that somebody must have tried. */
export const showsResult = (sentence: Sentence): boolean => SHOWN.test(sentence.encoded);

/** The test that a sentence begins or goes on with, by its speaker or by a tester who tries. */
export function testIn(sentence: Sentence, document: Document): Speech | null {
  const said = sentence.speeches.find((s) => s.type === 'test');
  if (said !== undefined) return said;
  const text = document.twin.slice(sentence.start, sentence.end);
  if (HEARD.test(text)) return null;
  const bare = unquoted(text);
  const tester = TESTER.exec(bare)?.[0] ?? outletIn(bare, document);
  if (tester === null || !(TRIES.test(bare) || HANDLES.test(bare.slice(bare.indexOf(tester))))) return null;
  const name = tester.replace(/^.*?(?=记者|小编|笔者|编辑|本报|本刊|我|同事)/, '');
  const lastSegment = sentence.segments.length - 1;
  return { type: 'test', name, entity: null, firstSegment: 0, lastSegment, opens: false };
}

/** The outlet's own name, which tries in the third person. */
function outletIn(text: string, document: Document): string | null {
  const { publisher, author } = document.article.record;
  if (!TRIES.test(text)) return null;
  return [publisher, author].find((name) => name !== null && name.length > 1 && text.includes(name)) ?? null;
}

/** What the article says in its own words. */
export const unquoted = (text: string): string => text.replace(/“[^”]*(?:”|$)/g, '“”');

/** A test is reported within this many days, and takes no longer than this. */
const RECENT = 14;
const LONGEST = 7;
const DAY = 86_400_000;

/** Whether a test may have been made on these days. */
export function mayBeTested({ start, end }: ClaimDate, document: Document): boolean {
  if (start === null || end === null || document.published === null) return false;
  const [from, to, published] = [start, end, document.published].map((day) => Date.parse(day) / DAY);
  if (from === undefined || to === undefined || published === undefined) return false;
  return published - from <= RECENT && to - from <= LONGEST && from <= published + 1;
}

/** The day that a sentence names for a test: in the tester's own clause, else anywhere; null where none can be. */
export function trialDay(sentence: Sentence, document: Document, tester: Speech | null): ClaimDate | null {
  const clause = sentence.segments[tester?.firstSegment ?? 0]?.clause;
  const days = mentionsOf(sentence, document).flatMap((m) => {
    const day = spoken(m.date, document);
    const named = (m.date.role === 'at' || m.date.role === 'since') && mayBeTested(day, document);
    return named ? [{ day, near: sentence.segments[m.segment]?.clause === clause }] : [];
  });
  return (days.find((d) => d.near) ?? days.at(-1))?.day ?? null;
}

/** An announcement is news for this many days. */
const FRESH = 3;

/** Whether something of these days is still news when the article is published. */
export function isFresh({ start }: ClaimDate, { published }: Document): boolean {
  if (start === null || published === null) return false;
  const back = (Date.parse(published) - Date.parse(start)) / DAY;
  return back >= 0 && back <= FRESH;
}

/** Whether the title says that the article is a test, or the article that it sets a time apart for one. */
export const isTest = (document: Document): boolean =>
  /实测|亲测|测试|测评|评测|测了|试了|试一遍|体验|挨个|逐一/.test(document.article.record.title ?? '') ||
  document.sentences.some((s) => isArranged(s, document));

const DATED_TEST =
  /(?:测试|实测|体验|试验)(?:的?(?:时间|结果|日期))?(?:均|都)?(?:截至|截止到?|为|是|于|在|：)?\ue007/;

const ARRANGED =
  /(?:^|，)[^，。；]{0,4}(?:时间|日子|日期)(?:都|均|全)?(?:就?是|为|(?:定|选|挑|集中|安排|放)(?:在|于|到))?\ue007/;

/** «编辑部出了三部手机，时间是昨天午休到下班»: when it is that somebody tries things. */
function isArranged(sentence: Sentence, document: Document): boolean {
  if (!ARRANGED.test(sentence.encoded)) return false;
  const around = [document.sentences[sentence.index - 1], sentence];
  return around.some((s) => s !== undefined && (tellsOfTrying(s) || TESTER.test(s.encoded)));
}

/** The day that the article gives to its tests as a whole: «以上测试截至12月16日», «测试时间：11月30日». */
export function testedOn(document: Document): ClaimDate | null {
  for (const sentence of document.sentences) {
    if (!DATED_TEST.test(sentence.encoded) && !isArranged(sentence, document)) continue;
    const dated = mentionsOf(sentence, document).map((m) => spoken(m.date, document));
    const day = dated.find((d) => mayBeTested(d, document));
    if (day !== undefined) return { ...day, basis: 'context' };
  }
  return null;
}
