import { signal } from '@preact/signals';
import type {
  AttributionType,
  ClaimDate,
  Evidence,
  Kind,
  Precision,
  Relation,
  Span,
  Status,
} from '../../../types.ts';
import type { ClaimContent, Session } from '../../wire.ts';

/** A claim while a person edits it: every field as it stands in the form. Empty words mean «none». */
export interface Draft {
  /** Id of the claim. */
  readonly claim: string;
  readonly relation: Relation;
  /** What was typed: an id, a name, or `name (id)`. */
  readonly subject: string;
  readonly object: string;
  readonly scene: string;
  readonly status: Status;
  readonly dateText: string;
  readonly start: string;
  readonly end: string;
  readonly precision: Precision;
  readonly basis: ClaimDate['basis'];
  readonly deadline: string;
  readonly speaker: AttributionType;
  readonly speakerName: string;
  /** One a line. */
  readonly conditions: string;
  readonly evidence: Evidence;
  readonly note: string;
}

/** The draft of the edit that is open; null while none is. The article shows its evidence. */
export const draft = signal<Draft | null>(null);

export type Entities = Session['vocabularies']['entities'];
export type Relations = Session['vocabularies']['relations'];

/** `微信 (wechat)`: how an entity stands in its field. */
export function entityText(entities: Entities, id: string | null): string {
  if (id === null) return '';
  const entity = entities.find((e) => e.id === id);
  return entity === undefined ? id : `${entity.name} (${id})`;
}

const SLUG = /^[a-z0-9][a-z0-9-]*$/;

/** The id that was typed; null where it is neither in the lexicon nor an id that somebody not in it could have. */
export function entityId(entities: Entities, typed: string): string | null {
  const text = typed.trim();
  const inBrackets = /\(([a-z0-9-]+)\)$/.exec(text)?.[1];
  const entity = entities.find((e) => e.id === text || e.id === inBrackets || e.name === text);
  if (entity !== undefined) return entity.id;
  return SLUG.test(text) ? text : null;
}

/** The claim as the form begins with it. */
export function draftOf(id: string, claim: ClaimContent, entities: Entities): Draft {
  return {
    claim: id,
    relation: claim.relation,
    subject: entityText(entities, claim.subject),
    object: entityText(entities, claim.object),
    scene: claim.scene ?? '',
    status: claim.status,
    dateText: claim.date.text ?? '',
    start: claim.date.start ?? '',
    end: claim.date.end ?? '',
    precision: claim.date.precision,
    basis: claim.date.basis,
    deadline: claim.deadline ?? '',
    speaker: claim.attribution.type,
    speakerName: claim.attribution.name ?? '',
    conditions: claim.conditions.join('\n'),
    evidence: claim.evidence,
    note: '',
  };
}

const orNull = (text: string): string | null => (text.trim() === '' ? null : text.trim());

/** What the draft says; fields that its relation does not have are null. `problemsOf` tells whether it may be saved. */
export function contentOf(
  d: Draft,
  before: ClaimContent,
  entities: Entities,
  relations: Relations,
): ClaimContent {
  const relation = relations.find((r) => r.id === d.relation);
  const scene = relation?.scene === false ? null : orNull(d.scene);
  return {
    kind: kindOf(d.relation, scene),
    relation: d.relation,
    subject: entityId(entities, d.subject) ?? '',
    object: relation?.object === false ? null : entityId(entities, d.object),
    scene,
    status: d.status,
    date: {
      text: orNull(d.dateText),
      start: orNull(d.start),
      end: orNull(d.end),
      precision: d.precision,
      basis: d.basis,
    },
    deadline: d.relation === 'order' ? orNull(d.deadline) : null,
    attribution: { type: d.speaker, name: orNull(d.speakerName) },
    conditions: d.conditions
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== ''),
    evidence: d.evidence,
    textHash: before.textHash,
  };
}

function kindOf(relation: Relation, scene: string | null): Kind {
  if (relation === 'acceptance' || relation === 'code-interop') return 'payment';
  return relation === 'access' && scene !== null ? 'scene' : 'platform';
}

export type Problem =
  | 'not-known'
  | 'required'
  | 'not-a-day'
  | 'ends-before-it-begins'
  | 'not-the-words'
  | 'unchanged';
export type Problems = Readonly<Partial<Record<keyof Draft | 'all', Problem>>>;

/** What keeps the draft from being saved, by field. `all`: nothing is changed. */
export function problemsOf(
  d: Draft,
  before: ClaimContent,
  text: string,
  entities: Entities,
  relations: Relations,
): Problems {
  const problems: Partial<Record<keyof Draft | 'all', Problem>> = {};
  const relation = relations.find((r) => r.id === d.relation);
  if (d.subject.trim() === '') problems.subject = 'required';
  else if (entityId(entities, d.subject) === null) problems.subject = 'not-known';
  if (relation?.object === true && d.object.trim() === '') problems.object = 'required';
  else if (relation?.object === true && entityId(entities, d.object) === null) problems.object = 'not-known';
  for (const field of ['start', 'end', 'deadline'] as const)
    if (d[field] !== '' && !isDay(d[field])) problems[field] = 'not-a-day';
  if (d.start !== '' && d.end !== '' && d.end < d.start) problems.end = 'ends-before-it-begins';
  const { start, end, quote } = d.evidence;
  if (quote === '' || text.slice(start, end) !== quote) problems.evidence = 'not-the-words';
  const after = contentOf(d, before, entities, relations);
  if (JSON.stringify(after) === JSON.stringify(inOrder(before))) problems.all = 'unchanged';
  return problems;
}

/** The fields in the order of `contentOf`, so that two claims can be compared as text. */
const inOrder = (c: ClaimContent): ClaimContent => ({
  kind: c.kind,
  relation: c.relation,
  subject: c.subject,
  object: c.object,
  scene: c.scene,
  status: c.status,
  date: {
    text: c.date.text,
    start: c.date.start,
    end: c.date.end,
    precision: c.date.precision,
    basis: c.date.basis,
  },
  deadline: c.deadline,
  attribution: { type: c.attribution.type, name: c.attribution.name },
  conditions: c.conditions,
  evidence: { quote: c.evidence.quote, start: c.evidence.start, end: c.evidence.end },
  textHash: c.textHash,
});

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** How fine two days are: one day, a whole month or year, or some other stretch. */
export function precisionOf(start: string, end: string): Precision {
  if (start === '' && end === '') return 'vague';
  if (start === end) return 'day';
  const [year, month, first] = start.split('-').map(Number);
  if (year === undefined || month === undefined || first !== 1) return 'range';
  const lastOf = (m: number): string => new Date(Date.UTC(year, m, 0)).toISOString().slice(0, 10);
  if (end === lastOf(month)) return 'month';
  if (month % 3 === 1 && end === lastOf(month + 2)) return 'quarter';
  return month === 1 && end === lastOf(12) ? 'year' : 'range';
}

/** The evidence of a span of the text. */
export const evidenceAt = (text: string, { start, end }: Span): Evidence => ({
  quote: text.slice(start, end),
  start,
  end,
});
