import type { Fact, IsoDay, Plan, Statement } from '../types.ts';
import { type Period, periodOf, publishedAt } from './days.ts';
import { claimsOf } from './facts.ts';
import type { Word } from './words.ts';

const BEIJING = 8 * 3_600_000;

/** The day of publication in Beijing of the first article that says it; null where none has one. */
export function firstPublished(fact: Fact<Statement>): IsoDay | null {
  const at = Math.min(...claimsOf(fact).map(publishedAt));
  return Number.isFinite(at) ? new Date(at + BEIJING).toISOString().slice(0, 10) : null;
}

/**
 * The plans and requests that stand on `day`: made by then, and not come true since. A plan whose day has come does
 * not become true by itself: that takes a word that it works, on its day or later, or that it began before. `works`
 * are the words up to `day` that say that it works.
 */
export function plansOn<C extends Statement>(
  facts: readonly Fact<C>[],
  works: readonly Word<C>[],
  day: IsoDay,
): Plan<C>[] {
  const standing = facts.flatMap((fact) => {
    const period = periodOf(fact.date);
    if ((fact.status !== 'planned' && fact.status !== 'pending') || period === null) return [];
    const made = [firstPublished(fact) ?? period.start, period.start].sort()[0] ?? period.start;
    const came = works.some((w) => w.from > made && (w.fact.told || w.from >= period.start));
    if (made > day || came) return [];
    return [{ fact, stage: stageOf(fact, period, day) }];
  });
  return standing.filter((plan, i) => !standing.slice(0, i).some((earlier) => repeats(earlier, plan)));
}

function stageOf(fact: Fact<Statement>, { start, end }: Period, day: IsoDay): Plan['stage'] {
  if (fact.status === 'pending') return 'asked';
  const published = firstPublished(fact);
  const exact = fact.date.precision === 'day' || fact.date.precision === 'vague';
  if (exact && published !== null && start <= published) return 'unset';
  if (end < day) return 'passed';
  return start <= day ? 'due' : 'ahead';
}

/** Two requests, or two announcements without a day, are one, that began with the first. */
const repeats = (earlier: Plan<Statement>, plan: Plan<Statement>): boolean =>
  earlier.stage === plan.stage && (plan.stage === 'asked' || plan.stage === 'unset');
