import type { Hit } from './scan.ts';
import type { Found, Role, Value } from './values.ts';

/**
 * What stands around a hit: the part of the day, the weekday in brackets, the other end of a range, and the
 * words that turn a point into a bound (起, 前, 以来, 截至). Each step looks at a few characters only.
 */

const WEEKDAY =
  /(?:[，,（(]|[（(][本上下这])?(?:星期|周|礼拜)[一二三四五六日天](?![0-9一二三四五六七八九十次])[）)]?/y;
const CLOCK =
  '(?:[0-9]{1,2}[：:][0-9]{2}(?:[：:][0-9]{2})?|(?:[0-9]{1,2}|[零〇一二三四五六七八九十两]{1,3})[点时](?!间|候|代|评|击|开|赞|播|名|起|尚)(?:整|半|许|[0-9]{1,2}分?|[零一二三四五六七八九十]{1,3}分)?)';
const DAY_PART = new RegExp(
  `(?:的?(?:当天|当日|当晚|那天|这天|那一天|这一天))?(?:的?(?:凌晨|清晨|清早|早晨|早上|早间|早盘|一早|上午|午前|中午|正午|午间|下午|午后|傍晚|晚间|晚上|晚些时候|夜间|夜里|夜晚|深夜|午夜|半夜|全天|盘前|盘后|晚(?![于点辑婚期饭餐会报])|夜(?![市宵])|晨(?!报|会)|早(?![已就在前先些于日期报餐]))(?:时分|时段)?)?${CLOCK}?`,
  'y',
);

/** «今年早些时候», «昨日稍晚»: no narrower than the word before. */
const SOONER_OR_LATER = /的?(?:(?:早|晚)些时候|稍[早晚](?:些时候|时候|时)?)/y;

/** Kinds that name a day or may name one, so that a part of the day can follow. */
const takesDayPart = (value: Value): boolean =>
  value.kind === 'days' ||
  value.kind === 'week' ||
  value.kind === 'festival' ||
  value.kind === 'nth' ||
  value.kind === 'shifted' ||
  (value.kind === 'calendar' && value.day !== null) ||
  (value.kind === 'range' && takesDayPart(value.last));

const takesBound = (value: Value): boolean =>
  takesDayPart(value) || value.kind === 'calendar' || value.kind === 'decade' || value.kind === 'range';

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}

function withDayPart(text: string, hit: Hit): Hit {
  if (!takesBound(hit.value)) return hit;
  let end = hit.end + matchAt(SOONER_OR_LATER, text, hit.end).length;
  if (!takesDayPart(hit.value) || end > hit.end) return { start: hit.start, end, value: hit.value };
  if (hit.value.kind === 'calendar') {
    const weekday = matchAt(WEEKDAY, text, end);
    const opened = /^[（(]/.test(weekday);
    if (opened === /[）)]$/.test(weekday)) end += weekday.length;
  }
  end += matchAt(DAY_PART, text, end).length;
  return { start: hit.start, end, value: hit.value };
}

const CONNECTOR = /^起?(?:-|－|—{1,2}|–|~|～|至|到|直到|直至|截至)$/;
const BETWEEN = /^[与和到至]$/;
const BETWEEN_END = /^之?间/;
const AFTER_BEFORE = /^(?:之|以)?后[，,到至]?$/;
const BEFORE_END = /^(?:之|以)?前(?!后)/;
const UNTIL_NOW = /^(?:至今|迄今|如今|现在|目前|今天)/;

const isEnd = (value: Value): boolean =>
  takesBound(value) && value.kind !== 'range' && value.kind !== 'decade';

interface Piece extends Hit {
  readonly open: boolean;
}

/** «双11前一天», «9月17日的次日». */
function beside(left: Value, right: Value, gap: string): Value | null {
  const isNextTo = right.kind === 'days' && right.from === 'anchor' && right.plus !== 0 && /^的?$/.test(gap);
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
function joined(text: string, left: Piece, right: Hit): Piece | null {
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
  return CONNECTOR.test(gap) ? { start: left.start, end: right.end, value, open: false } : null;
}

interface Suffix {
  readonly pattern: RegExp;
  readonly role: Role;
  readonly open?: boolean;
  readonly about?: boolean;
}

const SUFFIXES: readonly Suffix[] = [
  { pattern: /以来/y, role: 'since', open: true },
  { pattern: /前后|左右|上下(?!班)/y, role: 'at', about: true },
  {
    pattern: /(?:之|以)前|前夕|前(?![往来台端景沿锋任述提期海门首方线置后者面三两半])|为限|为最后期限/y,
    role: 'before',
  },
  { pattern: /为止|止(?![步损血跌痛境])/y, role: 'until' },
  {
    pattern:
      /(?:零[点时])?(?:起开始|起始|起(?![诉点码来步到初源因草价飞身床义伏舞跑诸用家止拍售底])|开始)|(?:之|以)后|过后|后(?![来台续期者端果院天年面方备勤缀卫置半代])/y,
    role: 'since',
  },
];

const SINCE_PREFIX = /(?:自从|自|从|打)$/;
const UNTIL_PREFIX = /(?:截至到?|截止到?|截止至|直到|直至)$/;
const BEFORE_PREFIX = /(?:不晚于|不迟于|最迟|最晚|早于|赶在)(?:于|在)?$/;
const PREFIX_LENGTH = 5;

/** Finds the bound around a piece, no further than `limit`, and takes the words that say it into the mention. */
function bounded(text: string, piece: Piece, limit: number): Found {
  const { start, end, value, open } = piece;
  if (!takesBound(value)) return { start, end, value, role: ownRole(value), about: false, open: false };
  const before = text.slice(Math.max(0, start - PREFIX_LENGTH), start);
  const since = SINCE_PREFIX.exec(before)?.[0] ?? '';
  if (open) return { start: start - since.length, end, value, role: 'since', about: false, open };
  for (const suffix of value.kind === 'range' ? [] : SUFFIXES) {
    const words = matchAt(suffix.pattern, text, end);
    if (words === '' || end + words.length > limit) continue;
    const from = suffix.role === 'since' ? since.length : 0;
    const flags = { about: suffix.about ?? false, open: suffix.open ?? false };
    return { start: start - from, end: end + words.length, value, role: suffix.role, ...flags };
  }
  return {
    start: start - prefixLength(before, since),
    end,
    value,
    role: prefixRole(before, since),
    about: false,
    open,
  };
}

function prefixRole(before: string, since: string): Role {
  if (UNTIL_PREFIX.test(before)) return 'until';
  if (BEFORE_PREFIX.test(before)) return 'before';
  return since.startsWith('自') ? 'since' : 'at';
}

function prefixLength(before: string, since: string): number {
  return UNTIL_PREFIX.exec(before)?.[0].length ?? (since.startsWith('自') ? since.length : 0);
}

function ownRole(value: Value): Role {
  if (value.kind === 'now') return 'now';
  if (value.kind === 'undated') return 'past';
  return value.kind === 'announcement' || value.kind === 'ever-since' ? 'since' : 'at';
}

/** «此前9月28日», «曾于7月»: the adverb adds nothing to the date it leans on. */
function leansOn(text: string, found: Found, next: Found | undefined): boolean {
  if (found.value.kind !== 'undated' || next === undefined || next.start - found.end > 2) return false;
  return (
    next.value.kind !== 'undated' &&
    /^(?:的?|[，,]?[于在自从早]?在?)$/.test(text.slice(found.end, next.start))
  );
}

/** Hits with all that belongs to them, in order. */
export function refine(text: string, hits: readonly Hit[]): Found[] {
  const pieces: Piece[] = [];
  for (const hit of hits) {
    const whole = withDayPart(text, hit);
    const left = pieces.at(-1);
    if (left !== undefined && hit.start < left.end) continue;
    const both = left === undefined ? null : joined(text, left, whole);
    if (both === null) pieces.push({ start: whole.start, end: whole.end, value: whole.value, open: false });
    else pieces[pieces.length - 1] = both;
  }
  const founds = pieces.map((piece, i) => bounded(text, piece, pieces[i + 1]?.start ?? text.length));
  return founds.filter((found, i) => !leansOn(text, found, founds[i + 1]));
}
