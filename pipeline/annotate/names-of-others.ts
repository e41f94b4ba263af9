import type { Mention } from '../types.ts';

/** Whether a name only tells whose or where something else is, so that the sentence says nothing of it. */
export const tellsOfOther = (twin: string, m: Mention, next: Mention | undefined): boolean =>
  isHouseOf(twin, m, next) || isWriting(twin, m) || isWhereabouts(twin, m) || isGoingIn(twin, m);

/** «南京地铁2号线新街口站里的屈臣氏», «广州地铁公园前站附近一家餐馆»: where a shop is, and not whose gates one goes through. */
const isWhereabouts = (twin: string, m: Mention): boolean =>
  m.type === 'company' && twin.endsWith('地铁', m.end) && AT_STATION.test(twin.slice(m.end, m.end + 24));
const AT_STATION =
  /^ ?(?:[\d一二三四五六七八九十]+ ?号线)?[一-龥]{1,8}站(?: ?[A-Z\d]{1,2}出?口|内|里|旁|边|外|附近|对面|出口|口){1,3}的?(?!(?:乘车|进站|出站|过闸|刷|扫|闸机|乘坐))/;

/** «记者登录淘宝App发现…»: somebody goes into an app to see what is there, and the sentence is not about signing in. */
const isGoingIn = (twin: string, m: Mention): boolean =>
  m.kind === 'scene' &&
  m.id === 'login' &&
  !WITH_WHAT.test(twin.slice(Math.max(0, m.start - 1), m.start)) &&
  SEES_THERE.test(twin.slice(m.end, m.end + 32));
const WITH_WHAT = /[用以号键捷权码箱能法可扫接不方步信宝Q要D]/;
const SEES_THERE = /^了?[^，。；<的]{2,26}?(?:发现|看到|注意到|查询|查看|浏览|选购|下单)/;

/** «腾讯旗下短视频平台“微视”», «以及腾讯投资的快手», «字节跳动的多闪»: a house that tells whose the next is, and is none of those that are told of. */
function isHouseOf(twin: string, m: Mention, next: Mention | undefined): boolean {
  const isOwner = m.type === 'company' || m.type === 'app';
  if (!isOwner || next?.type !== 'app' || next.start - m.end > 16) return false;
  const between = twin.slice(m.end, next.start);
  return m.type === 'company' ? HOUSE_OF.test(between) : BRAND_OF.test(between);
}
const HOUSE_OF =
  /^家?的$|^(?:公司|集团|系)?(?:旗下|投资的|控股的|参股的|入股的|孵化的)的?[^，。；、和与及]{0,10}$/;
const BRAND_OF = /^旗下的?[^，。；、和与及]{0,10}$/;

/** «只能看到一串网址链接»: letters on a screen, and no links that open or do not. */
const isWriting = (twin: string, m: Mention): boolean =>
  m.type === 'link-class' &&
  /(?:一[串行堆]|文字(?:说明)?[和与及、])$/.test(twin.slice(Math.max(0, m.start - 6), m.start)) &&
  /^(?:网址|链接|网址链接|链接网址)$/.test(twin.slice(m.start, m.end));
