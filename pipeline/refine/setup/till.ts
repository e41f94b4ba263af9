import type { Cues, Knowledge, Sentence, Token } from '../../types.ts';
import type { Discourse, Remembered } from '../discourse.ts';
import { isStock } from '../last-shop.ts';
import { idsOf, isPayment, isQuestion, isSaidFormally, isShop, ROOMS } from '../look.ts';
import type { Till } from './till-state.ts';

/** How many sentences back a till was told of last, for a clause to be about it. */
const NEAR = 3;

/** What holds in a sentence: what it sets up itself, else what was set up before and is not over. */
export function tillIn(sentence: Sentence, discourse: Discourse, { cues, groupOf }: Knowledge): Till | null {
  const { encoded, block, index, tokens } = sentence;
  const { till: before, shops: inMind, lastClaim, last } = discourse;
  if (isSaidFormally(sentence, discourse)) return null;
  if (cues.has('till-over', encoded) || cues.has('outage', encoded) || cues.has('device-fails', encoded))
    return null;
  const reach = before !== null && before.sought.length > 0 ? 1 : 0;
  const goesOn =
    before !== null && block - before.block <= reach && index - before.sentence <= NEAR ? before : null;
  const sought = soughtIn(sentence, cues);
  if (sought.length > 0) return { shops: [], sought, block, sentence: index, isTried: true };
  if (cues.has('till-not-now', encoded) || isQuestion(sentence)) return goesOn;
  const shops = tokens.filter((t) => isShop(t) && !t.ids.some((id) => groupOf.has(id)));
  const here = shops.findLast((t) => isSeller(t) && !isStock(t, sentence));
  const handled = cues.has('till-hands', encoded) && !cues.has('payer', encoded);
  const standsThere = cues.has('till-there', encoded);
  const visits = standsThere || (handled && cues.has('till-visit', encoded));
  const isIn =
    toldLast(inMind, sentence) && standsThere && shops.length === 0 && !cues.has('counter', encoded);
  const place = here?.ids ?? (isIn ? inMind.ids : []);
  if (!visits || place.length === 0) {
    const told = last?.relation === 'acceptance' && lastClaim.sentence === index - 1;
    return goesOn === null
      ? null
      : { ...goesOn, isTried: goesOn.isTried || handled, sentence: told ? index - 1 : goesOn.sentence };
  }
  const isTried = (goesOn?.isTried ?? false) || handled;
  const kept = goesOn?.sought ?? [];
  return { shops: place, sought: kept, block, sentence: index, isTried };
}

/** Whether a shop was named in this paragraph, no more than a sentence ago. */
const toldLast = ({ ids, block, sentence }: Remembered, { block: here, index }: Sentence): boolean =>
  block === here && index - sentence <= 1 && !ids.some((id) => ROOMS.has(id));

export const isSeller = (t: Token): boolean => isShop(t) && !t.ids.some((id) => ROOMS.has(id));

/** «这次只试云闪付», «云闪付到底能在哪些地方付钱»: the one way to pay that is to be tried from shop to shop. */
function soughtIn({ encoded, tokens }: Sentence, cues: Cues): readonly string[] {
  const ways = tokens.filter(isPayment);
  const [only, another] = idsOf(ways);
  const isOne = only !== undefined && another === undefined;
  return isOne && cues.has('seeks-way', encoded) && !tokens.some((t) => t.class === 'app') ? [only] : [];
}

/** «打开某店的付款页，…»: whether what a sentence tells was seen at a till by those who write. */
export const isSeenAtTill = ({ index, tokens }: Sentence, { till, story }: Discourse): boolean =>
  till?.isTried === true &&
  till.sentence === index &&
  story[index] === null &&
  !tokens.some((t) => t.class === 'date');
