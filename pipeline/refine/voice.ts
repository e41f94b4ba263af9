import type { Document, Sentence, Speech } from '../types.ts';
import { eventDate } from './dating.ts';
import type { Discourse } from './discourse.ts';

/** The items of a list or of a numbered notice. */
const LIST_ITEM =
  /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|[●■•◆①-⑩]|其[一二三四五六]|[一二三四五六]是|首先|第[一二三四五六][，、])/;
/** A sentence that announces what comes in the blocks below it. */
const ANNOUNCES = /[：:]$|如下[。：]?$|即[：:]?$|(?:举措|措施|要点|内容|条|项)[。：]$/;
/** Who tries, and that somebody tries, in one sentence: «记者用两部手机……做了测试». */
const TESTER = /(?:^|[，。：；“]|\p{Script=Han}{2,8})(?:记者|小编|笔者|编辑|编辑部|本报|本刊|我们?|同事)/u;
const TRIES = /测试|实测|试了|试一|试着|挨个试|逐一|逐个|亲测|体验了|轮着试|拉了[^，]{0,8}群|再试|尝试/;
/** A reporter who does something with a link or an order at the head of the sentence. */
const HANDLES =
  /^(?:\p{Script=Han}{0,6}记者|小编|笔者|编辑部?|我们?)(?=[^。“”]{0,24}(?:发送|分享|转发|点开|打开|下单|搜索|登录|付款|买|扫码|丢))/u;
const HEARD = /获悉|了解到|采访|得知|对[^，]{0,6}记者|告诉|回复[^，]{0,4}记者|记者表示|记者获|答复/;

/** Before the drafts of a sentence: which notice and which test still go on in it. */
export function beginVoice(discourse: Discourse, sentence: Sentence, document: Document): void {
  const text = document.twin.slice(sentence.start, sentence.end);
  const { notice, test } = discourse;
  if (
    sentence.tokens[0]?.class === 'date' &&
    /^【?.$/.test(sentence.encoded.slice(0, sentence.tokens[0].at + 1)) &&
    sentence.block !== discourse.date?.block
  ) {
    discourse.datedBlock = /^【/.test(sentence.encoded) ? sentence.block : discourse.datedBlock;
  }
  if (notice !== null && sentence.block !== notice.block) {
    const goesOn = LIST_ITEM.test(text) || ANNOUNCES.test(text.trimEnd());
    discourse.notice = goesOn ? { ...notice, block: sentence.block } : null;
  }
  if (test !== null && test.section !== discourse.section.count && test.section > 0) discourse.test = null;
  const begun = testBegins(sentence, text, document);
  if (begun !== null) {
    discourse.test = {
      speech: begun,
      date: testDate(discourse, sentence, document),
      block: sentence.block,
      section: discourse.section.count,
    };
  }
}

/** The test that a sentence begins or goes on with, by its speaker or by a tester who tries. */
function testBegins(sentence: Sentence, text: string, document: Document): Speech | null {
  const spoken = sentence.speeches.find((s) => s.type === 'test');
  if (spoken !== undefined) return spoken;
  if (HEARD.test(text)) return null;
  const tester = HANDLES.exec(text)?.[0] ?? (TRIES.test(text) ? testerIn(text, document) : null);
  if (tester === null) return null;
  const last = sentence.segments.length - 1;
  return {
    type: 'test',
    name: tester.replace(/^[，。：；“]/, ''),
    entity: null,
    firstSegment: 0,
    lastSegment: last,
    opens: false,
  };
}

/** A tester by the word for one, or by the outlet's own name. */
function testerIn(text: string, document: Document): string | null {
  const { publisher, author } = document.article.record;
  const outlet = [publisher, author].find((name) => name !== null && name.length > 1 && text.includes(name));
  return TESTER.exec(text)?.[0] ?? outlet ?? null;
}

/** The day of a test: its own sentence's, else that of the block it stands in, unless that is long past. */
function testDate(
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
): ReturnType<typeof eventDate> {
  const own = eventDate(sentence, document);
  const near =
    own ??
    (discourse.date?.block === sentence.block ? discourse.date.date : null) ??
    discourse.test?.date ??
    null;
  if (near === null || near.start === null || document.published === null) return near;
  return daysBetween(near.start, document.published) <= RECENT ? near : null;
}

/** A test is reported within this many days. */
const RECENT = 14;

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** After the drafts of a sentence: what of it the next sentences may carry on. */
export function endVoice(discourse: Discourse, sentence: Sentence, document: Document): void {
  const event = eventDate(sentence, document);
  if (event !== null) discourse.date = { date: event, block: sentence.block, sentence: sentence.index };
  const speech = sentence.speeches.at(-1);
  if (speech === undefined) return;
  discourse.speech = { speech, block: sentence.block, sentence: sentence.index };
  const text = document.twin.slice(sentence.start, sentence.end).trimEnd();
  const official = speech.type === 'official' || speech.type === 'regulator';
  if (official && (ANNOUNCES.test(text) || speech.opens)) {
    const date = event ?? (discourse.date?.block === sentence.block ? discourse.date.date : null);
    discourse.notice = { speech, date, block: sentence.block };
    discourse.document = { speech, date };
  }
}
