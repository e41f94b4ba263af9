import { unmasked } from './look-alikes.ts';
import { isTraditional, traditionalToSimplified } from './script.ts';

/**
 * The text that rules match on: Simplified, half-width letters and digits, full-width punctuation beside
 * 汉字, one shape of quotation mark, no space beside 汉字. The article's own text is never touched.
 */
export interface Twin {
  readonly text: string;
  /** For each UTF-16 unit of `text`, the offset of the unit in the source text that it stands for. */
  readonly map: Uint32Array;
}

const HAN = /[\p{Script=Han}，。！？；：、“”‘’（）《》【】…—●■]/u;
const WIDE_PUNCTUATION = new Map([
  [',', '，'],
  [':', '：'],
  [';', '；'],
  ['?', '？'],
  ['!', '！'],
  ['(', '（'],
  [')', '）'],
]);
const QUOTES = new Map([
  ['「', '“'],
  ['」', '”'],
  ['『', '‘'],
  ['』', '’'],
  ['﹁', '“'],
  ['﹂', '”'],
  ['〝', '“'],
  ['〞', '”'],
]);

/** Full-width ASCII letters, digits and a few signs, as half-width; look-alikes as what they stand for. */
function narrow(c: string): string {
  const code = c.charCodeAt(0);
  const alphanumeric =
    (code >= 0xff10 && code <= 0xff19) ||
    (code >= 0xff21 && code <= 0xff3a) ||
    (code >= 0xff41 && code <= 0xff5a);
  if (alphanumeric || code === 0xff05 || code === 0xff0e) return String.fromCharCode(code - 0xfee0);
  return code > 0x36f ? unmasked(c) : c;
}

const UNKNOWN = 0;
const PLAIN = 1;
const SPACE = 2;
const LINE = 3;
const STRAIGHT = 4;
const WIDENS = 5;

/** Of every UTF-16 unit that was met: its kind, the unit that it becomes, and whether it is 汉字 or a mark beside them. */
const kinds = new Uint8Array(0x10000);
const becomes = new Uint16Array(0x10000);
const han = new Uint8Array(0x10000);

/** Fills the tables for a unit; all 65,536 at once would take 40 ms of every start. */
function learn(code: number): number {
  const raw = String.fromCharCode(code);
  const c = QUOTES.get(raw) ?? narrow(raw);
  becomes[code] = c.charCodeAt(0);
  han[code] = HAN.test(raw) ? 1 : 0;
  if (isSpace(raw)) kinds[code] = SPACE;
  else if (raw === '\n') kinds[code] = LINE;
  else if (raw === '"') kinds[code] = STRAIGHT;
  else kinds[code] = WIDE_PUNCTUATION.has(c) ? WIDENS : PLAIN;
  return kinds[code] ?? UNKNOWN;
}

const isSpace = (c: string): boolean => c === ' ' || c === '\t' || c === '\u00a0';

const kindOf = (code: number): number => kinds[code] || learn(code);

/** Whether the unit at `at` of a text is 汉字 or a mark beside them; outside the text nothing is. */
const isHanAt = (text: string, at: number): boolean => at < text.length && isHan(text.charCodeAt(at));

function isHan(code: number): boolean {
  kindOf(code);
  return han[code] === 1;
}

const NEWLINE = '\n'.charCodeAt(0);
const OPENING = '“'.charCodeAt(0);

/** Makes the twin of `source`; `traditional` says whether to convert the script first. Length-preserving but for dropped spaces. */
export function makeTwin(source: string, traditional: boolean): Twin {
  const base = traditional ? traditionalToSimplified(source) : source;
  const map = new Uint32Array(base.length + 1);
  const pieces: string[] = [];
  let size = 0;
  /** Where the run begins that is copied as it stands. */
  let run = 0;
  let straightOpen = false;
  let previous = NEWLINE;
  let visible = 0;
  for (let i = 0; i < base.length; i += 1) {
    const raw = base.charCodeAt(i);
    const kind = kindOf(raw);
    let to = becomes[raw] ?? raw;
    if (kind === SPACE) {
      if (i >= visible) visible = nextVisible(base, i);
      const drops =
        isHan(previous) ||
        isHanAt(base, visible) ||
        previous === NEWLINE ||
        previous === OPENING ||
        base.charAt(visible) === '"';
      if (drops) {
        pieces.push(base.slice(run, i));
        run = i + 1;
        continue;
      }
      to = SPACE_UNIT;
    } else if (kind === LINE) straightOpen = false;
    else if (kind === STRAIGHT) {
      straightOpen = !straightOpen;
      to = (straightOpen ? '“' : '”').charCodeAt(0);
    } else if (kind === WIDENS && (isHan(previous) || isHanAt(base, i + 1))) to = widened(to);
    if (to !== raw) {
      pieces.push(base.slice(run, i), String.fromCharCode(to));
      run = i + 1;
    }
    map[size] = i;
    size += 1;
    previous = to;
  }
  pieces.push(base.slice(run));
  map[size] = source.length;
  return { text: pieces.join(''), map: size === base.length ? map : map.slice(0, size + 1) };
}

const SPACE_UNIT = ' '.charCodeAt(0);

const widened = (code: number): number =>
  (WIDE_PUNCTUATION.get(String.fromCharCode(code)) ?? '').charCodeAt(0);

/** Where the first character after `from` stands that is no space. */
function nextVisible(text: string, from: number): number {
  let i = from + 1;
  while (i < text.length && kindOf(text.charCodeAt(i)) === SPACE) i += 1;
  return i;
}

/** The words of a text in one script, one width and one spacing, for comparison with another text. */
export const folded = (text: string): string => makeTwin(text, isTraditional(text)).text;
