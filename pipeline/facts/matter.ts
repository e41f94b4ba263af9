import type { Matter, Statement } from '../types.ts';

/**
 * What a claim is about, in the form in which two claims are compared. Wallets that scan each other have no order.
 * The scene where a relation always holds is the same as none: paying goes through the checkout, wallets meet at the
 * counter. Every other scene differs from every other and from none.
 */
export function matterOf({ relation, subject, object, scene }: Statement): Matter {
  if (relation === 'code-interop') {
    const [first, second] = [subject, object ?? ''].sort();
    return { relation, subject: first ?? subject, object: second ?? object, scene: scene ?? 'offline-code' };
  }
  if (relation === 'acceptance' && scene === 'online-checkout')
    return { relation, subject, object, scene: null };
  return { relation, subject, object, scene };
}

/** Equal for two claims about the same relation, pair and scene. */
export const matterKey = ({ relation, subject, object, scene }: Matter): string =>
  [relation, subject, object ?? '', scene ?? ''].join('\t');

/** Equal for two claims about the same relation and pair. */
export const pairKey = ({ relation, subject, object }: Matter): string =>
  [relation, subject, object ?? ''].join('\t');

/** Whether a claim counts: what a person has rejected does not. */
export const counts = (claim: Statement): boolean => claim.review.state !== 'rejected';

/** Groups in the order in which their first member comes. */
export function groupBy<T>(things: Iterable<T>, keyOf: (thing: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [thing]);
    else group.push(thing);
  }
  return groups;
}
