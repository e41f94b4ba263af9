import type { MonthRef, Part, Unit, YearRef } from '../values.ts';

/** Words for a year, and how far it lies from the year of publication or of the last date. */
export const YEAR_WORDS: Readonly<Record<string, YearRef>> = {
  今年: { from: 'published', plus: 0 },
  本年: { from: 'published', plus: 0 },
  本年度: { from: 'published', plus: 0 },
  去年: { from: 'published', plus: -1 },
  上年: { from: 'published', plus: -1 },
  上一年: { from: 'published', plus: -1 },
  前年: { from: 'published', plus: -2 },
  大后年: { from: 'published', plus: 3 },
  大前年: { from: 'published', plus: -3 },
  明年: { from: 'published', plus: 1 },
  来年: { from: 'published', plus: 1 },
  后年: { from: 'published', plus: 2 },
  同年: { from: 'anchor', plus: 0 },
  同一年: { from: 'anchor', plus: 0 },
  这年: { from: 'anchor', plus: 0 },
  这一年: { from: 'anchor', plus: 0 },
  那年: { from: 'anchor', plus: 0 },
  那一年: { from: 'anchor', plus: 0 },
  第二年: { from: 'anchor', plus: 1 },
  转年: { from: 'anchor', plus: 1 },
  隔年: { from: 'anchor', plus: 1 },
  当年: { from: 'anchor', plus: 0 },
  该年: { from: 'anchor', plus: 0 },
  次年: { from: 'anchor', plus: 1 },
  翌年: { from: 'anchor', plus: 1 },
};

export const MONTH_WORDS: Readonly<Record<string, MonthRef>> = {
  本月: { from: 'published', plus: 0 },
  这个月: { from: 'published', plus: 0 },
  上月: { from: 'published', plus: -1 },
  上一个月: { from: 'published', plus: -1 },
  下一个月: { from: 'published', plus: 1 },
  上个月: { from: 'published', plus: -1 },
  上上个月: { from: 'published', plus: -2 },
  下月: { from: 'published', plus: 1 },
  下个月: { from: 'published', plus: 1 },
  下下个月: { from: 'published', plus: 2 },
  当月: { from: 'anchor', plus: 0 },
  同月: { from: 'anchor', plus: 0 },
  该月: { from: 'anchor', plus: 0 },
  次月: { from: 'anchor', plus: 1 },
  翌月: { from: 'anchor', plus: 1 },
};

/** First year of each reign or era («康熙三年» is its first year plus two). Source: standard reign tables. */
export const ERAS: Readonly<Record<string, number>> = {
  贞观: 627,
  神龙: 705,
  开元: 713,
  天宝: 742,
  洪武: 1368,
  永乐: 1403,
  嘉靖: 1522,
  万历: 1573,
  崇祯: 1628,
  顺治: 1644,
  康熙: 1662,
  雍正: 1723,
  乾隆: 1736,
  嘉庆: 1796,
  道光: 1821,
  咸丰: 1851,
  同治: 1862,
  光绪: 1875,
  宣统: 1909,
  民国: 1912,
};

export const UNIT_WORDS: Readonly<Record<string, Unit>> = {
  天: 'day',
  日: 'day',
  周: 'week',
  星期: 'week',
  礼拜: 'week',
  月: 'month',
  季度: 'quarter',
  年: 'year',
};

export const UNIT_PATTERN = '(?:天|日|周|星期|礼拜|月|季度|年)';

/** 汉字 and digit weekdays; 末 is handled beside it. */
export const WEEKDAYS: Readonly<Record<string, number>> = {
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  日: 7,
  天: 7,
};

/** Parts of a month in days; 31 stands for the last day. */
export const MONTH_PARTS: Readonly<Record<string, Part>> = {
  上旬: { of: 'month', first: 1, last: 10, precision: 'range' },
  中旬: { of: 'month', first: 11, last: 20, precision: 'range' },
  下旬: { of: 'month', first: 21, last: 31, precision: 'range' },
  上中旬: { of: 'month', first: 1, last: 20, precision: 'range' },
  中下旬: { of: 'month', first: 11, last: 31, precision: 'range' },
  上半月: { of: 'month', first: 1, last: 15, precision: 'range' },
  下半月: { of: 'month', first: 16, last: 31, precision: 'range' },
  初: { of: 'month', first: 1, last: 31, precision: 'vague' },
  中: { of: 'month', first: 1, last: 31, precision: 'vague' },
  第一天: { of: 'month', first: 1, last: 1, precision: 'day' },
  最后一天: { of: 'month', first: 31, last: 31, precision: 'day' },
  内: { of: 'month', first: 1, last: 31, precision: 'month' },
  底: { of: 'month', first: 1, last: 31, precision: 'month' },
  末: { of: 'month', first: 1, last: 31, precision: 'month' },
};

const months = (first: number, last: number, precision: Part['precision']): Part => ({
  of: 'year',
  first,
  last,
  precision,
});

/** Parts of a year in months. 年底 is its December, 年初 its January. */
export const YEAR_PARTS: Readonly<Record<string, Part>> = {
  初: months(1, 1, 'vague'),
  底: months(12, 12, 'month'),
  末: months(12, 12, 'month'),
  中: months(1, 12, 'vague'),
  内: months(1, 12, 'year'),
  全年: months(1, 12, 'year'),
  上半年: months(1, 6, 'range'),
  前半年: months(1, 6, 'range'),
  后半年: months(7, 12, 'range'),
  下半年: months(7, 12, 'range'),
  春: months(3, 5, 'vague'),
  夏: months(6, 8, 'vague'),
  秋: months(9, 11, 'vague'),
};

export const quarter = (n: number): Part => months(n * 3 - 2, n * 3, 'quarter');
/** «二季度末» is its last month. */
export const quarterEnd = (n: number): Part => months(n * 3, n * 3, 'month');
export const firstMonths = (n: number): Part => months(1, n, 'range');
