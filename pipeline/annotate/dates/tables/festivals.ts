/**
 * Festivals and shopping days. Lunar days and solar terms: Hong Kong Observatory, Gregorian–Lunar Calendar
 * Conversion Tables 2008–2030 (GB/T 33661-2017). A test compares them with ICU's Chinese calendar, which is
 * one day off in three months whose new moon is close to midnight.
 */
export interface Festival {
  readonly id: string;
  /** Clear by themselves. */
  readonly words: readonly string[];
  /** Clear only before 假期, 期间 and the like, or in quotes: «十一», «五一», «国庆» (also a given name). */
  readonly guarded: readonly string[];
  /** `month * 100 + day` of every year, or of the years in the table. */
  readonly day: number | ReadonlyMap<number, number>;
}

const since2008 = (days: readonly number[]): ReadonlyMap<number, number> =>
  new Map(days.map((day, i) => [2008 + i, day]));

const SPRING_FESTIVAL = since2008([
  207, 126, 214, 203, 123, 210, 131, 219, 208, 128, 216, 205, 125, 212, 201, 122, 210, 129, 217, 206, 126,
  213, 203,
]);
const NEW_YEARS_EVE = since2008([
  206, 125, 213, 202, 122, 209, 130, 218, 207, 127, 215, 204, 124, 211, 131, 121, 209, 128, 216, 205, 125,
  212, 202,
]);
const LANTERN = since2008([
  221, 209, 228, 217, 206, 224, 214, 305, 222, 211, 302, 219, 208, 226, 215, 205, 224, 212, 303, 220, 209,
  227, 217,
]);
const QINGMING = since2008([
  404, 404, 405, 405, 404, 404, 405, 405, 404, 404, 405, 405, 404, 404, 405, 405, 404, 404, 405, 405, 404,
  404, 405,
]);
const DRAGON_BOAT = since2008([
  608, 528, 616, 606, 623, 612, 602, 620, 609, 530, 618, 607, 625, 614, 603, 622, 610, 531, 619, 609, 528,
  616, 605,
]);
const QIXI = since2008([
  807, 826, 816, 806, 823, 813, 802, 820, 809, 828, 817, 807, 825, 814, 804, 822, 810, 829, 819, 808, 826,
  816, 805,
]);
const MID_AUTUMN = since2008([
  914, 1003, 922, 912, 930, 919, 908, 927, 915, 1004, 924, 913, 1001, 921, 910, 929, 917, 1006, 925, 915,
  1003, 922, 912,
]);
const DOUBLE_NINTH = since2008([
  1007, 1026, 1016, 1005, 1023, 1013, 1002, 1021, 1009, 1028, 1017, 1007, 1025, 1014, 1004, 1023, 1011, 1029,
  1018, 1008, 1026, 1016, 1005,
]);

const festival = (
  id: string,
  day: number | ReadonlyMap<number, number>,
  words: readonly string[],
  guarded: readonly string[] = [],
): Festival => ({ id, words, guarded, day });

export const FESTIVALS: readonly Festival[] = [
  festival('double-11', 1111, ['双11', '双十一', '双11购物节', '双十一购物节', '光棍节'], ['11.11', '11·11']),
  festival('double-12', 1212, ['双12', '双十二'], ['12.12']),
  festival('618', 618, [], ['618', '6·18', '6.18', '六一八']),
  festival('new-year', 101, ['元旦', '元旦节', '新年第一天']),
  festival('spring-festival', SPRING_FESTIVAL, ['春节', '大年初一', '正月初一', '农历新年']),
  festival('new-years-eve', NEW_YEARS_EVE, ['除夕', '除夕夜', '大年三十', '年三十']),
  festival('lantern', LANTERN, ['元宵节', '正月十五'], ['元宵']),
  festival('valentine', 214, ['情人节']),
  festival('womens-day', 308, ['妇女节', '三八节', '女神节'], ['三八', '38']),
  festival('consumer-day', 315, ['3·15', '315晚会', '3·15晚会'], ['315', '3.15']),
  festival('qingming', QINGMING, ['清明节'], ['清明']),
  festival('labour-day', 501, ['劳动节', '五一节', '五一劳动节'], ['五一']),
  festival('youth-day', 504, ['五四青年节']),
  festival('childrens-day', 601, ['儿童节', '六一儿童节'], ['六一']),
  festival('dragon-boat', DRAGON_BOAT, ['端午', '端午节']),
  festival('qixi', QIXI, ['七夕', '七夕节']),
  festival('teachers-day', 910, ['教师节']),
  festival('mid-autumn', MID_AUTUMN, ['中秋', '中秋节']),
  festival('double-ninth', DOUBLE_NINTH, ['重阳节']),
  festival('national-day', 1001, ['国庆节', '十一国庆', '十一黄金周', '国庆黄金周'], ['国庆', '十一']),
  festival('singles-eve', 1031, ['万圣夜', '万圣节前夜']),
  festival('christmas-eve', 1224, ['平安夜']),
  festival('christmas', 1225, ['圣诞', '圣诞节']),
];
