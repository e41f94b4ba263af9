/**
 * The text in one shape for the finders: half-width digits and letters, the Traditional characters of date
 * words as Simplified, full-width punctuation and no spaces beside 汉字. `map[i]` is the offset in the source of folded unit `i`;
 * null where nothing had to change.
 */
export interface Folded {
  readonly text: string;
  readonly map: Int32Array | null;
}

const TRADITIONAL =
  '週禮後兩個號時間點過現為從來當節國慶勞動陽際晝壹貳幾數內開發隨連經聖誕雙婦長於與紀農曆裏裡這將預計劃擬實執階屆購黃萬對顧';
const SIMPLIFIED =
  '周礼后两个号时间点过现为从来当节国庆劳动阳际昼一二几数内开发随连经圣诞双妇长于与纪农历里里这将预计划拟实执阶届购黄万对顾';

const DROP = 1;
const UNTOUCHED = 0;
/** Half-width punctuation becomes full-width where it touches a 汉字; these are the code units it becomes. */
const FULL_WIDTH = 0xff00;
const PUNCTUATION = ',:;?!()';

/** For each code unit: 0 to keep it, 1 for a space that may go, else the code unit that replaces it. */
const REPLACEMENT = buildReplacements();

function buildReplacements(): Uint16Array {
  const table = new Uint16Array(65_536);
  for (const space of ' \t\u00a0\u3000') table[space.charCodeAt(0)] = DROP;
  for (let code = 0xff01; code <= 0xff5e; code += 1) {
    const half = String.fromCharCode(code - 0xfee0);
    if (/[0-9A-Za-z./~-]/.test(half)) table[code] = code - 0xfee0;
  }
  for (const mark of PUNCTUATION) table[mark.charCodeAt(0)] = mark.charCodeAt(0) + 0xfee0;
  for (let i = 0; i < TRADITIONAL.length; i += 1) {
    table[TRADITIONAL.charCodeAt(i)] = SIMPLIFIED.charCodeAt(i);
  }
  return table;
}

const isHan = (code: number): boolean => code >= 0x3007 && code <= 0x9fff;

export function fold(source: string): Folded {
  const start = firstToChange(source);
  if (start < 0) return { text: source, map: null };
  const map = new Int32Array(source.length);
  for (let i = 0; i < start; i += 1) map[i] = i;
  const pieces = [source.slice(0, start)];
  let size = start;
  let kept = start;
  for (let i = start; i < source.length; i += 1) {
    const change = changeAt(source, i);
    if (change === UNTOUCHED) {
      map[size++] = i;
      continue;
    }
    pieces.push(source.slice(kept, i));
    kept = i + 1;
    if (change === DROP) continue;
    pieces.push(String.fromCharCode(change));
    map[size++] = i;
  }
  pieces.push(source.slice(kept));
  return { text: pieces.join(''), map };
}

function firstToChange(source: string): number {
  for (let i = 0; i < source.length; i += 1) {
    if (changeAt(source, i) !== UNTOUCHED) return i;
  }
  return -1;
}

/** What becomes of the unit at `at`: spaces and punctuation change beside a 汉字 only. */
function changeAt(source: string, at: number): number {
  const change = REPLACEMENT[source.charCodeAt(at)] ?? UNTOUCHED;
  const depends = change === DROP || change > FULL_WIDTH;
  return depends && !isBesideHan(source, at) ? UNTOUCHED : change;
}

/** Whether the run of spaces around `at` (three at most) touches a 汉字. */
function isBesideHan(source: string, at: number): boolean {
  return touchesHan(source, at, 1) || touchesHan(source, at, -1);
}

function touchesHan(source: string, at: number, step: 1 | -1): boolean {
  for (let i = at + step, left = 2; left >= 0; i += step, left -= 1) {
    const code = source.charCodeAt(i);
    if (REPLACEMENT[code] !== DROP) return isHan(code);
  }
  return false;
}
