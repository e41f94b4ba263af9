/** Cyrillic and Greek letters that look like Latin ones, each above its Latin letter. */
const FOREIGN = 'АВЕЅІЈКМНОРСТХУаеѕіјорсхуΑΒΕΖΗΙΚΜΝΟΡΤΥΧο';
const LATIN = 'ABESIJKMHOPCTXYaesijopcxyABEZHIKMNOPTYXo';

const LETTERS = new Map([...FOREIGN].map((c, i) => [c, LATIN.charAt(i)]));

/** Radicals of dictionaries (⼯, ⻚) and compatibility forms (凉, U+F979), which some programs write for the common 汉字. */
const isOddHan = (code: number): boolean =>
  (code >= 0x2e80 && code <= 0x2fdf) || (code >= 0xf900 && code <= 0xfaff);

/** Radicals that Unicode does not fold into the 汉字 that they stand for. */
const RADICALS = new Map([
  ['⺠', '民'],
  ['⻅', '见'],
  ['⻆', '角'],
  ['⻓', '长'],
  ['⻔', '门'],
  ['⻚', '页'],
  ['⻛', '风'],
  ['⻜', '飞'],
  ['⻢', '马'],
  ['⻥', '鱼'],
  ['⻦', '鸟'],
  ['⻩', '黄'],
  ['⻰', '龙'],
  ['⻋', '车'],
  ['⻝', '食'],
  ['⻄', '西'],
]);

/**
 * The character that another one is written for, or itself: scrapes of PDFs hold radicals (⼯信部), and copies that mean to
 * escape a search hold foreign letters (АРР in Cyrillic). Always of the same length.
 */
export function unmasked(c: string): string {
  const letter = LETTERS.get(c) ?? RADICALS.get(c);
  if (letter !== undefined) return letter;
  if (!isOddHan(c.charCodeAt(0))) return c;
  const common = c.normalize('NFKC');
  return common.length === 1 ? common : c;
}
