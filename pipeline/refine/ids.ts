import { hash } from 'node:crypto';
import type { Kind, Relation } from '../types.ts';

/** The kind that a relation and a scene make (GUIDELINES, «Relations»). */
export function kindOf(relation: Relation, scene: string | null): Kind {
  if (relation === 'acceptance' || relation === 'code-interop') return 'payment';
  return relation === 'access' && scene !== null ? 'scene' : 'platform';
}

/**
 * The same statement of the same sentence keeps its id when rules change: the id is a hash of the article,
 * the core of the claim and the words of its sentence. `ordinal` tells apart equal cores in one sentence.
 */
export function claimId(
  articleId: string,
  core: readonly (string | null)[],
  sentence: string,
  ordinal: number,
): string {
  const key = JSON.stringify([articleId, ...core, sentence.replace(/\s+/g, ''), ordinal]);
  return `c${hash('sha256', key).slice(0, 12)}`;
}
