/**
 * An alias as the Simplified twin of an article would write it: half-width letters and digits, no blanks but
 * between two letters or digits. So 「腾讯 ＱＱ」 in a lexicon is found as 「腾讯QQ」.
 */
export function normalAlias(text: string): string {
  const half = text
    .trim()
    .replace(/[０-９Ａ-Ｚａ-ｚ％．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  return half.replace(/[\s\u3000]+/g, ' ').replace(/(?<=[^ -~]) | (?=[^ -~])/g, '');
}

/** What two spellings of one alias have in common: matching does not mind the case of Latin letters. */
export function aliasKey(text: string): string {
  return normalAlias(text).replace(/[A-Z]/g, (c) => c.toLowerCase());
}
