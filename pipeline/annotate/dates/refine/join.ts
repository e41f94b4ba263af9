import type { Hit } from '../scan.ts';
import type { Value } from '../values.ts';
import { takesBound } from './takes.ts';

const CONNECTOR = /^起?(?:-|－|—{1,2}|–|~|～|至|到|直到|直至|截至)$/;
const BETWEEN = /^[与和到至]$/;
const BETWEEN_END = /^之?间/;
const AND = /^[、和与]$/;
/** «11月28日、29日两天» */
const TWO_DAYS = /^(?:这|的)?两[天日]/;
const AFTER_BEFORE = /^(?:之|以)?后[，,到至]?$/;
const BEFORE_END = /^(?:之|以)?前(?!后)/;
const UNTIL_NOW = /^(?:至今|迄今|如今|现在|目前|今天)/;

const isEnd = (value: Value): boolean =>
  takesBound(value) && value.kind !== 'range' && value.kind !== 'decade';

/** A hit, or two that were joined; `open`: it goes on until publication. */
export interface Piece extends Hit {
  readonly open: boolean;
}

/** «双11前一天», «9月17日的次日». */
function beside(left: Value, right: Value, gap: string): Value | null {
  if (!/^的?$/.test(gap)) return null;
  if (right.kind === 'nth-day') return { kind: 'shifted', of: left, plus: right.nth - 1 };
  const isNextTo = right.kind === 'days' && right.from === 'anchor' && right.plus !== 0;
  return isNextTo ? { kind: 'shifted', of: left, plus: right.plus } : null;
}

/** «三年前的双11», «两年前9月»: the count gives the year. */
function yearCounted(left: Value, right: Value, gap: string): Value | null {
  if (left.kind !== 'offset' || left.unit !== 'year' || left.bound || !/^的?[“「]?$/.test(gap)) return null;
  if (right.kind !== 'festival' && !(right.kind === 'calendar' && right.month !== null)) return null;
  return right.year === null ? { ...right, year: { from: 'published', plus: left.plus } } : null;
}

/** «昨天（4月7日）»: the brackets give the day itself. */
const saysAgain = (left: Value, right: Value): boolean =>
  (left.kind === 'days' || left.kind === 'week') && right.kind === 'calendar' && right.day !== null;

/** Joins `left` and `right` where the words between them say from–to; null where they do not. */
export function joined(text: string, left: Piece, right: Hit): Piece | null {
  if (right.start - left.end > 3) return null;
  const gap = text.slice(left.end, right.start);
  const counted = yearCounted(left.value, right.value, gap);
  if (counted !== null) return { start: left.start, end: right.end, value: counted, open: false };
  if (!isEnd(left.value)) return null;
  if (right.value.kind === 'now' && /^[至到]?$/.test(gap)) {
    const word = text.slice(right.start, right.end);
    const reaches = gap === '' ? /^[至迄]今/.test(word) : UNTIL_NOW.test(word);
    return reaches ? { ...left, end: right.end, open: true } : null;
  }
  const shifted = beside(left.value, right.value, gap);
  if (shifted !== null) return { start: left.start, end: right.end, value: shifted, open: false };
  if (/^[（(]$/.test(gap) && saysAgain(left.value, right.value)) {
    const closes = /[）)]/.test(text.charAt(right.end));
    return { start: left.start, end: right.end + (closes ? 1 : 0), value: right.value, open: false };
  }
  if (!isEnd(right.value)) return null;
  const value: Value = { kind: 'range', first: left.value, last: right.value };
  const rest = text.slice(right.end, right.end + 3);
  if (BETWEEN.test(gap) && BETWEEN_END.test(rest)) {
    return {
      start: left.start,
      end: right.end + (BETWEEN_END.exec(rest)?.[0].length ?? 0),
      value,
      open: false,
    };
  }
  if (AFTER_BEFORE.test(gap) && BEFORE_END.test(rest)) {
    const end = right.end + (BEFORE_END.exec(rest)?.[0].length ?? 0);
    return { start: left.start, end, value: { ...value, endExcluded: true }, open: false };
  }
  if (AND.test(gap) && TWO_DAYS.test(rest)) return { start: left.start, end: right.end, value, open: false };
  return CONNECTOR.test(gap) ? { start: left.start, end: right.end, value, open: false } : null;
}
