import type { Document, Knowledge } from '../types.ts';
import type { Loose } from './claims.ts';

/** Fewer sentences than this do not show what their article is about. */
const ENOUGH = 8;

/**
 * The claims without the rules and promises of companies in an article that nowhere speaks of what connects apps: every
 * outlet tells of rules against rumours and promises to riders. What a regulator decides stays.
 */
export function onTopic(
  claims: readonly Loose[],
  { sentences, twin }: Document,
  { cues, typeOf }: Knowledge,
): readonly Loose[] {
  const isGeneral = ({ relation, subject }: Loose): boolean =>
    (relation === 'policy' || relation === 'pledge') && typeOf.get(subject) !== 'regulator';
  if (sentences.length < ENOUGH || !claims.some(isGeneral) || cues.has('connects', twin)) return claims;
  return claims.filter((claim) => !isGeneral(claim));
}
