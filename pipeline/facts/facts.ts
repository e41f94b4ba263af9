import type { Fact, FactDate, Precision, Statement } from '../types.ts';
import { isSpan, lengthOf, overlap, type Period, periodOf, tells } from './days.ts';
import { counts, groupBy, matterKey, matterOf } from './matter.ts';
import { noReposts, type OriginalOf, supportOf } from './support.ts';

/**
 * Claims as facts, in order of time, those without a day first. Claims are one fact where relation, pair, scene
 * (`matterOf`) and status are the same and their days overlap; a coarse day («9月») joins the earliest finer one in
 * it. Open spans are facts of their own, and so are claims without a day. Rejected claims do not count.
 */
export function factsOf<C extends Statement>(
  claims: Iterable<C>,
  originalOf: OriginalOf = noReposts,
): Fact<C>[] {
  const standing = [...claims].filter(counts);
  const alike = groupBy(standing, (c) => `${matterKey(matterOf(c))}\t${c.status}`);
  return [...alike.values()]
    .flatMap((group) => factsAlike(group, originalOf))
    .map((fact) => ({ fact, key: timeKey(fact) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ fact }) => fact);
}

/** Sorts by time; on the same day by relation, pair, scene and status. */
const timeKey = <C extends Statement>(fact: Fact<C>): string =>
  [fact.date.start ?? '', fact.date.end ?? '', matterKey(fact), fact.status].join('\t');

interface Cluster<C> {
  /** The days that all members allow, or for open spans those of any. */
  period: Period;
  precision: Precision;
  readonly claims: C[];
}

/** Facts of claims that differ in their days and speakers only. */
function factsAlike<C extends Statement>(claims: readonly C[], originalOf: OriginalOf): Fact<C>[] {
  const undated = claims.filter((c) => periodOf(c.date) === null);
  const spans = cluster(claims.filter((c) => isSpan(c.date)));
  const points = cluster(claims.filter((c) => !isSpan(c.date)));
  const clusters = [...spans, ...points].sort((a, b) => (a.period.start < b.period.start ? -1 : 1));
  const facts = clusters.map(({ period, precision, claims: members }) =>
    factOf(members, { ...period, precision }, originalOf),
  );
  const none: FactDate = { start: null, end: null, precision: 'vague' };
  return undated.length === 0 ? facts : [factOf(undated, none, originalOf), ...facts];
}

/** Finest first, so that a coarse day finds the finer ones that it may mean. Claims without a day are left out. */
function cluster<C extends Statement>(claims: readonly C[]): Cluster<C>[] {
  const byDay = new Map<string, Cluster<C>>();
  const coarse: Cluster<C>[] = [];
  const dated = claims
    .flatMap((claim) => {
      const period = periodOf(claim.date);
      return period === null ? [] : [{ claim, period, length: lengthOf(period) }];
    })
    .sort((a, b) => a.length - b.length || (a.period.start < b.period.start ? -1 : 1));
  for (const { claim, period, length } of dated) {
    const home = length === 1 ? byDay.get(period.start) : earliest([...byDay.values(), ...coarse], period);
    if (home === undefined) {
      const made = { period, precision: claim.date.precision, claims: [claim] };
      if (length === 1) byDay.set(period.start, made);
      else coarse.push(made);
    } else {
      home.claims.push(claim);
      home.period = together(home.period, period, isSpan(claim.date));
      if (home.precision === 'vague') home.precision = claim.date.precision;
    }
  }
  return [...byDay.values(), ...coarse];
}

function earliest<C>(clusters: readonly Cluster<C>[], period: Period): Cluster<C> | undefined {
  let found: Cluster<C> | undefined;
  for (const one of clusters)
    if (overlap(one.period, period) && (found === undefined || one.period.start < found.period.start))
      found = one;
  return found;
}

/** The days that both allow; of two open spans all days of either, for both say that it lasted. */
function together(a: Period, b: Period, spans: boolean): Period {
  const [first = a.start, second = a.start] = [a.start, b.start].sort();
  const [earlier = a.end, later = a.end] = [a.end, b.end].sort();
  return spans ? { start: first, end: later } : { start: second, end: earlier };
}

function factOf<C extends Statement>(claims: readonly C[], date: FactDate, originalOf: OriginalOf): Fact<C> {
  const [first] = claims;
  if (first === undefined) throw new Error('a fact without a claim');
  return {
    ...matterOf(first),
    status: first.status,
    date,
    deadline: claims.find((c) => c.deadline !== null)?.deadline ?? null,
    conditions: [...new Set(claims.flatMap((c) => c.conditions))],
    told: claims.some(tells),
    ...supportOf(claims, originalOf),
  };
}

/** All claims of a fact, reposts too. */
export const claimsOf = <C extends Statement>(fact: Pick<Fact<C>, 'sources'>): C[] =>
  fact.sources.flatMap((s) => [...s.claims, ...s.reposts]);
