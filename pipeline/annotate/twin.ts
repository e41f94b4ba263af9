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

const isSpace = (c: string | undefined): boolean => c === ' ' || c === '\t' || c === '\u00a0';

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

/** Makes the twin of `source`; `traditional` says whether to convert the script first. Length-preserving but for dropped spaces. */
export function makeTwin(source: string, traditional: boolean): Twin {
  const base = traditional ? traditionalToSimplified(source) : source;
  const out: string[] = [];
  const map: number[] = [];
  let straightOpen = false;
  let previous = '\n';
  let visible = 0;
  for (let i = 0; i < base.length; i += 1) {
    const raw = base.charAt(i);
    if (raw === '\n') straightOpen = false;
    if (isSpace(raw)) {
      if (i >= visible) visible = nextVisible(base, i);
      const next = base.charAt(visible);
      if (HAN.test(previous) || HAN.test(next) || previous === '\n' || next === '"' || previous === '“')
        continue;
      out.push(' ');
      map.push(i);
      previous = ' ';
      continue;
    }
    let c = QUOTES.get(raw) ?? narrow(raw);
    if (raw === '"') {
      straightOpen = !straightOpen;
      c = straightOpen ? '“' : '”';
    }
    const wide = WIDE_PUNCTUATION.get(c);
    if (wide !== undefined && (HAN.test(previous) || HAN.test(base.charAt(i + 1)))) c = wide;
    out.push(c);
    map.push(i);
    previous = c;
  }
  map.push(source.length);
  return { text: out.join(''), map: Uint32Array.from(map) };
}

/** Where the first character after `from` stands that is no space. */
function nextVisible(text: string, from: number): number {
  let i = from + 1;
  while (isSpace(text[i])) i += 1;
  return i;
}

/** Source offsets of the twin span [start, end). */
export function toSource(twin: Twin, start: number, end: number): { start: number; end: number } {
  const first = twin.map[start] ?? 0;
  const last = end > start ? (twin.map[end - 1] ?? first) + 1 : first;
  return { start: first, end: last };
}

/** The words of a text in one script, one width and one spacing, for comparison with another text. */
export const folded = (text: string): string => makeTwin(text, isTraditional(text)).text;
