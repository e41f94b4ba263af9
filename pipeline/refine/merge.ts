import type { Claim, Document } from '../types.ts';
import type { Loose } from './claims.ts';
import { claimId, kindOf } from './ids.ts';

const core = (c: Loose): (string | null)[] => [c.relation, ...pair(c), c.scene, c.status];

/** «code-interop» is unordered: both orders are one pair. */
function pair(c: Loose): (string | null)[] {
  const ids = [c.subject, c.object];
  return c.relation === 'code-interop' ? ids.sort() : ids;
}

/** Merges doubles and gives the rest their ids. Of doubles the one with the day in its own words stays. */
export function mergeClaims(loose: readonly Loose[], document: Document, articleId: string): Claim[] {
  const kept = new Map<string, Loose>();
  const beside = new Map<string, Loose[]>();
  for (const claim of loose) beside.set(besides(claim), [...(beside.get(besides(claim)) ?? []), claim]);
  for (const claim of loose) {
    if (isShadowed(claim, beside.get(besides(claim)) ?? [])) continue;
    const key = JSON.stringify([...core(claim), claim.date.start, claim.date.end]);
    const twin = kept.get(key);
    if (twin === undefined || (twin.date.basis !== 'text' && claim.date.basis === 'text'))
      kept.set(key, claim);
  }
  const ordinals = new Map<string, number>();
  return [...kept.values()].map((claim) => {
    const base = JSON.stringify([...core(claim), claim.sentenceText]);
    const ordinal = ordinals.get(base) ?? 0;
    ordinals.set(base, ordinal + 1);
    return finish(claim, document, claimId(articleId, core(claim), claim.sentenceText, ordinal));
  });
}

/** What claims share of which one may make another superfluous. */
const besides = (c: Loose): string => JSON.stringify([c.sentence, c.relation, c.subject, c.object]);

/**
 * A claim that another of the same sentence makes superfluous: the same without its scene, or «open» where
 * the sentence goes on to say at what price.
 */
function isShadowed(claim: Loose, beside: readonly Loose[]): boolean {
  return beside.some(
    (other) =>
      other !== claim &&
      ((other.status === claim.status && claim.scene === null && other.scene !== null) ||
        (other.scene === claim.scene &&
          other.date.start === claim.date.start &&
          claim.status === 'open' &&
          (other.status === 'limited' || (claim.relation === 'acceptance' && other.status === 'trial')))),
  );
}

function finish(claim: Loose, document: Document, id: string): Claim {
  return {
    id,
    kind: kindOf(claim.relation, claim.scene),
    relation: claim.relation,
    subject: claim.subject,
    object: claim.object,
    scene: claim.scene,
    status: claim.status,
    date: claim.date,
    deadline: claim.deadline,
    attribution: claim.attribution,
    conditions: claim.conditions,
    evidence: { ...claim.span, quote: document.article.text.slice(claim.span.start, claim.span.end) },
    rule: claim.rule,
    trace: claim.trace,
  };
}
