import type { Document, Knowledge, Segment, Sentence, Speech, Token } from '../types.ts';
import type { Discourse, Remembered } from './discourse.ts';

export type Wanted = (token: Token) => boolean;

/** Whether a company or an office speaks for itself. */
export const byParty = ({ type }: Pick<Speech, 'type'>): boolean =>
  type === 'official' || type === 'regulator';

/** Whether a house or an office says what a sentence tells: of its rules that is no outcome of a trial, and nothing that was seen at a till. */
export function isSaidFormally({ speeches, block }: Sentence, { speech, notice }: Discourse): boolean {
  const spoken = speech?.block === block ? [speech.speech] : [];
  const noticed = notice === null ? [] : [notice.speech];
  return [...speeches, ...spoken, ...noticed].some((s) => byParty(s) || s.type === 'expert');
}

/** Whether a sentence is the first of its block. */
export const beginsBlock = ({ index, block }: Sentence, { sentences }: Document): boolean =>
  sentences[index - 1]?.block !== block;

/** Whether a sentence ends as a question. */
export const isQuestion = ({ encoded }: Pick<Sentence, 'encoded'>): boolean =>
  /[？?]”?$/.test(encoded.trimEnd());

/** Where people send one another things. */
export const CHATS: ReadonlySet<string> = new Set(['private-chat', 'group-chat', 'moments']);

/** Scenes that stand in one app when nothing else is said. */
export const SCENE_HOST: Readonly<Record<string, string>> = {
  moments: 'wechat',
  'official-account': 'wechat',
};

/** An access has apps at its ends: of a wallet the app that it is in, whatever a list made of it. */
export const asApps = (ids: readonly string[], { walletOf }: Knowledge): string[] =>
  ids.map((id) => {
    const app = id.replace(/-pay$/, '');
    return walletOf.get(app) === id ? app : id;
  });

/** An app, or a group of apps that goes by one name. */
export const isAppLike = (t: Token): boolean => t.class === 'app' || t.class === 'group';

export const isPlace: Wanted = (t) =>
  (isAppLike(t) || t.class === 'payment') &&
  (t.mark === 'host' || t.mark === 'destination' || t.mark === 'agent');
export const isArrival: Wanted = (t) => isAppLike(t) && t.mark === 'destination';
export const isThing: Wanted = (t) =>
  t.mark === 'object' && (isAppLike(t) || t.class === 'link-class' || t.class === 'company');
export const isBareApp: Wanted = (t) => isAppLike(t) && t.mark === 'bare';
export const isShop: Wanted = (t) =>
  (isAppLike(t) || (t.class === 'company' && !t.ids.some((id) => CLEARERS.has(id)))) && t.mark !== 'speaker';
/** They carry payments between others and sell nothing. */
const CLEARERS = new Set(['unionpay', 'nucc', 'chinaums']);
export const isPayment: Wanted = (t) => t.class === 'payment' && t.mark !== 'speaker';

/** «千问：口令复制好，切到千问，…»: the app that the sentence has named as the thing is not the place, though one goes there. */
export const isThingOf = ({ tokens, encoded }: Sentence, { at, ids, mark }: Token): boolean =>
  mark === 'destination' &&
  tokens.some(
    (t) =>
      t.at < at &&
      t.mark === 'object' &&
      t.ids.some((id) => ids.includes(id)) &&
      !encoded.slice(t.at, at).includes('；'),
  );

/**
 * Messengers in which things are opened and that are hardly ever one: their own articles and mini-programs are called by
 * names of their own. Where people talk and pay each other is no till either: what is paid near their names is paid elsewhere.
 */
export const ROOMS: ReadonlySet<string> = new Set(['wechat', 'qq']);

/** Whether an app is one in which people send one another links. */
export const messengerIn =
  ({ traitOf }: Pick<Knowledge, 'traitOf'>) =>
  (id: string): boolean =>
    traitOf.get(id) === 'messenger';

/** «到了群里，…», «单独发给一个人，…»: a sentence that begins with another chat and names no app; what is said of it all in the end is no trial. */
export const turnsToRoom = ({ tokens, encoded }: Sentence): boolean => {
  const [head] = tokens;
  const isRoom =
    !encoded.startsWith('“') &&
    head?.class === 'scene' &&
    head.at <= AT_HEAD &&
    head.ids.some((id) => CHATS.has(id));
  return isRoom && tokens.every((t) => t.class !== 'app' && t.class !== 'payment');
};
/** Units of a sentence before what heads it. */
const AT_HEAD = 3;

/** «微信：可以»: the head of an item of results. */
export const isListed = ({ at }: Token, { encoded }: Sentence): boolean =>
  encoded.charAt(at + 1) === '：' &&
  /^(?:[（(]?[\d一二三四五六七八九十①-⑩]{1,2}[、.．）)])?[●■•◆]?$/.test(encoded.slice(0, at));

/** An app that is opened in others, and no messenger. */
export const isGuestApp = (id: string, { typeOf, traitOf }: Pick<Knowledge, 'typeOf' | 'traitOf'>): boolean =>
  typeOf.get(id) === 'app' && traitOf.get(id) !== 'messenger';

/** How many sentences back a reader still has a place or a thing in mind. */
const NEAR = 4;

/** The nearest earlier segment that has wanted tokens, and the ids of those tokens; of one clause where that is given. */
export function lastIn(
  segments: readonly Segment[],
  wanted: Wanted,
  clause?: number,
): { ids: string[]; segment: number } | null {
  for (let i = segments.length - 1; i >= 0; i -= 1) {
    const segment = segments[i];
    if (segment === undefined || (clause !== undefined && segment.clause !== clause)) continue;
    if (!segment.tokens.some(wanted)) continue;
    return { ids: idsOf(segment.tokens.filter(wanted)), segment: i };
  }
  return null;
}

/** The ids of tokens, each once, in the order of the text. */
export function idsOf(tokens: readonly Token[]): string[] {
  const [only, another] = tokens;
  if (only !== undefined && another === undefined && only.ids.length === 1) return [...only.ids];
  return [...new Set(tokens.flatMap((t) => t.ids))];
}

/** Whether what is remembered is still in a reader's mind at this sentence. */
export function near(memory: Remembered, sentence: Sentence, discourse: Discourse): boolean {
  if (memory.ids.length === 0) return false;
  if (memory.block === sentence.block || sentence.index - memory.sentence <= NEAR) return true;
  return (
    discourse.trying ||
    discourse.test !== null ||
    discourse.notice !== null ||
    (discourse.section.block >= 0 && memory.block >= discourse.section.block)
  );
}

/** The apps whose official accounts others keep: «某某的公众号» of any other app stands in one of these. */
const KEEPS_ACCOUNTS = new Set(['wechat', 'wecom', 'qq', 'alipay']);

/** Whether an app stands as a guest in the scene of another: in its group chats, in its official accounts. */
export const isGuest = (id: string, scenes: readonly string[], knowledge: Knowledge): boolean =>
  !canHold([id], scenes, knowledge) ||
  (scenes.includes('official-account') && knowledge.typeOf.get(id) === 'app' && !KEEPS_ACCOUNTS.has(id));

/** Whether an app that was found as the place can be one: a group chat stands in an app where people chat. */
export const canHold = (
  ids: readonly string[],
  scenes: readonly string[],
  { hostsOf, typeOf }: Pick<Knowledge, 'hostsOf' | 'typeOf'>,
): boolean =>
  scenes.every((scene) => {
    const hosts = hostsOf.get(scene);
    return hosts === undefined || ids.every((id) => typeOf.get(id) !== 'app' || hosts.has(id));
  });
