import type { Cues, Document } from '../types.ts';
import type { Loose } from './claims.ts';

/** «网传甲将取消…。甲同日辟谣，…»: leaves out what nobody named has spread and whom it is about denies in the next sentence. */
export function withoutRefuted(
  loose: readonly Loose[],
  { sentences }: Document,
  cues: Cues,
): readonly Loose[] {
  return loose.filter((claim) => {
    const own = sentences[claim.sentence];
    const next = sentences[claim.sentence + 1];
    if (claim.attribution.type !== 'rumour' || own === undefined || next === undefined) return true;
    const near = next.block - own.block <= 1 && next.speeches.some((s) => s.type === 'official');
    return !(near && cues.has('refuted', next.encoded));
  });
}
