import type { Found } from '../values.ts';

/**
 * Whether the words around a date look forward: 'strong' for 将于, 预计; 'effect' where a paper that has just come out begins
 * to hold; 'soon' for «5月开通»; 'weak' for 生效 and for bounds.
 */
export type Outlook = 'strong' | 'effect' | 'soon' | 'weak' | 'none';

const FORWARD_BEFORE =
  /(?:截止(?:时间|日期|日)(?:为|是|定为|至|到)?|期限(?:为|是|至|到)|有效期至|将|预计|预期|计划|拟|有望|定于|定在|会在|会于|要到|等到|最迟|最晚|最快|最早|排在|排到|安排在|放在|要等|争取|力争|目标是|即将|即将到来的)(?:会|在|于|从|自|到)*$/;
const FORWARD_AFTER =
  /^(?:[^，。；！？\n]{0,4})(?:生效|施行|实施|截止|到期|开启|开始|开售|开抢|举行|将|即将|会(?![议员后中计场展晤见]|上[，。：说称]))/;
/** «要求9月17日各平台要解除屏蔽»: the day of a demand. */
const DEMANDED_BEFORE = /(?:要求|责令)(?:在|于)?$/;
const DEMANDED_AFTER = /^[^，。；！？\n]{0,8}(?:要|须|必须|应|解除|整改|停止)/;
/** What a notice says, and not what an article tells: «下发通知，6月8日至20日，主播可…». */
const NOTICE_BEFORE = /(?:通知|公告|公示|预告|官宣)(?:称|显示|说)?[，：]$/;
const DONE_BEFORE = /(?:已|曾|早|了|刚)(?:经)?(?:在|于|从|自)*$/;
const DONE_AFTER = /^[^，。；！？\n]{0,6}(?:已|曾|了(?!解))/;
/** «发布《…》，自10月1日起施行» */
const TAKES_EFFECT = /^(?:起|正式|全面|统一)*(?:施行|实施|生效|执行)/;
const COMES_OUT = /(?:发布|公布|印发|出台|下发|颁布|修订|公告)了?[^。！？\n]{0,48}$/;
/** What comes in a month that is named without its year: said of the past it would be «去年5月开通», or «开通了». */
const COMES =
  /^[^，。；！？\n已曾早刚才]{0,3}?(?:上线|开放|开通|接入|加入|跟进|跟上|推出|启用|放开|恢复|回归|支持|落地|铺开|补上|加上)(?!了|过|的|以来|之?后|至今|前|首|以)/;
/** A clause that says that it has been. */
const HAS_BEEN = /(?:已|曾|早|刚|此前|当时|当年|去年|前年)[^，。；！？\n]{0,9}$/;
/** «9月30日前，甲将…»: what is planned by then. */
const DUE_AFTER = /^，[^，。；！？\n已曾]{0,12}?(?:将(?![军领士近])|计划|力争|争取|有望)/;
const WINDOW = 10;
const LEAD_WINDOW = 16;
const FAR = 54;

export function outlookOf(text: string, found: Found): Outlook {
  const before = text.slice(Math.max(0, found.start - WINDOW), found.start);
  const after = text.slice(found.end, found.end + WINDOW);
  if (DONE_BEFORE.test(before)) return 'none';
  if (FORWARD_BEFORE.test(before) || (DEMANDED_BEFORE.test(before) && DEMANDED_AFTER.test(after)))
    return 'strong';
  if (TAKES_EFFECT.test(after) && COMES_OUT.test(text.slice(Math.max(0, found.start - FAR), found.start)))
    return 'effect';
  if (isSoon(found, before, after)) return 'soon';
  if (found.role === 'before' && DUE_AFTER.test(text.slice(found.end, found.end + LEAD_WINDOW)))
    return 'strong';
  if (found.role !== 'at') return DONE_AFTER.test(after) && found.role === 'since' ? 'none' : 'weak';
  return FORWARD_AFTER.test(after) || NOTICE_BEFORE.test(before) ? 'weak' : 'none';
}

const isSoon = ({ value }: Found, before: string, after: string): boolean =>
  value.kind === 'calendar' &&
  value.year === null &&
  (value.month === null ? value.day !== null : value.month.from === 'calendar') &&
  COMES.test(after) &&
  !HAS_BEEN.test(before);
