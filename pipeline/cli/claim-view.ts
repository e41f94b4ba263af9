import type { Attribution, Claim, ClaimDate, ExportedClaim, Span } from '../types.ts';
import { type Palette, plain } from './colour.ts';

type Shown = Omit<Claim, 'trace'>;

/** A claim's core in one line: `access  wechat → taobao  @ group-chat  open  2021-11-29 (day, text)`. */
export function claimLine(claim: Shown, { bold, good, bad }: Palette): string {
  const arrow = claim.relation === 'code-interop' ? '↔' : '→';
  const pair = claim.object === null ? claim.subject : `${claim.subject} ${arrow} ${claim.object}`;
  const scene = claim.scene === null ? '' : ` @ ${claim.scene}`;
  const tone = claim.status === 'closed' ? bad : good;
  return `${claim.relation}  ${bold(pair)}${scene}  ${tone(claim.status)}  ${dateText(claim.date)}`;
}

/** `2021-11-29 (day, text «29日»)`, with both ends where they differ, `no day` where there is none. */
export function dateText(date: ClaimDate): string {
  const ends = date.start === date.end ? [date.start] : [date.start ?? '', date.end ?? ''];
  const days = date.start === null && date.end === null ? 'no day' : ends.join('…');
  const words = date.text === null ? '' : ` «${plain(date.text)}»`;
  return `${days} (${date.precision}, ${date.basis}${words})`;
}

export const speakerText = ({ type, name }: Attribution): string =>
  name === null ? type : `${type} «${plain(name)}»`;

/** The fields below a claim's first line, one a line, indented. */
export function claimFields(claim: Shown): string {
  const fields: [string, string | null][] = [
    ['says', speakerText(claim.attribution)],
    ['deadline', claim.deadline],
    [
      'conditions',
      claim.conditions.length > 0 ? claim.conditions.map((c) => `«${plain(c)}»`).join(' ') : null,
    ],
    ['rule', claim.rule],
  ];
  return fields.map(([name, value]) => (value === null ? '' : `    ${name}: ${value}\n`)).join('');
}

/** Where the claim stands and what was decided about it. */
export function originText(claim: ExportedClaim, state: string): string {
  const { article, review } = claim;
  const by = review.by === null ? '' : ` by ${plain(review.by)}`;
  const lost = state === 'lost' ? ', no rule makes it any more' : '';
  return `    article: ${plain(article.path)} (${article.published ?? 'no date'})\n    review: ${review.state}${by}${lost}\n`;
}

const END = /[。！？!?…\n]/;
const CLOSING = /[”’」』）)]/;

/** The sentence around a span: from behind the end of the one before to its own end. */
export function sentenceAround(text: string, { start, end }: Span): Span {
  let from = start;
  while (from > 0 && !END.test(text.charAt(from - 1))) from -= 1;
  while (from < start && (CLOSING.test(text.charAt(from)) || /\s/.test(text.charAt(from)))) from += 1;
  let to = Math.max(end, start + 1);
  while (to < text.length && !END.test(text.charAt(to - 1)) && text.charAt(to) !== '\n') to += 1;
  while (to < text.length && CLOSING.test(text.charAt(to))) to += 1;
  return { start: from, end: to };
}

/** The sentence with the evidence marked. */
export function markedSentence(text: string, evidence: Span, { mark }: Palette): string {
  const sentence = sentenceAround(text, evidence);
  const piece = (from: number, to: number): string => plain(text.slice(from, to)).replaceAll('\n', '⏎');
  return (
    piece(sentence.start, evidence.start) +
    mark(piece(evidence.start, evidence.end)) +
    piece(evidence.end, sentence.end)
  );
}
