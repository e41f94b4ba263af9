import type { Draft } from '../../types.ts';
import type { Loose } from '../claims.ts';
import { redraft } from '../redraft.ts';

/**
 * Whether what a rule read is at odds with what was set up: the sides are reversed, or, where the
 * rule had to look elsewhere for one of its names, one of them stands on the other side.
 */
export function isAtOdds(draft: Draft, filled: Draft, told: readonly Draft[]): boolean {
  if (draft.asked || told.length === 0) return false;
  if (filled.relation === 'acceptance')
    return told.some((t) => t.frame === 'login' || meet(filled.subjects, t.objects));
  if (filled.relation !== 'access') return false;
  const isWhole = draft.subjects.length > 0 && draft.objects.length > 0;
  const isNameless = draft.subjects.length + draft.objects.length === 0;
  return told.some(({ subjects, objects, scenes, segment, lastSegment }) => {
    // A clause without a name goes on with what was named before it in its sentence.
    const isOfItem = isNameless && draft.segment > segment && draft.segment <= lastSegment;
    if (isOfItem && !(meet(filled.subjects, subjects) && meet(filled.objects, objects))) return true;
    const isPlace = meet(filled.subjects, objects);
    // «(那条笔记)点开就是全文，底下挂着…»: what was opened before is the place of what hangs below it.
    const isOpenedBefore = scenes.length === 0 && draft.segment < segment;
    const isThing = meet(filled.objects, subjects) && !isOpenedBefore;
    const isElsewhere =
      draft.subjects.length === 0 && meet(filled.objects, objects) && !meet(filled.subjects, subjects);
    return isWhole ? isPlace && isThing : isPlace || isThing || isElsewhere;
  });
}

const meet = (a: readonly string[], b: readonly string[]): boolean => a.some((id) => b.includes(id));

/** What a rule read without a scene, in the one that was set up. */
export function inScene(draft: Draft, filled: Draft, told: readonly Draft[]): Draft {
  if (told.length === 0 || filled.relation !== 'access') return filled;
  if (filled.scenes.length > 0 && !filled.scenes.includes('search')) return filled;
  const isWhole = draft.subjects.length > 0 && draft.objects.length > 0;
  const same = told.find((t) => meet(filled.subjects, t.subjects) && meet(filled.objects, t.objects));
  if (same === undefined || (isWhole && same.scenes.includes('share'))) return filled;
  return redraft(filled, { scenes: same.scenes });
}

/** Those of which none of the claims of the sentence tells already. */
export const newOf = (drafts: readonly Draft[], claims: readonly Loose[]): readonly Draft[] =>
  drafts.filter(
    ({ subjects, objects }) =>
      !claims.some(
        ({ relation, subject, object }) =>
          relation === 'access' && subjects.includes(subject) && object !== null && objects.includes(object),
      ),
  );
