import type { Names, Told } from '../../../pipeline/review/page/sentence/part.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  wechat: '微信',
  taobao: '淘宝',
  alipay: '支付宝',
  'wechat-pay': '微信支付',
  zhihu: '知乎',
  miit: '工信部',
  tencent: '腾讯',
  'ecommerce-links': '电商类外链',
};
const SCENES: Readonly<Record<string, string>> = {
  'group-chat': '群聊',
  login: '登录',
  share: '分享',
  search: '搜索',
  'mini-program': '小程序',
  'offline-code': '线下扫码',
};

export const NAMES: Names = {
  entity: (id) => ENTITIES[id] ?? id,
  scene: (id) => SCENES[id] ?? id,
  isLinkClass: (id) => id.endsWith('-links'),
};

/** A claim that stands for all; a test changes what it is about. */
export const CLAIM: Told = {
  relation: 'access',
  subject: 'wechat',
  object: 'ecommerce-links',
  scene: 'group-chat',
  status: 'trial',
  date: { text: '11月29日起', start: '2021-11-29', end: '2021-11-29', precision: 'day', basis: 'text' },
  deadline: null,
  attribution: { type: 'official', name: '微信' },
  conditions: [],
};
