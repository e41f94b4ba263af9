import type { ClaimDate, Cues, Document, Draft, Sentence } from '../types.ts';
import { mentionsOf, type Placed, spoken } from './events.ts';
import { ownWords } from './own-words.ts';
import { mayBeTested } from './trial.ts';

/** The day that was set for what a sentence tells, before the sentence. */
export interface StoryDay {
  readonly date: ClaimDate;
  /** A heading dates all that stands under it, the day of a story only what somebody does and sees on it. */
  readonly isHeading: boolean;
  /** Whether the article is a story; in the news only what was tried has the day of trying. */
  readonly isTold: boolean;
  /** Whether the one who tells it was there and tried things. */
  readonly isOwn: boolean;
}

interface Setting extends StoryDay {
  readonly block: number;
  /** Somebody goes about trying things: the story comes back to it after looking elsewhere. */
  readonly tries: boolean;
  /** Whether it holds in the blocks that follow. */
  readonly holds: boolean;
}

/** Words that lead to the day with which a sentence begins. */
const LEADS_IN =
  /^(?:(?:第[一二三四五六七八九十]+[天日]|DAY ?[0-9]+|[Dd]ay ?[0-9]+|[一二三四五六七八九十]+、|[0-9]+[.、])?[【（〔\s·：|丨—●■•◆-]*|(?:于是|所以|终于|话说|结果|而|但|就|等)?(?:到了?|那是|这是|是|在|打|从|趁着?|直到)?|(?:时间|日子|日期)(?:就?是|为|定在|选在)?)$/;
/** What may stand behind the day of a heading: the weather, the weekday, a place. */
const HEADING_REST =
  /^[】）〕·\s]{0,3}(?:，[^，。！？；：\ue000-\ue007]{1,2}|[：|丨·\s]{0,3}[^，。！？；：\ue000-\ue007]{0,8}|[：|丨·\s]{1,3}[\ue000-\ue002\ue004-\ue006、和与]{1,5})[】）〕。：\s]{0,3}$/;
/** «周二：…», «【3月】…»: the day heads what stands behind it in its block. */
const INLINE_REST = /^(?:（[^）]{1,6}）)?[】：|]/;

/** A time in which somebody may go about: no longer than a weekend with a day beside it. */
const LONGEST_OUTING = 3;
/** What was longer ago is a look back. */
const LONGEST_AGO = 60;
const DAY = 86_400_000;
/** So many paragraphs in the first person make a story; one is enough of a short one in which nobody reports. */
const FEWEST_TOLD = 2;
const SHORT = 5;

/** The setting of each sentence, by index; null where no day was set. Tells nothing of a day in the sentence itself. */
export function storyOf(document: Document, cues: Cues): readonly (StoryDay | null)[] {
  let known: Kind | null = null;
  const kind = (): Kind => {
    known ??= kindOf(document, cues);
    return known;
  };
  const inDiary = isDiary(document, cues);
  let setting: Setting | null = null;
  let block = -1;
  let elsewhere = -1;
  return document.sentences.map((sentence) => {
    if (
      sentence.block !== block &&
      setting !== null &&
      !setting.holds &&
      cues.startOf('same-day', sentence.encoded) === 0
    )
      setting = null;
    const opensBlock = sentence.block !== block;
    block = sentence.block;
    const leaves =
      cues.startOf('leaps-on', sentence.encoded) + cues.startOf('next-question', sentence.encoded);
    if (leaves > 0 && !(setting?.isHeading ?? false)) setting = null;
    const set: Setting | null =
      headingOf(sentence, opensBlock, inDiary, document, cues) ??
      settingOf(sentence, kind, document, cues) ??
      rememberedDay(sentence, document);
    if (set !== null) setting = set;
    else if (opensBlock && tellsOtherDay(sentence, document)) {
      elsewhere = sentence.block;
      if (setting?.tries !== true) setting = null;
    }
    return elsewhere === sentence.block ? null : setting;
  });
}

/** One who tells of himself, several who do, a story about people, or news about parties. */
type Kind = 'own' | 'we' | 'people' | 'news';

function kindOf(document: Document, cues: Cues): Kind {
  const { article, sentences } = document;
  const { title } = article.record;
  const blocksOf = (name: 'first-person' | 'teller' | 'goer' | 'reporter'): number =>
    new Set(sentences.flatMap((s) => (cues.has(name, ownWords(s, document)) ? [s.block] : []))).size;
  const blocks = new Set(sentences.map((s) => s.block)).size;
  const tells = blocksOf('teller') + (cues.has('teller', title ?? '') ? 1 : 0);
  const reported = blocksOf('reporter') > 0;
  const isOwn = tells >= FEWEST_TOLD || (tells > 0 && blocks <= SHORT && !reported);
  if (isOwn) return blocksOf('first-person') > 0 ? 'own' : 'we';
  const goers = blocksOf('goer');
  const partySpeaks = sentences.some((s) => s.speeches.some((p) => p.type !== 'user' && p.type !== 'test'));
  return !reported && (goers * 2 >= blocks || (goers > 0 && !partySpeaks)) ? 'people' : 'news';
}

/** The date with which a sentence begins. */
function headDate(sentence: Sentence, document: Document): { placed: Placed; rest: string } | null {
  const token = sentence.tokens[0];
  if (token?.class !== 'date' || !LEADS_IN.test(sentence.encoded.slice(0, token.at))) return null;
  const [first, second] = mentionsOf(sentence, document);
  // «那天是端午»
  const named = first?.date.base === 'anchor' && second?.segment === first.segment ? second : undefined;
  const placed = named ?? first;
  if (placed === undefined || !isPast(placed, document)) return null;
  return { placed, rest: sentence.encoded.slice(token.at + 1) };
}

/** So many paragraphs that begin with a weekday are the days of a diary. */
const FEWEST_DAYS = 3;

/** «（8月11日，周四）»: the weekday of the same day. */
const AGAIN = /^[，·\s]\ue007/;

const isAlone = (rest: string): boolean => HEADING_REST.test(rest.replace(AGAIN, ''));

/** Whether paragraph after paragraph begins with a weekday. */
const isDiary = (document: Document, cues: Cues): boolean =>
  document.sentences.filter(
    (s, i) =>
      s.block !== document.sentences[i - 1]?.block &&
      cues.startOf('weekday', headDate(s, document)?.placed.date.text ?? '') > 0,
  ).length >= FEWEST_DAYS;

/** «12月18日 晴» and «7月» on a line of their own, «周一。», «3月：…». */
function headingOf(
  sentence: Sentence,
  opensBlock: boolean,
  inDiary: boolean,
  document: Document,
  cues: Cues,
): Setting | null {
  if (!opensBlock) return null;
  const head = headDate(sentence, document);
  if (head === null) return null;
  const alone = isAlone(head.rest);
  const isEntry = inDiary && cues.startOf('weekday', head.placed.date.text) > 0;
  if (!alone && !isEntry && !INLINE_REST.test(head.rest)) return null;
  const date: ClaimDate = { ...spoken(head.placed.date, document), basis: 'context' };
  const next = document.sentences[sentence.index + 1];
  const holds = alone && next !== undefined && next.block !== sentence.block;
  return { date, isHeading: true, isTold: false, isOwn: false, tries: false, block: sentence.block, holds };
}

/** «转机来的那天，她记得很牢：9月17日。»: a day that a sentence ends on, of which it has said that it tells of it. */
const ENDS_ON_DAY = /(?:那一?[天日]|这一?天|日子|时候)[^。！？；]{0,30}(?:：|，|是|在)\ue007[。！…]*$/;

/** What stands behind such a sentence in its paragraph happened on the day. */
function rememberedDay(sentence: Sentence, document: Document): Setting | null {
  if (!ENDS_ON_DAY.test(sentence.encoded)) return null;
  const last = mentionsOf(sentence, document).at(-1);
  if (last === undefined || last.date.precision !== 'day' || !isPast(last, document)) return null;
  const date: ClaimDate = { ...spoken(last.date, document), basis: 'context' };
  return {
    date,
    isHeading: true,
    isTold: true,
    isOwn: false,
    tries: false,
    block: sentence.block,
    holds: false,
  };
}

/** «上周日下雨，我哪儿也没去»: the day on which somebody goes about something. */
function settingOf(sentence: Sentence, kindIs: () => Kind, document: Document, cues: Cues): Setting | null {
  if (sentence.tokens.every((t) => t.class !== 'date')) return null;
  const text = ownWords(sentence, document);
  if (sentence.speeches.some((s) => s.type !== 'test' && s.type !== 'user')) return null;
  const tries = cues.has('goes-about', text) || cues.has('time-told', sentence.encoded);
  const head = headDate(sentence, document)?.placed ?? clauseDate(sentence, document, cues);
  const placed = (tries ? dayOfTrial(sentence, document) : null) ?? head;
  if (placed === null || !isOuting(placed, document)) return null;
  const kind = kindIs();
  const byParty = cues.has('party-acts', text) && sentence.tokens.some((t) => t.mark === 'bare');
  if (byParty || !(tries || (kind !== 'news' && isScene(sentence, text, kind, cues)))) return null;
  const date: ClaimDate = { ...spoken(placed.date, document), basis: 'context' };
  const isTold = kind !== 'news' && head !== null;
  const beside = sentence.segments[placed.segment]?.tokens ?? [];
  const isEvent = !tries && beside.some((t) => t.mark === 'bare' && t.class === 'app');
  const recent = mayBeTested(date, document) || (kind === 'own' && tries);
  const holds = recent && (head !== null || kind === 'news') && !isEvent;
  const isOwn = isTold && (kind === 'own' || (kind === 'we' && tries));
  return { date, isHeading: false, isTold, isOwn, tries, block: sentence.block, holds };
}

/** «为了写这篇稿子，昨天早上我删掉了…»: the day with which a later clause begins that tells what somebody did. */
function clauseDate(sentence: Sentence, document: Document, cues: Cues): Placed | null {
  const { segments, encoded } = sentence;
  const days = mentionsOf(sentence, document);
  for (const [i, { from, to, tokens }] of segments.entries()) {
    const [token] = tokens;
    if (i === 0 || token?.class !== 'date' || !LEADS_IN.test(encoded.slice(from, token.at))) continue;
    const words = encoded.slice(from, to);
    const does =
      cues.has('teller', words) || cues.has('goes-about', words) || cues.has('time-told', words.trim());
    const day = days.find((m) => m.segment === i);
    if (does && !isTopic(segments[i - 1]) && day !== undefined && isPast(day, document)) return day;
  }
  return null;
}

/** «1688和闲鱼，»: names and no more. */
const isTopic = (segment: Sentence['segments'][number] | undefined): boolean =>
  /^[\ue000-\ue006、和跟与]+$/.test(segment?.encoded ?? '');

const isPast = ({ date }: Placed, { published }: Document): boolean =>
  date.role === 'at' && date.first !== null && published !== null && date.first <= published;

/** «那天下午，成都东边的一座商场»: a sentence about somebody; of one who tells of himself also a time and a place. */
const isScene = ({ tokens }: Sentence, text: string, kind: Kind, cues: Cues): boolean =>
  cues.has('teller', text) ||
  cues.has('goer', text) ||
  (kind === 'own' && tokens.every((t) => t.class === 'date' || t.class === 'scene'));

/** «记者29日走访了三家超市», «昨晚说好今天做实验»: the last day of a sentence that tells of trying; no list of days. */
function dayOfTrial(sentence: Sentence, document: Document): Placed | null {
  if (/\ue007[、和与]\ue007/.test(sentence.encoded)) return null;
  return (
    mentionsOf(sentence, document).findLast(
      (m) => m.date.role === 'at' && mayBeTested(spoken(m.date, document), document),
    ) ?? null
  );
}

function isOuting({ date: { first, last } }: Placed, { published }: Document): boolean {
  if (first === null || last === null || published === null) return false;
  const [from, to, now] = [Date.parse(first), Date.parse(last), Date.parse(published)];
  return (to - from) / DAY < LONGEST_OUTING && (now - from) / DAY <= LONGEST_AGO;
}

/** The day of the story on which a clause happens; null where none was set, and where it tells of what is so anyway. */
export const dayOfStory = (
  story: readonly (StoryDay | null)[],
  sentence: Sentence,
  segment: number,
  cues: Cues,
): StoryDay | null =>
  cues.has('beyond-the-day', sentence.segments[segment]?.encoded ?? '')
    ? null
    : (story[sentence.index] ?? null);

/** What a party does, and nobody sees: «淘宝停止接入», «京东接入了云闪付»; no «提示停止访问», «挂着淘宝的链接». */
export function isDeed({ frame, segment }: Draft, sentence: Sentence, cues: Cues): boolean {
  const words = sentence.segments[segment];
  if (words === undefined || words.encoded.includes('着')) return false;
  if (frame !== 'act' && !cues.has('party-did', words.encoded)) return false;
  return words.tokens.some((t) => t.mark === 'bare' && sentence.encoded.charAt(t.at + 1) !== '的');
}

/** A paragraph that begins with what happened on another day is no part of the story. */
function tellsOtherDay(sentence: Sentence, document: Document): boolean {
  return headDate(sentence, document) !== null;
}
