import type { Mention } from '../types.ts';

/**
 * «发给坐在对面的同事», «转给微信上的老同学», «单独给他发»: what is sent to one person arrives in a private chat, however they are
 * called. The mention begins behind a name that stands between the verb and the person. Offsets are into the twin.
 */
export function sentToPersons(twin: string, named: readonly Mention[]): Mention[] {
  return [...twin.matchAll(SENT)].flatMap(({ index, 0: words }) => {
    const end = index + words.length;
    const inside = named.filter((m) => m.start < end && m.end > index);
    if (inside.some((m) => m.kind === 'scene' || m.end >= end)) return [];
    const start = Math.max(index, ...inside.map((m) => m.end));
    return [{ start, end, kind: 'scene' as const, id: 'private-chat', type: null }];
  });
}

/** To one person, and neither to several nor in a group. */
const SENT =
  /(?:[发转丢甩扔传贴]|发送|转发|分享)(?:了)?给(?:了)?(?:(?!们|群|圈)[^，。；：、“”（）？！一两三四五六七八九十几多每各\d]){0,10}?(?:同事|同学|(?<![男女小])朋友|好友|闺蜜|室友|家人|亲戚|邻居|客户|搭档|网友|老师|徒弟|师傅|老乡|粉丝|街坊)(?![们群圈和、]|看了?看|的|[一-龥]{0,2}群|和|及|以及|都|各)|单独(?:给|往)(?![^，。；]{0,4}(?:们|群))[^，。；：、“”\d]{1,6}?(?:发|转|甩|丢|传)(?![们现布货])/g;
