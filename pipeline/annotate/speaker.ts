import type { Cues, Segment, Sentence, Speech, Token } from '../types.ts';
import { maySpeak, officeOf } from './party.ts';

/** The parts of a sentence that speech needs; the sentence itself is made afterwards. */
export type Speakable = Pick<Sentence, 'encoded' | 'tokens' | 'segments'>;

/** A speaker before it is known how far the words go, and whether they open an announcement. */
export type Speaker = Pick<Speech, 'type' | 'name' | 'entity'>;

/** Who speaks in a segment, or whose words it leads to: tests before experts, those before parties; null where nobody does. */
export function speakerOf(segment: Segment, sentence: Speakable, twin: string, cues: Cues): Speaker | null {
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
  const unnamed = roleOf(text, cues) ?? somebodyIn(text, cues);
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
    const nobody =
      head === null ||
      cues.has('user', text) ||
      isQuoted(sentence.encoded, segment.from) ||
      segment.tokens.some((t) => t.class === 'regulator' && t.at < segment.from + head.index);
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
  if (cues.endOf('to-users', before) > 0 || /^(?:针对|关于|对于|就(?!有|曾|已|是))/.test(text)) return null;
  const after = text.slice(user.index + user[0].length, user.index + user[0].length + 24);
  const some = cues.find('some-users', before);
  const counted = some !== null || cues.endOf('named-person', before + user[0]) > 0;
  const speaks = cues.has('user-says', after) || (counted && cues.has('user-handles', after));
  return speaks ? { type: 'user', name: (some?.[0] ?? '') + user[0], entity: null } : null;
}

/** How far from their verb those stand who chat, and those who are called by no office. */
const CHAT_NEAR = 6;
/** «阿玲做过团购，她说…»: how far from the head of a clause. */
const GOES_ON_NEAR = 2;
const SOMEBODY_NEAR = 12;

/** Whether a verb of speaking follows at once. */
function chats(after: string, near: number, cues: Cues): boolean {
  const says = cues.find('chats', after);
  return says !== null && says.index <= near;
}

/** «我妈说», «阿玲做过团购，说…»: kin, friends and those called by a familiar name. */
function acquaintanceOf(segment: Segment, sentence: Speakable, cues: Cues): Speaker | null {
  const text = segment.encoded;
  const found = cues.find('acquaintance', text);
  if (found !== null && cues.endOf('to-users', text.slice(0, found.index)) === 0) {
    if (chats(text.slice(found.index + found[0].length), CHAT_NEAR, cues))
      return { type: 'user', name: found[0], entity: null };
  }
  const goesOn = chats(text, GOES_ON_NEAR, cues);
  const head = goesOn ? cues.find('acquaintance', sentence.encoded.slice(0, segment.from)) : null;
  return head === null ? null : { type: 'user', name: head[0], entity: null };
}

/** How far from its verb a party may stand, and one that is named with an office. */
const NEAR = 18;
const FAR = 26;

/** A company, app or agency that stands before a verb of speaking in its segment. */
function partyOf(segment: Segment, encoded: string, twin: string, cues: Cues): Speaker | null {
  for (const token of segment.tokens) {
    if (!maySpeak(token) || token.titled || isPostedOn(token, segment)) continue;
    const after = segment.encoded.slice(token.at - segment.from + 1, token.at - segment.from + 41);
    const says = speakingVerb(token, after, cues);
    if (cues.startOf('own-paper', after) > 0) return partyAs(token, twin);
    if (says === null || (isPlace(token) && !OWN_ACCOUNT.test(after)) || isCited(segment, token, cues)) {
      if (isLabel(token, segment, encoded, cues)) return partyAs(token, twin);
      continue;
    }
    const between = after.slice(0, says.index);
    const tail = cues.startOf('party-tail', between);
    const near = between.length - tail <= (tail > 0 ? FAR : NEAR) && !/[，。]/.test(between);
    if (!near || cues.startOf('owned-thing', after) > 0) continue;
    const isProduct = token.class === 'app' || token.class === 'payment';
    if (token.mark === 'bare' && isProduct && comesOut(says, after, segment, encoded)) continue;
    const entity = token.ids[0] ?? '';
    const name = twin.slice(token.start, token.end) + between.slice(0, tail);
    return { type: officeOf(token), name, entity };
  }
  return null;
}

/** «饿了么发微博说…»: where somebody speaks up, and not who does. */
const isPostedOn = ({ at, class: cls }: Token, { encoded, from }: Segment): boolean =>
  cls === 'app' && /发(?:了)?(?:一?条)?$/.test(encoded.slice(0, at - from));

const partyAs = (token: Token, twin: string): Speaker => ({
  type: officeOf(token),
  name: twin.slice(token.start, token.end),
  entity: token.ids[0] ?? '',
});

/** «滴滴客服：“…”», and a company alone at the head of its sentence: «腾讯：坚决拥护…». */
function isLabel({ at, class: c }: Token, { from, to }: Segment, encoded: string, cues: Cues): boolean {
  if (c === 'company' && at === 0 && encoded.startsWith('：', 1)) return true;
  if (!encoded.startsWith('：“', to)) return false;
  let office = encoded.slice(at + 1, to);
  if (office === '' || at < from) return false;
  for (let tail = 1; tail > 0; office = office.slice(tail)) tail = cues.startOf('party-tail', office);
  return office === '';
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
  /(?:从|据)([\ue000-\ue005])(?:方面|处|那里|官方|客服|公关部?|内部|团队|相关负责人|有关人士|有关方面)*(?:获悉|了解到|得知|获知|处获得|证实|确认)|据([\ue000-\ue005])(?:发布|公布|更新|印发|出台|挂出|刊出)*的?(?:官方)?(?:微信)?(?:公众号|声明|说明|通知|\ue006|官网|官微|微博|帮助(?:中心|页面?)|公告|客服|小程序|App)[^，。“]{0,6}$|据([\ue000-\ue005])(?:组织|委托|指定|牵头)的?[^，。“]{0,16}(?:检测|抽测|测试|监测|评测|抽查|核查)/;

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

/** «微信支付公众号宣布», «微信那边的回复是»: where a party speaks for itself. */
const OWN_ACCOUNT =
  /^(?:的)?(?:(?:官方)?(?:微信)?(?:\ue006|公众号|微博|官微|官博|官网)(?:宣布|发布|称|表示|消息|发文|推文)|(?:[那这]边|那头|那里)[^，。]{0,4}(?:说|回|答|称|表示|解释))/;

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

/** «有人在群里说», «一名大三学生说», «摄影师周航告诉记者»: somebody who speaks for nobody else. */
function somebodyIn(text: string, cues: Cues): Speaker | null {
  const found = cues.find('somebody', text);
  if (found === null || cues.has('office', found[0])) return null;
  if (cues.endOf('to-users', text.slice(0, found.index)) > 0) return null;
  const speaks = chats(text.slice(found.index + found[0].length), SOMEBODY_NEAR, cues);
  return speaks ? { type: 'user', name: found[0], entity: null } : null;
}
