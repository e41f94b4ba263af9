import type { Gold, GoldClaim, Scored } from './gold.ts';
import { type Key, keyOf, keysOf, type LevelName } from './keys.ts';

export interface Miss {
  readonly article: string;
  readonly key: string;
  readonly gold: GoldClaim;
}

export interface Alarm<C> {
  readonly article: string;
  readonly key: string;
  readonly claim: C;
}

/** How a claim stands against the gold: asked for and right, neither asked for nor held against it, or wrong. */
export type Verdict = 'right' | 'spared' | 'wrong';

export interface LevelResult<C> {
  readonly hits: number;
  readonly misses: readonly Miss[];
  readonly alarms: readonly Alarm<C>[];
  /** Judges any claim of an article of the gold at this level. */
  readonly verdict: (article: string, claim: C) => Verdict;
}

/** What one article's gold asks for. */
interface Sheet {
  readonly asked: ReadonlyMap<string, { readonly keys: readonly Key[]; readonly gold: GoldClaim }>;
  readonly right: ReadonlySet<string>;
  readonly spared: ReadonlySet<string>;
  /** Cores whose claims may carry any day. */
  readonly anyDay: ReadonlySet<string>;
}

/**
 * Compares claims with the gold at one level; a claim counts once per article. `claims` holds, by article id,
 * the claims of that article.
 */
export function scoreLevel<C extends Scored>(
  gold: Gold,
  claims: ReadonlyMap<string, readonly C[]>,
  level: LevelName,
): LevelResult<C> {
  const sheets = new Map(gold.articles.map((a) => [a, sheetOf(gold.claims.get(a) ?? [], level)]));
  const verdict = (article: string, claim: C): Verdict => judge(sheets.get(article), keyOf(claim, level));
  const misses: Miss[] = [];
  const alarms: Alarm<C>[] = [];
  let hits = 0;
  for (const [article, sheet] of sheets) {
    const got = firstOfEach(claims.get(article) ?? [], level);
    for (const [key, wanted] of sheet.asked) {
      if (wanted.keys.some((k) => got.has(k.full))) hits += 1;
      else misses.push({ article, key, gold: wanted.gold });
    }
    for (const [key, claim] of got)
      if (verdict(article, claim) === 'wrong') alarms.push({ article, key, claim });
  }
  return { hits, misses, alarms, verdict };
}

function sheetOf(golds: readonly GoldClaim[], level: LevelName): Sheet {
  const asked = new Map<string, { keys: readonly Key[]; gold: GoldClaim }>();
  const spared = new Set<string>();
  const anyDay = new Set<string>();
  for (const gold of golds) {
    const keys = keysOf(gold, level);
    const own = keys[0];
    if (!gold.optional && !(level === 'dated' && gold.dateFree)) {
      if (own !== undefined) asked.set(own.full, { keys, gold });
      continue;
    }
    for (const key of keys) spared.add(key.full);
    if (gold.dateFree) for (const key of keys) anyDay.add(key.core);
  }
  const right = new Set([...asked.values()].flatMap(({ keys }) => keys.map((k) => k.full)));
  return { asked, right, spared, anyDay };
}

function judge(sheet: Sheet | undefined, key: Key): Verdict {
  if (sheet?.right.has(key.full)) return 'right';
  return sheet?.spared.has(key.full) || sheet?.anyDay.has(key.core) ? 'spared' : 'wrong';
}

function firstOfEach<C extends Scored>(claims: readonly C[], level: LevelName): Map<string, C> {
  const got = new Map<string, C>();
  for (const claim of claims) {
    const key = keyOf(claim, level).full;
    if (!got.has(key)) got.set(key, claim);
  }
  return got;
}
