import type { Cues, Segment, Token } from '../../types.ts';
import type { Outcome } from './outcome.ts';

/**
 * What a clause says at a till. Of a way to pay that it names any predicate tells; where it names only the shop or nothing,
 * the whole clause has to be a verdict, since much else can be told of a shop.
 */
export function tillVerdict({ encoded, from }: Segment, way: Token | null, cues: Cues): Outcome {
  if (way === null) return verdictOf(encoded, cues);
  const before = encoded.slice(0, way.at - from);
  const after = encoded.slice(way.at - from + 1);
  const behind = verdictOf(after, cues);
  if (behind !== null) return behind;
  if (cues.has('till-half', after)) return 'limited';
  if (cues.has('till-lacks', before)) return 'closed';
  if (cues.endOf('till-has', before) > 0 && !cues.has('denied', before))
    return isOver(after, cues) ? 'open' : null;
  return null;
}

/** Whether nothing follows that would turn what was said. */
const isOver = (after: string, cues: Cues): boolean =>
  /^(?:支付|付款)?(?:的)?(?:选项|图标|入口|这一[项栏行]|方式|标志)?(?:了|的)?$/.test(after) ||
  cues.startOf('pay-end', after) > 0;

/** A verdict that begins where the heads of a clause are over: names, places on the page, adverbs, what a hand does first. */
function verdictOf(words: string, cues: Cues): Outcome {
  let rest = words;
  while (rest !== '') {
    const told = verdictAt(rest, cues);
    if (told !== null) return told;
    const head = cues.startOf('till-head', rest);
    if (head === 0) return null;
    rest = rest.slice(head);
  }
  return null;
}

function verdictAt(words: string, cues: Cues): Outcome {
  if (cues.startOf('till-half', words) > 0) return 'limited';
  if (cues.startOf('till-no', words) > 0) return 'closed';
  return cues.startOf('till-yes', words) > 0 ? 'open' : null;
}
