import type { Conflict, Fact, IsoDay, Matter, Statement, StateNote, StateRow, Support } from '../types.ts';
import { conflictsAmong } from './conflicts.ts';
import { claimsOf, factsOf } from './facts.ts';
import { counts, groupBy, matterKey, matterOf, pairKey } from './matter.ts';
import { notesOn } from './notes.ts';
import { plansOn } from './plans.ts';
import { noReposts, type OriginalOf, supportOf } from './support.ts';
import { heardOf, latestOf, runTo, undatedOf, type Word, wordsOf } from './words.ts';

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
    return rowsOf(facts, conflictsAmong(facts), day, { ...options, originalOf });
  });
}

/** The rows of one pair on a day, where its facts and conflicts are at hand; those without a scene first. */
export function rowsOf<C extends Statement>(
  facts: readonly Fact<C>[],
  conflicts: readonly Conflict<C>[],
  day: IsoDay,
  options: StateOptions<C>,
): StateRow<C>[] {
  const sceneless = facts.filter((f) => f.scene === null);
  return [...groupBy(facts, matterKey).values()]
    .flatMap((own) => rowOf(own, conflicts, day, { ...options, sceneless }))
    .sort((a, b) => ((a.scene ?? '') < (b.scene ?? '') ? -1 : 1));
}

interface RowOptions<C extends Statement> extends StateOptions<C> {
  readonly sceneless: readonly Fact<C>[];
}

function rowOf<C extends Statement>(
  facts: readonly Fact<C>[],
  conflicts: readonly Conflict<C>[],
  day: IsoDay,
  options: RowOptions<C>,
): StateRow<C>[] {
  const [first] = facts;
  if (first === undefined) return [];
  const words = wordsOf(facts).filter((w) => w.from <= day);
  const last = latestOf(words);
  const works = words.filter(({ fact }) => fact.status !== 'closed' && fact.status !== 'required');
  const plans = plansOn(facts, works, day);
  const notes = notesOn({ facts, day, last, words, ...options });
  if (last === undefined && plans.length === 0 && notes.length === 0) return [];
  const { relation, subject, object, scene } = first;
  const matter: Matter = { relation, subject, object, scene };
  if (last !== undefined) return [heardRow(matter, last, words, { day, conflicts, plans, notes }, options)];
  return [unheardRow(matter, plans, notes, facts, options)];
}

type Findings<C extends Statement> = Pick<StateRow<C>, 'plans' | 'notes' | 'conflicts'>;

function heardRow<C extends Statement>(
  matter: Matter,
  last: Word<C>,
  words: readonly Word<C>[],
  { day, conflicts, plans, notes }: Findings<C> & { readonly day: IsoDay },
  { originalOf }: StateOptions<C>,
): StateRow<C> {
  const run = runTo(last, words);
  const begin = run[0] ?? last;
  const { fact } = last;
  const about = conflicts.filter((c) => isAbout(c, fact, day));
  return {
    ...matter,
    ...supportOf(
      run.flatMap((w) => claimsOf(w.fact)),
      originalOf ?? noReposts,
    ),
    status: fact.status,
    conditions: fact.conditions,
    since: begin.fact.date,
    began: begin.fact.told,
    heard:
      run
        .map((w) => heardOf(w, day))
        .sort()
        .at(-1) ?? null,
    deadline: fact.deadline,
    plans,
    conflicts: about,
    notes: notes.filter((n) => n.code !== 'rumoured' || !about.some((c) => hasFact(c, n.fact))),
  };
}

/** Nobody says how it stands: a plan or a request is all, or what the notes tell. */
function unheardRow<C extends Statement>(
  matter: Matter,
  plans: StateRow<C>['plans'],
  notes: readonly StateNote<C>[],
  facts: readonly Fact<C>[],
  { originalOf }: StateOptions<C>,
): StateRow<C> {
  const plan = plans.at(-1)?.fact;
  const behind = plan ?? undatedOf(facts)[0] ?? facts[0];
  const support: Support<C> = supportOf(
    behind === undefined ? [] : claimsOf(behind),
    originalOf ?? noReposts,
  );
  return {
    ...matter,
    ...support,
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
  const known = conflict.sides.every((s) =>
    s.facts.some((f) => f.date.start !== null && f.date.start <= day),
  );
  return known && hasFact(conflict, fact);
}

const hasFact = <C extends Statement>({ sides }: Conflict<C>, fact: Fact<C>): boolean =>
  sides.some((s) => s.facts.includes(fact));
