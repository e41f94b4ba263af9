import { type Draft, LETTER } from '../types.ts';
import type { Ask } from './ask.ts';
import { idsOf, messengerIn } from './look.ts';
import { redraft } from './redraft.ts';

/** «除了甲，», «除甲的链接外，»: names alone, and no clause of their own. */
const BESIDES = new RegExp(`^除(?:了)?${LETTER.app}的?(?:链接|外链|视频|商品)?(?:之外|以外|外)?$`);
/** «…也打不开», «…还屏蔽了»: by which those beside are told of too. «…都可以» leaves them out. */
const TOO = /也|亦|同样|还(?!是|没|未|不)/;
const ALL = /[都均皆]|全部|一律/;

/**
 * «除微信外，QQ也不能打开乙», «除了甲，微信还屏蔽了乙»: the claim with those that the clause before sets beside its place, where
 * they are rooms as the place is, else beside its thing. Null for «除了甲，微信里的链接都打得开», which is told of all but these.
 */
export function withBesides(draft: Draft | null, { sentence, knowledge }: Ask): Draft | null {
  if (draft === null || draft.segment === 0) return draft;
  const before = sentence.segments[draft.segment - 1];
  const own = sentence.segments[draft.segment];
  if (before === undefined || own === undefined) return draft;
  if (before.clause !== own.clause || !BESIDES.test(before.encoded)) return draft;
  const apart = idsOf(before.tokens);
  if (ALL.test(own.encoded)) return draft.objects.some((id) => apart.includes(id)) ? null : draft;
  return TOO.test(own.encoded) ? withThese(draft, apart, knowledge) : draft;
}

function withThese(draft: Draft, apart: readonly string[], knowledge: Ask['knowledge']): Draft {
  const { subjects, objects } = draft;
  const beside = apart.filter((id) => !subjects.includes(id) && !objects.includes(id));
  const firstSegment = draft.segment - 1;
  const isRoom = messengerIn(knowledge);
  if (beside.every(isRoom) && subjects.every(isRoom))
    return redraft(draft, { subjects: [...beside, ...subjects], firstSegment });
  const areApps = objects.length > 0 && objects.every((id) => knowledge.typeOf.get(id) === 'app');
  return areApps && !beside.some(isRoom)
    ? redraft(draft, { objects: [...beside, ...objects], firstSegment })
    : draft;
}
