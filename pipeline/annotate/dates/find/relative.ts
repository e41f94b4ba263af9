import { parseNumeral } from '../numerals.ts';
import { UNIT_PATTERN, UNIT_WORDS } from '../tables/units.ts';
import type { Finder, Unit, Value } from '../values.ts';
import { COUNT, DIGITS, HAN_NUMERAL, patternFinder } from './pattern.ts';

const UNDATED_PAST: Value = { kind: 'undated', from: 'published' };
const UNDATED_AFTER: Value = { kind: 'undated', from: 'anchor' };
const NOT_BEFORE = '(?![往来台端景沿锋任述提期海门首方线置后者面])';
const NOT_AFTER = '(?![来台续期者端果院方备面勤缀卫置半代])';
const WITHIN = '(?:(?:以?来|里|内|间|当?中)(?![国心测容部地置外]))?';
const DIRECTION = `(?:(?<ago>(?:之|以)?前)${NOT_BEFORE}|(?<later>(?:之|以)?后)${NOT_AFTER})`;

const FREE_BEFORE = /^$|[\s，。、；：！？（“「【—就在于到等要约大近早仅短过是而但]/;

/** Whether the count starts from what was just said: «上线两周后», «发布三天后». */
const isBound = (text: string, at: number, plus: number): boolean =>
  plus > 0 && !FREE_BEFORE.test(text.charAt(at - 1));

/** «两三», «七八»: no count that a day could be reckoned from. */
const LOOSE_COUNT = /^[一二两三四五六七八九]{2,}$/;

const unitOf = (word: string | undefined): Unit => UNIT_WORDS[word ?? ''] ?? 'day';

/** «四天前», «两周后», «三个月前», «一年后». 月 needs 个 and 日 a 汉字 number, else they are calendar dates. */
const offset = patternFinder(
  'offset',
  DIGITS + HAN_NUMERAL,
  `(?<n>${COUNT})(?:个?(?<more>多)?(?<gek>个)?)(?<more2>多)?(?<unit>${UNIT_PATTERN})(?<more3>多)?${DIRECTION}`,
  (g, { text, at }) => {
    const n = parseNumeral(g.n ?? '');
    const unit = unitOf(g.unit);
    const hasGe = text.slice(at, at + 8).includes('个');
    if (n === null || /[第前近上头每]$|[时相间]隔$/.test(text.slice(Math.max(0, at - 2), at))) return null;
    if (unit === 'month' && !hasGe) return null;
    if (g.unit === '日' && /^[0-9]/.test(g.n ?? '')) return null;
    if (unit === 'year' && /^0/.test(g.n ?? '')) return null;
    const plus = g.ago === undefined ? n : -n;
    if (LOOSE_COUNT.test(g.n ?? '')) return plus < 0 ? UNDATED_PAST : UNDATED_AFTER;
    if (g.more === undefined && g.more2 === undefined && g.more3 === undefined) {
      return { kind: 'offset', unit, plus, bound: isBound(text, at, plus) };
    }
    return plus < 0 ? { kind: 'about', unit, min: n } : UNDATED_AFTER;
  },
);

/** «隔了十天», «又过了三天»: counted from what was told before; where nothing was, no day is said. */
const passed = patternFinder(
  'passed',
  '隔又才过',
  `(?:隔了|[又才]?过了)(?<n>${COUNT})个?(?<unit>天|周|星期|月|年)(?:(?:之|以)?后)?(?=，)`,
  (g, { text, at }) => {
    const n = parseNumeral(g.n ?? '');
    if (n === null || LOOSE_COUNT.test(g.n ?? '') || !FREE_BEFORE.test(text.charAt(at - 1))) return null;
    return { kind: 'offset', unit: unitOf(g.unit), plus: n, bound: true };
  },
);

/** «半年前», «半个月后», «几天后», «数月前», «十多年前»: too loose for a day. */
const looseOffset = patternFinder(
  'loose-offset',
  `半几数好${DIGITS}${HAN_NUMERAL}`,
  `(?:(?<half>半)(?<halfUnit>年|个月)(?<halfMore>多)?|(?:十?几|数十?|好几|[0-9十]{1,3}[余几多])个?(?<unit>${UNIT_PATTERN}))${DIRECTION}`,
  (g, { text, at }) => {
    if (/[第前近上下头每]/.test(text.charAt(at - 1))) return null;
    const sign = g.ago === undefined ? 1 : -1;
    if (g.halfUnit === '年' && g.halfMore === undefined) {
      return { kind: 'offset', unit: 'month', plus: 6 * sign, bound: isBound(text, at, sign) };
    }
    return sign < 0 ? UNDATED_PAST : UNDATED_AFTER;
  },
);

/** «近三年», «过去两周», «未来三天», and «前1周», «上2个月», «后1年». A 过去 that means «has passed» is none. */
const span = patternFinder(
  'span',
  '近最过未今接前后上',
  `(?<which>近|最近|过去|未来|今后|接下来|前|后|上)的?(?<n>${COUNT}|半|几|数)(?<ge>个?)(?<more>多)?(?<unit>${UNIT_PATTERN})(?<moreUnit>多)?${WITHIN}`,
  (g, { text, at }) => {
    const before = text.charAt(at - 1);
    const [unit, which] = [unitOf(g.unit), g.which ?? ''];
    if (/过去/.test(which) && /[经已才就都快]/.test(before)) return null;
    const ordinal = which === '前' || which === '后' || which === '上';
    if (ordinal && (unit === 'day' || before !== '' || !/^[0-9]/.test(g.n ?? ''))) return null;
    if (unit === 'month' && g.ge === '' && g.n !== '数') return null;
    if (/^[最]?近$/.test(which) && /[最附靠接]/.test(before)) return null;
    const side = /未来|今后|接下来|^后/.test(which) ? 1 : -1;
    if (g.n === '半' && unit === 'year')
      return { kind: 'span', unit: 'month', count: 6, side, from: 'published' };
    const loose = LOOSE_COUNT.test(g.n ?? '') || g.more !== undefined || g.moreUnit !== undefined;
    const count = loose ? null : parseNumeral(g.n ?? '');
    if (count !== null) return { kind: 'span', unit, count, side, from: 'published' };
    return side < 0 ? UNDATED_PAST : null;
  },
);

/** «此前一周» and «此后两周» are stretches, «此前三天» is a day; «随后数月中» goes on to publication. */
const aroundAnchor = patternFinder(
  'around-anchor',
  '此随之在前后',
  `(?:(?<before>此前|在此之前|前)|(?<after>此后|随后|之后|在此之后|其后))的?(?<n>${COUNT}|数|几)(?<ge>个?)(?<unit>${UNIT_PATTERN})${WITHIN}`,
  (g, { text, at }) => {
    const count = parseNumeral(g.n ?? '');
    const unit = unitOf(g.unit);
    if (g.before === '前' && (count !== 1 || unit !== 'week' || /[目日之以]/.test(text.charAt(at - 1))))
      return null;
    if (unit === 'month' && g.ge === '' && g.n !== '数') return null;
    if (g.unit === '日' && /^[0-9]/.test(g.n ?? '')) return null;
    if (count === null) return g.after === undefined ? UNDATED_PAST : { kind: 'ever-since', unit };
    const side = g.after === undefined ? -1 : 1;
    if (unit === 'day' && side < 0) return { kind: 'days', from: 'anchor', plus: -count, aside: true };
    return { kind: 'span', unit, count, side, from: 'anchor' };
  },
);

/** «在那之前三个月», «那之后两周»: a point counted from what was told. */
const fromThen = patternFinder(
  'from-then',
  '那这',
  `[那这]之(?<side>[前后])(?:大约|约|不到)?的?(?<n>${COUNT})(?<ge>个?)(?<unit>${UNIT_PATTERN})(?![多余来])`,
  (g) => {
    const n = parseNumeral(g.n ?? '');
    const unit = unitOf(g.unit);
    if (n === null || LOOSE_COUNT.test(g.n ?? '') || (unit === 'month' && g.ge === '')) return null;
    return { kind: 'offset', unit, plus: g.side === '前' ? -n : n, bound: true };
  },
);

/** Words of a demand, in the clauses before a time in which it is to be met. */
const DEMANDED = /(?:要求|责令|勒令|限令|敦促|通牒|限期?|[须需]要?)[^。！？；]{0,30}$/;
const DEMAND_LOOKBACK = 36;

/** «要求三家八天之内拆掉», «限15日内整改»: the day by which. */
const within = patternFinder(
  'within',
  DIGITS + HAN_NUMERAL,
  `(?<n>${COUNT})个?(?:自然)?(?<unit>${UNIT_PATTERN})(?:之|以)?内(?![测容部地置外])`,
  (g, { text, at }) => {
    const n = parseNumeral(g.n ?? '');
    const unit = unitOf(g.unit);
    if (n === null || LOOSE_COUNT.test(g.n ?? '') || /[第前近每去]/.test(text.charAt(at - 1))) return null;
    if (!DEMANDED.test(text.slice(Math.max(0, at - DEMAND_LOOKBACK), at))) return null;
    return { kind: 'within', unit, count: n };
  },
);

const QUARTERS: Readonly<Record<string, number>> = { 本: 0, 这: 0, 上: -1, 上一: -1, 下: 1, 下一: 1 };

/** «上季度», «本季度». */
const countedQuarter = patternFinder(
  'counted-quarter',
  '本这上下',
  '(?<which>[上下]一?|[本这])个?季度',
  (g) => ({
    kind: 'quarter',
    plus: QUARTERS[g.which ?? ''] ?? 0,
  }),
);

export const relativeFinders: readonly Finder[] = [
  offset,
  passed,
  looseOffset,
  span,
  aroundAnchor,
  fromThen,
  within,
  countedQuarter,
];
