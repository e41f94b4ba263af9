import type { Row } from '../row.ts';

export const ranges: readonly Row[] = [
  {
    trap: 'two full days',
    text: '9月1日至9月17日内测',
    want: ['9月1日至9月17日 2021-09-01..2021-09-17 range at'],
  },
  {
    trap: 'right end without month',
    text: '9月1日至17日内测',
    want: ['9月1日至17日 2021-09-01..2021-09-17 range at'],
  },
  { trap: 'left end without 日', text: '9月1-17日内测', want: ['9月1-17日 2021-09-01..2021-09-17 range at'] },
  {
    trap: 'two days of a list',
    text: '9月16、17日内测',
    want: ['9月16、17日 2021-09-16..2021-09-17 range at'],
  },
  { trap: 'months', text: '7月至9月内测', want: ['7月至9月 2021-07-01..2021-09-30 range at'] },
  { trap: 'months without the first 月', text: '7-9月内测', want: ['7-9月 2021-07-01..2021-09-30 range at'] },
  { trap: 'years', text: '2016年至2018年', want: ['2016年至2018年 2016-01-01..2018-12-31 range at'] },
  {
    trap: 'years without the first 年',
    text: '2016-2018年',
    want: ['2016-2018年 2016-01-01..2018-12-31 range at'],
  },
  { trap: 'bare years after 从', text: '从2016到2018', want: ['2016到2018 2016-01-01..2018-12-31 range at'] },
  {
    trap: '从…到…',
    text: '从三月下旬到六月初，争吵不断',
    want: ['三月下旬到六月初 2021-03-21..2021-06-30 range at'],
  },
  {
    trap: '与…之间',
    text: '在2007年与2009年之间',
    want: ['2007年与2009年之间 2007-01-01..2009-12-31 range at'],
  },
  {
    trap: 'after and before',
    text: '2010年之后2018年之前',
    want: ['2010年之后2018年之前 2010-01-01..2017-12-31 range at'],
  },
  {
    trap: 'year only on the left',
    text: '2019年6月1日-6月30日',
    want: ['2019年6月1日-6月30日 2019-06-01..2019-06-30 range at'],
  },
  {
    trap: 'across the year',
    text: '去年12月28日至1月3日',
    want: ['去年12月28日至1月3日 2020-12-28..2021-01-03 range at'],
  },
  { trap: 'across the month', text: '9月28日至3日', want: ['9月28日至3日 2021-09-28..2021-10-03 range at'] },
  {
    trap: 'spaced',
    text: '2009 年 到 2010 年',
    want: ['2009 年 到 2010 年 2009-01-01..2010-12-31 range at'],
  },
  {
    trap: 'numeric',
    text: '2018/1/10-2018/7/10',
    want: ['2018/1/10-2018/7/10 2018-01-10..2018-07-10 range at'],
  },
  {
    trap: 'from last week',
    text: '从上周四到十月三十日',
    want: ['上周四到十月三十日 2021-10-07..2021-10-30 range at'],
  },
  { trap: '汉字', text: '一月十日到十二日', want: ['一月十日到十二日 2021-01-10..2021-01-12 range at'] },
  {
    trap: 'no range of two events',
    text: '9月17日，微信到10月2日才改',
    want: ['9月17日 2021-09-17 day at', '10月2日 2021-10-02 day at'],
  },
];
