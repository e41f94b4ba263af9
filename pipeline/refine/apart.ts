import type { ClaimDate, Document, Draft, Sentence } from '../types.ts';
import { mentionsOf, spoken } from './events.ts';

/** «分别于2021年和2022年», «先后在9月、10月». */
const EACH = /(?:分别|先后|依次|相继)[^，。；]{0,6}((?:\ue007(?:[、和与及/]|以及)?){2,})/;

/**
 * Of «甲、乙分别于9月和11月接入» the day of each member, by its id: as many days as the list of a clause has names, in
 * their order. Null where the clause tells of one day for all.
 */
export function daysApart(
  draft: Draft,
  sentence: Sentence,
  document: Document,
): ReadonlyMap<string, ClaimDate> | null {
  const segment = sentence.segments[draft.segment];
  const found = segment === undefined ? null : EACH.exec(segment.encoded);
  if (segment === undefined || found === null) return null;
  const from = segment.from + found.index;
  const at = segment.tokens.flatMap((t) =>
    t.class === 'date' && t.at >= from && t.at < from + found[0].length ? [t.start] : [],
  );
  const days = mentionsOf(sentence, document).filter((m) => at.includes(m.date.start));
  const members = [draft.subjects, draft.objects, draft.scenes].find((ids) => ids.length === days.length);
  if (members === undefined || days.length < 2) return null;
  return new Map(
    members.flatMap((id, i) => (days[i] === undefined ? [] : [[id, spoken(days[i].date, document)]])),
  );
}
