/** What two texts have in common, in order, and where they differ. */
export interface Alignment {
  /** Characters of the clauses that both have. */
  readonly matched: number;
  readonly gaps: readonly Gap[];
}

/** What stands in each text between two clauses that both have; at an edge, before the first or after the last. */
export interface Gap {
  readonly a: string;
  readonly b: string;
  readonly edge: boolean;
}

/** Matches beyond which only the stock of clauses is compared: a few seconds' worth. */
const MOST_MATCHES = 1_000_000;

/** The heaviest common subsequence of two lists of clauses, weighed by length. */
export function align(a: readonly string[], b: readonly string[]): Alignment {
  const pairs = commonPairs(a, b);
  if (pairs === null) return { matched: sharedStock(a, b), gaps: [] };
  const gaps: Gap[] = [];
  let matched = 0;
  let [i, j] = [0, 0];
  for (const [x, y] of [...pairs, [a.length, b.length] as const]) {
    const edge = matched === 0 || x === a.length;
    if (x > i || y > j) gaps.push({ a: a.slice(i, x).join(''), b: b.slice(j, y).join(''), edge });
    matched += a[x]?.length ?? 0;
    [i, j] = [x + 1, y + 1];
  }
  return { matched, gaps };
}

/**
 * Indices of the clauses that both have, in order: the heaviest chain of matches that rise in both texts. Each match goes
 * on the heaviest chain that ends before it, which a Fenwick tree over the places of `b` gives. Null where there are too
 * many matches, as of two texts that say one clause over and over.
 */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const places = placesOf(b);
  const chains: Chain[] = [];
  const tree: (Chain | undefined)[] = new Array(b.length + 1);
  for (const [i, clause] of a.entries()) {
    const found = places.get(clause) ?? [];
    if (chains.length + found.length > MOST_MATCHES) return null;
    // From the last place to the first, so that no chain holds two matches of this clause.
    for (const j of found) {
      const before = heaviestBefore(tree, j);
      const chain = { i, j, weight: clause.length + (before?.weight ?? 0), before };
      chains.push(chain);
      for (let at = j + 1; at < tree.length; at += at & -at)
        if (chain.weight > (tree[at]?.weight ?? 0)) tree[at] = chain;
    }
  }
  const pairs: [number, number][] = [];
  for (let chain = heaviestBefore(tree, b.length); chain !== undefined; chain = chain.before)
    pairs.push([chain.i, chain.j]);
  return pairs.reverse();
}

/** A match of two clauses, at the end of the heaviest chain that leads to it. */
interface Chain {
  readonly i: number;
  readonly j: number;
  readonly weight: number;
  readonly before: Chain | undefined;
}

function heaviestBefore(tree: readonly (Chain | undefined)[], j: number): Chain | undefined {
  let heaviest: Chain | undefined;
  for (let at = j; at > 0; at -= at & -at) {
    const chain = tree[at];
    if (chain !== undefined && chain.weight > (heaviest?.weight ?? 0)) heaviest = chain;
  }
  return heaviest;
}

/** Where each clause stands, the last place first. */
function placesOf(clauses: readonly string[]): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let j = clauses.length - 1; j >= 0; j -= 1) {
    const clause = clauses[j] ?? '';
    const known = places.get(clause);
    if (known === undefined) places.set(clause, [j]);
    else known.push(j);
  }
  return places;
}

function sharedStock(a: readonly string[], b: readonly string[]): number {
  const stock = new Map<string, number>();
  for (const clause of a) stock.set(clause, (stock.get(clause) ?? 0) + 1);
  let shared = 0;
  for (const clause of b) {
    const left = stock.get(clause) ?? 0;
    if (left === 0) continue;
    stock.set(clause, left - 1);
    shared += clause.length;
  }
  return shared;
}
