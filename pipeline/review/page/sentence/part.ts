import type { Attribution, ClaimDate, Relation, Status } from '../../../types.ts';

/** The fields of a claim that a sentence tells; an exported claim has them, and so has a claim that is being edited. */
export interface Told {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly status: Status;
  readonly date: ClaimDate;
  readonly deadline: string | null;
  readonly attribution: Attribution;
  readonly conditions: readonly string[];
}

/** What the sentence needs to know of the lexicon. Ids that are not there are shown as they are. */
export interface Names {
  entity(id: string): string;
  scene(id: string): string;
  /** Whether the id names a class of links («外部链接») and not somebody who has links. */
  isLinkClass(id: string): boolean;
}

export type PartRole = 'subject' | 'object' | 'scene' | 'date' | 'speaker' | 'status';

/** A piece of the sentence, and the field that it tells. */
export interface Part {
  readonly text: string;
  readonly role: PartRole | null;
}

export const word = (text: string): Part => ({ text, role: null });
export const told = (role: PartRole, text: string): Part => ({ text, role });

/** The sentence without its marks. */
export const plainSentence = (parts: readonly Part[]): string => parts.map((part) => part.text).join('');

/** How a claim's days are to be said. */
export type DayForm =
  | { readonly form: 'unknown' }
  | { readonly form: 'on' | 'since' | 'as-of' | 'around' | 'until'; readonly day: string }
  | { readonly form: 'between'; readonly first: string; readonly last: string };

const LASTS: readonly Status[] = ['open', 'limited', 'closed', 'trial'];
const BEGINS = /起|开始|以来|自|从/;

/**
 * How to say the days of a claim. «Since» needs words that say so, or an announcement by whoever is in charge: what
 * somebody tried on a day is only known for that day. A claim that stands on the day of publication holds «as of» it.
 */
export function dayForm({ date, status, attribution }: Told): DayForm {
  const { start, end } = date;
  if (start === null && end === null) return { form: 'unknown' };
  if (start === null) return { form: 'until', day: end ?? '' };
  if (end === null) return { form: 'since', day: start };
  const day = shortDay(date);
  if (day === null) return { form: 'between', first: start, last: end };
  if (date.basis === 'published') return { form: date.precision === 'vague' ? 'around' : 'as-of', day };
  if (date.precision === 'vague') return { form: 'around', day };
  const announced = attribution.type === 'official' || attribution.type === 'regulator';
  const begins = LASTS.includes(status) && (announced || BEGINS.test(date.text ?? ''));
  return { form: begins ? 'since' : 'on', day };
}

/** A day, month or year in ISO form where the two ends are exactly that; null where they are some other stretch. */
function shortDay({ start, end }: ClaimDate): string | null {
  if (start === null || end === null) return null;
  if (start === end) return start;
  const year = start.slice(0, 4);
  if (start === `${year}-01-01` && end === `${year}-12-31`) return year;
  const month = start.slice(0, 7);
  const last = new Date(Date.UTC(Number(year), Number(month.slice(5)), 0)).toISOString().slice(0, 10);
  return start === `${month}-01` && end === last ? month : null;
}
