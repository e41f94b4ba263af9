import type { ClaimDate, Cues, Document, Sentence, Speech } from '../types.ts';
import type { Discourse } from './discourse.ts';
import { eventDate, mentionsOf, spoken } from './events.ts';

/** The day on which a speaker began to speak who goes on in this sentence, in a quotation or called again; null where none was told. */
export function dayOfResumed(
  own: Speech,
  sentence: Sentence,
  { speech: last }: Discourse,
  document: Document,
  cues: Cues,
): ClaimDate | null {
  if (dayOfSaying(own, sentence, document, cues) !== null) return null;
  const quoted = own.firstSegment === 0 ? quotedSince(sentence, document) : undefined;
  const date = quoted === undefined ? null : eventDate(quoted, document);
  if (date !== null || last === null) return date;
  const goesOn = sentence.block === last.block || (sentence.block - last.block === 1 && !last.isPast);
  return goesOn && isSame(own, last.speech) ? last.date : null;
}

/** Whether two speeches are of one speaker, by name or by office alone. */
export const isSame = (one: Speech, other: Speech): boolean =>
  one.type === other.type && one.entity === other.entity && one.name === other.name;

/** The day that a sentence names before its speaker, or in the clause that says that they speak. */
export function dayOfSaying(
  { firstSegment }: Speech,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): ClaimDate | null {
  const says = cues.has('says', sentence.segments[firstSegment]?.encoded ?? '');
  const earlier = sentence.speeches.find((s) => s.firstSegment < firstSegment)?.firstSegment ?? firstSegment;
  const said = mentionsOf(sentence, document).find(
    ({ date, segment }) =>
      (segment < earlier || (says && segment === earlier)) &&
      date.role === 'at' &&
      date.precision === 'day' &&
      date.first !== null,
  );
  return said === undefined ? null : { ...spoken(said.date, document), basis: 'context' };
}

/** The sentence that opened the quotation in which a sentence begins; undefined where none is open. */
function quotedSince({ index, block }: Sentence, { sentences }: Document): Sentence | undefined {
  const opensIn = (s: Sentence): boolean => s.encoded.lastIndexOf('“') > s.encoded.lastIndexOf('”');
  for (let at = index - 1; sentences[at]?.block === block; at -= 1) {
    const before = sentences[at];
    if (before === undefined || opensIn(before)) return before;
    if (before.encoded.includes('”')) return undefined;
  }
  return undefined;
}
