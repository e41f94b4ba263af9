import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/**
 * The Chinese date and period cases of microsoft/Recognizers-Text (MIT), read from beside the repository and
 * never copied into it. A case gives one sentence, the day on which it is read, and the days that it means.
 */
const CASE = z.object({
  Input: z.string(),
  Context: z.object({ ReferenceDateTime: z.string() }),
  Results: z
    .array(
      z.object({
        Text: z.string(),
        Value: z.object({
          Timex: z.string(),
          PastResolution: z.object({
            date: z.string().optional(),
            startDate: z.string().optional(),
            endDate: z.string().optional(),
          }),
        }),
      }),
    )
    .min(1),
});

export interface ExamCase {
  readonly input: string;
  readonly published: string;
  /** Both ends included; null for a day that is on no calendar (2月30日). */
  readonly want: { readonly first: string; readonly last: string } | null;
  /** Whether the exam itself ends the range on the first day of a year that a reader takes in as a whole. */
  readonly endsEarly: boolean;
}

const LUNAR =
  'a day of the lunar calendar, which the exam reads as if it were solar (for it 大年初一 is the first of January)';

/** Cases that are not asked: the first 12 hex digits of the SHA-256 of the input, and why. */
export const OUT_OF_SCOPE: ReadonlyMap<string, string> = new Map([
  ['cd5a7479cf59', `DateParser 8: ${LUNAR}`],
  ['29d43c12d108', `DateParser 9: ${LUNAR}`],
  ['49625b0bbba4', `DateParser 10: ${LUNAR}`],
  ['cf4d6c3e2671', `DateParser 11: ${LUNAR}`],
  ['9b844e0759d9', `DateParser 12: ${LUNAR}`],
  ['caefb438dd7c', `DateParser 13: ${LUNAR}`],
  ['e1884924bc17', `DateParser 48: ${LUNAR}`],
  ['07be417cafcb', `DateParser 49: ${LUNAR}`],
  ['2add401be3f3', 'DatePeriodParser 24: a season, for which the exam gives no days'],
]);

const FOLDER = '../shared/claims/dates';
const FILES = ['DateParser.json', 'DatePeriodParser.json'];

/** Whether the exam lies beside the repository whose root is given. */
export const hasExam = (root: string): boolean => FILES.every((file) => existsSync(join(root, FOLDER, file)));

export const fingerprint = (input: string): string =>
  createHash('sha256').update(input).digest('hex').slice(0, 12);

export function readExam(root: string): ExamCase[] {
  return FILES.flatMap((file) =>
    z
      .array(CASE)
      .parse(JSON.parse(readFileSync(join(root, FOLDER, file), 'utf8')))
      .map(examCase),
  );
}

function examCase({ Input, Context, Results }: z.infer<typeof CASE>): ExamCase {
  const published = Context.ReferenceDateTime.slice(0, 10);
  const [result] = Results;
  const { date, startDate, endDate } = result?.Value.PastResolution ?? {};
  const about = { input: Input, published, endsEarly: false };
  if (date === '0001-01-01') return { ...about, want: null };
  if (date !== undefined) return { ...about, want: { first: date, last: date } };
  const last = includedEnd(result?.Text ?? '', result?.Value.Timex ?? '', endDate ?? '');
  const endsEarly = last !== endDate && last > (endDate ?? '');
  return { ...about, endsEarly, want: { first: startDate ?? '', last } };
}

const FROM_TO = /[到至与-]/;

/**
 * The exam's ends are excluded: a month ends on the first of the next. But of «from A to B» it gives B's own
 * first day, where a reader takes all of B in: the day, or the year to its end.
 */
function includedEnd(words: string, timex: string, end: string): string {
  if (!FROM_TO.test(words)) return dayBefore(end);
  return /,P\d+Y\)$/.test(timex) ? `${end.slice(0, 4)}-12-31` : end;
}

function dayBefore(iso: string): string {
  const time = Date.parse(`${iso}T00:00:00Z`);
  return Number.isNaN(time) ? '' : new Date(time - 86_400_000).toISOString().slice(0, 10);
}
