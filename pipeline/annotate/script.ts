import { createRequire } from 'node:module';
import { z } from 'zod';

/**
 * Characters that are frequent in Traditional text and never stand in Simplified text.
 * A text is Traditional when they make up more than one character in a hundred.
 */
const TRADITIONAL =
  /[這個們來說說時會對開關於為與從後過還進問間學實發現經點電機網應該東車馬長門見見頁體權無業產務動動報號將兩沒證訊號鏈結買賣費價選擇優圍牆雖讓誰麼樣]/gu;
const SHARE = 0.01;

/** Whether the text is written in Traditional characters. Linear; loads nothing. */
export function isTraditional(text: string): boolean {
  const found = text.match(TRADITIONAL)?.length ?? 0;
  return found > 2 && found / text.length > SHARE;
}

const openccModule = z.object({
  Converter: z.custom<(options: { from: string; to: string }) => (text: string) => string>(
    (v) => typeof v === 'function',
  ),
});

let convert: ((text: string) => string) | undefined;

function converter(): (text: string) => string {
  if (convert === undefined) {
    const load = createRequire(import.meta.url);
    convert = openccModule.parse(load('opencc-js/t2cn')).Converter({ from: 'tw', to: 'cn' });
  }
  return convert;
}

/**
 * The Simplified text, unit for unit as long as the source so that offsets stay: a line whose phrase
 * conversion changes its length is converted character by character. opencc-js spoils text that is Simplified
 * already (覆盖 → 复盖), so call it on Traditional text only.
 */
export function traditionalToSimplified(text: string): string {
  const to = converter();
  return text
    .split('\n')
    .map((line) => {
      const whole = to(line);
      return whole.length === line.length ? whole : Array.from(line, (c) => sameLength(c, to(c))).join('');
    })
    .join('\n');
}

const sameLength = (source: string, converted: string): string =>
  converted.length === source.length ? converted : source;
