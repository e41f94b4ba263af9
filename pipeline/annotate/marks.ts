import { LETTER, type Mark, type TokenClass } from '../types.ts';

const SCENE = LETTER.scene;

/** Nouns for what is opened: a token before one of them owns it. */
const CONTENT =
  '(?:商品|宝贝|活动|店铺|短视频|视频|第三方|页面|文章|分享|官方|购物|外部|公众号|直播|相关|平台|个人)*(?:链接|网址|外链|商品|货品|货源|货|宝贝|视频|短片|内容|文章|文档|页面|详情页|落地页|主页|官网|二维码|口令|红包|会场|直播间链接|笔记|店铺|网页|卡片|地址|链路|入口)';

const HOST_AFTER = new RegExp(
  `^(?:“[^”]{1,8}”)?(?:的|站内|内置|手机|应用|聊天|对话|好友|官方|各个?|任何一个?|多个?|主|“[^”]{1,6}”)*(?:${SCENE}(?!里?搜)|里面|里头|里边|里(?!程|面的)|内(?!容|测|部|置|地|外|置)|中(?!国|心|台|间|小|的.{0,4}链接)|上(?!线|架|海|述|市|演|新|午|周|月|个|调|级|游|升|涨|一)|端(?:里|内|中|上)?|那[边头]|这[边头]|站内|位置)`,
);
const HOST_BEFORE = /(?:在|于|打开|进入|回到)$/;
const HOST_CONTEXT_AFTER = new RegExp(`^[^，]{0,10}?(?:里|内|中|上|时|下|${SCENE})`);
const DESTINATION_BEFORE =
  /(?:分享|转发|发送|发布|发|复制|粘贴|跳转|跳|导流|引流|搬|贴|传|推送|跳回|转|拷|甩|丢|扔|带|进|通|通往|导|接)(?:到|至|进|去|给|往|向|回|入)(?:了)?$|(?:进入?|到|至)(?:了)?$|通往$/;
const AGENT_BEFORE = /(?:被|遭|遭到|受到|受|获|获得|经)$/;
const OBJECT_AFTER = new RegExp(
  `^(?:这[条个些]|那[条个些]|的|上的|里的|内的|中的|旗下的?|平台的?|系的?|等)*${CONTENT}|^(?:平台)?(?:分享|转发|发)(?:出|过)?(?:到|至|来|去|给|进)`,
);
const OBJECT_BEFORE =
  /(?:来自|源自|打开|点开|点击|访问|屏蔽|封禁|封杀|封掉|封锁|封|拦截|限制|解封|放行|针对|对|把|将|引入|挂上?|上架|下架|禁止|阻断|拒绝|直达|浏览|唤起|调起|拉起|键入“?|搜索?“?|接纳|放进?|操作|接入|连接|对接|换成|换作|至于)(?:了|过|的)?$/;

/** How a token stands in its sentence, told by its neighbours in the encoded text. Most telling neighbour first. */
export function markOf(encoded: string, at: number, cls: TokenClass): Mark {
  if (cls === 'scene' || cls === 'date') return 'bare';
  const before = encoded.slice(Math.max(0, at - 8), at);
  const after = encoded.slice(at + 1, at + 24);
  if (AGENT_BEFORE.test(before)) return 'agent';
  if (cls === 'link-class') return 'object';
  if (OBJECT_AFTER.test(after)) return 'object';
  if (HOST_AFTER.test(after)) return 'host';
  if (HOST_BEFORE.test(before) && HOST_CONTEXT_AFTER.test(after)) return 'host';
  if (DESTINATION_BEFORE.test(before)) return 'destination';
  if (OBJECT_BEFORE.test(before)) return 'object';
  return 'bare';
}
