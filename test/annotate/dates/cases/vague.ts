import type { Row } from '../row.ts';

/** A past, or an afterwards, without a day. */
export const vague: readonly Row[] = [
  { trap: '曾', text: '微信曾在公告里解释', want: ['曾 - vague past published'] },
  { trap: '曾经', text: '微信曾经屏蔽过口令', want: ['曾经 - vague past'] },
  { trap: '此前', text: '此前要复制口令', want: ['此前 - vague past published'] },
  { trap: '此前 beside a date', text: '此前 9 月 28 日，平台宣布', want: ['9 月 28 日 2021-09-28 day at'] },
  { trap: '此后 beside a date', text: '此后 10 月 9 日，平台上线', want: ['10 月 9 日 2021-10-09 day at'] },
  {
    trap: '曾于 beside a date',
    text: '工信部曾于 7 月启动整治',
    want: ['7 月 2021-07-01..2021-07-31 month at'],
  },
  {
    trap: '曾 after a date stays',
    text: '9月4日，淘天曾公示',
    want: ['9月4日 2021-09-04 day at', '曾 - vague past'],
  },
  { trap: '多年来', text: '链接多年来进不了微信', want: ['多年来 - vague past'] },
  { trap: '一度', text: '用户一度无法登录', want: ['一度 - vague past'] },
  { trap: '几年前', text: '比几年前矮了不少', want: ['几年前 - vague past'] },
  { trap: '几天前', text: '几天前还能用', want: ['几天前 - vague past'] },
  { trap: '十多年前', text: '十多年前就有', want: ['十多年前 - vague past published'] },
  { trap: '不久前', text: '不久前还能用', want: ['不久前 - vague past'] },
  { trap: '之前 at a clause', text: '之前，口令还能用', want: ['之前 - vague past'] },
  { trap: '随后', text: '平台随后回应', want: ['随后 - vague past anchor'] },
  { trap: '此后', text: '商家此后仍需签约', want: ['此后 - vague past anchor'] },
  { trap: '后来', text: '后来放行了', want: ['后来 - vague past anchor'] },
  { trap: '近年来', text: '近年来屡有发生', want: ['近年来 - vague past'] },
  { trap: '过去几个月', text: '过去几个月屡有发生', want: ['过去几个月 - vague past'] },
];
