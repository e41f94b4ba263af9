import type { GoldClaim, Scored } from './gold.ts';

/** What has to be equal for a claim to count as found: core, core and the days, core and who says it. */
export type LevelName = 'core' | 'dated' | 'attributed';

/** A claim reduced to what is compared. Two keys of one level are equal when the strings are. */
export interface Key {
  readonly core: string;
  readonly full: string;
}

export const LEVELS: readonly LevelName[] = ['core', 'dated', 'attributed'];

/** Relation, subject, object, scene (of an access only) and status, written for people; wallets in any order. */
export function coreOf(claim: Scored): string {
  const pair = [claim.subject, claim.object ?? 'null'];
  if (claim.relation === 'code-interop') pair.sort();
  const scene = claim.relation === 'access' ? (claim.scene ?? 'null') : 'null';
  return [claim.relation, ...pair, scene, claim.status].join(' · ');
}

/** First and last day as `2021-09-17…2021-09-17`, `null` for a day that is open. */
export function daysOf(claim: Scored): string {
  return `${claim.date?.start ?? 'null'}…${claim.date?.end ?? 'null'}`;
}

export function keyOf(claim: Scored, level: LevelName): Key {
  const core = coreOf(claim);
  if (level === 'core') return { core, full: core };
  const more = level === 'dated' ? daysOf(claim) : (claim.attribution?.type ?? 'null');
  return { core, full: `${core} · ${more}` };
}

/** The keys of a gold claim, its own first, then those of its other right readings. */
export function keysOf(claim: GoldClaim, level: LevelName): Key[] {
  return claim.readings.map((reading) => keyOf(reading, level));
}
