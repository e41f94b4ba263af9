import type { Cues, Segment, Sentence, Token } from '../types.ts';
import type { Placed } from './last-shop.ts';
import { isPayment, lastIn } from './look.ts';

/** Cards from abroad, which a wallet may hold. */
const FOREIGN: ReadonlySet<string> = new Set(['visa', 'mastercard', 'jcb', 'amex', 'foreign-cards']);

/** All cards. */
export const CARDS: ReadonlySet<string> = new Set([...FOREIGN, 'bank-card']);

/** «微信支付让游客绑卡，万事达卡、Visa都行»: the wallet to which cards are bound. */
export const holderOf = (
  objects: readonly string[],
  earlier: readonly Segment[],
  { encoded }: Sentence,
): Placed | null =>
  objects.length > 0 && objects.every((id) => FOREIGN.has(id)) && /绑(?:卡|定)/.test(encoded)
    ? lastIn(earlier, (t) => isPayment(t) && !t.ids.some((id) => FOREIGN.has(id)))
    : null;

/** «至于花呗，支付宝方面透露，将于8日加进…»: the way to pay that was named last, one that speaks only where no other is named. */
export const lastUnspoken = (earlier: readonly Segment[], { speeches }: Sentence): Placed | null => {
  const speaks = (t: Token): boolean =>
    speeches.some(
      ({ entity, firstSegment }) =>
        entity !== null && t.ids.includes(entity) && earlier[firstSegment]?.tokens.includes(t) === true,
    );
  const last = lastIn(earlier, isPayment);
  const other = lastIn(earlier, (t) => isPayment(t) && !speaks(t));
  return other !== null && other.ids.join() !== last?.ids.join() ? other : last;
};

/** «要先绑一张银行卡»: what has to be bound first is not what one pays with. */
export const isBound = ({ ids, at }: Token, { encoded }: Sentence, cues: Cues): boolean =>
  ids.every((id) => id === 'bank-card') && cues.endOf('binds', encoded.slice(0, at)) > 0;
