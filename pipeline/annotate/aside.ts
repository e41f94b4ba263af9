import { LETTER } from '../types.ts';

/** «在淘宝、天猫之外新增京东»: what is left aside. */
const BESIDES = new RegExp(
  `^(?:之外|以外)(?!的)|^以外的(?:其他|第三方|外部|电商)*(?:链接|网址|外链|平台|${LETTER['link-class']})`,
);
/** «除京东外» */
const ALL_BUT = /^(?:App)?(?:之|以)?外(?![链部站卖])/;
/** Whether a name is one that the sentence leaves out of what it tells; `at` is its place in the encoded sentence. */
export const isLeftAside = (encoded: string, at: number): boolean => {
  const after = encoded.slice(at + 1);
  return BESIDES.test(after) || (/除了?$/.test(encoded.slice(0, at)) && ALL_BUT.test(after));
};
