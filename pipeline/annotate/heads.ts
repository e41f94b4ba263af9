import { type Knowledge, LETTER, type TokenClass } from '../types.ts';

const SCENE = LETTER.scene;

/** «淘宝：打开成功», «3. 京东：…»: the head of an item in a list of results. */
export function isListHead(encoded: string, at: number): boolean {
  if (encoded.charAt(at + 1) !== '：' || encoded.charAt(at + 2) === '“') return false;
  return /(?:^|[；。])(?:[（(]?[\d一二三四五六七八九十①-⑩]+[、.．）)])?[●■•◆]?$/.test(encoded.slice(0, at));
}

/** «京东，通；当当，通», «苏宁的，没反应»: a name and its verdict. */
export const isTriedHead = (encoded: string, at: number): boolean =>
  /(?:^|[；。，：])$/.test(encoded.slice(0, at)) &&
  /^的?，[^，；。]{1,16}(?:[；。，]|$)/.test(encoded.slice(at + 1));

/** «再换QQ，…», «轮到钉钉，…», «复制了一条链接，打开钉钉»: the messenger to which a test turns, or in which it pastes. */
export const isTurnedTo = (encoded: string, at: number): boolean => {
  const before = encoded.slice(Math.max(0, at - 40), at);
  const after = encoded.slice(at + 1, at + 24);
  const isNext = NEXT.test(before) && /^(?:(?:再|又|来|重新|接着)[发试开传丢贴点])?[，。；：]/.test(after);
  return (
    isNext ||
    (/(?:打开|点开)了?$/.test(before) && PASTED.test(after)) ||
    (COPIED.test(before) && /^[，。；]/.test(after))
  );
};
const NEXT = /(?:换成?|换作|轮[到着]|转战|挪到|搬到|试|[再先]看|接下来是|最后是|然后是|接着是)(?:了|过)?$/;
const PASTED = /^，[^，。；\ue000]{0,8}[贴发粘丢转扔甩](?!现|生|布)/;
const COPIED = /(?:复制|拷)[^。；]{0,24}，(?:再|然后|接着)?(?:打开|切[到回]|回到|转到)了?$/;

/** «至于钉钉，…»: the messenger to which the text turns. */
export const isNextTopic = (before: string, after: string): boolean =>
  /(?:^|[。；，])(?:而|但)?至于$/.test(before) && after.startsWith('，');

/** «微博也能贴»: where others put up what is theirs. */
export const TAKES_UP =
  /^(?:也|都|还|倒|则|就|目前|现在|仍|仍然|照样)*(?:能|可以?|不能|不让|不许|不给|允许|不允许)(?:直接)?(?:贴|挂|插|粘|添加|放(?![行开出映松心]))/;

/** Whether an app is one that takes in what is others', or no app but a party of any other kind. */
export const takesIn = (cls: TokenClass, ids: readonly string[], traitOf: Knowledge['traitOf']): boolean =>
  cls !== 'app' || traitOf.has(ids[0] ?? '');

/** «到了美团的车»: what somebody comes to is something of the app. */
const COMES_TO_ITS = new RegExp(
  `^的(?!${SCENE}|私信|评论|对话|聊天|页面|客户|搜索|首页|主页|App|群|平台)[一-龥]{1,3}[，。；]`,
);

/** «到了虾米就泄气了»: what a round comes to that takes in nothing of others', or something of an app's. */
export const comesTo = (
  before: string,
  after: string,
  ids: readonly string[],
  traitOf: Knowledge['traitOf'],
): boolean =>
  COMES_TO_ITS.test(after) ||
  (!traitOf.has(ids[0] ?? '') &&
    /(?:^|[，。；])(?:可|但|等)?到了?$/.test(before) &&
    /^(?:这里|那里|这儿|那儿)?(?:就|却|则|，|可|倒|也)/.test(after));
