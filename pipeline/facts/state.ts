import type { Conflict, Fact, IsoDay, Matter, Statement, StateNote, StateRow } from '../types.ts';
import { conflictsAmong, exceptionsOf } from './conflicts.ts';
import { claimsOf, factsOf } from './facts.ts';
import { counts, groupBy, matterKey, matterOf, pairKey } from './matter.ts';
import { notesOn } from './notes.ts';
import { plansOn } from './plans.ts';
import { noReposts, type OriginalOf, supportOf } from './support.ts';
import { heardLast, heardOf, latestOf, runTo, type Word, wordsOf } from './words.ts';

export interface StateOptions<C extends Statement> {
  readonly originalOf?: OriginalOf;
  /** Facts about links in general in the same apps (`external-links`): a later one is noted. */
  readonly general?: readonly Fact<C>[];
}

const PAIRED: readonly Statement['relation'][] = ['access', 'acceptance', 'code-interop', 'order'];

/**
 * What holds on `day` for every pair and scene of which anything is known by then: the latest word up to that day,
 * since when, who says so, how sure it is, and what is not known. Claims may come in any order and of any pairs;
 * rules, launches and pledges have no state. Also what was published after `day` counts, for what it says of before.
 */
export function stateOf<C extends Statement>(
  claims: Iterable<C>,
  day: IsoDay,
  options: StateOptions<C> = {},
): StateRow<C>[] {
  const originalOf = options.originalOf ?? noReposts;
  const standing = [...claims].filter((c) => counts(c) && PAIRED.includes(c.relation));
  return [...groupBy(standing, (c) => pairKey(matterOf(c))).values()].flatMap((pair) => {
    const facts = factsOf(pair, originalOf);
    const conflicts = [...conflictsAmong(facts), ...exceptionsOf(facts, options.general ?? [])];
    return rowsOf(facts, conflicts, day, { ...options, originalOf });
  });
}

/** The rows of one pair on a day, where its facts and conflicts are at hand; those without a scene first. */
export function rowsOf<C extends Statement>(
  pair: readonly Fact<C>[],
  conflicts: readonly Conflict<C>[],
  day: IsoDay,
  { originalOf = noReposts, general = [] }: StateOptions<C>,
): StateRow<C>[] {
  return [...groupBy(pair, matterKey).values()]
    .flatMap((facts) => rowOf({ facts, pair, conflicts, day, originalOf, general }))
    .sort((a, b) => ((a.scene ?? '') < (b.scene ?? '') ? -1 : 1));
}

interface Scope<C extends Statement> extends Required<StateOptions<C>> {
  /** About one matter. */
  readonly facts: readonly Fact<C>[];
  /** About the pair in all scenes. */
  readonly pair: readonly Fact<C>[];
  readonly conflicts: readonly Conflict<C>[];
  readonly day: IsoDay;
}

function rowOf<C extends Statement>(scope: Scope<C>): StateRow<C>[] {
  const { facts, day } = scope;
  const words = wordsOf(facts).filter((w) => w.from <= day);
  const last = latestOf(words);
  const run = last === undefined ? [] : runTo(last, words);
  const works = words.filter(({ fact }) => fact.status !== 'closed' && fact.status !== 'required');
  const plans = plansOn(facts, works, day);
  const notes = notesOn({ ...scope, last, run, words });
  if (last !== undefined) return [heardRow(last, run, plans, notes, scope)];
  return plans.length === 0 && notes.length === 0 ? [] : [unheardRow(plans, notes, scope)];
}

const matterOfFact = ({ relation, subject, object, scene }: Matter): Matter => ({
  relation,
  subject,
  object,
  scene,
});

function heardRow<C extends Statement>(
  last: Word<C>,
  run: readonly Word<C>[],
  plans: StateRow<C>['plans'],
  notes: readonly StateNote<C>[],
  { day, conflicts, originalOf }: Scope<C>,
): StateRow<C> {
  const begin = run[0] ?? last;
  const { fact } = last;
  const about = conflicts.filter((c) => isAbout(c, fact, day));
  const claims = run.flatMap((w) => claimsOf(w.fact));
  return {
    ...matterOfFact(fact),
    ...supportOf(claims, originalOf),
    status: fact.status,
    conditions: fact.conditions,
    since: begin.fact.date,
    began: begin.fact.told,
    heard: heardOf(heardLast(run, day) ?? last, day),
    deadline: fact.deadline,
    plans,
    conflicts: about,
    notes: notes.filter((n) => n.code !== 'rumoured' || !about.some((c) => hasFact(c, n.fact))),
  };
}

/** Nobody says how it stands: a plan or a request is all, or what the notes tell. */
function unheardRow<C extends Statement>(
  plans: StateRow<C>['plans'],
  notes: readonly StateNote<C>[],
  { facts, originalOf }: Scope<C>,
): StateRow<C> {
  const plan = plans.at(-1)?.fact;
  const [said] = notes.flatMap((n) => ('fact' in n ? [n.fact] : []));
  const behind = plan ?? said ?? facts[0];
  if (behind === undefined) throw new Error('a state without a fact');
  return {
    ...matterOfFact(behind),
    ...supportOf(claimsOf(behind), originalOf),
    status: plan?.status ?? null,
    conditions: plan?.conditions ?? [],
    since: null,
    began: false,
    heard: null,
    deadline: null,
    plans,
    conflicts: [],
    notes,
  };
}

/** Whether the fact stands on one side, and both sides speak of days up to `day`. */
function isAbout<C extends Statement>(conflict: Conflict<C>, fact: Fact<C>, day: IsoDay): boolean {
  if (!hasFact(conflict, fact)) return false;
  return conflict.sides.every((s) => s.facts.some((f) => f.date.start !== null && f.date.start <= day));
}

const hasFact = <C extends Statement>({ sides }: Conflict<C>, fact: Fact<C>): boolean =>
  sides.some((s) => s.facts.includes(fact));
