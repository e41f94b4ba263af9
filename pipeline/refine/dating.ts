import type { ClaimDate, DateMention, Document, Draft, Sentence } from '../types.ts';
import { type Discourse, quotedDocument } from './discourse.ts';

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
  const chosen = choose(usable, draft, sentence);
  const due = deadline?.date.last ?? null;
  if (chosen !== null) return { date: spoken(chosen.date, document), deadline: due };
  return { date: carried(draft, discourse, sentence, document), deadline: due };
}

/**
 * The draft's own segment before earlier ones, nearest first; a clause before the clauses in front of it; a real day
 * before «目前», and that before «曾».
 */
function choose(found: readonly Placed[], draft: Draft, sentence: Sentence): Placed | null {
  const clause = sentence.segments[draft.segment]?.clause;
  const own = found.filter((m) => m.segment === draft.segment);
  const earlier = found.filter((m) => m.segment < draft.segment).reverse();
  const inClause = earlier.filter((m) => sentence.segments[m.segment]?.clause === clause);
  const groups = [own, inClause, earlier];
  const later = found.filter(
    (m) => m.segment > draft.segment && sentence.segments[m.segment]?.clause === clause,
  );
  if (draft.status === 'planned' && own.length === 0) {
    const due = [...groups, later].flatMap((g) =>
      g.filter((m) => m.date.role === 'before' || m.date.role === 'since'),
    )[0];
    if (due !== undefined) return due;
  }
  const isReal = (m: Placed): boolean =>
    m.date.first !== null && m.date.role !== 'now' && m.date.role !== 'past';
  const [ownReal, clauseReal, earlierReal] = groups.map((g) => g.find(isReal));
  const ownNow = [...own, ...inClause].find((m) => m.date.role === 'now');
  return (
    ownReal ??
    ownNow ??
    clauseReal ??
    earlierReal ??
    earlier.find((m) => m.date.role === 'now') ??
    (draft.status === 'planned' ? later.find(isReal) : undefined) ??
    found.find((m) => m.segment <= draft.segment) ??
    null
  );
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
  const [start, end] = [date.first, date.last];
  return { text: date.text, start, end, precision: date.precision, basis };
}

/** Words of a state that holds while the article is written. */
const STILL = /一直|至今|依旧|依然|仍然?|目前|现在|如今|还是|始终|照旧/;
/** Words by which a sentence goes on with what the one before it told. */
const GOES_ON =
  /^(?:同时|此外|另外|并且?|其中|而且|且|作为|随即|紧接着|于是|结果|首批|届时|在线下|线下|声明|公告|通知|规则|新规|规范|其|该|这|此举|第[一二三四]|[一二三四]是|[（(]?\d|“|不过|但|也)/;
const EVENTS: ReadonlySet<string> = new Set(['order', 'policy', 'launch', 'pledge']);

/** A day told before that still holds for this claim, else the day of publication. */
function carried(draft: Draft, discourse: Discourse, sentence: Sentence, document: Document): ClaimDate {
  const kept = keptDate(draft, discourse, sentence);
  if (kept !== null && kept.basis !== 'published') return { ...kept, basis: 'context' };
  const day = document.published;
  return { text: null, start: day, end: day, precision: day === null ? 'vague' : 'day', basis: 'published' };
}

function keptDate(draft: Draft, discourse: Discourse, sentence: Sentence): ClaimDate | null {
  const announced = quotedDocument(discourse, sentence);
  if (announced !== null) return announced.date;
  const speech = discourse.speech;
  const here =
    discourse.date !== null && discourse.date.block === sentence.block ? discourse.date.date : null;
  if (discourse.test !== null && here === null) return discourse.test.date;
  if (here === null) return discourse.notice?.date ?? null;
  const still = STILL.test(sentence.segments[draft.segment]?.encoded ?? '');
  if (still) return null;
  const dated = discourse.datedBlock === sentence.block;
  const goesOn = GOES_ON.test(sentence.encoded) || discourse.test?.block === sentence.block;
  const speaks =
    speech?.block === sentence.block &&
    speech.sentence === sentence.index - 1 &&
    sentence.speeches.length === 0 &&
    speech.speech.type === 'official';
  const told = EVENTS.has(draft.relation) || draft.frame === 'act';
  return dated || goesOn || speaks || told || discourse.date?.sentence === sentence.index ? here : null;
}

/** The date that later sentences carry on from this one: the last event day that it names. */
export function eventDate(sentence: Sentence, document: Document): ClaimDate | null {
  const events = mentionsOf(sentence, document).filter(
    (m) => m.date.first !== null && (m.date.role === 'at' || m.date.role === 'since'),
  );
  const last = events.at(-1);
  return last === undefined ? null : spoken(last.date, document);
}
