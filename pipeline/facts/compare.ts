import type { Statement } from '../types.ts';
import { conflictsAmong, conflictsOf } from './conflicts.ts';
import { gap, periodOf } from './days.ts';
import { claimsOf, factsOf } from './facts.ts';
import { counts, matterKey, matterOf } from './matter.ts';
import { AROUND_DAYS } from './settings.ts';
import { noReposts, type OriginalOf } from './support.ts';

/** The claims among `claims` that say the same thing around the same days (or without a day); not the claim itself. */
export function agreeing<C extends Statement>(claim: Statement, claims: Iterable<C>): C[] {
  const key = matterKey(matterOf(claim));
  const period = periodOf(claim.date);
  return [...claims].filter((other) => {
    if (other.id === claim.id || other.status !== claim.status || !counts(other)) return false;
    if (matterKey(matterOf(other)) !== key) return false;
    const days = periodOf(other.date);
    return period === null || days === null || gap(period, days) <= AROUND_DAYS;
  });
}

/**
 * The claims among `claims` that contradict this one, by status or by day, as `conflictsOf` finds them. `claims` are
 * all that the book holds of the pair: what lies between two claims decides whether they contradict each other.
 */
export function contrary<C extends Statement>(
  claim: C,
  claims: Iterable<C>,
  originalOf: OriginalOf = noReposts,
): C[] {
  const key = matterKey(matterOf(claim));
  const same = [...claims].filter((c) => matterKey(matterOf(c)) === key && c.id !== claim.id);
  const counting = { ...claim, review: { ...claim.review, state: 'unreviewed' as const } };
  const found = new Map<string, C>();
  for (const { sides } of conflictsAmong(factsOf([...same, counting], originalOf))) {
    const [one, other] = sides.map((s) => s.facts.flatMap((f) => claimsOf(f)));
    if (one === undefined || other === undefined) continue;
    if (one.some((c) => c.id === claim.id)) for (const c of other) found.set(c.id, c);
    if (other.some((c) => c.id === claim.id)) for (const c of one) found.set(c.id, c);
  }
  return [...found.values()];
}

/** Ids of all claims that another one contradicts. */
export function contradicted(claims: Iterable<Statement>, originalOf: OriginalOf = noReposts): Set<string> {
  const sides = conflictsOf(claims, originalOf).flatMap((c) => c.sides);
  return new Set(sides.flatMap((s) => s.facts.flatMap((f) => claimsOf(f).map((c) => c.id))));
}
