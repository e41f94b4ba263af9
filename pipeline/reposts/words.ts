/**
 * Clauses that say who brings the text and not what happened: datelines, bylines, credits. Every outlet writes its
 * own, so they tell nothing about whether two texts are one.
 */
const FRAME =
  /^(?:.{0,16}(?:电|讯|消息|报道|出品|供稿)|.{0,8}(?:记者|通讯员|实习生|编辑|责编|编审|校对|作者|来源|原标题|转自|转载|摄影|监制|审核|文图|供图|原文链接|本文来自|点击).*)$/u;
/** A sign of each of its words: most clauses have none, and need not be tried. */
const OF_A_FRAME = /[电讯消报品供记习编校作来原转摄监审图点]/;
/** A dateline that runs into the first sentence: «本报北京9月17日讯». */
const DATELINE = /^.{0,14}\d日(?:电|讯|消息|报道)/u;

const PARTS = 1;
const STANDS = 2;
/** Of every UTF-16 unit that was met: whether it parts clauses or stands in them. */
const kinds = new Uint8Array(0x10000);

const learn = (sign: string): number => (/[\p{L}\p{N}]/u.test(sign) ? STANDS : PARTS);

function kindAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  const known = kinds[unit];
  if (known !== undefined && known > 0) return known;
  // A half of a pair says nothing by itself.
  if (isHalf(unit)) return learn(signAround(text, at));
  const kind = learn(text.charAt(at));
  kinds[unit] = kind;
  return kind;
}

const isHalf = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** The pair that the half at `at` belongs to, or the half where it has lost the other. */
function signAround(text: string, at: number): string {
  const before = text.codePointAt(at - 1) ?? 0;
  return String.fromCodePoint(before > 0xffff ? before : (text.codePointAt(at) ?? 0));
}

/** A point within a number parts nothing. */
const isWithinNumber = (text: string, at: number): boolean =>
  text.charAt(at) === '.' && isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1));
const isDigit = (unit: number): boolean => unit >= 0x30 && unit <= 0x39;

/** The clauses of a folded text (Simplified, half-width): letters and digits between any other signs, in lower case. */
export function clausesOf(folded: string): string[] {
  const text = folded.toLowerCase();
  const clauses: string[] = [];
  let start = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (kindAt(text, i) === STANDS || isWithinNumber(text, i)) continue;
    if (i > start) clauses.push(text.slice(start, i));
    start = i + 1;
  }
  if (start < text.length) clauses.push(text.slice(start));
  return clauses;
}

/** The clauses without what only frames the story. */
export const storyOf = (clauses: readonly string[]): string[] =>
  clauses
    .filter((clause) => clause.length > 40 || !OF_A_FRAME.test(clause) || !FRAME.test(clause))
    .map((clause) => (clause.includes('日') ? clause.replace(DATELINE, '') : clause))
    .filter((clause) => clause !== '');
