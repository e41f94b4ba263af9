/** «可以跳转到淘宝»: what a link leads to is whose it is. */
const LEADS_TO =
  /(?:跳转|跳|蹦|窜|拐|弹|直奔|直达|导流|引流|唤起|唤醒|调起|拉起|通往|前往)(?:到|至|进|去|向)?(?:了)?(?:手机)?$|(?:领|带|引|请)(?:到|去|往)(?:了)?$|(?:能|可以?|一键|直接)(?:点|戳)(?:进|到)(?:了)?$|它(?:会|就|又|直接|自动|则|一律|便)*(?:转|甩|推|交|丢)(?:给|到)(?:了)?$/;
/** «确认后才进入淘宝»: where a click leads in the end. */
const ENTERED = /(?:才|即可|便可|可以?|直接|自动)进入$/;
const GOES_IN = /^(?:的App|App)?(?:[，。；！]|$|购物|购买|下单|选购|浏览)/;
/** «可直接访问京东首页»: whose page it is that opens. */
const OPENED = /(?:访问|打开|点开|进入|进到|浏览|看到)(?:了)?$/;
const HOME = /^(?:网站?|商城|电脑版)?的?首页(?:了)?(?:[，。；！？、”]|$)/;
/** Whether what stands around a name says that one comes there by a link, a click or an address. */
export const leadsTo = (before: string, after: string): boolean =>
  LEADS_TO.test(before) ||
  (OPENED.test(before) && HOME.test(after)) ||
  (ENTERED.test(before) && GOES_IN.test(after));
