import type { Row } from '../row.ts';

/** Diaries, roundups under months, and days that a story counts. Every line is a paragraph. */
export const diaries: readonly Row[] = [
  {
    trap: 'weekdays of one week, published on its Monday after',
    text: '周一。开店\n周三。下雨\n周日休息',
    published: '2022-02-28',
    want: ['周一 2022-02-21 day at', '周三 2022-02-23 day at', '周日 2022-02-27 day at'],
  },
  {
    trap: 'weekdays that do not follow one another',
    text: '周四测了一次\n周二又测了一次',
    published: '2022-03-02',
    want: ['周四 2022-02-24 day at', '周二 2022-03-01 day at'],
  },
  {
    trap: 'days under months',
    text: '7月\n同月16日，宣布互认。26日，开会\n9月\n规定自1日起施行',
    published: '2024-12-30',
    want: [
      '7月 2024-07-01..2024-07-31 month at',
      '同月16日 2024-07-16 day at',
      '26日 2024-07-26 day at',
      '9月 2024-09-01..2024-09-30 month at',
      '自1日起 2024-09-01 day since',
    ],
  },
  {
    trap: 'months of the year before, told in January',
    text: '1月：月底，下线\n11月：5日，上线',
    published: '2025-01-03',
    want: [
      '1月 2024-01-01..2024-01-31 month at',
      '月底 2024-01-01..2024-01-31 month at',
      '11月 2024-11-01..2024-11-30 month at',
      '5日 2024-11-05 day at',
    ],
  },
  {
    trap: 'one month at a head is no roundup',
    text: '7月：开会\n月底，下线',
    published: '2024-12-30',
    want: ['7月 2024-07-01..2024-07-31 month at', '月底 2024-12-01..2024-12-31 month at'],
  },
  {
    trap: 'today of a diary',
    text: '12月18日 晴\n今天能开\n12月19日 阴\n昨天还行，今天不行',
    published: '2021-12-25',
    want: [
      '12月18日 2021-12-18 day at',
      '今天 2021-12-18 day at',
      '12月19日 2021-12-19 day at',
      '昨天 2021-12-18 day at',
      '今天 2021-12-19 day at',
    ],
  },
  {
    trap: 'one date line is no diary',
    text: '12月18日\n今天能开',
    published: '2021-12-25',
    want: ['12月18日 2021-12-18 day at', '今天 2021-12-25 day at'],
  },
  {
    trap: 'the third day counts from the first',
    text: '15日发布。次日屏蔽。第三天恢复',
    published: '2019-01-20',
    want: ['15日 2019-01-15 day at', '次日 2019-01-16 day at', '第三天 2019-01-17 day at anchor'],
  },
  {
    trap: 'the fourth day',
    text: '2月1日上线，撒到第四天停了',
    published: '2026-02-08',
    want: ['2月1日 2026-02-01 day at', '第四天 2026-02-04 day at anchor'],
  },
  { trap: 'a fourth day of nothing', text: '第四天，我又去了', want: [] },
  {
    trap: 'a second day that has not come',
    text: '今天看了看。第二天再看',
    want: ['今天 2021-10-17 day at'],
  },
  {
    trap: 'third day of a festival',
    text: '国庆第三天，我们在路上',
    published: '2024-10-08',
    want: ['国庆第三天 2024-10-03 day at'],
  },
  {
    trap: 'days after the Spring Festival',
    text: '初二那天，大家来了。到了初五，打不开',
    published: '2025-02-10',
    want: ['初二那天 2025-01-30 day at', '初五 2025-02-02 day at'],
  },
  { trap: 'a school year', text: '初三学生，初二下学期', published: '2025-02-10', want: [] },
  { trap: 'the Spring Festival is long past', text: '初三那天，我去了', published: '2024-12-01', want: [] },
  {
    trap: 'last weekend of a month',
    text: '11月的最后一个周末，我去看展',
    published: '2022-12-01',
    want: ['11月的最后一个周末 2022-11-26..2022-11-27 range at'],
  },
  {
    trap: '说 before 明年',
    text: '她说明年上半年会有，说明年轻人喜欢',
    published: '2025-11-25',
    want: ['明年上半年 2026-01-01..2026-06-30 range at'],
  },
  {
    trap: 'a name that ends as a count',
    text: '拼多多下半年会接入',
    published: '2025-06-18',
    want: ['下半年 2025-07-01..2025-12-31 range at'],
  },
  {
    trap: 'a month just past behind 去年',
    text: '元宝去年就能读文章。豆包1月底打通了商城',
    published: '2026-02-08',
    want: ['去年 2025-01-01..2025-12-31 year at', '1月底 2026-01-01..2026-01-31 month at'],
  },
  {
    trap: 'a month of 去年 in its own sentence',
    text: '去年上线，1月就下线了',
    published: '2026-02-08',
    want: ['去年 2025-01-01..2025-12-31 year at', '1月 2025-01-01..2025-01-31 month at'],
  },
];
