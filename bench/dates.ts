/**
 * The date stage beside two public date readers, in one run: how often the first day, and both days, are right
 * on the public exam (read from `../shared`), and how many characters a second each of them reads.
 *
 *   npx tsc --noEmit false --outDir output/build && node output/build/bench/dates.js
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import recognizers from '@microsoft/recognizers-text-date-time';
import { zh } from 'chrono-node';
import { z } from 'zod';
import { findDates } from '../pipeline/annotate/dates/index.ts';
import { type ExamCase, fingerprint, hasExam, OUT_OF_SCOPE, readExam } from '../test/annotate/dates/exam.ts';

interface Answer {
  readonly first: string;
  readonly last: string;
}

interface Reader {
  readonly name: string;
  /** The first date in the text, or null. */
  readonly read: (text: string, published: string) => Answer | null;
  /** Its last day is the first one outside, as with the exam itself. */
  readonly endsExcluded: boolean;
}

const ROOT = process.cwd();
const SECONDS = 3;
const SLICE = 2000;

const hutong: Reader = {
  name: 'hutong',
  endsExcluded: false,
  read(text, published) {
    const found = findDates(text, { published }).find((m) => m.first !== null);
    return found === undefined ? null : { first: found.first ?? '', last: found.last ?? '' };
  },
};

const RECOGNIZED = z.array(
  z.object({
    resolution: z.object({
      values: z.array(
        z.object({ value: z.string().optional(), start: z.string().optional(), end: z.string().optional() }),
      ),
    }),
  }),
);

function microsoft(): Reader {
  const model = new recognizers.DateTimeRecognizer(recognizers.Culture.Chinese).getDateTimeModel();
  return {
    name: '@microsoft/recognizers-text-date-time',
    endsExcluded: true,
    read(text, published) {
      const [found] = RECOGNIZED.catch([]).parse(model.parse(text, localMidnight(published)));
      const value = found?.resolution.values[0];
      const first = value?.value ?? value?.start;
      return first === undefined ? null : { first, last: value?.value ?? value?.end ?? '' };
    },
  };
}

const chrono: Reader = {
  name: 'chrono-node (zh)',
  endsExcluded: false,
  read(text, published) {
    const [found] = zh.casual.parse(text, localMidnight(published));
    if (found === undefined) return null;
    const first = localDay(found.start.date());
    return {
      first,
      last: found.end === null || found.end === undefined ? first : localDay(found.end.date()),
    };
  },
};

function localMidnight(iso: string): Date {
  const [year = 1970, month = 1, day = 1] = iso.split('-').map(Number);
  return new Date(year, month - 1, day);
}

const localDay = (date: Date): string =>
  [date.getFullYear(), date.getMonth() + 1, date.getDate()].map((n) => String(n).padStart(2, '0')).join('-');

const nextDay = (iso: string): string =>
  new Date(Date.parse(`${iso}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

/** Whether the last day is right; a reader with excluded ends may give the next day, or a range's last unit by its first day. */
function sameEnd(answer: Answer, want: Answer, endsExcluded: boolean): boolean {
  if (answer.last === want.last) return true;
  return (
    endsExcluded && (answer.last === nextDay(want.last) || answer.last === `${want.last.slice(0, 4)}-01-01`)
  );
}

function score(reader: Reader, cases: readonly ExamCase[]): { first: number; both: number } {
  let first = 0;
  let both = 0;
  for (const { input, published, want } of cases) {
    const answer = quietly(() => reader.read(input, published));
    if (want === null) {
      const silent = answer === null || answer.first.startsWith('0001');
      first += silent ? 1 : 0;
      both += silent ? 1 : 0;
      continue;
    }
    if (answer?.first !== want.first) continue;
    first += 1;
    both += sameEnd(answer, want, reader.endsExcluded) ? 1 : 0;
  }
  return { first, both };
}

/** The others throw on some inputs; that counts as no answer. */
function quietly<T>(read: () => T | null): T | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The corpus as cleaning leaves it, in slices that the slowest reader gets through. */
function corpusSlices(): string[] {
  const folder = join(ROOT, 'test/gold/text');
  const text = readdirSync(folder)
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
  const slices: string[] = [];
  for (let at = 0; at < text.length; at += SLICE) slices.push(text.slice(at, at + SLICE));
  return slices;
}

function charactersPerSecond(reader: Reader, slices: readonly string[]): number {
  for (const slice of slices.slice(0, 2)) quietly(() => reader.read(slice, '2021-10-17'));
  const begin = performance.now();
  let characters = 0;
  for (let i = 0; performance.now() - begin < SECONDS * 1000; i += 1) {
    const slice = slices[i % slices.length] ?? '';
    quietly(() => reader.read(slice, '2021-10-17'));
    characters += slice.length;
  }
  return (characters * 1000) / (performance.now() - begin);
}

function main(): void {
  const cases = hasExam(ROOT) ? readExam(ROOT).filter((c) => !OUT_OF_SCOPE.has(fingerprint(c.input))) : [];
  if (cases.length === 0) console.log('The exam (../shared/claims/dates) is absent: speed only.');
  const slices = corpusSlices();
  const rows = [hutong, microsoft(), chrono].map((reader) => {
    const { first, both } = score(reader, cases);
    const speed = Math.round(charactersPerSecond(reader, slices));
    return {
      reader: reader.name,
      cases: cases.length,
      'first day': first,
      'first and last': both,
      'characters/s': speed,
    };
  });
  console.table(rows);
}

main();
