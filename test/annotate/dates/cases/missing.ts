import type { Row } from '../row.ts';

/** Missing years and months: the nearest that is not in the future, unless the words look forward. */
export const missing: readonly Row[] = [
  { trap: 'this year', text: '9月17日，微信发布声明', want: ['9月17日 2021-09-17 day at calendar'] },
  { trap: 'last year', text: '11月29日，微信发布声明', want: ['11月29日 2020-11-29 day at calendar'] },
  { trap: 'day of publication', text: '10月17日，微信发布声明', want: ['10月17日 2021-10-17 day at'] },
  {
    trap: 'stamp one day early',
    text: '10月18日傍晚，微信发布声明',
    want: ['10月18日傍晚 2021-10-18 day at'],
  },
  { trap: 'month', text: '7月启动整治', want: ['7月 2021-07-01..2021-07-31 month at calendar'] },
  { trap: 'this month', text: '10月启动整治', want: ['10月 2021-10-01..2021-10-31 month at'] },
  { trap: 'month of last year', text: '12月已完成整治', want: ['12月 2020-12-01..2020-12-31 month at'] },
  { trap: 'day alone', text: '记者12日获悉', want: ['12日 2021-10-12 day at calendar'] },
  { trap: 'day alone of last month', text: '记者29日获悉', want: ['29日 2021-09-29 day at'] },
  {
    trap: 'day alone that last month lacks',
    text: '记者31日获悉',
    published: '2021-07-15',
    want: ['31日 2021-05-31 day at'],
  },
  {
    trap: 'month from the date before',
    text: '9月14日公示。17日晚，平台回应',
    want: ['9月14日 2021-09-14 day at', '17日晚 2021-09-17 day at'],
  },
  {
    trap: 'month from a deadline',
    text: '要求9月17日前完成。17日晚，平台回应',
    want: ['9月17日前 2021-09-17 day before', '17日晚 2021-09-17 day at'],
  },
  {
    trap: 'month from a heading',
    text: '【6月】\n记者1日试了几次；4日再试',
    want: ['6月 2021-06-01..2021-06-30 month at', '1日 2021-10-01 day at', '4日 2021-10-04 day at'],
  },
  {
    trap: 'month from the same line',
    text: '【6月】记者1日试了几次；4日再试',
    want: ['6月 2021-06-01..2021-06-30 month at', '1日 2021-06-01 day at', '4日 2021-06-04 day at'],
  },
  {
    trap: 'into the next month',
    text: '8月28日公示。12日生效',
    want: ['8月28日 2021-08-28 day at', '12日 2021-09-12 day at'],
  },
  {
    trap: 'a look back lends no month',
    text: '2019年3月5日，旧规发布。\n记者12日获悉新规',
    want: ['2019年3月5日 2019-03-05 day at', '12日 2021-10-12 day at'],
  },
  {
    trap: 'a month told long ago in another paragraph lends none to a day of this week',
    text: '8月5日，模型接入灰度。\n记者15日换了个方向再试',
    want: ['8月5日 2021-08-05 day at', '15日 2021-10-15 day at'],
  },
  {
    trap: 'but to a day that is no day of this week',
    text: '8月5日，模型接入灰度。\n到了25日，全部放开',
    want: ['8月5日 2021-08-05 day at', '25日 2021-08-25 day at'],
  },
  {
    trap: 'a closing day is still to come',
    text: '10月8日公布草案，意见反馈截止时间为11月8日。\n同一天，协会刊文',
    want: ['10月8日 2021-10-08 day at', '11月8日 2021-11-08 day before', '同一天 2021-10-08 day at anchor'],
  },
  {
    trap: 'a month told in passing lends none',
    text: '9月29日下单。\n8月的流水涨了。\n30日再试',
    want: ['9月29日 2021-09-29 day at', '8月 2021-08-01..2021-08-31 month at', '30日 2021-09-30 day at'],
  },
  {
    trap: 'year named in the paragraph',
    text: '2018年4月11日暂停播放，5月29日封了口令',
    want: ['2018年4月11日 2018-04-11 day at', '5月29日 2018-05-29 day at'],
  },
  {
    trap: 'not back before the named year',
    text: '去年12月30日上线，4月1日关闭',
    want: ['去年12月30日 2020-12-30 day at', '4月1日 2021-04-01 day at'],
  },
  {
    trap: 'year heading',
    text: '2018年\n4月11日暂停播放。\n5月29日封了口令',
    want: ['2018年 2018-01-01..2018-12-31 year at', '4月11日 2018-04-11 day at', '5月29日 2018-05-29 day at'],
  },
  { trap: '将于', text: '平台将于12月1日关闭入口', want: ['12月1日 2021-12-01 day at'] },
  {
    trap: 'a notice of days to come',
    text: '平台下发通知，11月1日至11月11日，主播可挂出商品',
    want: ['11月1日至11月11日 2021-11-01..2021-11-11 range at'],
  },
  {
    trap: 'a notice of a day gone by',
    text: '平台公告，9月17日，私聊开放',
    want: ['9月17日 2021-09-17 day at'],
  },
  {
    trap: '将于, told after the day',
    text: '声明称将于9月17日起分步开放',
    want: ['9月17日起 2021-09-17 day since'],
  },
  { trap: '预计 far ahead', text: '预计3月上线', want: ['3月 2022-03-01..2022-03-31 month at'] },
  { trap: '生效 soon', text: '规则11月1日零点生效', want: ['11月1日零点 2021-11-01 day at'] },
  { trap: 'deadline soon', text: '要求平台11月5日前整改', want: ['11月5日前 2021-11-05 day before'] },
  { trap: 'start soon', text: '11月1日起停止接入', want: ['11月1日起 2021-11-01 day since'] },
  {
    trap: '已 with a date to come in another year',
    text: '已于11月1日起停止接入',
    want: ['11月1日起 2020-11-01 day since'],
  },
  {
    trap: 'same day named again',
    text: '规则11月1日生效。你让我11月1号以后卖什么',
    want: ['11月1日 2021-11-01 day at', '11月1号以后 2021-11-01 day since'],
  },
  { trap: 'quarter', text: '三季度营收增长', want: ['三季度 2021-07-01..2021-09-30 quarter at'] },
  {
    trap: 'quarter not in the future',
    text: '二季度营收增长',
    published: '2021-03-31',
    want: ['二季度 2021-04-01..2021-06-30 quarter at'],
  },
  { trap: '29 February', text: '2月29日上线', want: ['2月29日 2020-02-29 day at'] },
  { trap: 'no such day at all', text: '2月30日上线', want: [] },
  { trap: 'no publication, no year', text: '9月17日上线', published: null, want: ['9月17日 - vague at'] },
  {
    trap: 'no publication, year in the text',
    text: '2019年3月1日公布，9月17日上线',
    published: null,
    want: ['2019年3月1日 2019-03-01 day at', '9月17日 2019-09-17 day at'],
  },
  { trap: '汉字 day without 日', text: '八月十五，平台上线', want: ['八月十五 2021-08-15 day at'] },
  { trap: '汉字', text: '九月十七日，微信发布声明', want: ['九月十七日 2021-09-17 day at'] },
  { trap: 'slash', text: '09/17 上线', want: ['09/17 2021-09-17 day at'] },
  {
    trap: 'month from a range',
    text: '9月1日至10日内测，20日上线',
    want: ['9月1日至10日 2021-09-01..2021-09-10 range at', '20日 2021-09-20 day at'],
  },
  {
    trap: 'month from the end of a range',
    text: '8月20日至9月10日内测，20日上线',
    want: ['8月20日至9月10日 2021-08-20..2021-09-10 range at', '20日 2021-09-20 day at'],
  },
  {
    trap: 'year of a range goes on',
    text: '2018年3月至5月内测，6月上线',
    want: ['2018年3月至5月 2018-03-01..2018-05-31 range at', '6月 2018-06-01..2018-06-30 month at'],
  },
];
