import type { Block, Cues, EngineCue, Mention } from '../types.ts';

/** Names that somebody may be called by again. */
const isNamed = (m: Mention): boolean =>
  m.kind === 'entity' && (m.type === 'app' || m.type === 'payment' || m.type === 'company');

/**
 * «后者», «前者», «它的小程序» as mentions of those whom they mean, where the paragraph has named them beyond doubt.
 * `named` in order of start; offsets are into the twin. Pure.
 */
export function callAgain(
  twin: string,
  named: readonly Mention[],
  blocks: readonly Block[],
  cues: Cues,
): Mention[] {
  const entities = named.filter(isNamed);
  return CALLS.flatMap(([name, whom]) =>
    cues.all(name, twin).flatMap(({ index, 0: words }) => {
      const block = blocks.find((b) => b.start <= index && index < b.end);
      if (block === undefined) return [];
      const before = entities.filter((m) => m.start >= block.start && m.end <= index);
      const meant = whom(before, twin, index);
      return meant === null ? [] : [{ ...meant, start: index, end: index + words.length }];
    }),
  );
}

/** Whom the words of a class call again, of those who were named before them in the block. */
type Whom = (before: readonly Mention[], twin: string, at: number) => Mention | null;

const CALLS: readonly (readonly [EngineCue, Whom])[] = [
  ['second-named', (before, twin) => ofPair(before, twin, false)],
  ['first-named', (before, twin) => ofPair(before, twin, true)],
  ['its-own', owner],
];

/** The last two that stand beside each other («甲与乙的待遇不同»), else the last two that were named, if they are two. */
function ofPair(before: readonly Mention[], twin: string, first: boolean): Mention | null {
  const right = before.findLastIndex((m, i) => {
    const left = before[i - 1];
    return left !== undefined && left.id !== m.id && BESIDE.test(twin.slice(left.end, m.start));
  });
  const last = before.at(right < 0 ? -1 : right);
  const other = right > 0 ? before[right - 1] : before.findLast((m) => m.id !== last?.id);
  if (last === undefined || other === undefined) return null;
  return first ? other : last;
}

/** What stands between two names that are set beside each other. */
const BESIDE = /^(?:与|和|跟|同|及|以及|、|对)$/;

/** The first name of the sentence, which is what it speaks of; of no sentence that names more before the word. */
function owner(before: readonly Mention[], twin: string, at: number): Mention | null {
  const begin = Math.max(twin.lastIndexOf('。', at), twin.lastIndexOf('！', at), twin.lastIndexOf('？', at));
  const own = before.filter((m) => m.start > begin);
  const ids = new Set(own.map((m) => m.id));
  return ids.size === 1 ? (own[0] ?? null) : null;
}
