import type { Conflict, Fact, IsoDay, Statement, StateStep } from '../types.ts';
import { dayAfter, periodOf } from './days.ts';
import { matterKey } from './matter.ts';
import { firstPublished } from './plans.ts';
import { rowsOf, type StateOptions } from './state.ts';

/**
 * The state of one pair through time: for each of its scenes the days on which it changes, in order. Between two
 * steps only what depends on the age of a word differs: how old it is, and whether a lasting one is still heard of.
 */
export function stepsOf<C extends Statement>(
  pair: readonly Fact<C>[],
  conflicts: readonly Conflict<C>[],
  options: StateOptions<C> = {},
): StateStep<C>[][] {
  const byMatter = new Map<string, StateStep<C>[]>();
  const last = new Map<string, string>();
  for (const day of turningDays([...pair, ...(options.general ?? [])])) {
    const rows = new Map(rowsOf(pair, conflicts, day, options).map((row) => [matterKey(row), row]));
    for (const key of new Set([...rows.keys(), ...byMatter.keys()])) {
      const row = rows.get(key) ?? null;
      const content = JSON.stringify(row, withoutAge);
      if (last.get(key) === content) continue;
      last.set(key, content);
      const steps = byMatter.get(key) ?? [];
      byMatter.set(key, [...steps, { from: day, row }]);
    }
  }
  return [...byMatter.values()];
}

/** What a row says, but for what changes from day to day by itself; of claims their ids. */
function withoutAge(key: string, value: unknown): unknown {
  if (key === 'heard') return undefined;
  if (key === 'notes' && Array.isArray(value)) return value.filter((note) => note.code !== 'old');
  return key === 'evidence' || key === 'article' || key === 'trace' ? undefined : value;
}

/** Every day on which something may become so, known, due or over. */
function turningDays<C extends Statement>(facts: readonly Fact<C>[]): IsoDay[] {
  const days = new Set<IsoDay>();
  for (const fact of facts) {
    const period = periodOf(fact.date);
    if (period === null) continue;
    days.add(period.start).add(period.end).add(dayAfter(period.end, 1));
    const published = firstPublished(fact);
    if (published !== null && fact.status === 'planned') days.add(published);
    if (fact.deadline !== null) days.add(dayAfter(fact.deadline, 1));
  }
  return [...days].sort();
}
