import type { Cues, Document, Knowledge, Sentence } from '../types.ts';
import type { Discourse, Turn } from './discourse.ts';
import { idsOf, isAppLike, isPlace, messengerIn } from './look.ts';
import { comesTo } from './tour.ts';

/** A name and the words that lead up to it are no longer, in units of the encoded sentence. */
const LONGEST = 24;

/** The turn that a sentence is; null where it is more or something else. */
export function turnIn(
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
  discourse: Discourse,
): Turn | null {
  if (sentence.encoded.length > LONGEST || !sentence.tokens.some(isAppLike)) return null;
  if (!knowledge.cues.has('turns-to-next', sentence.encoded)) return null;
  return turnTo(sentence, document, knowledge, discourse);
}

/**
 * What a heading or a sentence of nothing but names announces, as a place or as a thing; where something goes from place
 * to place, it is the next of these.
 */
export function turnTo(
  sentence: Sentence,
  document: Document,
  knowledge: Knowledge,
  discourse: Discourse,
): Turn {
  const ids = idsOf(sentence.tokens.filter(isAppLike));
  const scenes = idsOf(sentence.tokens.filter((t) => t.class === 'scene'));
  const isMessenger = messengerIn(knowledge);
  const next = document.sentences[sentence.index + 1];
  const isNext =
    ids.length > 0 &&
    (ids.every(isMessenger) ||
      comesTo(ids, sentence, discourse) ||
      (ids.every((id) => knowledge.traitOf.has(id)) &&
        (scenes.length > 0 || takesInOthers(ids, next, knowledge.cues))));
  return { ids, scenes, isPlace: isNext, sentence: sentence.index, block: sentence.block };
}

/** «小红书。私信里贴淘宝，…»: the next sentence puts something of another app there, and names no other place. */
function takesInOthers(ids: readonly string[], next: Sentence | undefined, cues: Cues): boolean {
  if (next === undefined) return false;
  const [head] = next.tokens;
  if (cues.startOf('page-part', next.encoded) > 0 || (head?.at === 0 && head.ids.includes('livestream')))
    return true;
  if (cues.has('sends-all', next.encoded) && !next.tokens.some(isAppLike)) return true;
  const others = next.tokens.filter(
    (t) => (isAppLike(t) || t.class === 'link-class') && !t.ids.some((id) => ids.includes(id)),
  );
  return (
    others.length > 0 &&
    !others.some(isPlace) &&
    others.some((t) => t.mark === 'object' && cues.endOf('puts-in', next.encoded.slice(0, t.at)) > 0)
  );
}
