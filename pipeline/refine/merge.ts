import type { Claim, Cues, Document } from '../types.ts';
import type { Loose } from './claims.ts';
import { claimId, kindOf } from './ids.ts';

const core = (c: Loose): (string | null)[] => [c.relation, ...pair(c), c.scene, c.status];

/** «code-interop» is unordered: both orders are one pair. */
function pair(c: Loose): (string | null)[] {
  const ids = [c.subject, c.object];
  return c.relation === 'code-interop' ? ids.sort() : ids;
}

/** Merges doubles and gives the rest their ids. Of doubles the one with the day in its own words stays. */
export function mergeClaims(
  loose: readonly Loose[],
  document: Document,
  articleId: string,
  cues: Cues,
): Claim[] {
  const kept = new Map<string, Loose>();
  const groups = groupsOf(loose);
  for (const [i, claim] of loose.entries()) {
    if (isShadowed(claim, groups[i] ?? [], cues) || isSpelledOut(claim, loose, cues)) continue;
    const key = keyOf([...core(claim), claim.date.start, claim.date.end]);
    const twin = kept.get(key);
    if (twin === undefined || (twin.date.basis !== 'text' && claim.date.basis === 'text'))
      kept.set(key, claim);
  }
  const ordinals = new Map<string, number>();
  return [...kept.values()].map((claim) => {
    const parts = core(claim);
    const base = keyOf([...parts, claim.sentenceText]);
    const ordinal = ordinals.get(base) ?? 0;
    ordinals.set(base, ordinal + 1);
    return finish(claim, document, claimId(articleId, parts, claim.sentenceText, ordinal));
  });
}

/** Ids and days hold no such character, and a sentence comes last. */
const keyOf = (parts: readonly (string | null)[]): string => parts.join('\u0000');

/** For each claim those of its sentence that say something of the same two; one of them may make another superfluous. */
function groupsOf(loose: readonly Loose[]): Loose[][] {
  const groups = new Map<string, Loose[]>();
  return loose.map((claim) => {
    const key = keyOf([`${claim.sentence}`, claim.relation, claim.subject, claim.object]);
    const group = groups.get(key);
    if (group === undefined) {
      const made = [claim];
      groups.set(key, made);
      return made;
    }
    group.push(claim);
    return group;
  });
}

/**
 * A claim that another of the same sentence makes superfluous: the same without its scene, or «open» where
 * the sentence goes on to say at what price.
 */
function isShadowed(claim: Loose, beside: readonly Loose[], cues: Cues): boolean {
  return beside.some(
    (other) =>
      other !== claim &&
      ((other.status === claim.status && claim.scene === null && other.scene !== null && !isWhole(claim)) ||
        (other.scene === claim.scene &&
          other.date.start === claim.date.start &&
          claim.status === 'open' &&
          (other.status === 'limited' || (claim.relation === 'acceptance' && other.status === 'trial'))) ||
        isReach(claim, other) ||
        isOnlySent(claim, other, cues)),
  );
}

/** «微信封禁抖音，…分享至微信均无法播放»: who shuts out another as a whole has said so, whatever scene follows. */
const isWhole = (claim: Loose): boolean => claim.rule === 'access.blocks';

/** «这条路不通。私信不认…»: a way of which the next sentence tells in which scene it is shut. */
const isSpelledOut = (claim: Loose, loose: readonly Loose[], cues: Cues): boolean =>
  claim.scene === null &&
  cues.has('way-shut', claim.sentenceText) &&
  loose.some(
    (other) =>
      other.sentence === claim.sentence + 1 &&
      other.scene !== null &&
      other.status === claim.status &&
      other.subject === claim.subject &&
      other.object === claim.object,
  );

/** «视频倒是发得过去，只是戳不动»: what goes out and does not open is closed. */
const isOnlySent = (claim: Loose, other: Loose, cues: Cues): boolean =>
  claim.relation === 'access' &&
  claim.status === 'open' &&
  other.status === 'closed' &&
  other.scene === claim.scene &&
  cues.has('only-sent', claim.sentenceText);

/** «处于试运行阶段，仅限试点用户»: to whom a trial is limited is part of it. */
const isReach = (claim: Loose, other: Loose): boolean =>
  claim.relation === 'acceptance' && claim.status === 'limited' && other.status === 'trial';

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
    evidence: {
      start: claim.span.start,
      end: claim.span.end,
      quote: document.article.text.slice(claim.span.start, claim.span.end),
    },
    rule: claim.rule,
    trace: claim.trace,
  };
}
