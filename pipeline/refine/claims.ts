import type {
  Attribution,
  ClaimDate,
  Cues,
  Document,
  Draft,
  Knowledge,
  Sentence,
  Span,
  Status,
  TraceStep,
} from '../types.ts';
import { daysApart } from './apart.ts';
import { voiceOf } from './attribution.ts';
import { conditionsOf } from './conditions.ts';
import { dateOf } from './dating.ts';
import type { Discourse } from './discourse.ts';
import { located } from './locate.ts';
import { traceOf } from './trace.ts';

/** A claim before it has an id: one subject, one object, one scene. Offsets of `span` are into the article's text. */
export interface Loose {
  readonly relation: Draft['relation'];
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly status: Status;
  readonly date: ClaimDate;
  readonly deadline: string | null;
  readonly attribution: Attribution;
  readonly conditions: readonly string[];
  readonly span: Span;
  readonly sentence: number;
  readonly sentenceText: string;
  readonly rule: string;
  readonly trace: readonly TraceStep[];
}

/** One filled draft as claims: lists expand, each pair and each scene one claim. `found` is the draft before it was filled. */
export function toClaims(
  found: Draft,
  draft: Draft,
  sentence: Sentence,
  discourse: Discourse,
  document: Document,
  knowledge: Knowledge,
): Loose[] {
  const voice = voiceOf(draft, sentence, discourse, document, knowledge);
  const { attribution } = voice;
  const { date, deadline } = dateOf(draft, sentence, voice, discourse, document, knowledge.cues);
  const apart = daysApart(draft, sentence, document);
  const span = evidenceOf(draft, sentence, document);
  const conditions = conditionsOf(draft, sentence, document, knowledge);
  const sentenceText = document.twin.slice(sentence.start, sentence.end);
  const claims: Loose[] = [];
  for (const [subject, object] of pairsOf(draft)) {
    for (const scene of scenesOf(draft)) {
      const own =
        [subject, object, scene].flatMap((id) => (id === null ? [] : (apart?.get(id) ?? [])))[0] ?? date;
      const steps = traceOf(found, draft, own, attribution, sentence, document);
      claims.push({
        relation: draft.relation,
        subject,
        object,
        scene,
        status: statusOn(draft, own, sentence, document, knowledge.cues),
        date: own,
        deadline,
        attribution,
        conditions,
        span,
        sentence: sentence.index,
        sentenceText,
        rule: draft.rule,
        trace: located(steps, { subject, object, scene, date: own, attribution }, sentence, document),
      });
    }
  }
  return claims;
}

const NO_SCENE = [null];

const scenesOf = ({ relation, scenes }: Draft): readonly (string | null)[] =>
  scenes.length > 0 && (relation === 'access' || relation === 'acceptance' || relation === 'code-interop')
    ? scenes
    : NO_SCENE;

/** The status as the day has it: what begins later is planned, «自当日起将开放» has begun. */
function statusOn(draft: Draft, date: ClaimDate, sentence: Sentence, document: Document, cues: Cues): Status {
  if (ahead(draft, date, sentence, document, cues)) return 'planned';
  const { published } = document;
  const begun =
    /起$/.test(date.text ?? '') && published !== null && date.start !== null && date.start <= published;
  const words = sentence.segments[draft.segment]?.encoded ?? '';
  return draft.status === 'planned' && begun && !cues.has('still-planned', words) ? 'open' : draft.status;
}

/** A limit that begins on a day is one from then on, as a stop is. */
const LIMITS = /须|需要?|只能|必须/;

/** «年内推广至全国», «月底前放开»: the time by which something is to be done. */
const BY_THEN = /(?:内|前|之前|底)$/;

/** «月底前也都接上了»: it has been done. */
const IS_DONE = /了[，。；！”]?$/;

/** What begins on a day after the day of publication is planned until then. */
function ahead(
  { status, segment, match }: Draft,
  date: ClaimDate,
  sentence: Sentence,
  document: Document,
  cues: Cues,
): boolean {
  const works = status === 'open' || status === 'trial' || status === 'limited';
  if (!works || document.published === null) return false;
  const own = sentence.segments[segment];
  const words = own === undefined ? '' : document.twin.slice(own.start, own.end);
  if (cues.has('untouched', words) || (BY_THEN.test(date.text ?? '') && IS_DONE.test(words))) return false;
  if (status === 'limited' && LIMITS.test(sentence.encoded.slice(match.start, match.end))) return false;
  const isPast = date.start !== null && date.basis !== 'published' && date.start < document.published;
  const isDue =
    date.end !== null &&
    date.end > document.published &&
    BY_THEN.test(date.text ?? '') &&
    !words.includes('已');
  return (
    isDue || (date.start !== null && date.start > document.published) || (!isPast && words.includes('届时'))
  );
}

function pairsOf(draft: Draft): [string, string | null][] {
  if (draft.relation === 'policy' || draft.relation === 'launch' || draft.relation === 'pledge') {
    return draft.subjects.map((s) => [s, null]);
  }
  return draft.subjects.flatMap((s) =>
    draft.objects.filter((o) => o !== s).map((o): [string, string] => [s, o]),
  );
}

/** From the first segment whose words the claim rests on to the last, in the article's own text. */
function evidenceOf(draft: Draft, sentence: Sentence, document: Document): Span {
  const first = sentence.segments[draft.firstSegment] ?? sentence.segments[draft.segment];
  const last = sentence.segments[draft.lastSegment] ?? first;
  const start = first?.start ?? sentence.start;
  const end = Math.max(last?.end ?? sentence.end, start + 1);
  return { start: document.map[start] ?? 0, end: (document.map[end - 1] ?? 0) + 1 };
}
