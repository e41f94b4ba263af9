import { z } from 'zod';
import type { Claim } from '../../pipeline/types.ts';

/**
 * One file of cases per shape. A claim is written «relation subject object scene status», with `-` for null, and may
 * go on with the day («2021-09-17», «2021-09-01..2021-09-30», `-`) and with who says it (a type of attribution):
 * what is not written is not compared. «? » before it: right if given, no loss if not. The scene counts for an
 * access only, and the two wallets of a code-interop may change places.
 */
export const shapeFile = z.strictObject({
  shape: z.string().min(3),
  cases: z.array(
    z.strictObject({
      /** Every line is a paragraph. */
      text: z.string().min(2),
      published: z.iso.date(),
      title: z.string().optional(),
      claims: z.array(z.string().regex(/^(?:\? )?\S+(?: \S+){4,6}$/)),
      /** Why the case is still read wrong; it must be, as long as this is written. */
      known: z.string().min(10).optional(),
    }),
  ),
});

export type ShapeCase = z.infer<typeof shapeFile>['cases'][number];

/** What is wrong with the reading of a case. */
export interface Difference {
  readonly missing: readonly string[];
  readonly surplus: readonly string[];
}

/** Asked-for claims that were not made, and made ones that nobody asked for. */
export function compare(wanted: readonly string[], claims: readonly Claim[]): Difference {
  const lines = [...new Set(claims.map(written))];
  const asked = wanted.map((text) => ({
    text,
    optional: text.startsWith('? '),
    words: ordered(text.replace(/^\? /, '').split(' ')),
  }));
  const fits = (words: readonly string[], line: string): boolean => {
    const made = line.split(' ');
    return words.every((word, i) => (i === 3 && made[0] !== 'access' ? true : word === made[i]));
  };
  return {
    missing: asked.filter((a) => !a.optional && !lines.some((l) => fits(a.words, l))).map((a) => a.text),
    surplus: lines.filter((l) => !asked.some((a) => fits(a.words, l))),
  };
}

function written(claim: Claim): string {
  const { relation, subject, object, scene, status, date, attribution } = claim;
  const core = ordered([relation, subject, object ?? '-', scene ?? '-', status]);
  return [...core, daysOf(date.start, date.end), attribution.type].join(' ');
}

function daysOf(start: string | null, end: string | null): string {
  if (start === null && end === null) return '-';
  return start === end ? (start ?? '-') : `${start ?? ''}..${end ?? ''}`;
}

function ordered(words: readonly string[]): readonly string[] {
  const [relation = '', subject = '', object = '', ...rest] = words;
  return relation === 'code-interop' ? [relation, ...[subject, object].sort(), ...rest] : words;
}
