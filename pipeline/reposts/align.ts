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

/** Cells of the table beyond which only the stock of clauses is compared: two texts of 3,000 clauses. */
const MOST_CELLS = 9_000_000;

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

/** Indices of the clauses that both have, in order; null where the texts are too long for the table. */
function commonPairs(a: readonly string[], b: readonly string[]): [number, number][] | null {
  const width = b.length + 1;
  if (a.length * width > MOST_CELLS) return null;
  const best = new Uint32Array((a.length + 1) * width);
  const [left, right] = numbered(a, b);
  for (let i = a.length - 1; i >= 0; i -= 1) {
    const [clause, length, row, below] = [left[i], a[i]?.length ?? 0, i * width, (i + 1) * width];
    for (let j = b.length - 1; j >= 0; j -= 1) {
      const down = best[below + j] ?? 0;
      const across = best[row + j + 1] ?? 0;
      const most = Math.max(down, across);
      const both = clause === right[j] ? length + (best[below + j + 1] ?? 0) : 0;
      best[row + j] = Math.max(both, most);
    }
  }
  const pairs: [number, number][] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const here = best[i * width + j] ?? 0;
    const clause = a[i] ?? '';
    if (clause === b[j] && here === clause.length + (best[(i + 1) * width + j + 1] ?? 0))
      pairs.push([i++, j++]);
    else if (here === best[(i + 1) * width + j]) i += 1;
    else j += 1;
  }
  return pairs;
}

/** Clauses as numbers: the same number is the same clause. */
function numbered(a: readonly string[], b: readonly string[]): [Uint32Array, Uint32Array] {
  const numbers = new Map<string, number>();
  const of = (clause: string): number => {
    const known = numbers.get(clause);
    if (known !== undefined) return known;
    numbers.set(clause, numbers.size);
    return numbers.size - 1;
  };
  return [Uint32Array.from(a, of), Uint32Array.from(b, of)];
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
