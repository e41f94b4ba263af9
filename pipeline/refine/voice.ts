import type { Cues, Document, Sentence, Speech } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { eventDate, mentionsOf } from './events.ts';
import { beginsBlock, byParty, isShop } from './look.ts';
import { keepOccasion } from './occasion.ts';
import { ownWords } from './own-words.ts';
import { dayOfSaying, isSame } from './resumed.ts';
import { isNotice } from './signature.ts';
import { mayBeTested, showsResult, type Trial, tellsOfTrying, testIn, trialDay } from './trial.ts';

/** The items of a list or of a numbered notice. */
const LIST_ITEM =
  /^(?:[（(]?[\d一二三四五六七八九十]+[、.．）)]|[●■•◆①-⑩]|其[一二三四五六]|[一二三四五六]是|首先|第[一二三四五六][，、])/;
/** The head of an item in a list of results: «淘宝：打开成功», «账号二：…». */
const RESULT =
  /^(?:[（(]?[\d一二三四五六七八九十①-⑩]+[、.．）)])?[●■•◆]?(?:[\ue000-\ue006、和]+|[^，。：]{2,8})：|^【[^】]{1,10}】/;

/** «群聊里又是另一番光景», «苹果手机上，…», «反过来，…»: the next place of a test. */
const NEXT_PLACE =
  /^(?:反过来|倒过来|反向)|^(?:而|但|可|不过|至于)?(?:到了?|换到|换成|转到|回到|轮到|再[看试])?在?(?:[^，。\ue000-\ue007]{0,4}手机[上中里]，|[^，。\ue000-\ue007]{0,3}\ue006)/;

/** Before the drafts of a sentence: which notice and which test still go on in it. */
export function beginVoice(discourse: Discourse, sentence: Sentence, document: Document, cues: Cues): void {
  const text = document.twin.slice(sentence.start, sentence.end);
  const { notice } = discourse;
  const headlined = discourse.section.block === sentence.block;
  if (headlined || (beginsBlock(sentence, document) && LIST_ITEM.test(text)))
    discourse.blocks.item = sentence.block;
  if (
    sentence.tokens[0]?.class === 'date' &&
    /^【?.$/.test(sentence.encoded.slice(0, sentence.tokens[0].at + 1)) &&
    sentence.block !== discourse.date?.block
  ) {
    discourse.blocks.dated = /^【/.test(sentence.encoded) ? sentence.block : discourse.blocks.dated;
  }
  if (notice !== null && sentence.block !== notice.block) {
    const isNext = headlined || (notice.inItem && LIST_ITEM.test(text));
    const goesOn =
      LIST_ITEM.test(text) ||
      cues.has('announces-below', text.trimEnd()) ||
      cues.startOf('paper-says-on', text) > 0 ||
      cues.startOf('paper-told-of', text) > 0 ||
      isItem(discourse, sentence, document);
    discourse.notice = goesOn && !isNext ? { ...notice, block: sentence.block } : null;
  }
  if (discourse.notice === null && cues.startOf('by-the-paper', text) > 0)
    discourse.notice = ofPaper(discourse, sentence);
  if (!isNotice(discourse.narrator)) beginTest(discourse, sentence, document, cues);
}

/** «钉钉28日公布时间表。», and in the next paragraph «按照这份时间表，…»: what a party's paper says is said by the party. */
function ofPaper({ speech, date }: Discourse, { block }: Sentence): Discourse['notice'] {
  if (speech === null || block - speech.block !== 1 || !byParty(speech.speech)) return null;
  const told = date !== null && date.sentence === speech.sentence ? date.date : null;
  return { speech: speech.speech, date: told, block, inItem: false };
}

/** How many blocks on a test that was begun anew is still the one before. */
const NEAR = 1;

/** What stands under a numbered heading of a notice, or behind a semicolon, is an item of it. */
function isItem({ notice, section }: Discourse, sentence: Sentence, document: Document): boolean {
  const before = document.sentences[sentence.index - 1];
  const told = before === undefined ? '' : document.twin.slice(before.start, before.end).trimEnd();
  const from = notice?.block ?? section.block;
  const headed = section.block === sentence.block - 1 && section.block - from === 1;
  return /[；;]$/.test(told) || (headed && LIST_ITEM.test(told));
}

function beginTest(discourse: Discourse, sentence: Sentence, document: Document, cues: Cues): void {
  const text = document.twin.slice(sentence.start, sentence.end);
  enterSection(discourse, text, cues);
  const begun = testIn(sentence, document, cues) ?? setInTest(discourse, sentence, document, cues);
  if (begun !== null) discourse.test = begunTest(begun, discourse, sentence, document, cues);
  else if (discourse.test !== null)
    discourse.test = testFurther(discourse.test, discourse, sentence, document, cues);
}

/** The test that a sentence begins, or begins anew. */
function begunTest(
  begun: Speech,
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): Trial {
  const { test, section, testedOn } = discourse;
  const day = trialDay(sentence, document, begun);
  const goesOn =
    test !== null &&
    (test.inSections || sentence.block - (isRound(discourse) ? test.goesOnIn : test.block) <= NEAR);
  return {
    speech: begun.name === null && goesOn ? test.speech : begun,
    datedIn: day === null && goesOn ? test.datedIn : sentence.block,
    date: day ?? dayBefore(discourse, sentence, document, cues) ?? (goesOn ? test.date : null) ?? testedOn,
    block: sentence.block,
    goesOnIn: sentence.block,
    section: section.count,
    sentence: sentence.index,
    inSections: (test?.inSections ?? false) || cues.has('announces-test', sentence.encoded),
    isAside: !goesOn && !beginsBlock(sentence, document),
    tours: cues.has('tours-places', sentence.encoded) || (goesOn && test.tours),
  };
}

/** The test as it stands behind a sentence that begins none: whether its block still tells of it. */
function testFurther(
  test: Trial,
  discourse: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): Trial {
  const { block, goesOnIn } = test;
  const near = sentence.block - goesOnIn <= NEAR;
  const isWhole = discourse.testing || test.inSections || test.tours;
  const tried =
    showsResult(sentence, cues) || (block >= 0 && (isWhole || near) && tellsOfTrying(sentence, cues));
  const next =
    near &&
    (NEXT_PLACE.test(sentence.encoded) ||
      comesToShop(discourse, sentence) ||
      (block >= 0 && (discourse.turn?.sentence === sentence.index || findsFirst(discourse, sentence))) ||
      (block >= 0 && !test.isAside && isTriedIn(sentence, document, cues)));
  const goesOn =
    goesOnIn === sentence.block ||
    tried ||
    next ||
    RESULT.test(sentence.encoded) ||
    isLedOnTo(test.sentence, sentence, document);
  const date = test.date ?? (block === sentence.block ? trialDay(sentence, document, null) : null);
  return { ...test, date, goesOnIn: goesOn ? sentence.block : goesOnIn };
}

/** «记者11月5日在微信里试了一遍。», and a paragraph on the first thing that was found: until then the test has told nothing. */
const findsFirst = ({ test, lastClaim }: Discourse, { index, speeches, tokens }: Sentence): boolean =>
  test?.sentence === index - 1 &&
  lastClaim.sentence < test.sentence &&
  !speeches.some(byParty) &&
  !tokens.some((t) => t.class === 'date');

/** «记者实测：», and what was found in the paragraph below. */
function isLedOnTo(test: number, { index, block }: Sentence, { sentences, twin }: Document): boolean {
  const before = sentences[index - 1];
  if (before === undefined || before.index !== test || before.block === block) return false;
  return /[：:]\s*$/.test(twin.slice(before.start, before.end));
}

/** How far into an article that is a test its day may be told. */
const OPENING = 1;

/** «昨晚八点多，小群里跳出一句话»: the day with which an article begins that is a test by its title, where no party speaks or acts. */
function setInTest(discourse: Discourse, sentence: Sentence, document: Document, cues: Cues): Speech | null {
  const { testing, test } = discourse;
  if (!testing || test !== null || sentence.block > OPENING || sentence.tokens[0]?.class !== 'date')
    return null;
  if (sentence.speeches.some(byParty) || cues.has('party-acts', ownWords(sentence, document))) return null;
  if (trialDay(sentence, document, null) === null) return null;
  const lastSegment = sentence.segments.length - 1;
  return { type: 'test', name: null, entity: null, firstSegment: 0, lastSegment, opens: false };
}

/** What is told at a till in the next paragraphs still belongs to the test that came there. */
export function goOnTesting(discourse: Discourse, { block }: Sentence): void {
  const { test } = discourse;
  if (test !== null && test.block >= 0 && block - test.goesOnIn <= NEAR)
    discourse.test = { ...test, goesOnIn: block };
}

/** Whether one way to pay is tried from shop to shop, each in a paragraph of its own. */
const isRound = ({ till }: Discourse): boolean => till !== null && till.sought.length > 0;

/** «肯德基的点餐机上，…», where somebody goes from shop to shop: the next one heads the paragraph, and nobody speaks. */
function comesToShop({ test }: Discourse, { tokens, speeches, segments, encoded }: Sentence): boolean {
  if (test?.tours !== true || test.block < 0 || speeches.length > 0) return false;
  const [head] = tokens;
  const [first] = segments;
  if (head === undefined || first === undefined || head.at >= first.to || !isShop(head)) return false;
  return head.class !== 'app' || AT_ITS_TILL.test(encoded.slice(head.at + 1));
}

/** «盒马的收银台上», where an app has shops with walls. */
const AT_ITS_TILL = /^(?:的)?[^，。；]{0,6}(?:店|柜台|收银|点餐|自助|台)/;

/** Whether a paragraph that opens with this sentence tells of trying further on, and of nobody who says so. */
function isTriedIn(sentence: Sentence, document: Document, cues: Cues): boolean {
  const { sentences } = document;
  if (!beginsBlock(sentence, document)) return false;
  for (let i = sentence.index; sentences[i]?.block === sentence.block; i += 1) {
    const next = sentences[i];
    if (next !== undefined && next.speeches.length === 0 && tellsOfTrying(next, cues)) return true;
  }
  return false;
}

/** Under a new heading, and where the article sums up, a test is over; not where the headings are its parts. */
function enterSection(discourse: Discourse, text: string, cues: Cues): void {
  const { test, section } = discourse;
  if (test === null) return;
  const isNew = test.section !== section.count;
  const isFirst = test.section === 0 && section.count === 1 && section.block === test.block + 1;
  const opensParts = isFirst && discourse.lastClaim.sentence < test.sentence;
  const isTold = cues.startOf('closes-test', text) > 0;
  const inSections = !isTold && (test.inSections || (isNew && opensParts));
  const isOver = cues.startOf('sums-up', text) + cues.startOf('next-question', text) > 0;
  if ((isNew && !inSections) || isOver)
    discourse.test = {
      ...test,
      date: null,
      block: -1,
      goesOnIn: -1,
      section: section.count,
      inSections: false,
    };
  else discourse.test = { ...test, section: section.count, inSections };
}

/** The day that was told before in the block, or in the one before where the test follows at once; not one long past. */
function dayBefore(
  { date }: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): Discourse['testedOn'] {
  if (date === null) return null;
  const follows = sentence.block - date.block <= 1 && cues.startOf('does-at-once', sentence.encoded) > 0;
  if (follows) return mayBeTested(date.date, document) ? date.date : null;
  return date.isTrial && date.block === sentence.block ? date.date : null;
}

/** «支付宝今日发布消息。根据声明，目前已取得如下进展：»: whose paper it is that the sentence leads on to. */
function quotedIn(
  { speech }: Discourse,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): Speech | undefined {
  const text = document.twin.slice(sentence.start, sentence.end).trimEnd();
  const leadsOn = cues.startOf('by-the-paper', text) > 0 && cues.has('announces-below', text);
  return leadsOn && speech?.block === sentence.block ? speech.speech : undefined;
}

/** «13日当天，三家都作出了回应。», and each answer in a paragraph of its own: all of them answered on that day. */
function keepAnswers(
  discourse: Discourse,
  sentence: Sentence,
  event: Discourse['testedOn'],
  document: Document,
  cues: Cues,
): void {
  const { block } = sentence;
  const official = sentence.speeches.some((s) => s.type === 'official');
  const answers = cues.has('they-answered', document.twin.slice(sentence.start, sentence.end));
  const { answered } = discourse;
  if (event?.precision === 'day' && event.text !== null && (official || answers))
    discourse.answered = { date: event, block };
  else if (answered !== null && answered.block === block - 1 && official)
    discourse.answered = { ...answered, block };
}

/** Keeps the latest announcement of a party, in whatever order they are told. */
function announce({ announced }: Discourse, entity: string | null, date: Discourse['testedOn']): void {
  if (entity === null || date === null) return;
  const known = announced.get(entity)?.start ?? '';
  if ((date.start ?? '') >= known) announced.set(entity, date);
}

/** After the drafts of a sentence: what of it the next sentences may carry on. */
export function endVoice(discourse: Discourse, sentence: Sentence, document: Document, cues: Cues): void {
  const event = eventDate(sentence, document);
  if (event !== null) {
    const text = document.twin.slice(sentence.start, sentence.end);
    const isTrial = mayBeTested(event, document) && !cues.has('party-acts', text);
    discourse.date = { date: event, block: sentence.block, sentence: sentence.index, isTrial };
  }
  const speech = sentence.speeches.at(-1) ?? quotedIn(discourse, sentence, document, cues);
  keepAnswers(discourse, sentence, event, document, cues);
  keepOccasion(discourse, sentence, event, cues);
  if (speech === undefined) return;
  const last = discourse.speech;
  const goesOn = last !== null && isSame(speech, last.speech) && sentence.block - last.block <= 1;
  const said = dayOfSaying(speech, sentence, document, cues) ?? (goesOn ? last.date : null);
  const isPast = mentionsOf(sentence, document).some(({ date }) => date.role === 'past');
  discourse.speech = { speech, block: sentence.block, sentence: sentence.index, date: said, isPast };
  const text = document.twin.slice(sentence.start, sentence.end).trimEnd();
  const official = byParty(speech);
  const opens = sentence.speeches.some((s) => s.opens && s.type === speech.type);
  if (official && (cues.has('announces-below', text) || opens)) {
    const date = event ?? (discourse.date?.block === sentence.block ? discourse.date.date : null);
    const inItem = discourse.blocks.item === sentence.block && !cues.has('announces-below', text);
    discourse.notice = { speech, date, block: sentence.block, inItem };
    discourse.document = { speech, date };
    const isSaid = date?.start != null && document.published !== null && date.start <= document.published;
    if (isSaid) announce(discourse, speech.entity, date);
  }
}
