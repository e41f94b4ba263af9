/**
 * What date words say, before anybody knows when they were said. Finders make values, `resolve/` turns
 * them into days. Nothing here depends on the article.
 */

/** What a relative value counts from: the day of publication, or an earlier date of the article. */
export type Origin = 'published' | 'anchor';

export type Unit = 'day' | 'week' | 'month' | 'quarter' | 'year';

/** A year by its number, or by its distance from the origin's year. */
export type YearRef =
  | { readonly from: 'calendar'; readonly year: number }
  | { readonly from: Origin; readonly plus: number };

export type MonthRef =
  | { readonly from: 'calendar'; readonly month: number }
  | { readonly from: Origin; readonly plus: number };

/** A part of a month (days) or of a year (months), both ends included; `vague` for 初 and its like. */
export interface Part {
  readonly of: 'month' | 'year';
  readonly first: number;
  readonly last: number;
  readonly precision: 'day' | 'month' | 'quarter' | 'year' | 'range' | 'vague';
}

/** Any of 年 月 日, the missing ones null: «去年9月», «17日», «3月下旬», «年底». */
export interface CalendarValue {
  readonly kind: 'calendar';
  readonly year: YearRef | null;
  readonly month: MonthRef | null;
  readonly day: number | null;
  readonly part: Part | null;
}

export type Value =
  | CalendarValue
  /** «上周», «下周二», «周三»: `plus` null for a weekday without its week. */
  | { readonly kind: 'week'; readonly plus: number | null; readonly days: readonly [number, number] }
  /** «同一周»: the week of the day on which the story stands. */
  | { readonly kind: 'same-week' }
  /** «紧接着的那个星期六», «当周周五», «次周的周一»: weekdays behind that day, in its week or in the next. */
  | {
      readonly kind: 'week-told';
      readonly which: 'behind' | 'same' | 'next';
      readonly days: readonly [number, number];
    }
  /** «期满那天»: the last bound that was set. */
  | { readonly kind: 'due' }
  /** «要求八天之内…»: the end of a stretch that begins when it is said. */
  | { readonly kind: 'within'; readonly unit: Unit; readonly count: number }
  /** «昨天», «当日», «前一天»: whole days from the origin. `aside`: the story does not move to that day. */
  | { readonly kind: 'days'; readonly from: Origin; readonly plus: number; readonly aside: boolean }
  /** «第四天»: counted from the day with which the story began to count. */
  | { readonly kind: 'nth-day'; readonly nth: number }
  /**
   * «四天前», «两周后»: a point counted from the story, else from publication. `bound` to what stands before
   * it («上线两周后»): publication is then no origin.
   */
  | { readonly kind: 'offset'; readonly unit: Unit; readonly plus: number; readonly bound: boolean }
  /** «两个多月前»: between `min` and `min` + 1 units. */
  | { readonly kind: 'about'; readonly unit: Unit; readonly min: number }
  /** «近三年», «未来两天», «此前一周»: the stretch before or after the origin. */
  | {
      readonly kind: 'span';
      readonly unit: Unit;
      readonly count: number;
      readonly side: 1 | -1;
      readonly from: Origin;
    }
  /** «随后数月»: from the unit after the last dated event up to publication. */
  | { readonly kind: 'ever-since'; readonly unit: Unit }
  /** «双11前一天», «9月17日的次日» */
  | { readonly kind: 'shifted'; readonly of: Value; readonly plus: number }
  /** «上季度» */
  | { readonly kind: 'quarter'; readonly plus: number }
  | { readonly kind: 'now'; readonly vague: boolean }
  /** «曾», «此前» (published), «随后» (after the anchor): no day is said. */
  | { readonly kind: 'undated'; readonly from: Origin }
  /** «当时», «彼时», «届时» (`ahead`): whatever the last date was. */
  | { readonly kind: 'echo'; readonly ahead: boolean }
  /** «农历十月初一»: a day of the lunar calendar that is no festival; it is not converted. */
  | { readonly kind: 'lunar' }
  /** «即日起» */
  | { readonly kind: 'announcement' }
  | { readonly kind: 'festival'; readonly id: string; readonly year: YearRef | null; readonly vague: boolean }
  /** «上世纪90年代»; `century` null for «九十年代». */
  | { readonly kind: 'decade'; readonly century: number | null; readonly decade: number }
  /** «十月的第一周», «四月的最后一个星期一»: `nth` -1 for the last; `weekday` null for a week. */
  | {
      readonly kind: 'nth';
      readonly year: YearRef | null;
      readonly month: number;
      readonly nth: number;
      readonly weekday: number | null;
      /** How many days from that one on: 2 for a weekend; one where left out. */
      readonly days?: number;
    }
  /** «节后第一天», «国庆长假后首个工作日»; `after` null where the holiday is not named. */
  | { readonly kind: 'first-workday'; readonly after: string | null }
  /** «初三»: a day of the first lunar month, in the weeks after the Spring Festival. */
  | { readonly kind: 'new-year-day'; readonly day: number }
  /** `endExcluded`: «2010年之后2018年之前». */
  | { readonly kind: 'range'; readonly first: Value; readonly last: Value; readonly endExcluded?: boolean };

/** The value of one kind. */
export type ValueOf<K extends Value['kind']> = Extract<Value, { readonly kind: K }>;

export type Role = 'at' | 'since' | 'until' | 'before' | 'now' | 'past';

/** A value with its place in the folded text. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly value: Value;
  readonly role: Role;
  /** «3月26日前后»: about that day. */
  readonly about: boolean;
  /** «2018年以来»: goes on until publication. */
  readonly open: boolean;
}

/** Looks at one place of the text and says what begins there. */
export interface Finder {
  readonly name: string;
  /** Every character that a match can begin with. */
  readonly begins: string;
  /** Null, or the value and where it ends. Must not look further than a sentence. */
  readonly find: (text: string, at: number) => { readonly end: number; readonly value: Value } | null;
}
