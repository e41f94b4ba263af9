import type { ClaimDate, Cues, Document, Draft, Sentence, Speech } from '../types.ts';
import type { Voice } from './attribution.ts';
import { carried, EVENTS, isStill } from './carried.ts';
import type { Discourse } from './discourse.ts';
import { mentionsOf, type Placed, spoken } from './events.ts';
import { saidOn } from './occasion.ts';
import { mayBeTested } from './trial.ts';

/** The dates of a claim: its own and, for an order, the deadline. */
export interface Dated {
  readonly date: ClaimDate;
  readonly deadline: string | null;
}

/** The day of a claim: from its own words, from earlier words that still hold, else the day of publication. */
export function dateOf(
  draft: Draft,
  sentence: Sentence,
  voice: Voice,
  discourse: Discourse,
  document: Document,
  cues: Cues,
): Dated {
  const mentions = mentionsOf(sentence, document);
  const deadline =
    draft.relation === 'order'
      ? (mentions.find((m) => m.date.role === 'before' || m.date.role === 'until' || m.within) ?? null)
      : null;
  const usable = mentions.filter(
    (m) =>
      m !== deadline &&
      !(m.ofName && draft.relation !== 'launch') &&
      (m.date.role !== 'before' ||
        draft.status === 'planned' ||
        isDue(m, draft, sentence, document) ||
        isBeforeFeast(m, draft, cues)) &&
      !(voice.own?.type === 'test' && m.date.role === 'past' && m.date.base === 'anchor') &&
      !isBeforeTest(m, voice.own, sentence, document) &&
      !isOfPlan(m, draft, sentence, document, cues) &&
      !(draft.relation === 'pledge' && m.within) &&
      !(draft.relation === 'pledge' && isAhead(m, document)) &&
      !(draft.relation === 'policy' && isYetToCome(m, document)) &&
      !(draft.relation === 'policy' && m.effect && mentions.length > 1),
  );
  const signed = isPaper(draft) ? usable.find((m) => m.signed) : undefined;
  const chosen = signed ?? choose(usable, draft, sentence, voice, document, cues);
  const due = deadline?.date.last ?? null;
  const said = chosen === null || speaksOfNow(chosen) ? saidThen(voice, discourse, sentence) : null;
  if (said !== null) return { date: said, deadline: due };
  if (chosen !== null) return { date: spoken(chosen.date, document), deadline: due };
  return { date: carried(draft, voice, discourse, sentence, document, cues), deadline: due };
}

/** The day of the event at which something is said, or on which somebody began to speak who goes on. */
const saidThen = (voice: Voice, discourse: Discourse, sentence: Sentence): ClaimDate | null =>
  voice.source === 'resumed' && voice.date !== null
    ? { ...voice.date, basis: 'context' }
    : saidOn(voice, discourse, sentence);

/** «目前», but no «截至发稿». */
const speaksOfNow = ({ date }: Placed): boolean =>
  date.role === 'now' && !/稿|至今|迄今|截[至止]/.test(date.text);

/** «预计本月20日恢复，支付宝、微信支付均正常»: the day for which a clause plans something is none of how it stands now. */
function isOfPlan(m: Placed, draft: Draft, { segments }: Sentence, document: Document, cues: Cues): boolean {
  const state = draft.status === 'open' || draft.status === 'closed' || draft.status === 'limited';
  if (!state || m.segment >= draft.segment || !isAhead(m, document)) return false;
  return cues.has('plans-for', segments[m.segment]?.encoded ?? '');
}

/** What is written down, and bears a day. */
const isPaper = ({ relation }: Draft): boolean => relation === 'order' || relation === 'policy';

/** A bound in the claim's own words, or alone in front of them, that is still to come: «年底前，甲接入…» is a plan. */
function isDue(m: Placed, draft: Draft, { segments }: Sentence, document: Document): boolean {
  const [at, own] = [segments[m.segment], segments[draft.segment]];
  const leads =
    m.segment === draft.segment - 1 &&
    at?.clause === own?.clause &&
    at?.tokens.every((t) => t.class === 'date') === true &&
    at.to - at.from <= LONGEST_LEAD;
  const works = draft.status !== 'closed' && draft.status !== 'limited';
  return (m.segment === draft.segment || (leads && works)) && isAhead(m, document);
}
/** «最迟到年底前» */
const LONGEST_LEAD = 6;

const isAhead = ({ date }: Placed, { published }: Document): boolean =>
  published !== null && date.last !== null && date.last > published;

/** What was published by the day of the article was so on no day behind it; «9月初», said in September, may be past. */
const isYetToCome = ({ date }: Placed, { published }: Document): boolean =>
  published !== null && date.first !== null && date.first > published;

/** «今年6月…接入支付宝，记者实测可用，云闪付也在其中»: what a test found was not found then. */
function isBeforeTest(m: Placed, own: Speech | null, sentence: Sentence, document: Document): boolean {
  if (own?.type !== 'test' || m.segment >= own.firstSegment) return false;
  const between = sentence.segments.slice(m.segment, own.firstSegment).flatMap((s) => s.tokens);
  if (between.every((t) => t.class === 'date')) return false;
  return m.date.first !== null && !mayBeTested(spoken(m.date, document), document);
}

/**
 * The draft's own segment before earlier ones, nearest first; a clause before the clauses in front of it; a real day
 * before «目前», and that before «曾».
 */
function choose(
  found: readonly Placed[],
  draft: Draft,
  sentence: Sentence,
  voice: Voice,
  document: Document,
  cues: Cues,
): Placed | null {
  const clause = sentence.segments[draft.segment]?.clause;
  const own = found.filter((m) => m.segment === draft.segment);
  const earlier = found
    .filter((m) => m.segment < draft.segment && reaches(m, draft, sentence, voice, cues))
    .reverse();
  const inClause = earlier.filter((m) => sentence.segments[m.segment]?.clause === clause);
  const groups = [own, inClause, earlier];
  const later = found.filter(
    (m) => m.segment > draft.segment && sentence.segments[m.segment]?.clause === clause,
  );
  if (draft.status === 'planned' && own.length === 0) {
    const due = [...groups, later].flatMap((g) =>
      g.filter((m) => m.date.role === 'before' || m.date.role === 'since'),
    )[0];
    const ahead = [...later, ...inClause].find((m) => isReal(m) && isAhead(m, document));
    if (due !== undefined || ahead !== undefined) return due ?? ahead ?? null;
  }
  const [ownReal, clauseReal, earlierReal] = groups.map((g) => g.find(isReal));
  const ownNow = [...own, ...(EVENTS.has(draft.relation) ? [] : inClause)].find(
    (m) => m.date.role === 'now' && (clauseReal === undefined || clauseReal.segment < m.segment),
  );
  const past = [...own, ...earlier].find((m) => m.date.role === 'past');
  const alone = sentence.segments[draft.segment]?.tokens.every((t) => t.class === 'date') ?? false;
  const sinceThen =
    alone && UNTIL_NOW.test(ownNow?.date.text ?? '')
      ? found.findLast((m) => m.segment < draft.segment && isReal(m) && m.date.role === 'since')
      : undefined;
  return (
    ownReal ??
    sinceThen ??
    dayOfSpeech(inClause, ownNow, voice.own) ??
    ownNow ??
    (OF_WHAT.test(sentence.segments[draft.segment]?.encoded ?? '') ? null : own.find(isEarlier)) ??
    clauseReal ??
    (past === undefined ? laterDay(later, draft, sentence, cues) : null) ??
    earlierReal ??
    earlier.find((m) => m.date.role === 'now') ??
    past ??
    own.find((m) => isBeforeFeast(m, draft, cues)) ??
    null
  );
}

/** «9月27日，甲接入…，乙此前已支持»: before the day that the sentence tells, and on none that it names. */
const isEarlier = ({ date }: Placed): boolean =>
  date.role === 'past' &&
  date.first === null &&
  /^在?(?:此前|此之前|这之前|先前|早前|之前|以前|早先)$/.test(date.text);

/** «此前屏蔽的链接»: the day of what a name stands for, and not of what is told of it. */
const OF_WHAT = /\ue007[^，。；]{2,12}的/;

/** «从2008年起屏蔽…，至今没有放开». */
const UNTIL_NOW = /^[至迄]今/;

/** «春节前还能打开», «双11之前忽然可以»: of a feast the day itself is its bound. */
const isBeforeFeast = ({ date }: Placed, { relation }: Draft, cues: Cues): boolean =>
  relation !== 'order' && date.role === 'before' && date.precision === 'day' && cues.has('feast', date.text);

const isReal = (m: Placed): boolean =>
  m.date.first !== null && m.date.role !== 'now' && m.date.role !== 'past';

/** «10月18日，客服答复称，目前仅支持…»: what somebody says of now is of the day on which they say it. */
function dayOfSpeech(earlier: readonly Placed[], now: Placed | undefined, own: Speech | null): Placed | null {
  if (own === null || now === undefined || /稿|至今|迄今/.test(now.date.text)) return null;
  if (own.type === 'media' || now.segment < own.firstSegment) return null;
  const said = earlier.find((m) => isReal(m) && m.date.role === 'at' && m.date.precision === 'day');
  return said !== undefined && said.segment <= own.firstSegment ? said : null;
}

/** Another party at the head of a segment: what was dated of the one before does not hold of it. */
const OTHER_PARTY =
  /^(?:而|但|不过|此外|同时|另外)?(?:[一-龥]{2,6}(?:旗下|投资)的?[^，]{0,8})?[\ue000\ue002\ue003\ue005]/;

/**
 * Whether an earlier date of the sentence still holds in the draft's segment. One at the head of the sentence frames
 * it all, and so does the day on which somebody says it; one behind a party belongs to that party; one inside an
 * earlier clause stays there.
 */
function reaches(m: Placed, draft: Draft, sentence: Sentence, { own }: Voice, cues: Cues): boolean {
  const { segments } = sentence;
  const still = isStill(draft, sentence, cues);
  if (cues.has('same-day-too', segments[draft.segment]?.encoded ?? '')) return true;
  if (still && m.inner && m.date.role === 'since') return false;
  if (own !== null && m.segment === own.firstSegment && draft.segment <= own.lastSegment) return true;
  const between = segments.slice(m.segment + 1, draft.segment + 1);
  if (m.inner && between.some((s) => OTHER_PARTY.test(s.encoded))) return false;
  const sameClause = segments[m.segment]?.clause === segments[draft.segment]?.clause;
  const clause = between.filter((s) => s.clause === segments[draft.segment]?.clause);
  if (!sameClause && /^直[到至]/.test(m.date.text) && clause.some((s) => cues.has('still-so', s.encoded)))
    return false;
  const before = segments.slice(0, m.segment).flatMap((s) => s.tokens.filter((t) => t.class !== 'date'));
  const saidThere = own !== null && own.firstSegment <= m.segment;
  // «公告称，自3月1日起，甲…；乙…»: the day of all that is announced.
  const framesIt =
    saidThere &&
    m.date.role === 'since' &&
    segments[m.segment]?.tokens.every((t) => t.class === 'date') === true;
  return sameClause || (!m.inner && (framesIt || before.length <= (saidThere ? 1 : 0)));
}

/** A day that follows at once: of a plan anywhere in its clause, else «…也能扫，去年12月起覆盖全国». */
function laterDay(
  later: readonly Placed[],
  draft: Draft,
  sentence: Sentence,
  cues: Cues,
): Placed | undefined {
  if (draft.status === 'planned') return later.find(isReal);
  if (draft.status === 'pending') return undefined;
  const said = later.find(
    (m) => isReal(m) && cues.endOf('began-then', sentence.segments[m.segment]?.encoded ?? '') > 0,
  );
  if (said !== undefined) return said;
  const next = later.find((m) => isReal(m) && m.date.role === 'since' && m.segment === draft.segment + 1);
  const segment = next === undefined ? undefined : sentence.segments[next.segment];
  return segment?.tokens.every((t) => t.class === 'date') ? next : undefined;
}
