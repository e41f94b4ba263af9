import type { Conflict, Fact, Ground, IsoDay, Statement, Status } from '../types.ts';
import { gap, isSpan, lengthOf, type Period, periodOf, publishedAt, tells } from './days.ts';
import { claimsOf } from './facts.ts';
import { RETOLD_DAYS } from './settings.ts';

/** What happens on a day. A plan may be moved and a rule published again: those are two events. */
const EVENTS: readonly Status[] = ['open', 'limited', 'closed', 'trial', 'launched'];
const OTHER_WAY: Partial<Record<Status, readonly Status[]>> = {
  closed: ['open', 'limited', 'trial'],
  open: ['closed'],
  limited: ['closed'],
  trial: ['closed'],
};

/**
 * The same change told of two days, at most a month apart: by different articles, with nothing to the contrary
 * between them and not with different limits («80 % of the shops», «all shops» are two steps). `facts` are about one
 * matter, in order of time.
 */
export function dateConflicts<C extends Statement>(facts: readonly Fact<C>[]): Conflict<C>[] {
  return EVENTS.flatMap((status) => {
    const told = facts.filter((f) => f.status === status).flatMap(tellsDay);
    if (told.length < 2) return [];
    const turns = turnsOf(facts, status);
    return told.slice(1).flatMap(({ fact: later, period }, i) => {
      const before = told[i];
      if (before === undefined || !retold(before, { fact: later, period })) return [];
      return turns(before.period, period) ? [] : [between(before.fact, later)];
    });
  });
}

interface Told<C extends Statement> {
  readonly fact: Fact<C>;
  readonly period: Period;
}

/** The fact where somebody tells its day, not only what was so on it. */
function tellsDay<C extends Statement>(fact: Fact<C>): Told<C>[] {
  const period = periodOf(fact.date);
  if (period === null || isSpan(fact.date) || lengthOf(period) > RETOLD_DAYS) return [];
  const teller = claimsOf(fact).some(
    (c) => tells(c) && c.date.basis !== 'published' && c.date.precision !== 'vague',
  );
  return teller ? [{ fact, period }] : [];
}

function retold<C extends Statement>(a: Told<C>, b: Told<C>): boolean {
  const days = gap(a.period, b.period);
  if (days === 0 || days > RETOLD_DAYS) return false;
  const articles = new Set(claimsOf(a.fact).map((c) => c.article.id));
  if (claimsOf(b.fact).some((c) => articles.has(c.article.id))) return false;
  const limits = [a.fact, b.fact].map((f) => [...f.conditions].sort().join('\n'));
  return limits.includes('') || limits[0] === limits[1];
}

/** Tells whether one of `facts` says the contrary of `status` of a day from the beginning of `from` to the end of `to`. */
function turnsOf(facts: readonly Fact<Statement>[], status: Status): (from: Period, to: Period) => boolean {
  const others = facts
    .flatMap((fact) => (OTHER_WAY[status]?.includes(fact.status) === true ? (periodOf(fact.date) ?? []) : []))
    .sort((a, b) => (a.start < b.start ? -1 : 1));
  let last = '';
  const lastEnds = others.map(({ end }) => {
    if (end > last) last = end;
    return last;
  });
  return (from, to) => {
    const begun = countUpTo(others, to.end);
    return begun > 0 && (lastEnds[begun - 1] ?? '') >= from.start;
  };
}

/** How many of the periods, which stand in the order of their first days, have begun by `day`. */
function countUpTo(periods: readonly Period[], day: IsoDay): number {
  let [low, high] = [0, periods.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((periods[middle]?.start ?? '') <= day) low = middle + 1;
    else high = middle;
  }
  return low;
}

function between<C extends Statement>(a: Fact<C>, b: Fact<C>): Conflict<C> {
  const { relation, subject, object, scene, status } = a;
  const sides = [
    { status, facts: [a] },
    { status, facts: [b] },
  ] as const;
  return { relation, subject, object, scene, kind: 'date', about: 'date', sides, better: better(a, b) };
}

/** The better supported of two, by the first ground on which they differ. */
export function better<C extends Statement>(a: Fact<C>, b: Fact<C>): Conflict<C>['better'] {
  for (const [ground, weigh] of GROUNDS) {
    const [x, y] = [weigh(a), weigh(b)];
    if (x !== y) return { side: x > y ? 0 : 1, ground };
  }
  return null;
}

/** More is better. */
const GROUNDS: readonly (readonly [Ground, (fact: Fact<Statement>) => number])[] = [
  ['reviewed', (f) => Math.min(1, f.reviewed)],
  ['official', (f) => Number(f.speakers.includes('official') || f.speakers.includes('regulator'))],
  ['voices', (f) => f.voices],
  ['finer', (f) => -(periodLength(f) ?? Number.POSITIVE_INFINITY)],
  ['sooner', (f) => -Math.min(...claimsOf(f).map(publishedAt))],
];

function periodLength(fact: Fact<Statement>): number | null {
  const period = periodOf(fact.date);
  return period === null ? null : lengthOf(period);
}
