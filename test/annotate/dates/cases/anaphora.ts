import type { Row } from '../row.ts';

/** Relative to an earlier date of the article. */
export const anaphora: readonly Row[] = [
  {
    trap: '当日晚间',
    text: '9月17日，外链放开。当日晚间，平台发布声明',
    want: ['9月17日 2021-09-17 day at', '当日晚间 2021-09-17 day at anchor'],
  },
  {
    trap: '当日 in the next paragraph',
    text: '9月17日开始，外链放开。\n当日晚间，平台发布声明',
    want: ['9月17日开始 2021-09-17 day since', '当日晚间 2021-09-17 day at anchor'],
  },
  {
    trap: '当日 far from a date is the main event',
    text: '9月13日上午举行发布会。\n4月13日也开过会。\n发言人并不讳言。\n当日午后，企业回应',
    want: ['9月13日上午 2021-09-13 day at', '4月13日 2021-04-13 day at', '当日午后 2021-09-13 day at'],
  },
  {
    trap: 'a deadline is no anchor',
    text: '9月9日开会，要求9月17日前解除。当天，三十家企业到场',
    want: ['9月9日 2021-09-09 day at', '9月17日前 2021-09-17 day before', '当天 2021-09-09 day at'],
  },
  {
    trap: '截至 is no anchor',
    text: '12月2日下线。测试截至12月6日。次日恢复',
    published: '2021-12-17',
    want: ['12月2日 2021-12-02 day at', '截至12月6日 2021-12-06 day until', '次日 2021-12-03 day at'],
  },
  {
    trap: '同日',
    text: '淘宝今日公告，微信方面同日证实',
    want: ['今日 2021-10-17 day at', '同日 2021-10-17 day at anchor'],
  },
  {
    trap: '次日',
    text: '9月29日公布规范。次日，页面改版',
    want: ['9月29日 2021-09-29 day at', '次日 2021-09-30 day at anchor'],
  },
  {
    trap: '次日 across the month',
    text: '9月30日公布规范。翌日，页面改版',
    want: ['9月30日 2021-09-30 day at', '翌日 2021-10-01 day at'],
  },
  {
    trap: '次日 moves the story',
    text: '9月29日公布规范。次日改版，当晚恢复',
    want: ['9月29日 2021-09-29 day at', '次日 2021-09-30 day at', '当晚 2021-09-30 day at'],
  },
  {
    trap: '前一天 does not',
    text: '9月26日，用户抱怨前一天发的看不到。当日下午，平台否认',
    want: ['9月26日 2021-09-26 day at', '前一天 2021-09-25 day at anchor', '当日下午 2021-09-26 day at'],
  },
  {
    trap: '此前一日',
    text: '规则今日生效。此前一日，平台预告',
    want: ['今日 2021-10-17 day at', '此前一日 2021-10-16 day at anchor'],
  },
  {
    trap: '第二天',
    text: '10月1日亮相后的第二天便遇到麻烦',
    want: ['10月1日 2021-10-01 day at', '第二天 2021-10-02 day at'],
  },
  {
    trap: '这一天',
    text: '8月5日支付登场；也在这一天，微博改版',
    want: ['8月5日 2021-08-05 day at', '这一天 2021-08-05 day at anchor'],
  },
  {
    trap: '那天夜里',
    text: '上周五开始打不开。那天夜里换了页',
    want: ['上周五开始 2021-10-08 day since', '那天夜里 2021-10-08 day at'],
  },
  {
    trap: '两周后',
    text: '8月5日登场。两周后，对手发布',
    want: ['8月5日 2021-08-05 day at', '两周后 2021-08-19 day at anchor'],
  },
  {
    trap: '两天后',
    text: '今年1月4日上架，两天后开始支持',
    want: ['今年1月4日 2021-01-04 day at', '两天后 2021-01-06 day at anchor'],
  },
  {
    trap: '四天前 in the next paragraph',
    text: '9月13日举行发布会。\n就在四天前，企业被叫去开会，当天到场',
    want: ['9月13日 2021-09-13 day at', '四天前 2021-09-09 day at anchor', '当天 2021-09-09 day at'],
  },
  {
    trap: '四天前 two paragraphs on',
    text: '9月13日举行发布会。\n各家都到了。\n四天前，客服改了口',
    want: ['9月13日 2021-09-13 day at', '四天前 2021-10-13 day at published'],
  },
  {
    trap: '三天前 after 昨天',
    text: '昨天公告，三天前已有预告',
    want: ['昨天 2021-10-16 day at', '三天前 2021-10-14 day at published'],
  },
  {
    trap: '昨天 always leans on publication',
    text: '9月13日举行发布会。昨天傍晚再试',
    want: ['9月13日 2021-09-13 day at', '昨天傍晚 2021-10-16 day at published'],
  },
  {
    trap: '同年',
    text: '去年9月30日互认。\n同年10月2日，另一家跟进',
    want: ['去年9月30日 2020-09-30 day at', '同年10月2日 2020-10-02 day at'],
  },
  {
    trap: '当年',
    text: '2019年8月宣布，自当年9月6日起须接单；同年10月9日之后退出',
    want: [
      '2019年8月 2019-08-01..2019-08-31 month at',
      '自当年9月6日起 2019-09-06 day since',
      '同年10月9日之后 2019-10-09 day since',
    ],
  },
  {
    trap: '次年',
    text: '2018年5月关闭，次年3月恢复',
    want: ['2018年5月 2018-05-01..2018-05-31 month at', '次年3月 2019-03-01..2019-03-31 month at'],
  },
  {
    trap: '同月',
    text: '去年9月接入，同月下线',
    want: ['去年9月 2020-09-01..2020-09-30 month at', '同月 2020-09-01..2020-09-30 month at anchor'],
  },
  {
    trap: '当月 day',
    text: '2018年5月公布规则，当月29日封了口令',
    want: ['2018年5月 2018-05-01..2018-05-31 month at', '当月29日 2018-05-29 day at'],
  },
  {
    trap: '次月',
    text: '2018年12月公布规则，次月生效',
    want: ['2018年12月 2018-12-01..2018-12-31 month at', '次月 2019-01-01..2019-01-31 month at'],
  },
  {
    trap: '此前一周',
    text: '9月17日放开。此前一周，平台开过会',
    want: ['9月17日 2021-09-17 day at', '此前一周 2021-09-10..2021-09-16 range at anchor'],
  },
  {
    trap: '此后两周',
    text: '9月17日放开。此后两周，限制不少',
    want: ['9月17日 2021-09-17 day at', '此后两周 2021-09-18..2021-10-01 range at anchor'],
  },
  {
    trap: '随后数月',
    text: '7月启动整治。不过随后数月中仍有封禁',
    want: ['7月 2021-07-01..2021-07-31 month at', '随后数月中 2021-08-01..2021-10-17 range since anchor'],
  },
  {
    trap: '随后数年',
    text: '2013年关闭通道。随后数年中屡有屏蔽',
    want: ['2013年 2013-01-01..2013-12-31 year at', '随后数年中 2014-01-01..2021-10-17 range since anchor'],
  },
  {
    trap: '两个多月前 is a date that was named',
    text: '这是继8月10日之后的第二次。两个多月前那次只限私聊',
    want: ['8月10日之后 2021-08-10 day since', '两个多月前 2021-08-10 day at anchor'],
  },
  { trap: '两个多月前 is none', text: '两个多月前那次只限私聊', want: ['两个多月前 - vague past'] },
  {
    trap: '当时',
    text: '去年10月9日，带货当时未列入限制',
    want: ['去年10月9日 2020-10-09 day at', '当时 2020-10-09 day at anchor'],
  },
  {
    trap: '彼时 keeps a month a month',
    text: '7月启动整治。彼时各家表态',
    want: ['7月 2021-07-01..2021-07-31 month at', '彼时 2021-07-01..2021-07-31 month at anchor'],
  },
  {
    trap: '届时 is a day to come',
    text: '功能将于11月1日上线，届时可用',
    want: ['11月1日 2021-11-01 day at', '届时 2021-11-01 day at anchor'],
  },
  {
    trap: '届时 leans on no day that is past',
    text: '6月，小程序上线。客服说，另一种支付届时也可用',
    want: ['6月 2021-06-01..2021-06-30 month at'],
  },
  {
    trap: '同一时间起',
    text: '一、11月1日起停用直播间链接。二、同一时间起停用短视频链接',
    want: ['11月1日起 2021-11-01 day since', '同一时间 2021-11-01 day at anchor'],
  },
  {
    trap: '即日起 after a date',
    text: '10月5日，平台公布方案，即日起限制',
    want: ['10月5日 2021-10-05 day at', '即日起 2021-10-05 day since anchor'],
  },
  {
    trap: '即日起 in a sentence that goes on with what was announced',
    text: '10月5日，平台公布方案。入口即日起开放',
    want: ['10月5日 2021-10-05 day at', '即日起 2021-10-05 day since anchor'],
  },
  {
    trap: '即日起 of another announcement',
    text: '10月5日，平台公布方案。对方宣布，入口即日起开放',
    want: ['10月5日 2021-10-05 day at', '即日起 2021-10-17 day since published'],
  },
  {
    trap: '年底 behind a year that is told, and «截至年底» in January',
    text: '2019年9月开放。年底跟进。',
    want: ['2019年9月 2019-09-01..2019-09-30 month at', '年底 2019-12-01..2019-12-31 month at'],
  },
  {
    trap: 'a habit is no date',
    text: '她每天第二天才回消息，9月17日也是',
    want: ['9月17日 2021-09-17 day at'],
  },
  {
    trap: 'the week of the story, not of publication',
    text: '9月14日，外链放开。同一周，三家平台跟进',
    want: ['9月14日 2021-09-14 day at', '同一周 2021-09-13..2021-09-19 range at anchor'],
  },
  { trap: 'a week of no story', text: '同一周里跑了三趟医院', want: ['同一周 - vague at anchor'] },
  { trap: 'a weekday of a week', text: '每到同一周期的末尾', want: [] },
  {
    trap: 'days that passed',
    text: '9月20日，外链放开。又过了三天，群聊也放开',
    want: ['9月20日 2021-09-20 day at', '又过了三天 2021-09-23 day at anchor'],
  },
  {
    trap: 'days between two things',
    text: '9月20日，外链放开。隔了十天，群聊也放开',
    want: ['9月20日 2021-09-20 day at', '隔了十天 2021-09-30 day at anchor'],
  },
  { trap: 'what has expired', text: '这盒牛奶过了三天保质期', want: [] },
  {
    trap: 'the year that the story has come to',
    text: '2019年9月20日，单聊放开。到了年底，群里也行',
    want: ['2019年9月20日 2019-09-20 day at', '年底 2019-12-01..2019-12-31 month at anchor'],
  },
  { trap: '昨起', text: '平台昨起放开单聊', want: ['昨起 2021-10-16 day at published'] },
  {
    trap: 'the weekday behind a day',
    text: '9月14日，外链放开。紧接着的那个星期六，记者测试',
    want: ['9月14日 2021-09-14 day at', '紧接着的那个星期六 2021-09-18 day at anchor'],
  },
  {
    trap: 'the weekday behind its like',
    text: '9月14日，外链放开。随后的周二，群聊跟进',
    want: ['9月14日 2021-09-14 day at', '随后的周二 2021-09-21 day at anchor'],
  },
  {
    trap: 'the weekend behind a day',
    text: '9月14日，外链放开。那个周末，群里热闹起来',
    want: ['9月14日 2021-09-14 day at', '那个周末 2021-09-18..2021-09-19 range at anchor'],
  },
  {
    trap: 'a weekday of the same week',
    text: '9月16日，外链放开。当周周二，平台已有预告',
    want: ['9月16日 2021-09-16 day at', '当周周二 2021-09-14 day at anchor'],
  },
  {
    trap: 'a weekday of the week behind',
    text: '9月16日，外链放开。次周周一，平台跟进',
    want: ['9月16日 2021-09-16 day at', '次周周一 2021-09-20 day at anchor'],
  },
  { trap: 'that weekday of no story', text: '那个周末我在家', want: ['那个周末 - vague at anchor'] },
  {
    trap: 'the day of a bound',
    text: '9月9日，部门要求9月17日前解除屏蔽。期满那天，平台放行',
    want: [
      '9月9日 2021-09-09 day at',
      '9月17日前 2021-09-17 day before',
      '期满那天 2021-09-17 day at anchor',
    ],
  },
  {
    trap: 'a bound that is counted',
    text: '9月9日，部门要求三家八天之内解除屏蔽。大限当日，平台放行',
    want: [
      '9月9日 2021-09-09 day at',
      '八天之内 2021-09-17 day before anchor',
      '大限当日 2021-09-17 day at anchor',
    ],
  },
  { trap: 'no demand', text: '9月9日，他说三天内到账', want: ['9月9日 2021-09-09 day at'] },
  { trap: 'a bound of no story', text: '会员到期当天扣款', want: ['到期当天 - vague at anchor'] },
  {
    trap: 'from then',
    text: '6月17日，直播间放开；而在那之前三个月，链接刚被请出',
    want: ['6月17日 2021-06-17 day at', '那之前三个月 2021-03-01..2021-03-31 month at anchor'],
  },
];
