import type { Fact, IsoDay, Statement, Status } from '../types.ts';
import { isSpan, lengthOf, type Period, periodOf } from './days.ts';
import { COARSE_DAYS } from './settings.ts';

/** A fact that says how things stand. */
export interface Word<C extends Statement> {
  readonly fact: Fact<C>;
  readonly period: Period;
  /** The day from which it surely holds: the last one that its date allows; of an open span the first. */
  readonly from: IsoDay;
}

const STANDING: readonly Status[] = ['open', 'limited', 'closed', 'trial', 'required'];

/** The dated facts that say how things stand, in the order of the days from which they surely hold. */
export function wordsOf<C extends Statement>(facts: readonly Fact<C>[]): Word<C>[] {
  return facts
    .flatMap((fact) => {
      const period = STANDING.includes(fact.status) ? periodOf(fact.date) : null;
      if (period === null) return [];
      return [{ fact, period, from: isSpan(fact.date) ? period.start : period.end }];
    })
    .sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
}

/** Facts that say how things stand, but not when. */
export const undatedOf = <C extends Statement>(facts: readonly Fact<C>[]): Fact<C>[] =>
  facts.filter((f) => STANDING.includes(f.status) && periodOf(f.date) === null);

/** The last day, up to `day`, of which the word speaks. */
export const heardOf = ({ fact, period }: Word<Statement>, day: IsoDay): IsoDay =>
  isSpan(fact.date) && period.end > day ? day : period.end;

/** Only unnamed sources, or users whose word nobody has accepted: not enough to overturn what others have said. */
export const isWeak = ({ speakers, sureness, reviewed }: Fact<Statement>): boolean =>
  sureness === 'hearsay' || (reviewed === 0 && speakers.every((s) => s === 'user' || s === 'rumour'));

/** The word that speaks of the last day, up to `day`. */
export function heardLast<C extends Statement>(words: readonly Word<C>[], day: IsoDay): Word<C> | undefined {
  let last: Word<C> | undefined;
  for (const word of words) if (last === undefined || heardOf(word, day) >= heardOf(last, day)) last = word;
  return last;
}

/**
 * The word that counts: the latest; of one day the one that a person has accepted, then one about that very day, then
 * what was tried, what a party says, what more voices say. Weak words count where there is nothing else.
 */
export function latestOf<C extends Statement>(words: readonly Word<C>[]): Word<C> | undefined {
  const firm = words.filter((w) => !isWeak(w.fact));
  const candidates = firm.length > 0 ? firm : words;
  const last = candidates.at(-1)?.from;
  return candidates.filter((w) => w.from === last).sort((a, b) => rank(b) - rank(a))[0];
}

/** Digits of one number, weightiest first. */
function rank({ fact, period }: Word<Statement>): number {
  const { speakers } = fact;
  const points = [
    fact.reviewed > 0,
    lengthOf(period) <= COARSE_DAYS,
    speakers.includes('test'),
    speakers.includes('official') || speakers.includes('regulator'),
  ];
  const digits = points.reduce((sum, point) => sum * 2 + Number(point), 0);
  return digits * 1000 + Math.min(999, fact.voices);
}

/** The unbroken run of words of one status that ends with `last`, earliest first. Weak words to the contrary break nothing. */
export function runTo<C extends Statement>(last: Word<C>, words: readonly Word<C>[]): Word<C>[] {
  const run = [last];
  const before = words.slice(0, words.indexOf(last)).filter((w) => w.from <= last.from);
  const alike = (w: Word<C>): boolean => w.fact.status === last.fact.status;
  // On a day of which others say what the run says, the contrary is disputed.
  const days = new Set(words.filter(alike).map((w) => w.from));
  for (const word of before.toReversed()) {
    if (alike(word)) run.push(word);
    else if (!isWeak(word.fact) && !days.has(word.from)) break;
  }
  return run.toReversed();
}
