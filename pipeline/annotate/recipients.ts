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

/** One person, as people call those to whom they send things. */
const PERSON =
  '(?:同事|同学|(?<![男女小])朋友|好友|闺蜜|室友|家人|亲戚|邻居|客户|搭档|网友|老师|徒弟|师傅|老乡|粉丝|街坊|爱人|妻子|丈夫|太太|老婆|老公|媳妇|[老我她他][爸妈]|女儿|儿子|闺女|奶奶|外婆|姥姥|爷爷|外公|[表堂]?[姐哥弟妹]{1,2}|[大小]?[舅姨姑叔]妈?|嫂子|婆婆|岳母|对象|男友|女友|对方|[小老阿][一-龥](?=[，。；、看]))';
/** Behind a person: several of them, their group or room, and no person at all. */
const NOT_ONE =
  '(?![们群圈和、家]|看了?看|的(?!微信|QQ|钉钉|飞书|手机|小窗|对话|聊天|私信)|[一-龥]{0,2}群|和|及|以及|都|各)';
/** To one person, and neither to several nor in a group; «给同事转了一条»; «我和同事的对话框里», «私下里发». */
const SENT = new RegExp(
  `(?:[发转丢甩扔传贴]|发送|转发|分享)(?:了)?给(?:了)?(?:(?!们|群|圈)[^，。；：、“”（）？！一两三四五六七八九十几多每各\\d]){0,10}?${PERSON}${NOT_ONE}` +
    `|(?<![发转送])给${PERSON}(?:又|再|也|单独|另外)?(?:[发转丢甩扔传贴]|发送|转发|分享)(?![了过]?[^，。；]{0,4}(?:话|消息|信息|短信|语音|照片|邮件|红包|工资|钱|奖|定位|截图))` +
    `|[和与跟](?:${PERSON}|[他她])的?(?:聊天|对话|会话)(?:框|窗口?|界面|里)|(?:两个?人|我俩|俩人|二人)的?(?:聊天|对话|会话)(?:框|窗口?|界面|里)` +
    '|单独(?:给|往)(?![^，。；]{0,4}(?:们|群))[^，。；：、“”\\d]{1,6}?(?:发|转|甩|丢|传)(?![们现布货])' +
    '|私下里?[发转丢甩传]|好友之间[发转传]|单(?:对单|人对话框|人聊天)',
  'g',
);
