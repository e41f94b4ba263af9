import {
  type CompiledRule,
  type Cues,
  type Document,
  type Draft,
  isFramedRule,
  type Knowledge,
  type Segment,
  type Sentence,
  type Status,
} from '../types.ts';
import { candidatesOf } from './candidates.ts';
import { rolesOf } from './roles.ts';
import { modify, negate, negationsBefore, statusOf } from './status.ts';
import { withTold } from './told.ts';
import { silences, type Veto, vetoesOf } from './veto.ts';

interface Hit {
  readonly rule: CompiledRule;
  readonly match: RegExpExecArray;
  readonly status: Status;
  /** Of the match, within the sentence's encoded form. */
  readonly start: number;
  readonly end: number;
  readonly segment: Segment;
  readonly order: number;
}

/** Runs every rule over every segment. Pure; drafts come in the order of the text. */
export function extract(document: Document, knowledge: Knowledge): Draft[] {
  const drafts: Draft[] = [];
  for (const sentence of document.sentences) drafts.push(...draftsOf(sentence, knowledge));
  return drafts;
}

function draftsOf(sentence: Sentence, knowledge: Knowledge): Draft[] {
  if (sentence.blockKind === 'heading' || sentence.blockKind === 'caption') return [];
  const found = hitsIn(sentence, knowledge);
  if (found.length === 0) return [];
  const vetoes = vetoesOf(sentence, knowledge.cues);
  const vetoOf = (hit: Hit): Veto => vetoes[sentence.segments.indexOf(hit.segment)] ?? null;
  const hits = found.filter((hit) => !inTitle(hit, sentence) && !onScreen(hit, sentence, knowledge.cues));
  const said = hits.filter((hit) => !silences(vetoOf(hit), hit.rule.relation));
  const asked = hits.filter((hit) => vetoOf(hit) === 'question' && hit.rule.relation === 'access');
  return [
    ...withTold(settle(said.filter(isRead)), said.filter(isToldHit), sentence).map((hit) =>
      draftOf(hit, sentence, false, knowledge),
    ),
    ...settle(asked.filter(isRead)).map((hit) => draftOf(hit, sentence, true, knowledge)),
  ];
}

const isToldHit = ({ rule }: Hit): boolean => isFramedRule(rule.id);
const isRead = (hit: Hit): boolean => !isToldHit(hit);

function hitsIn(sentence: Sentence, knowledge: Knowledge): Hit[] {
  const { rules } = knowledge;
  const candidates = candidatesOf(knowledge);
  const hits: Hit[] = [];
  for (const order of candidates.sentence.of(sentence.encoded)) {
    const rule = rules[order];
    if (rule !== undefined) hitsOfSentence(rule, order, sentence, hits);
  }
  for (const segment of sentence.segments) {
    for (const order of candidates.segment.of(segment.encoded)) {
      const rule = rules[order];
      if (rule !== undefined) hitsOfSegment(rule, order, segment, hits);
    }
  }
  return hits;
}

function hitsOfSentence(rule: CompiledRule, order: number, sentence: Sentence, hits: Hit[]): void {
  for (const match of matchesOf(rule, sentence.encoded)) {
    const end = match.index + match[0].length;
    const segment = sentence.segments.find((s) => end > s.from && end <= s.to) ?? sentence.segments.at(-1);
    if (segment !== undefined)
      hits.push({ rule, match, status: statusOf(rule, match), start: match.index, end, segment, order });
  }
}

function hitsOfSegment(rule: CompiledRule, order: number, segment: Segment, hits: Hit[]): void {
  for (const match of matchesOf(rule, segment.encoded)) {
    const start = segment.from + match.index;
    const status = statusOf(rule, match);
    hits.push({ rule, match, status, start, end: start + match[0].length, segment, order });
  }
}

const NONE: readonly RegExpExecArray[] = [];

/** As `matchAll` does, but without its copy of the expression, which costs more than most searches. */
function matchesOf(rule: CompiledRule, text: string): readonly RegExpExecArray[] {
  const { regex } = rule;
  regex.lastIndex = 0;
  let match = regex.exec(text);
  if (match === null || rule.unlessRegex?.test(text)) return NONE;
  const matches: RegExpExecArray[] = [];
  while (match !== null) {
    matches.push(match);
    if (match[0] === '') regex.lastIndex += 1;
    match = regex.exec(text);
  }
  return matches;
}

/** «跳出“停止访问”页面»: words on a screen tell what a tester sees and not what a platform does. */
function onScreen({ rule, start, end }: Hit, { encoded }: Sentence, cues: Cues): boolean {
  if (rule.frame !== 'act') return false;
  const opened = encoded.lastIndexOf('“', start);
  const closed = encoded.indexOf('”', end);
  if (opened < 0 || closed < 0 || closed - opened > 40 || encoded.slice(opened, start).includes('”'))
    return false;
  return (
    cues.endOf('screen-before', encoded.slice(Math.max(0, opened - 10), opened)) > 0 ||
    cues.startOf('screen-behind', encoded.slice(closed)) > 0
  );
}

/** «《关于新增微信支付的公示》»: the name of a document says nothing of how things are. */
function inTitle({ start, end }: Hit, { encoded }: Sentence): boolean {
  const opened = encoded.lastIndexOf('《', start);
  return opened >= 0 && encoded.indexOf('》', opened) >= end;
}

/** What a rule's words are about; «…也不行» is of a login only where the text is about logins. */
const topicOf = ({ relation, scene, topical, frame }: CompiledRule): string =>
  frame === 'sets-up' ? `${frame} ${relation}` : topical && scene === 'login' ? 'login' : relation;

/** A short verdict that needs a text about links, where a rule without that need reads the same in more than a name. */
const isSpare = (hit: Hit, hits: readonly Hit[]): boolean =>
  hit.rule.topical &&
  hits.some(
    ({ rule, status, start, end }) =>
      !rule.topical &&
      end - start > 1 &&
      rule.frame === hit.rule.frame &&
      status === hit.status &&
      rule.relation === hit.rule.relation &&
      start < hit.end &&
      hit.start < end,
  );

/** Where two rules of one topic read the same words, the verdict of a round gives way; the longer reading wins; then the one that needs no topic, then the earlier rule. */
function settle(hits: readonly Hit[]): Hit[] {
  const ranked = hits
    .filter((hit) => !isSpare(hit, hits))
    .sort(
      (a, b) =>
        Number(a.rule.frame === 'round') - Number(b.rule.frame === 'round') ||
        b.end - b.start - (a.end - a.start) ||
        Number(a.rule.topical) - Number(b.rule.topical) ||
        a.order - b.order ||
        a.start - b.start,
    );
  const kept: Hit[] = [];
  for (const hit of ranked) {
    const clash = kept.some(
      (k) => topicOf(k.rule) === topicOf(hit.rule) && k.start < hit.end && hit.start < k.end,
    );
    if (!clash) kept.push(hit);
  }
  return kept.sort((a, b) => a.start - b.start || a.order - b.order);
}

function draftOf(hit: Hit, sentence: Sentence, asked: boolean, knowledge: Knowledge): Draft {
  const { rule, segment } = hit;
  const index = sentence.segments.indexOf(segment);
  const before = sentence.encoded.slice(segment.from, Math.max(segment.from, hit.start));
  const negations = rule.negatable ? negationsBefore(before, knowledge.cues) : 0;
  const status = modify(negate(hit.status, negations), sentence, index, hit.match[0], knowledge.cues);
  const roles = rolesOf(rule, hit.match, segment, sentence, knowledge);
  return {
    rule: rule.id,
    relation: rule.relation,
    frame: rule.frame,
    topical: rule.topical,
    asked,
    status,
    subjects: roles.subjects,
    objects: roles.objects,
    scenes: roles.scenes,
    sentence: sentence.index,
    segment: index,
    match: { start: hit.start, end: hit.end },
    firstSegment: index,
    lastSegment: index,
    trace: [
      {
        field: 'status',
        from: 'rule',
        note: `${rule.id}: ${rule.reason}${negations > 0 ? ` (${negations} negation)` : ''}`,
        span: null,
      },
    ],
  };
}
