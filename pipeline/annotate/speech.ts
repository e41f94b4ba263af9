import type { Cues, Segment, Sentence, Speech, Token } from '../types.ts';
import { maySpeak, officeOf } from './party.ts';

/** The parts of a sentence that speech needs; the sentence itself is made afterwards. */
export type Speakable = Pick<Sentence, 'encoded' | 'tokens' | 'segments'>;

type Found = Pick<Speech, 'type' | 'name' | 'entity' | 'opens'>;

/** A speaker before it is known whether the words open an announcement. */
type Speaker = Omit<Found, 'opens'>;

/** Who speaks in a sentence, segment by segment: tests before users before rumours before parties. */
export function findSpeeches(sentence: Speakable, twin: string, cues: Cues): Speech[] {
  const found: Speech[] = [];
  sentence.segments.forEach((segment, i) => {
    const speech = speechOf(segment, sentence, twin, cues);
    if (speech === null || isRetold(speech, segment, found.at(-1), cues)) return;
    const quotedBefore = i > 0 && endsQuote(sentence, i);
    const lastSegment = Math.min(lastSpoken(sentence, i, speech), lastOfDay(sentence, i, twin));
    found.push({
      type: speech.type,
      name: speech.name,
      entity: speech.entity,
      opens: speech.opens,
      firstSegment: quotedBefore ? 0 : i,
      lastSegment,
    });
  });
  return found.map((s, i) => {
    const next = found[i + 1];
    const ends = next !== undefined && next.firstSegment > 0 && next.firstSegment <= s.lastSegment;
    return ends ? { ...s, lastSegment: next.firstSegment - 1 } : s;
  });
}

/** «平台证实，部分用户下单时已可选择…»: users who only do something within what a party tells do not speak. */
const isRetold = ({ type }: Found, { encoded }: Segment, last: Speech | undefined, cues: Cues): boolean =>
  type === 'user' &&
  !cues.has('user-says', encoded) &&
  (last?.type === 'official' || last?.type === 'regulator');

/** Whether the text before segment i ends a quotation («“…”，某某说»). */
function endsQuote(sentence: Speakable, i: number): boolean {
  const segment = sentence.segments[i];
  if (segment === undefined) return false;
  return /”[，。]?$/.test(sentence.encoded.slice(0, segment.from).trimEnd());
}

/** A verb of announcing that has its content with it: «宣布与某某深化合作». */
const TOLD_AT_ONCE = /宣布(?:与|同|和|跟)/;
/** Another party that the article sets beside the speaker: «…，某某也已…». */
const SET_BESIDE = /^(?:而|但|不过)?[^，“]{0,4}[\ue000\ue002\ue003\ue005][^，“]{0,4}(?:也|则|亦|却)/;

/** «店员说“坏了”；隔壁的…»: what somebody said is over with the quotation and its clause; null where nothing is quoted so. */
function endOfQuote({ encoded, segments }: Speakable, i: number): number | null {
  const own = segments[i];
  const closes = own === undefined ? -1 : encoded.indexOf('”', own.from);
  if (!own?.encoded.includes('“') || !encoded.startsWith('”；', closes)) return null;
  return segments.findLastIndex((s) => s.from <= closes);
}

/** The last segment of a speech that begins in segment i: where the article goes on for itself it ends. */
function lastSpoken(sentence: Speakable, i: number, { type }: Found): number {
  const { segments } = sentence;
  if (type === 'user') return endOfQuote(sentence, i) ?? segments.length - 1;
  const official = type === 'official' || type === 'regulator';
  if (!official || !TOLD_AT_ONCE.test(segments[i]?.encoded ?? '')) return segments.length - 1;
  const beside = segments.findIndex((s, at) => at > i && SET_BESIDE.test(s.encoded));
  return (beside < 0 ? segments.length : beside) - 1;
}

/** «2日，某某宣布…；4日，另一家也…»: in a list of days the words of one day end before the next. */
function lastOfDay({ segments }: Speakable, i: number, twin: string): number {
  const isDay = ({ tokens: [head], from }: Segment): boolean =>
    head?.class === 'date' && head.at === from && /^(?:自|从|到)?\d/.test(twin.slice(head.start, head.end));
  const clause = segments[i]?.clause;
  const first = segments.find((s) => s.clause === clause);
  const next =
    first === undefined || !isDay(first)
      ? -1
      : segments.findIndex((s, at) => at > i && s.clause !== segments[at - 1]?.clause && isDay(s));
  return (next < 0 ? segments.length : next) - 1;
}

function speechOf(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Found | null {
  const speaker = speakerOf(segment, sentence, twin, cues);
  if (speaker === null) return null;
  const name = speaker.name === null ? null : spelled(speaker.name, segment, twin);
  return { ...speaker, name, opens: cues.has('opens', segment.encoded) };
}

/** Words of the encoded segment as they stand in the twin: «接近微信的人士», whose app is one letter there. */
function spelled(words: string, { encoded, from, tokens }: Segment, twin: string): string {
  const start = from + encoded.indexOf(words);
  return words.replace(/[\ue000-\ue007]/g, (letter, i: number) => {
    const token = tokens.find((t) => t.at === start + i);
    return token === undefined ? letter : twin.slice(token.start, token.end);
  });
}

function speakerOf(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Speaker | null {
  const text = segment.encoded;
  const test = testerOf(segment, sentence, cues);
  if (test !== null && !cues.has('other-outlets', sentence.encoded.slice(0, segment.to))) return test;
  const expert = cues.find('expert', text);
  if (expert !== null && opinionFollows(sentence, segment, expert.index, cues))
    return { type: 'expert', name: expert[0], entity: null };
  const rumour = cues.find('rumour', text);
  if (rumour !== null) return { type: 'rumour', name: rumour[0], entity: null };
  const party =
    userOf(text, cues) ??
    partyOf(segment, sentence.encoded, twin, cues) ??
    sourceIn(segment, twin) ??
    earlierParty(segment, sentence, twin, cues) ??
    acquaintanceOf(segment, sentence, cues);
  if (party !== null) return party;
  const unnamed = roleOf(text, cues);
  if (unnamed !== null) return unnamed;
  return cues.has('media', text) ? { type: 'media', name: null, entity: null } : null;
}

function opinionFollows(sentence: Speakable, segment: Segment, index: number, cues: Cues): boolean {
  const from = segment.from + index;
  return cues.has('opinion', sentence.encoded.slice(from, from + 40));
}

/** Whether an offset of the encoded sentence stands in a quotation that begins in the sentence. */
const isQuoted = (encoded: string, at: number): boolean =>
  encoded.lastIndexOf('“', at - 1) > encoded.lastIndexOf('”', at - 1);

/** Words that link a sentence to the one before, and are no part of who tries. */
const LINKS = /^(?:但是?|而|不过|据|当|随后|有)(?=.)/;

function testerOf(segment: Segment, sentence: Speakable, cues: Cues): Speaker | null {
  const text = segment.encoded;
  const head = cues.find('test-head', text);
  const who = cues.find('tester', text);
  if (who === null || isQuoted(sentence.encoded, segment.from + who.index)) {
    const nobody = head === null || cues.has('user', text) || isQuoted(sentence.encoded, segment.from);
    return nobody ? null : { type: 'test', name: null, entity: null };
  }
  const rest = text.slice(who.index + who[0].length, who.index + who[0].length + 24);
  if (cues.has('tester-heard', rest)) return null;
  if (/(?:对|向|告诉|回应|答复|给)$/.test(text.slice(0, who.index))) return null;
  return cues.has('tests', rest) || head !== null
    ? { type: 'test', name: who[0].replace(LINKS, ''), entity: null }
    : null;
}

/** Users who say something, or some of them who try something. */
function userOf(text: string, cues: Cues): Speaker | null {
  const user = cues.find('user', text);
  if (user === null) return null;
  const before = text.slice(0, user.index);
  if (cues.endOf('to-users', before) > 0) return null;
  const after = text.slice(user.index + user[0].length, user.index + user[0].length + 24);
  const some = cues.find('some-users', before);
  const counted = some !== null || cues.endOf('named-person', before + user[0]) > 0;
  const speaks = cues.has('user-says', after) || (counted && cues.has('user-handles', after));
  return speaks ? { type: 'user', name: (some?.[0] ?? '') + user[0], entity: null } : null;
}

/** Words by which somebody speaks among friends. */
const CHATS =
  /^(?:也|就|还|又|都|却|则|只|老|总|一直|凑过来|笑着|叹气)?(?:说(?![明服不起过法辞]|白了|到底)|讲(?=[，：。“]|$)|告诉|嘀咕|嚷|抱怨|吐槽|反映|回我|念叨)/;
/** How far from their verb those stand who chat. */
const CHAT_NEAR = 6;

/** «我妈说», «阿玲做过团购，说…»: kin, friends and those called by a familiar name. */
function acquaintanceOf(segment: Segment, sentence: Speakable, cues: Cues): Speaker | null {
  const text = segment.encoded;
  const found = cues.find('acquaintance', text);
  if (found !== null && cues.endOf('to-users', text.slice(0, found.index)) === 0) {
    const after = text.slice(found.index + found[0].length);
    for (let at = 0; at <= Math.min(CHAT_NEAR, after.length); at += 1)
      if (CHATS.test(after.slice(at))) return { type: 'user', name: found[0], entity: null };
  }
  const goesOn = CHATS.test(text.replace(/^[他她]/, ''));
  const head = goesOn ? cues.find('acquaintance', sentence.encoded.slice(0, segment.from)) : null;
  return head === null ? null : { type: 'user', name: head[0], entity: null };
}

/** How far from its verb a party may stand, and one that is named with an office. */
const NEAR = 18;
const FAR = 26;

/** A company, app or agency that stands before a verb of speaking in its segment. */
function partyOf(segment: Segment, encoded: string, twin: string, cues: Cues): Speaker | null {
  for (const token of segment.tokens) {
    if (!maySpeak(token) || token.titled) continue;
    const after = segment.encoded.slice(token.at - segment.from + 1, token.at - segment.from + 41);
    const says = speakingVerb(token, after, cues);
    if (says === null || (isPlace(token) && !OWN_ACCOUNT.test(after)) || isCited(segment, token, cues))
      continue;
    const between = after.slice(0, says.index);
    const tail = cues.startOf('party-tail', between);
    const near = between.length - tail <= (tail > 0 ? FAR : NEAR) && !/[，。]/.test(between);
    if (!near || cues.startOf('owned-thing', after) > 0) continue;
    if (token.mark === 'bare' && comesOut(says, after, segment, encoded)) continue;
    const entity = token.ids[0] ?? '';
    const name = twin.slice(token.start, token.end) + between.slice(0, tail);
    return { type: officeOf(token), name, entity };
  }
  return null;
}

/** «多闪在同一天发布，», «多闪发布当天»: what is published, and nobody who speaks. */
const comesOut = (says: RegExpExecArray, after: string, { to }: Segment, encoded: string): boolean => {
  if (!/^(?:发布|更新|公布)$/.test(says[0])) return false;
  const behind = after.slice(says.index + says[0].length);
  return SINCE_IT_CAME.test(behind) || (behind === '' && /^[，。；]/.test(encoded.slice(to)));
};
const SINCE_IT_CAME = /^(?:\ue007$|的?当[天日晚]|之?[后初前际](?!台|端)|以来|的?[首次第][日天])/;

/** «记者从银联获悉», «据微信团队介绍»: whom somebody has it from. */
const HAD_FROM =
  /(?:从|据)([\ue000-\ue005])(?:方面|处|那里|官方|客服|公关部?|内部|团队|相关负责人|有关人士|有关方面)*(?:获悉|了解到|得知|获知|处获得|证实|确认)|据([\ue000-\ue005])的?(?:官方)?(?:微信)?(?:公众号|\ue006|官网|官微|微博|帮助(?:中心|页面?)|公告|客服|小程序|App)[^，。“]{0,6}$|据([\ue000-\ue005])(?:组织|委托|指定|牵头)的?[^，。“]{0,16}(?:检测|抽测|测试|监测|评测|抽查|核查)/;

function sourceIn({ encoded, tokens, from }: Segment, twin: string): Speaker | null {
  const found = HAD_FROM.exec(encoded);
  const at = found === null ? -1 : from + found.index + found[0].search(/[\ue000-\ue005]/);
  const token = tokens.find((t) => t.at === at && maySpeak(t));
  if (token === undefined) return null;
  return { type: officeOf(token), name: twin.slice(token.start, token.end), entity: token.ids[0] ?? null };
}

function speakingVerb(token: Token, after: string, cues: Cues): RegExpExecArray | null {
  const says = cues.find('says', after);
  const acts = token.class === 'regulator' ? cues.find('says-authority', after) : null;
  return acts !== null && (says === null || acts.index < says.index) ? acts : says;
}

/** «微信支付公众号宣布»: where a party speaks for itself. */
const OWN_ACCOUNT =
  /^(?:的)?(?:官方)?(?:微信)?(?:\ue006|公众号|微博|官微|官博|官网)(?:宣布|发布|称|表示|消息|发文|推文)/;

const isPlace = (token: Token): boolean =>
  token.mark === 'destination' || token.mark === 'object' || token.mark === 'host';

/** «将按照工信部的要求…»: an agency whose words somebody else follows does not speak. */
const isCited = ({ encoded, from }: Segment, token: Token, cues: Cues): boolean =>
  token.class === 'regulator' && cues.endOf('heeds', encoded.slice(0, token.at - from)) > 0;

/** «抖音起诉腾讯，称…», «腾讯有了回音，公关总监说…»: who speaks, or whose officer, stands at the head of the sentence. */
function earlierParty(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Speaker | null {
  if (cues.startOf('speaks-at-once', segment.encoded) === 0) return null;
  const head = sentence.tokens.find((t) => maySpeak(t) && t.mark === 'bare' && t.at < segment.from);
  if (head === undefined) return null;
  return { type: officeOf(head), name: twin.slice(head.start, head.end), entity: head.ids[0] ?? '' };
}

/** «对方回复说», «中国铁路总公司宣布»: somebody who speaks for a company without a name that the lexicon knows. */
function roleOf(text: string, cues: Cues): Speaker | null {
  for (const kind of ['role', 'organisation'] as const) {
    const found = cues.find(kind, text);
    if (found === null) continue;
    const after = text.slice(found.index + found[0].length, found.index + found[0].length + 24);
    const says = cues.find('says', after);
    const near = says !== null && /^[^，。]{0,14}$/.test(after.slice(0, says.index));
    if (near) return { type: 'official', name: found[0], entity: null };
  }
  return null;
}
