import type { Segment, Sentence } from '../types.ts';

/** What a rule has read: which rule, of what, where, and what it says. */
interface Read {
  readonly rule: {
    readonly id: string;
    readonly relation: string;
    readonly frame: string;
    readonly topical: boolean;
  };
  readonly status: string;
  readonly segment: Segment;
  readonly start: number;
  readonly order: number;
}

/** A step in between says more than a page that fails to come, and that more than a page that comes. */
const WEIGHT: Readonly<Record<string, number>> = { limited: 3, closed: 2, open: 1 };

/** A code that is read and a short word on a login say nothing of a link. */
const isAboutIt = ({ rule: { relation, frame, topical } }: Read): boolean =>
  relation !== 'code-interop' && !(frame === 'login' && topical);

/**
 * The readings of the rules with those of the grammar, in the order of the text: what the grammar alone tells of a name
 * holds where no rule reads what is told of it, up to the next name; of several such readings the one that says most.
 */
export function withTold<T extends Read>(
  hits: readonly T[],
  told: readonly T[],
  sentence: Sentence,
): readonly T[] {
  if (told.length === 0) return hits;
  const stretches = stretchesOf(sentence);
  const stretchOf = ({ segment }: T): number => stretches[sentence.segments.indexOf(segment)] ?? 0;
  const taken = new Set(hits.filter(isAboutIt).map(stretchOf));
  const heaviest = new Map<number, T>();
  for (const hit of told) {
    const at = stretchOf(hit);
    const best = heaviest.get(at);
    if (taken.has(at)) continue;
    if (best === undefined || (WEIGHT[hit.status] ?? 0) > (WEIGHT[best.status] ?? 0)) heaviest.set(at, hit);
  }
  return [...hits, ...heaviest.values()].sort((a, b) => a.start - b.start || a.order - b.order);
}

/** For each segment the number of the stretch it stands in: one begins with each that names an app or a scene, and with each clause. */
function stretchesOf({ segments }: Sentence): number[] {
  let stretch = 0;
  return segments.map(({ tokens, clause }, i) => {
    const begins = tokens.some((t) => t.class === 'app' || t.class === 'scene');
    if (begins || clause !== segments[i - 1]?.clause) stretch += 1;
    return stretch;
  });
}
