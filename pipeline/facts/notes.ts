import type { Fact, IsoDay, Statement, StateNote } from '../types.ts';
import { dayNumber, isSpan } from './days.ts';
import { groupBy } from './matter.ts';
import { OLD_DAYS } from './settings.ts';
import { heardLast, heardOf, isWeak, latestOf, undatedOf, type Word, wordsOf } from './words.ts';

interface Known<C extends Statement> {
  /** Facts about the pair and the scene. */
  readonly facts: readonly Fact<C>[];
  readonly day: IsoDay;
  /** The word that counts, and the unbroken run that it ends. */
  readonly last: Word<C> | undefined;
  readonly run: readonly Word<C>[];
  /** All words up to the day. */
  readonly words: readonly Word<C>[];
  /** Facts about the pair in all scenes. */
  readonly pair: readonly Fact<C>[];
  /** Facts about links in general in the same app. */
  readonly general: readonly Fact<C>[];
}

/** What is not known of one pair and scene on a day, or speaks against the word that counts. */
export function notesOn<C extends Statement>(known: Known<C>): StateNote<C>[] {
  const { day, last } = known;
  const perhaps = wordsOf(known.facts)
    .filter((w) => w.period.start <= day && w.from > day && w.fact.status !== last?.fact.status)
    .map((w): StateNote<C> => ({ code: 'perhaps', fact: w.fact }));
  if (last !== undefined) return [...perhaps, ...ageNotes(last, known), ...otherWords(last, known)];
  return [...perhaps, ...undatedOf(known.facts).map((fact): StateNote<C> => ({ code: 'undated', fact }))];
}

function ageNotes<C extends Statement>(last: Word<C>, { run, day }: Known<C>): StateNote<C>[] {
  const heard = heardLast(run, day) ?? last;
  const { deadline, status } = last.fact;
  const heardOn = heardOf(heard, day);
  const notes: StateNote<C>[] = [];
  if (heardOn < day && hasEnded(heard)) notes.push({ code: 'ended', end: heardOn });
  else if (status !== 'required' && dayNumber(day) - dayNumber(heardOn) > OLD_DAYS)
    notes.push({ code: 'old', heard: heardOn });
  if (deadline !== null && deadline < day) notes.push({ code: 'deadline', deadline });
  return notes;
}

/** An open span that ends on the day of publication goes on; one that ends before is over. */
const hasEnded = ({ fact, period }: Word<Statement>): boolean =>
  isSpan(fact.date) &&
  fact.sources.every((s) => s.article.published === null || s.article.published.slice(0, 10) > period.end);

function otherWords<C extends Statement>(last: Word<C>, known: Known<C>): StateNote<C>[] {
  const { day, facts, words, pair, run } = known;
  const heard = heardOf(heardLast(run, day) ?? last, day);
  const scene = facts[0]?.scene ?? null;
  const otherwise = (word: Word<C>): boolean => word.from > heard && word.fact.status !== last.fact.status;
  const latest = (some: readonly Fact<C>[]): Fact<C>[] => {
    const word = latestOf(wordsOf(some).filter((w) => w.from <= day));
    return word !== undefined && otherwise(word) ? [word.fact] : [];
  };
  const rumours = words.filter((w) => isWeak(w.fact) && otherwise(w));
  const scenes = scene === null ? [...groupBy(pair, (f) => f.scene ?? '').values()].flatMap(latest) : [];
  const sceneless = scene === null ? [] : latest(pair.filter((f) => f.scene === null));
  return [
    ...lastOfEach(rumours).map((w): StateNote<C> => ({ code: 'rumoured', fact: w.fact })),
    ...(scenes.length > 0 ? [{ code: 'scenes' as const, facts: scenes }] : []),
    ...sceneless.map((fact): StateNote<C> => ({ code: 'sceneless', fact })),
    ...latest(known.general.filter((f) => f.scene === scene)).map(
      (fact): StateNote<C> => ({ code: 'general', fact }),
    ),
  ];
}

/** The last word of each status. */
function lastOfEach<C extends Statement>(words: readonly Word<C>[]): Word<C>[] {
  const last = new Map(words.map((w) => [w.fact.status, w]));
  return words.filter((w) => last.get(w.fact.status) === w);
}
