import type { Draft, Sentence } from '../types.ts';
import type { Discourse } from './discourse.ts';

/** How far back «…也一样» can point, in sentences. */
const REACH = 2;

/**
 * «朋友圈里也是», «快手也一样»: the last claim again, with the place, the thing or the scene that the clause
 * names in place of its own. Null where there is no claim to repeat or the clause names nothing new.
 */
export function fillSame(draft: Draft, sentence: Sentence, discourse: Discourse): Draft | null {
  const last = discourse.last;
  if (last === null || sentence.index - discourse.lastClaim.sentence > REACH) return null;
  if (last.relation !== 'access' && last.relation !== 'acceptance') return null;
  if (draft.scenes.includes('login') && last.frame !== 'login') return null;
  const named = (sentence.segments[draft.segment]?.tokens ?? []).filter(
    (t) => t.class === 'app' || t.class === 'group',
  );
  const scenes = draft.scenes.length > 0 ? draft.scenes : last.scenes;
  if (named.length === 0 && draft.scenes.length === 0) return null;
  const ids = [...new Set(named.flatMap((t) => t.ids))];
  const swapped = {
    ...last,
    rule: draft.rule,
    sentence: draft.sentence,
    segment: draft.segment,
    match: draft.match,
    firstSegment: draft.firstSegment,
    lastSegment: draft.lastSegment,
    trace: draft.trace,
    scenes,
  };
  if (ids.length === 0) return swapped;
  const isPlace =
    last.relation === 'acceptance' ||
    last.frame === 'login' ||
    named.some(
      (t) =>
        t.mark === 'host' ||
        t.mark === 'destination' ||
        (t.mark === 'bare' && t.ids.some((id) => discourse.places.has(id))),
    );
  return isPlace
    ? { ...swapped, subjects: ids }
    : { ...swapped, objects: ids.filter((id) => !last.subjects.includes(id)) };
}
