import { silences, vetoesOf } from '../extract/veto.ts';
import type { Reading } from '../reading.ts';
import type { CompiledRule, Knowledge, Sentence, Span } from '../types.ts';
import { claimsIn, draftsIn, spelled } from './sentence-parts.ts';

/** A rule whose pattern stands in the sentence and of which no claim came. */
export interface NearMiss {
  readonly rule: string;
  readonly words: string;
  /** What kept it from making a claim. */
  readonly lacks: string;
}

/** The rules that matched in a sentence without making a claim, and what each lacked. */
export function nearMisses(sentence: Sentence, reading: Reading, knowledge: Knowledge): NearMiss[] {
  const { document } = reading;
  const claimed = new Set(claimsIn(sentence, reading).map((c) => c.rule));
  const drafted = new Set(draftsIn(sentence, reading.drafts).map((d) => d.rule));
  return knowledge.rules
    .filter((rule) => !claimed.has(rule.id))
    .flatMap((rule) => {
      const match = firstMatch(rule, sentence);
      if (match === null) return [];
      const { start, end } = spelled(sentence, match.span);
      const lacks = drafted.has(rule.id)
        ? lacksRole(rule)
        : (blocked(rule, match, sentence, knowledge) ?? 'another rule reads these words');
      return [{ rule: rule.id, words: document.twin.slice(start, end), lacks }];
    });
}

interface Match {
  readonly span: Span;
  /** Index of the segment in which the match ends. */
  readonly segment: number;
  /** The piece in which an `unless` would count. */
  readonly within: string;
}

function firstMatch(rule: CompiledRule, sentence: Sentence): Match | null {
  const pieces = rule.scope === 'sentence' ? [{ from: 0, encoded: sentence.encoded }] : sentence.segments;
  for (const { from, encoded } of pieces) {
    const match = encoded.matchAll(rule.regex).next().value;
    if (match === undefined) continue;
    const span = { start: from + match.index, end: from + match.index + match[0].length };
    const segment = sentence.segments.findIndex((s) => span.end > s.from && span.end <= s.to);
    return { span, segment, within: encoded };
  }
  return null;
}

function blocked(rule: CompiledRule, match: Match, sentence: Sentence, knowledge: Knowledge): string | null {
  if (rule.unlessRegex?.test(match.within)) return `is kept back by its «unless»: ${rule.unless}`;
  if (sentence.blockKind === 'heading' || sentence.blockKind === 'caption')
    return `stands in a ${sentence.blockKind}`;
  const veto = vetoesOf(sentence, knowledge.cues)[match.segment] ?? null;
  return silences(veto, rule.relation) ? `is silenced: the clause is a ${veto}` : null;
}

const lacksRole = (rule: CompiledRule): string =>
  rule.topical
    ? `lacks a subject or an object, or a paragraph that is about ${rule.relation}`
    : 'lacks a subject or an object, here and in what came before';
