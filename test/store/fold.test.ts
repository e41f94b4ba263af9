import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standingsOf, undoneIn } from '../../pipeline/store/fold.ts';
import type { Decision } from '../../pipeline/types.ts';
import { articleOf, claimOf, collect, decisionOn, withRun } from './fixtures.ts';

/** Logs of one claim as people make them: an undo takes back an earlier event of the same person. */
const logs = fc
  .array(
    fc.record({
      reviewer: fc.constantFrom('li', 'wang', 'zhao'),
      action: fc.constantFrom('accept', 'reject', 'undo'),
      back: fc.nat(5),
    }),
    { maxLength: 20 },
  )
  .map((steps) => {
    const log: Decision[] = [];
    for (const [i, { reviewer, action, back }] of steps.entries()) {
      const own = log.filter((e) => e.reviewer === reviewer && !undoneIn(log).has(e.id));
      const target = own.at(-1 - (back % Math.max(own.length, 1)));
      const at = new Date(Date.UTC(2022, 5, 16, 0, 0, i)).toISOString();
      if (action !== 'undo') log.push(decisionOn('c1', `d${i}`, { reviewer, action, at }));
      else if (target !== undefined)
        log.push(decisionOn('c1', `d${i}`, { reviewer, action, at, before: null, undoes: target.id }));
    }
    return log;
  });

describe('folding a log', () => {
  it('gives nobody a standing whose every decision is taken back, and the others their last', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const undone = undoneIn(log);
        const left = log.filter((e) => e.action !== 'undo' && !undone.has(e.id));
        const standings = standingsOf(log);
        expect(new Set(standings.map((s) => s.reviewer))).toEqual(new Set(left.map((e) => e.reviewer)));
        expect(standings.at(-1)?.decision).toEqual(left.at(-1));
      }),
    );
  });

  it('undoing an undo leaves the log as if neither had been', () => {
    fc.assert(
      fc.property(logs, (log) => {
        const last = log.findLast((e) => !undoneIn(log).has(e.id));
        if (last === undefined) return;
        const at = '2023-01-01T00:00:00.000Z';
        const back = { ...last, id: 'u1', action: 'undo' as const, undoes: last.id, at };
        const forth = { ...back, id: 'u2', undoes: 'u1' };
        expect(standingsOf([...log, back, forth])).toEqual(standingsOf(log));
      }),
    );
  });

  it('makes the same of a log in the database as in the head', async () => {
    const { store, runId } = await withRun(':memory:');
    const samples = fc.sample(logs, { numRuns: 30, seed: 1 });
    for (const [i, log] of samples.entries()) {
      const id = `c${i}`;
      await store.saveArticle({
        runId,
        article: articleOf(`${i}.md`),
        claims: [claimOf(id)],
        rulesVersion: 'r',
      });
      const own = (event: string | null) => (event === null ? null : `${i}-${event}`);
      const events = log.map((e) => ({ ...e, claim: id, id: own(e.id) ?? '', undoes: own(e.undoes) }));
      for (const event of events) expect((await store.decide([event])).refused).toEqual([]);
      const [claim] = await collect(store.claims({ idPrefix: id }));
      expect(claim?.review.state).toBe(standingsOf(events).at(-1)?.state ?? 'unreviewed');
    }
    await store.close();
  });
});
