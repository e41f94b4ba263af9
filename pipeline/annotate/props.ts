import type { Knowledge, Mention } from '../types.ts';
import { namesInOrder } from './names-in-order.ts';

/** By what things are counted that somebody finds in an app. */
const COUNTED = '[双件台部本只款盒箱袋辆张副顶套瓶条集首篇把]';
/** No article passes more things than that around. */
const MOST = 16;
/** How far behind the name of an app the thing may stand that was found there, in UTF-16 units. */
const REACH = 34;
const NOUN = '([一-龥]{2,4}?)';
const ENDS = '(?=[，。；、！？]|的(?:链接|网址|页面|商品页)|$)';

/** «淘宝上一双十九块九的棉拖鞋», «抖音那条猫片», «打开京东，挑了台空气炸锅»: how a thing is told to be of an app. */
const FOUND_THERE = new RegExp(
  `^(?:上|里)?的?(?:[一两]|[那这]一?)${COUNTED}(?:[^，。；：、！？“”\\n]{0,10}?的)?${NOUN}${ENDS}` +
    `|^的?[那这]一?${COUNTED}${NOUN}(?=[，。；、！？]|可|也|就|却|倒|直接|在)` +
    `|^[^，。；：、！？“”\\n]{0,6}[，。]?[^，。；：、！？“”\\n]{0,4}(?:里头|里面|上面|里|上|，)?(?:随手|顺手)?(?:挑|选|找|翻|拍|买|收)(?:了|出|下|中|到)(?:了|来)?[一两]?${COUNTED}(?:[^，。；：、！？“”\\n]{0,8}?的)?${NOUN}${ENDS}`,
);

/** What every app has, so that it is nobody's. */
const ANYBODYS =
  /链接|网址|外链|视频|商品|东西|文章|页面|笔记|帖子|内容|新闻|店铺|会员|程序|红包|卡片|图片|照片|手机|电脑|平板|消息|口令|优惠|广告|直播|歌曲?|音乐|宝贝|货/;

/** What stands before a thing that is spoken of again: «那双», «同一条», «把», «扔», or nothing. */
const AGAIN = new RegExp(
  `(?:[那这同](?:样的?)?一?${COUNTED}|把|将|[发扔丢甩贴晒转搬传](?:了|出|来|进)?(?:一?${COUNTED})?|(?:^|[，。；！？“：\\n])(?:还是|又是|轮到)?)$`,
);
const NO_THING = /^(?:店|厂|柜|架|行业|市场|这个|[一-龥]{0,2}(?:太|很|不错|好看|便宜|贵))/;

/**
 * «淘宝上一双棉拖鞋», and then «同一双拖鞋的链接», «把拖鞋扔进群里»: what was found in an app, wherever the article speaks of it
 * again, as a thing of the app. `named` in order of start; offsets are into the twin. Pure.
 */
export function propsOf(
  twin: string,
  named: readonly Mention[],
  traitOf: Knowledge['traitOf'],
): (Mention & { readonly isThing: true })[] {
  const owners = introduced(twin, named, traitOf);
  if (owners.size === 0) return [];
  const nouns = [...owners.keys()].slice(0, MOST).sort((a, b) => b.length - a.length);
  const holdsName = namesInOrder(named);
  return [...twin.matchAll(new RegExp(nouns.join('|'), 'g'))].flatMap(({ index: start, 0: noun }) => {
    const end = start + noun.length;
    const isNamed = holdsName(start, end);
    const owner = owners.get(noun);
    if (owner === undefined || owner === null || start <= owner.from) return [];
    if (isNamed || NO_THING.test(twin.slice(end, end + 6))) return [];
    const before = twin.slice(Math.max(0, start - 8), start);
    if (!AGAIN.test(before)) return [];
    return [
      { start, end, kind: 'entity' as const, id: owner.id, type: 'app' as const, isThing: true as const },
    ];
  });
}

interface Owner {
  readonly id: string;
  /** Where the thing was introduced. */
  readonly from: number;
}

/** Whose each thing is that was found somewhere; null for what was found in several apps. */
function introduced(
  twin: string,
  named: readonly Mention[],
  traitOf: Knowledge['traitOf'],
): Map<string, Owner | null> {
  const owners = new Map<string, Owner | null>();
  named.forEach((m, i) => {
    if (m.type !== 'app' || traitOf.get(m.id) === 'messenger') return;
    const until = Math.min(m.end + REACH, named[i + 1]?.start ?? twin.length);
    const match = FOUND_THERE.exec(twin.slice(m.end, until));
    const noun = match?.slice(1).find((n) => n !== undefined);
    if (match === null || noun === undefined || ANYBODYS.test(noun)) return;
    const from = m.end + match[0].length;
    for (const name of new Set([noun, noun.slice(-2)])) {
      const known = owners.get(name);
      owners.set(name, known === undefined || known?.id === m.id ? (known ?? { id: m.id, from }) : null);
    }
  });
  return owners;
}
