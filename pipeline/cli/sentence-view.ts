import type { Reading } from '../reading.ts';
import type { Claim, Document, Knowledge, Sentence, Span, Token } from '../types.ts';
import { claimFields, claimLine } from './claim-view.ts';
import { type Palette, plain } from './colour.ts';
import type { NearMiss } from './near-miss.ts';
import { claimsIn, draftsIn, spelled } from './sentence-parts.ts';

/** What was seen in one sentence, which rules fired and nearly did, and what came of it. */
export interface SentenceReport {
  readonly text: string;
  readonly seen: readonly { readonly words: string; readonly is: string; readonly mark: string }[];
  readonly clauses: readonly string[];
  readonly speakers: readonly string[];
  readonly fired: readonly { readonly rule: string; readonly words: string; readonly status: string }[];
  readonly nearly: readonly NearMiss[];
  readonly claims: readonly Claim[];
}

/** Reports on one sentence of a reading. `nearly` comes from `nearMisses`. */
export function reportOn(sentence: Sentence, reading: Reading, nearly: readonly NearMiss[]): SentenceReport {
  const { document } = reading;
  const words = (span: Span): string => document.twin.slice(span.start, span.end);
  return {
    text: words(sentence),
    seen: sentence.tokens.map((t) => ({ words: words(t), is: meaningOf(t, document), mark: t.mark })),
    clauses: sentence.segments.map(words),
    speakers: sentence.speeches.map(
      (s) =>
        `${s.type}${s.name === null ? '' : ` «${s.name}»`} in clauses ${s.firstSegment + 1}–${s.lastSegment + 1}`,
    ),
    fired: draftsIn(sentence, reading.drafts).map((d) => ({
      rule: d.rule,
      words: words(spelled(sentence, d.match)),
      status: d.status,
    })),
    nearly,
    claims: claimsIn(sentence, reading),
  };
}

function meaningOf(token: Token, document: Document): string {
  if (token.class !== 'date') return `${token.class} ${token.ids.join(', ')}`;
  const date = document.dates[Number(token.ids[0])];
  if (date === undefined) return 'date';
  const days =
    date.first === null ? 'no day' : date.first === date.last ? date.first : `${date.first}…${date.last}`;
  return `date ${days} (${date.precision}, ${date.role})`;
}

/** The report as text: what was seen and what came of it. */
export function reportText(report: SentenceReport, knowledge: Knowledge, colours: Palette): string {
  const claims = report.claims.map(
    (c) => `  ${colours.dim(c.id)}  ${claimLine(c, colours)}\n${claimFields(c)}${traceText(c)}`,
  );
  return (
    seenText(report, knowledge, colours) + (claims.length === 0 ? part('claims', ['none']) : claims.join(''))
  );
}

/** What was seen in the sentence and which rules fired or nearly did, one heading a kind of thing. */
export function seenText(report: SentenceReport, knowledge: Knowledge, { bold }: Palette): string {
  const reasons = new Map(knowledge.rules.map((r) => [r.id, r.reason]));
  return [
    `${bold(plain(report.text).trim())}\n`,
    part(
      'seen',
      report.seen.map((s) => `«${plain(s.words)}» ${s.is}${s.mark === 'bare' ? '' : `, ${s.mark}`}`),
    ),
    part('clauses', [report.clauses.map((c) => plain(c).trim()).join(' ┆ ')]),
    part('speaker', report.speakers.map(plain)),
    part(
      'fired',
      report.fired.map((f) => `${f.rule}: «${plain(f.words)}» ${f.status} (${reasons.get(f.rule) ?? ''})`),
    ),
    part(
      'nearly',
      report.nearly.map((n) => `${n.rule}: «${plain(n.words)}» ${n.lacks}`),
    ),
  ].join('');
}

const part = (name: string, lines: readonly string[]): string =>
  lines.map((line, i) => `  ${(i === 0 ? name : '').padEnd(8)} ${line}\n`).join('');

/** Where each field of a claim came from. */
export function traceText(claim: Pick<Claim, 'trace'>): string {
  const steps = claim.trace.map((t) => `      ${t.field} (${t.from}): ${plain(t.note)}\n`);
  return steps.length === 0 ? '' : `    how:\n${steps.join('')}`;
}
