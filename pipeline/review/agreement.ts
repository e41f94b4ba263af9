import type { Verdict } from '../types.ts';

type State = Verdict['state'];

/** How far two reviewers agree on the claims that both have decided on. */
export interface Agreement {
  readonly reviewers: readonly [string, string];
  /** Claims that both have decided on. */
  readonly claims: number;
  /** Share of them on which both say the same: accepted, rejected or edited. */
  readonly raw: number;
  /** Cohen's kappa: what of the agreement that chance would not give is there; null where chance alone gives all of it. */
  readonly kappa: number | null;
  readonly differences: readonly { readonly claim: string; readonly verdicts: readonly [Verdict, Verdict] }[];
}

/** For every two reviewers who have a claim in common, by name. Verdicts may come in any order. */
export async function agreementsOf(verdicts: AsyncIterable<Verdict>): Promise<Agreement[]> {
  const byReviewer = new Map<string, Map<string, Verdict>>();
  for await (const verdict of verdicts) {
    const own = byReviewer.get(verdict.reviewer) ?? new Map<string, Verdict>();
    byReviewer.set(verdict.reviewer, own.set(verdict.claim, verdict));
  }
  const names = [...byReviewer.keys()].sort();
  return names.flatMap((a, i) =>
    names.slice(i + 1).flatMap((b) => {
      const pairs = pairsOf(byReviewer.get(a), byReviewer.get(b));
      return pairs.length === 0 ? [] : [agreementOf([a, b], pairs)];
    }),
  );
}

type Pair = readonly [Verdict, Verdict];

function pairsOf(
  one: ReadonlyMap<string, Verdict> = new Map(),
  other: ReadonlyMap<string, Verdict> = new Map(),
): Pair[] {
  return [...one.values()].flatMap((verdict): Pair[] => {
    const theirs = other.get(verdict.claim);
    return theirs === undefined ? [] : [[verdict, theirs]];
  });
}

const STATES: readonly State[] = ['accepted', 'rejected', 'edited'];

function agreementOf(reviewers: readonly [string, string], pairs: readonly Pair[]): Agreement {
  const differences = pairs.filter(([a, b]) => a.state !== b.state);
  const raw = (pairs.length - differences.length) / pairs.length;
  const share = (which: 0 | 1, state: State): number =>
    pairs.filter((pair) => pair[which].state === state).length / pairs.length;
  const chance = STATES.reduce((sum, state) => sum + share(0, state) * share(1, state), 0);
  return {
    reviewers,
    claims: pairs.length,
    raw,
    kappa: chance === 1 ? null : (raw - chance) / (1 - chance),
    differences: differences.map((verdicts) => ({ claim: verdicts[0].claim, verdicts })),
  };
}
