import type { Draft, Token } from '../types.ts';
import type { Ask } from './ask.ts';
import { idsOf, isPayment, isShop } from './look.ts';
import { redraft } from './redraft.ts';
import { speaksOfLinks } from './thing.ts';

/** Where people talk to one another: «微信可以» tells nothing of a till. */
const TALKING: ReadonlySet<string> = new Set(['wechat', 'qq']);

/**
 * «淘宝可以。天猫也可以。» where one way to pay is looked for: a verdict that names a shop and nothing that is opened is about
 * paying there. Null where the verdict is about something else.
 */
export function asPaying({ draft, sentence, earlier, discourse, knowledge }: Ask): Draft | null {
  const { cues, groupOf } = knowledge;
  const isSeller = (t: Token): boolean =>
    isShop(t) && !t.ids.some((id) => TALKING.has(id) || groupOf.has(id));
  const told = draft.relation === 'access' && draft.topical && draft.frame === 'use';
  const own = sentence.segments[draft.segment];
  if (!told || own === undefined || discourse.topic !== 'acceptance' || draft.scenes.length > 0) return null;
  if (
    sentence.tokens.some(isPayment) ||
    speaksOfLinks(sentence.encoded, cues) ||
    cues.has('opens-or-signs-in', sentence.encoded)
  )
    return null;
  const { payments } = discourse;
  if (payments.block !== sentence.block || payments.ids.length !== 1) return null;
  const named = [...earlier, own].findLast((s) => s.tokens.some(isSeller))?.tokens.filter(isSeller) ?? [];
  const subjects = idsOf(named);
  if (subjects.length === 0) return null;
  return redraft(draft, { relation: 'acceptance', subjects, objects: payments.ids });
}
