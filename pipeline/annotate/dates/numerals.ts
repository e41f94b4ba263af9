const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  '○': 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  元: 1,
  正: 1,
};
const TENS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const SHORT_TENS: Readonly<Record<string, string>> = { 廿: '二十', 卅: '三十' };

/** 「17」「十七」「二十三」「两千零四」「二〇二一」「廿三」 as a number; null for anything else. */
export function parseNumeral(text: string): number | null {
  if (/^[0-9]+$/.test(text)) return Number(text);
  const plain = text.replace(/[廿卅]/g, (c) => SHORT_TENS[c] ?? c);
  return /[十百千]/.test(plain) ? parseCounted(plain) : parseSpelled(plain);
}

function parseSpelled(text: string): number | null {
  let value = 0;
  for (const char of text) {
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    value = value * 10 + digit;
  }
  return text.length > 0 ? value : null;
}

function parseCounted(text: string): number | null {
  let total = 0;
  let pending: number | null = null;
  for (const char of text) {
    const unit = TENS[char];
    if (unit !== undefined) {
      total += (pending ?? 1) * unit;
      pending = null;
      continue;
    }
    const digit = DIGITS[char];
    if (digit === undefined) return null;
    pending = digit;
  }
  return total + (pending ?? 0);
}
