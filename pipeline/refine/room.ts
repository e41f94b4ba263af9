import { LETTER } from '../types.ts';
import type { Ask, Found } from './ask.ts';
import { isThing, messengerIn } from './look.ts';

/** «(QQ群里能看；) 钉钉群更直接，地址变成灰字», of something that is no messenger's: the messenger that heads the clause. */
export function roomOfClause({ draft, earlier, sentence, discourse, knowledge }: Ask): Found | null {
  const clause = sentence.segments[draft.segment]?.clause ?? 0;
  const isMessenger = messengerIn(knowledge);
  const at = earlier.findIndex((s) => s.clause === clause);
  const [head] = earlier[at]?.tokens ?? [];
  const isRoom = head?.class === 'app' && head.mark !== 'object' && head.ids.every(isMessenger);
  if (draft.frame !== 'use' || !isRoom || draft.objects.some(isMessenger)) return null;
  if (!GOES_ON.test(sentence.encoded.slice(head.at + 1))) return null;
  const told = earlier.flatMap((s) => s.tokens.filter(isThing).flatMap((t) => t.ids));
  const { things, lastClaim } = discourse;
  const inMind = things.block === sentence.block || sentence.index - lastClaim.sentence === 1;
  const carried = told.length > 0 ? told : inMind ? things.ids : [];
  if (carried.some(isMessenger) || (clause === 0 && carried.length === 0)) return null;
  return { ids: head.ids, segment: at };
}

/** What stands behind the name at the head of a clause that tells of it. */
export const GOES_ON = new RegExp(
  `^${LETTER.scene}?(?:里|上|那边|这边)?(?:呢|倒|则|却|也|就|更|最|稍|反而|反倒|干脆|直接|要|得|会|先|不|没|，)`,
);
