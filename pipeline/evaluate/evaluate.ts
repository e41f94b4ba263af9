import { posix } from 'node:path';
import type { ExportedClaim } from '../types.ts';
import type { Gold } from './gold.ts';
import { coreOf, daysOf, LEVELS, type LevelName } from './keys.ts';
import { type LevelResult, type Miss, scoreLevel } from './level.ts';

/** Precision, recall and F1 to the third digit, and the counts behind them. */
export interface LevelFigures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly tp: number;
  readonly fp: number;
  readonly fn: number;
}

export interface RelationFigures {
  readonly gold: number;
  readonly missed: number;
  readonly alarms: number;
}

/** How many of a rule's claims are right, spared (optional in the gold) and wrong, at the core level. */
export interface RuleFigures {
  readonly right: number;
  readonly spared: number;
  readonly wrong: number;
}

/** One thing that is not as the gold has it, with the words it rests on. */
export interface Finding {
  readonly kind: 'miss' | 'alarm' | 'date' | 'who';
  readonly article: string;
  readonly claim: string;
  /** What the gold has and what was found, for `date` and `who`. */
  readonly gold: string | null;
  readonly got: string | null;
  /** The rule behind an alarm. */
  readonly rule: string | null;
  readonly sentence: string;
}

export interface Evaluation {
  readonly core: LevelFigures;
  readonly dated: LevelFigures;
  readonly attributed: LevelFigures;
  readonly relations: Readonly<Record<string, RelationFigures>>;
  readonly rules: Readonly<Record<string, RuleFigures>>;
  readonly findings: readonly Finding[];
}

type Results = Readonly<Record<LevelName, LevelResult<ExportedClaim>>>;

/**
 * Scores claims against a gold file. A claim belongs to the gold article whose id is the file name of
 * `article.path` without its ending; claims of other articles are left out.
 */
export function evaluate(gold: Gold, exported: Iterable<ExportedClaim>): Evaluation {
  const claims = byArticle(gold, exported);
  const results: Results = {
    core: scoreLevel(gold, claims, 'core'),
    dated: scoreLevel(gold, claims, 'dated'),
    attributed: scoreLevel(gold, claims, 'attributed'),
  };
  return {
    core: figuresOf(results.core),
    dated: figuresOf(results.dated),
    attributed: figuresOf(results.attributed),
    relations: relationsOf(gold, results.core),
    rules: rulesOf(claims, results.core),
    findings: LEVELS.flatMap((level) => findingsOf(level, results[level], claims)),
  };
}

/** The gold id of an article's path: `a/b-1.md#3` is `b-1`. */
export function articleIdOf(path: string): string {
  const base = posix.basename(path);
  return base.slice(0, base.length - posix.extname(base).length);
}

function byArticle(gold: Gold, exported: Iterable<ExportedClaim>): Map<string, ExportedClaim[]> {
  const claims = new Map<string, ExportedClaim[]>(gold.articles.map((id) => [id, []]));
  for (const claim of exported) claims.get(articleIdOf(claim.article.path))?.push(claim);
  return claims;
}

function figuresOf<C>(result: LevelResult<C>): LevelFigures {
  const [tp, fp, fn] = [result.hits, result.alarms.length, result.misses.length];
  const p = tp + fp > 0 ? tp / (tp + fp) : 1;
  const r = tp + fn > 0 ? tp / (tp + fn) : 1;
  const f1 = p + r > 0 ? (2 * p * r) / (p + r) : 0;
  return { p: toThree(p), r: toThree(r), f1: toThree(f1), tp, fp, fn };
}

/**
 * Rounds to three digits, a half to the even neighbour, as Python's `round` does. Halves are the odd
 * multiples of 1/16: no other fraction of 2000 is a binary number.
 */
export function toThree(x: number): number {
  if (Math.abs(x * 16) % 2 === 1) return (2 * Math.round((x * 1000) / 2)) / 1000;
  return Number(x.toFixed(3));
}

function relationsOf(gold: Gold, core: LevelResult<ExportedClaim>): Record<string, RelationFigures> {
  const asked = gold.articles.flatMap((id) => {
    const wanted = (gold.claims.get(id) ?? []).filter((g) => !g.optional);
    return [...new Map(wanted.map((g) => [coreOf(g), g.relation])).values()];
  });
  const missed = core.misses.map((m) => m.gold.relation);
  const alarms = core.alarms.map((a) => a.claim.relation);
  const count = (list: readonly string[], name: string): number => list.filter((x) => x === name).length;
  const names = [...new Set([...asked, ...missed, ...alarms])].sort();
  return Object.fromEntries(
    names.map((n) => [n, { gold: count(asked, n), missed: count(missed, n), alarms: count(alarms, n) }]),
  );
}

function rulesOf(
  claims: ReadonlyMap<string, readonly ExportedClaim[]>,
  core: LevelResult<ExportedClaim>,
): Record<string, RuleFigures> {
  const rules = new Map<string, { right: number; spared: number; wrong: number }>();
  for (const [article, own] of claims)
    for (const claim of own) {
      const figures = rules.get(claim.rule) ?? { right: 0, spared: 0, wrong: 0 };
      figures[core.verdict(article, claim)] += 1;
      rules.set(claim.rule, figures);
    }
  return Object.fromEntries([...rules].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function findingsOf(
  level: LevelName,
  result: LevelResult<ExportedClaim>,
  claims: ReadonlyMap<string, readonly ExportedClaim[]>,
): Finding[] {
  if (level !== 'core') return result.misses.flatMap((miss) => partlyRight(level, miss, claims));
  const none = { gold: null, got: null };
  const misses = result.misses.map(
    (m): Finding => ({
      kind: 'miss',
      article: m.article,
      claim: m.key,
      rule: null,
      sentence: m.gold.quote,
      ...none,
    }),
  );
  const alarms = result.alarms.map(
    (a): Finding => ({
      kind: 'alarm',
      article: a.article,
      claim: a.key,
      rule: a.claim.rule,
      sentence: a.claim.evidence.quote,
      ...none,
    }),
  );
  return [...misses, ...alarms];
}

/** A claim whose core was found, with other days or another speaker than the gold has. */
function partlyRight(
  level: 'dated' | 'attributed',
  miss: Miss,
  claims: ReadonlyMap<string, readonly ExportedClaim[]>,
): Finding[] {
  const core = coreOf(miss.gold);
  const same = (claims.get(miss.article) ?? []).filter((c) => coreOf(c) === core);
  if (same.length === 0) return [];
  const dated = level === 'dated';
  return [
    {
      kind: dated ? 'date' : 'who',
      article: miss.article,
      claim: core,
      gold: dated ? daysOf(miss.gold) : (miss.gold.attribution?.type ?? 'null'),
      got: same.map((c) => (dated ? daysOf(c) : c.attribution.type)).join(', '),
      rule: same[0]?.rule ?? null,
      sentence: miss.gold.quote,
    },
  ];
}
