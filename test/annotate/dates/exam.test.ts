import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../../pipeline/annotate/dates/index.ts';
import { type ExamCase, fingerprint, hasExam, OUT_OF_SCOPE, readExam } from './exam.ts';

const FLOOR = 0.95;
const ROOT = join(import.meta.dirname, '../../..');

function isRight({ input, published, want }: ExamCase): boolean {
  const dated = findDates(input, { published }).filter((m) => m.role !== 'past');
  if (want === null) return dated.every((m) => m.first === null);
  return dated[0]?.first === want.first && dated[0].last === want.last;
}

describe.skipIf(!hasExam(ROOT))('the public exam (skipped: ../shared/claims/dates is absent)', () => {
  const cases = hasExam(ROOT) ? readExam(ROOT) : [];
  const inScope = cases.filter((c) => !OUT_OF_SCOPE.has(fingerprint(c.input)));

  it('knows every case that it leaves out', () => {
    expect(cases.length - inScope.length).toBe(OUT_OF_SCOPE.size);
  });

  it(`has the first and the last day right in at least ${FLOOR} of the cases in scope`, () => {
    const wrong = inScope.filter((c) => !isRight(c)).map((c) => `${c.published} ${c.input}`);
    expect({ share: 1 - wrong.length / inScope.length >= FLOOR, wrong }).toEqual({ share: true, wrong: [] });
  });

  it('has them right in as many where «从2016到2018» is held to the exam, which ends it on the first day of 2018', () => {
    const byTheLetter = inScope.filter((c) => isRight(c) && !c.endsEarly);
    expect(byTheLetter.length / inScope.length).toBeGreaterThanOrEqual(FLOOR);
  });
});
