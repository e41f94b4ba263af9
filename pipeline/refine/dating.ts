import type { ClaimDate, DateMention, Document, Draft, Sentence } from '../types.ts';
import type { Discourse } from './discourse.ts';

/** The dates of a claim: its own and, for an order, the deadline. */
export interface Dated {
  readonly date: ClaimDate;
  readonly deadline: string | null;
}

/** The day of a claim: from its own words, from earlier words that still hold, else the day of publication. */
export function dateOf(draft: Draft, sentence: Sentence, discourse: Discourse, document: Document): Dated {
  const mentions = mentionsOf(sentence, document);
  const deadline =
    draft.relation === 'order'
      ? (mentions.find((m) => m.date.role === 'before' || m.date.role === 'until') ?? null)
      : null;
  const usable = mentions.filter(
    (m) => m !== deadline && (m.date.role !== 'before' || draft.status === 'planned'),
  );
  const own = usable.filter((m) => m.segment === draft.segment);
  const earlier = usable.filter((m) => m.segment < draft.segment);
  const chosen = pick(own, draft) ?? pick([...earlier].reverse(), draft) ?? null;
  const due = deadline?.date.last ?? null;
  if (chosen !== null) return { date: spoken(chosen.date, document), deadline: due };
  return { date: carried(discourse, sentence, document), deadline: due };
}

interface Placed {
  readonly date: DateMention;
  readonly segment: number;
}

function mentionsOf(sentence: Sentence, document: Document): Placed[] {
  return sentence.segments.flatMap((segment, i) =>
    segment.tokens.flatMap((token) => {
      if (token.class !== 'date') return [];
      const date = document.dates[Number(token.ids[0])];
      return date === undefined ? [] : [{ date, segment: i }];
    }),
  );
}

/** A real day beats «目前», which beats «曾». */
function pick(found: readonly Placed[], draft: Draft): Placed | null {
  if (draft.status === 'planned') {
    const later = found.find((m) => m.date.role === 'before' || m.date.role === 'since');
    if (later !== undefined) return later;
  }
  return (
    found.find((m) => m.date.first !== null && m.date.role !== 'now' && m.date.role !== 'past') ??
    found.find((m) => m.date.role === 'now') ??
    found[0] ??
    null
  );
}

function spoken(date: DateMention, document: Document): ClaimDate {
  if (date.role === 'now') {
    const day = date.first ?? document.published;
    return {
      text: date.text,
      start: day,
      end: date.last ?? day,
      precision: date.precision,
      basis: 'published',
    };
  }
  const basis = date.base === 'anchor' || date.first === null ? 'context' : 'text';
  const [start, end] = date.role === 'before' ? [date.last, date.last] : [date.first, date.last];
  return { text: date.text, start, end, precision: date.precision, basis };
}

function carried(discourse: Discourse, sentence: Sentence, document: Document): ClaimDate {
  const recent =
    discourse.date !== null && discourse.date.block === sentence.block ? discourse.date.date : null;
  const kept = recent ?? discourse.notice?.date ?? discourse.test?.date ?? null;
  if (kept !== null && kept.basis !== 'published') return { ...kept, basis: 'context' };
  const day = document.published;
  return { text: null, start: day, end: day, precision: day === null ? 'vague' : 'day', basis: 'published' };
}

/** The date that later sentences carry on from this one: the last event day that it names. */
export function eventDate(sentence: Sentence, document: Document): ClaimDate | null {
  const events = mentionsOf(sentence, document).filter(
    (m) => m.date.first !== null && (m.date.role === 'at' || m.date.role === 'since'),
  );
  const last = events.at(-1);
  return last === undefined ? null : spoken(last.date, document);
}
