import { LETTER } from '../types.ts';

/** «在淘宝、天猫之外新增京东»: what is left aside. */
const BESIDES = new RegExp(
  `^(?:之外|以外)(?!的)|^以外的(?:其他|第三方|外部|电商)*(?:链接|网址|外链|平台|${LETTER['link-class']})`,
);
/** «除京东外» */
const ALL_BUT = /^(?:App)?(?:之|以)?外(?![链部站卖])/;
/** «比起微信，QQ…», «与微信同属一家公司的QQ», «跟微信不同，…»: what another is held against. */
const HELD_AGAINST =
  /(?:^|[，。；“])(?:而|但|不过)?(?:比起|相比于?|相较于?|较之|对比|比之|不同于|有别于|不像|不似)$/;
const HOLDS_AGAINST = /(?:与|和|跟|同)$/;
const IN_COMMON =
  /^(?:同属|同门|同家|同为|同出|同宗|师出|系出|一奶|一母|相比|相较|比起来|不同|不一样|相反|有别|形成)/;
const isCompared = (encoded: string, at: number): boolean => {
  const before = encoded.slice(Math.max(0, at - 6), at);
  return (
    (HELD_AGAINST.test(before) && /^[，的、]/.test(encoded.slice(at + 1))) ||
    (HOLDS_AGAINST.test(before) && IN_COMMON.test(encoded.slice(at + 1)))
  );
};

/** Whether a name is one that the sentence leaves out of what it tells; `at` is its place in the encoded sentence. */
export const isLeftAside = (encoded: string, at: number): boolean => {
  const after = encoded.slice(at + 1);
  return (
    BESIDES.test(after) ||
    isCompared(encoded, at) ||
    (/除了?$/.test(encoded.slice(0, at)) && ALL_BUT.test(after))
  );
};
