import type { Fact, IsoDay, Statement, StateNote } from '../types.ts';
import { dayNumber, isSpan, periodOf } from './days.ts';
import { OLD_DAYS } from './settings.ts';
import { heardOf, latestOf, undatedOf, type Word, wordsOf } from './words.ts';

interface Known<C extends Statement> {
  readonly facts: readonly Fact<C>[];
  readonly day: IsoDay;
  /** The word that counts. */
  readonly last: Word<C> | undefined;
  /** All words up to the day. */
  readonly words: readonly Word<C>[];
  /** Facts of the same pair that name no scene. */
  readonly sceneless: readonly Fact<C>[];
  /** Facts about links in general in the same app. */
  readonly general?: readonly Fact<C>[];
}

/** What is not known of one pair and scene on a day, or speaks against the word that counts. */
export function notesOn<C extends Statement>(known: Known<C>): StateNote<C>[] {
  const { day, last } = known;
  const perhaps = wordsOf(known.facts)
    .filter((w) => w.period.start <= day && w.from > day && w.fact.status !== last?.fact.status)
    .map((w): StateNote<C> => ({ code: 'perhaps', fact: w.fact }));
  if (last === undefined) {
    const undated = undatedOf(known.facts).filter((f) => perhaps.length === 0 || f.told);
    return [...perhaps, ...undated.map((fact): StateNote<C> => ({ code: 'undated', fact }))];
  }
  return [...perhaps, ...ageNotes(last, known), ...otherWords(last, known)];
}

function ageNotes<C extends Statement>(last: Word<C>, { words, day }: Known<C>): StateNote<C>[] {
  const { fact, period } = last;
  const notes: StateNote<C>[] = [];
  const heardDays = words
    .filter((w) => w.fact.status === fact.status)
    .map((w) => heardOf(w, day))
    .sort();
  const heard = heardDays.at(-1) ?? period.start;
  if (isSpan(fact.date) && heard < day && hasEnded(last)) notes.push({ code: 'ended', end: heard });
  else if (fact.status !== 'required' && dayNumber(day) - dayNumber(heard) > OLD_DAYS)
    notes.push({ code: 'old', heard });
  if (fact.deadline !== null && fact.deadline < day)
    notes.push({ code: 'deadline', deadline: fact.deadline });
  return notes;
}

/** An open span that ends on the day of publication goes on; one that ends before is over. */
const hasEnded = ({ fact, period }: Word<Statement>): boolean =>
  fact.sources.every((s) => s.article.published === null || s.article.published.slice(0, 10) > period.end);

function otherWords<C extends Statement>(last: Word<C>, known: Known<C>): StateNote<C>[] {
  const { day, facts, words } = known;
  const later = (word: Word<C> | undefined): word is Word<C> =>
    word !== undefined && word.from > last.from && word.fact.status !== last.fact.status;
  const latest = (some: readonly Fact<C>[]): Word<C> | undefined =>
    latestOf(wordsOf(some).filter((w) => w.from <= day));
  const rumours = words.filter((w) => w.fact.sureness === 'hearsay' && later(w));
  const notes = rumours.slice(-1).map((w): StateNote<C> => ({ code: 'rumoured', fact: w.fact }));
  const scene = facts[0]?.scene ?? null;
  const sceneless = scene === null ? undefined : latest(known.sceneless);
  if (later(sceneless)) notes.push({ code: 'sceneless', fact: sceneless.fact });
  const general = latest((known.general ?? []).filter((f) => f.scene === scene));
  if (later(general) && periodOf(general.fact.date) !== null)
    notes.push({ code: 'general', fact: general.fact });
  return notes;
}
