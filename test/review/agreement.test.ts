import { describe, expect, it } from 'vitest';
import { agreementsOf } from '../../pipeline/review/agreement.ts';
import type { Verdict } from '../../pipeline/types.ts';

const NAMES = { A: 'accepted', R: 'rejected', E: 'edited' } as const;

/** Verdicts of a reviewer on c0, c1 …, a letter each; a blank is a claim that is not decided. */
async function* verdicts(byReviewer: Readonly<Record<string, string>>): AsyncGenerator<Verdict> {
  for (const [reviewer, letters] of Object.entries(byReviewer))
    for (const [i, letter] of [...letters].entries())
      if (letter === 'A' || letter === 'R' || letter === 'E')
        yield { claim: `c${i}`, reviewer, state: NAMES[letter], reason: null, note: null };
}

describe('the agreement of two reviewers', () => {
  it('is as reckoned by hand: 7 of 10, where chance gives 0.6·0.5 + 0.4·0.5', async () => {
    const [one] = await agreementsOf(verdicts({ li: 'AAAAAARRRR', wang: 'AAAARRRRRA' }));
    expect(one).toMatchObject({ reviewers: ['li', 'wang'], claims: 10, raw: 0.7 });
    expect(one?.kappa).toBeCloseTo((0.7 - 0.5) / (1 - 0.5), 10);
    expect(one?.differences.map((d) => d.claim)).toEqual(['c4', 'c5', 'c9']);
  });

  it('is as reckoned by hand with three answers: 4 of 6, where chance gives 13 of 36', async () => {
    const [one] = await agreementsOf(verdicts({ li: 'AAAREE', wang: 'AARREA' }));
    // li 3/6 1/6 2/6, wang 3/6 2/6 1/6: (9 + 2 + 2) / 36
    expect(one?.raw).toBeCloseTo(4 / 6, 10);
    expect(one?.kappa).toBeCloseTo((4 / 6 - 13 / 36) / (1 - 13 / 36), 10);
  });

  it.each([
    ['below chance is negative', { li: 'AR', wang: 'RA' }, -1],
    ['of those who always say the same is not defined', { li: 'AAA', wang: 'AAA' }, null],
    ['that is whole is 1', { li: 'ARE', wang: 'ARE' }, 1],
  ])('%s', async (_, given, kappa) => {
    expect((await agreementsOf(verdicts(given)))[0]?.kappa).toBe(kappa);
  });

  it('counts what both have decided and nothing else, for every two of them', async () => {
    const all = await agreementsOf(verdicts({ zhao: '  A', wang: 'AR ', li: 'AAA' }));
    expect(all.map((a) => [...a.reviewers, a.claims, a.raw])).toEqual([
      ['li', 'wang', 2, 0.5],
      ['li', 'zhao', 1, 1],
    ]);
  });
});
