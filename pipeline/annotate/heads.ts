/** «淘宝：打开成功», «3. 京东：…»: the head of an item in a list of results. */
export function isListHead(encoded: string, at: number): boolean {
  if (encoded.charAt(at + 1) !== '：' || encoded.charAt(at + 2) === '“') return false;
  return /(?:^|[；。])(?:[（(]?[\d一二三四五六七八九十①-⑩]+[、.．）)])?[●■•◆]?$/.test(encoded.slice(0, at));
}

/** «京东，通；当当，通», «苏宁的，没反应»: a name and its verdict. */
export const isTriedHead = (encoded: string, at: number): boolean =>
  /(?:^|[；。，：])$/.test(encoded.slice(0, at)) &&
  /^的?，[^，；。]{1,16}(?:[；。，]|$)/.test(encoded.slice(at + 1));

/** «再换QQ，…», «轮到钉钉，…»: the messenger to which a test turns. */
export const isTurnedTo = (before: string, after: string): boolean =>
  /(?:换成?|换作|轮[到着]|试|[再先]看|接下来是|最后是|然后是|接着是)(?:了|过)?$/.test(before) &&
  /^[，。；：]/.test(after);
