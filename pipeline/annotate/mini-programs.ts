/** Apps that carry mini-programs of others: «微信小程序» is a place, «美团的小程序» is a thing in one. */
const MINI_PROGRAM_HOSTS = new Set([
  'wechat',
  'alipay',
  'douyin',
  'baidu-app',
  'kuaishou',
  'qq',
  'taobao',
  'weibo',
  'dingtalk',
  'feishu',
  'xiaohongshu',
  'toutiao',
]);
/** What stands behind the name of an app whose mini-program is meant. */
export const OWNS_MINI_PROGRAM = /^的?(?:官方)?小程序/;
/** «今日头条的小程序» is its own; only of these two is «的小程序» a place as well. */
const MOSTLY_HOSTS = new Set(['wechat', 'alipay']);

/** Whether apps carry mini-programs of others, by their ids and the encoded text behind their name. */
export const carriesMiniPrograms = (ids: readonly string[], after: string): boolean =>
  ids.some((id) => (after.startsWith('的') ? MOSTLY_HOSTS : MINI_PROGRAM_HOSTS).has(id));
