import type { ExportedClaim, Fact } from '../types.ts';
import { type Palette, plain } from './colour.ts';

const LONGEST = 60;

/** `c0123  «晨报» 2021-11-30  test «记者»  「…」`, for every claim of a fact, reposts marked. */
export function claimLines(fact: Pick<Fact, 'sources'>, indent: string, palette: Palette): string {
  return fact.sources
    .flatMap((s) => [
      ...s.claims.map((c) => claimLine(c, '', indent, palette)),
      ...s.reposts.map((c) => claimLine(c, 'repost ', indent, palette)),
    ])
    .join('');
}

function claimLine(claim: ExportedClaim, mark: string, indent: string, { dim }: Palette): string {
  const { article, attribution, evidence, review } = claim;
  const where = [article.publisher ?? article.path, article.published?.slice(0, 10) ?? 'no date'].join(' ');
  const who =
    attribution.name === null ? attribution.type : `${attribution.type} «${plain(attribution.name)}»`;
  const state = review.state === 'unreviewed' ? '' : `  ${review.state}`;
  return `${indent}${dim(claim.id)}  ${mark}${plain(where)}  ${who}${state}  ${quoteText(evidence.quote)}\n`;
}

/** The quote in 「」, in one line and not too long. */
export function quoteText(quote: string): string {
  const line = plain(quote).replace(/\s+/g, ' ');
  const letters = [...line];
  return `「${letters.length > LONGEST ? `${letters.slice(0, LONGEST).join('')}…` : line}」`;
}
