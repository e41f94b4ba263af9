/** «弹出“即将离开飞书”的提醒»: names in the words that stand on a screen have no part in the sentence. */
export function inNotice(encoded: string, at: number): boolean {
  const open = encoded.lastIndexOf('“', at);
  if (open < 0 || encoded.lastIndexOf('”', at) > open) return false;
  const close = encoded.indexOf('”', at);
  if (close - open >= 40 || close - open <= 3) return false;
  if (SHOWN.test(encoded.slice(close, close + 12))) return true;
  return encoded.charAt(open + 1) === '请' || ON_SCREEN.test(encoded.slice(Math.max(0, open - 14), open));
}
/** «划过一个“在某App中打开”的大按钮». */
const SHOWN =
  /^”的?(?:大|小|蓝色?的?|红色?的?)*(?:按钮|条子|提示|提醒|页面?|字样|弹窗|弹框|确认框|对话框|警告|说明)/;
const ON_SCREEN =
  /(?:提示|显示|弹|跳出|蹦出|冒出|写着|标着|报出?|停在|出现|变成|看[到见]|一[行句页张]|字样)[^，。；：“”]{0,8}$/;
