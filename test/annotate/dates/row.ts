import type { DateMention } from '../../../pipeline/types.ts';

/**
 * One sentence and every mention that it must give, each as `words days precision role [base]`; days are
 * `2021-09-17`, `2021-09-01..2021-09-30` or `-`. The trap says what the sentence tempts one to get wrong.
 */
export interface Row {
  readonly trap: string;
  readonly text: string;
  /** Day of publication; 2021-10-17, a Sunday, where not given. */
  readonly published?: string | null;
  readonly want: readonly string[];
}

export const PUBLISHED = '2021-10-17';

const days = (m: DateMention): string => {
  if (m.first === null) return '-';
  return m.first === m.last ? m.first : `${m.first}..${m.last}`;
};

/** A mention in the words of a row; the base only where the row asks for it. */
export function show(mention: DateMention, like: string | undefined): string {
  const words = `${mention.text} ${days(mention)} ${mention.precision} ${mention.role}`;
  return / (?:calendar|published|anchor)$/.test(like ?? '') ? `${words} ${mention.base}` : words;
}
