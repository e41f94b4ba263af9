import type { Conflict, ConflictKind, ConflictSide, Fact, Matter, Statement } from '../types.ts';
import { dateConflicts } from './date-conflicts.ts';
import { gap, isSpan, lengthOf, overlap, type Period, periodOf } from './days.ts';
import { claimsOf, factsOf } from './facts.ts';
import { groupBy, matterKey } from './matter.ts';
import { COARSE_DAYS, HELD_AGAINST_DAYS } from './settings.ts';
import { noReposts, type OriginalOf } from './support.ts';

/**
 * Contradictions about the same relation, pair and scene around the same day, and changes told of two days; in order
 * of time. Claims may come in any order and of any pairs.
 *
 * Two words contradict each other where one says that it works (open, trial) and the other that it does not (closed),
 * or, by degree, one of them that it is limited and the other that it is closed, or open without any limit; and either
 * their days are the same, or what was found later goes against the latest announcement of the month before it. A later announcement is a change and no
 * conflict. Asked for, planned, and words dated to more than a week contradict nothing.
 */
export function conflictsOf<C extends Statement>(
  claims: Iterable<C>,
  originalOf: OriginalOf = noReposts,
): Conflict<C>[] {
  return conflictsAmong(factsOf(claims, originalOf));
}

/** The same, where the facts are at hand. */
export function conflictsAmong<C extends Statement>(facts: readonly Fact<C>[]): Conflict<C>[] {
  const conflicts = [...groupBy(facts, matterKey).values()].flatMap((group) => [
    ...statusConflicts(group),
    ...dateConflicts(group),
  ]);
  const since = (c: Conflict<C>): string => c.sides[0].facts[0]?.date.start ?? '';
  return conflicts.sort((a, b) => (since(a) < since(b) ? -1 : since(a) > since(b) ? 1 : 0));
}

/**
 * Where what was announced of links in general (`general`: facts of the same app) does not hold for one app of which
 * `facts` are: found shut, or open against an announced stop, on the day or in the month after it. What is tried step
 * by step may have left the app out so far.
 */
export function exceptionsOf<C extends Statement>(
  facts: readonly Fact<C>[],
  general: readonly Fact<C>[],
): Conflict<C>[] {
  const announced = dated(general).filter((g) => g.fact.told && g.fact.status !== 'trial');
  return dated(facts).flatMap(({ fact, period }) => {
    const word = announced.findLast((g) => g.fact.scene === fact.scene && g.period.start <= period.end);
    if (word === undefined || fact.told || fact.relation !== 'access') return [];
    if (contrariety(word.fact, fact) !== 'contrary' || gap(word.period, period) > HELD_AGAINST_DAYS)
      return [];
    const sides = [side([word.fact]), side([fact])] as const;
    return [{ ...matterOfSide(sides[1]), kind: 'exception', about: 'contrary', sides, better: null }];
  });
}

/** `contrary`: it works or it does not; `degree`: one of the two says «with extra steps»; null: both may be so. */
export function contrariety(a: Fact<Statement>, b: Fact<Statement>): 'contrary' | 'degree' | null {
  const statuses = [a.status, b.status];
  const [one, other] = a.status === 'limited' ? [b, a] : [a, b];
  if (other.status === 'limited') {
    if (one.status === 'closed') return 'degree';
    return one.status === 'open' && one.conditions.length === 0 ? 'degree' : null;
  }
  const works = statuses.includes('open') || statuses.includes('trial');
  return works && statuses.includes('closed') ? 'contrary' : null;
}

interface Dated<C extends Statement> {
  readonly fact: Fact<C>;
  readonly period: Period;
}

/** Facts about one matter, in order of time, that are dated finely enough to contradict. */
function dated<C extends Statement>(facts: readonly Fact<C>[]): Dated<C>[] {
  return facts.flatMap((fact) => {
    const period = periodOf(fact.date);
    return period === null || isSpan(fact.date) || lengthOf(period) > COARSE_DAYS ? [] : [{ fact, period }];
  });
}

/** The words of before that a later one may contradict: of its own days, the latest announced, and denied hearsay. */
function heldAgainst<C extends Statement>(later: Dated<C>, before: readonly Dated<C>[]): Dated<C>[] {
  const within = (e: Dated<C>): boolean => gap(e.period, later.period) <= HELD_AGAINST_DAYS;
  const sameDay = before.filter((e) => overlap(e.period, later.period));
  const announced = before.findLast((e) => e.fact.told && !sameDay.includes(e));
  const denied = before.filter((e) => e.fact.sureness === 'hearsay' && within(e));
  if (!later.fact.told)
    return [...sameDay, ...(announced !== undefined && within(announced) ? [announced] : [])];
  return isAuthoritative(later.fact) ? [...new Set([...sameDay, ...denied])] : sameDay;
}

function statusConflicts<C extends Statement>(facts: readonly Fact<C>[]): Conflict<C>[] {
  const all = dated(facts);
  const pairs = all.flatMap((later, i) => {
    return heldAgainst(later, all.slice(Math.max(0, i - NEAR), i)).flatMap((earlier) => {
      const about = contrariety(earlier.fact, later.fact);
      return about === null ? [] : [{ earlier: earlier.fact, later: later.fact, about }];
    });
  });
  const place = new Map(all.map(({ fact }, i) => [fact, i]));
  const grouped = groupBy(pairs, (p) => [p.about, place.get(p.earlier), p.later.status].join('\t'));
  return [...grouped.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const later = group.map((p) => p.later);
    return [conflict(first.about, side([first.earlier]), side(later))];
  });
}

/** Whether one says so who decides it: the house itself or an agency. */
const isAuthoritative = ({ speakers }: Fact<Statement>): boolean =>
  speakers.includes('official') || speakers.includes('regulator');

/** Facts of one matter within a month: more than this would be four statuses for each of thirty days. */
const NEAR = 124;

const side = <C extends Statement>(facts: readonly Fact<C>[]): ConflictSide<C> => ({
  status: facts[0]?.status ?? 'open',
  facts,
});

function conflict<C extends Statement>(
  about: 'contrary' | 'degree',
  one: ConflictSide<C>,
  other: ConflictSide<C>,
): Conflict<C> {
  return { ...matterOfSide(one), kind: kindOf(one, other), about, sides: [one, other], better: null };
}

function matterOfSide<C extends Statement>({ facts: [fact] }: ConflictSide<C>): Matter {
  if (fact === undefined) throw new Error('a side without a fact');
  const { relation, subject, object, scene } = fact;
  return { relation, subject, object, scene };
}

function kindOf<C extends Statement>(one: ConflictSide<C>, other: ConflictSide<C>): ConflictKind {
  const sides = [one, other].map((s) => s.facts.flatMap((f) => claimsOf(f)));
  const only = (types: readonly string[], at: number): boolean =>
    (sides[at] ?? []).every((c) => types.includes(c.attribution.type));
  const some = (types: readonly string[], at: number): boolean =>
    (sides[at] ?? []).some((c) => types.includes(c.attribution.type));
  const parties = ['official', 'regulator'];
  const findings = ['test', 'user'];
  if (only(['rumour'], 0) || only(['rumour'], 1)) return 'rumour';
  if (some(parties, 0) && some(parties, 1)) return 'parties';
  if (some(parties, 0) ? some(findings, 1) : some(parties, 1) && some(findings, 0))
    return 'announcement-test';
  return new Set(sides.flat().map((c) => c.article.id)).size === 1 ? 'within-article' : 'outlets';
}
