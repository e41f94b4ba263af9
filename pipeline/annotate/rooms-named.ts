import type { Mention } from '../types.ts';
import { namesInOrder } from './names-in-order.ts';

/**
 * «“幸福一家人”群», «群名叫“今天谁请客”»: the name of a group, wherever the article calls it by that name alone again, is a
 * group chat. `named` in order of start; offsets are into the twin. Pure.
 */
export function groupsByName(twin: string, title: string, named: readonly Mention[]): Mention[] {
  const names = new Set([title, twin].flatMap((text) => [...text.matchAll(NAMED)].map((m) => m[1] ?? m[2])));
  if (names.size === 0) return [];
  const holdsName = namesInOrder(named);
  return [...twin.matchAll(QUOTED)].flatMap(({ index: start, 0: words, 1: name }) => {
    const end = start + words.length;
    const isNamed = holdsName(start, end);
    const isIntroduced =
      IS_CALLED.test(twin.slice(Math.max(0, start - LONGEST_CALL), start)) ||
      IS_GROUP.test(twin.slice(end, end + LONGEST_CALL));
    if (!names.has(name) || isNamed || isIntroduced) return [];
    return [{ start, end, kind: 'scene' as const, id: 'group-chat', type: null }];
  });
}

const NAMED =
  /“([^“”，。！？\n]{2,12})”的?(?:微信|QQ|家族|家庭|业主|亲友|家长|同学|工作|聊天)?[大小]?群(?![众体岛主演])|群里?的?(?:名字?|名称)?(?:就?叫[做作]?|名为|名是|取名|改名)“([^“”，。！？\n]{2,12})”/g;
const QUOTED = /“([^“”，。！？\n]{2,12})”/g;
/** Where its own words say what it is, it is seen already. */
const LONGEST_CALL = 8;
const IS_CALLED = /[叫名为是][做作叫]?$/;
const IS_GROUP = /^的?[^，。“]{0,2}群/;
