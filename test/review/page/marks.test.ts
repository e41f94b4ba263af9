import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MarkRole, runsOf } from '../../../pipeline/review/page/focus/marks.ts';

const block = { start: 10, end: 30 };
const mark = (role: MarkRole, start: number, end: number) => ({ role, start, end });

describe('the runs of a block', () => {
  it('are one where nothing is marked', () => {
    expect(runsOf(block, [], [])).toEqual([{ start: 10, end: 30, roles: [], begins: [], others: [] }]);
  });

  it('put a part into the evidence, and a label where it begins', () => {
    const runs = runsOf(block, [mark('subject', 14, 16), mark('evidence', 12, 20)], []);
    expect(
      runs.map(({ start, end, roles, begins }) => [start, end, roles.join('+'), begins.join('+')]),
    ).toEqual([
      [10, 12, '', ''],
      [12, 14, 'evidence', 'evidence'],
      [14, 16, 'evidence+subject', 'subject'],
      [16, 20, 'evidence', ''],
      [20, 30, '', ''],
    ]);
  });

  it('cut marks that reach beyond the block, and leave out what is elsewhere or empty', () => {
    const runs = runsOf(block, [mark('evidence', 0, 12), mark('date', 15, 15), mark('scene', 30, 34)], []);
    expect(runs.map(({ start, end, roles }) => [start, end, roles.join('+')])).toEqual([
      [10, 12, 'evidence'],
      [12, 30, ''],
    ]);
  });

  it('name all other claims that rest on the same words', () => {
    const others = [
      { id: 'c1', start: 12, end: 20 },
      { id: 'c2', start: 16, end: 24 },
    ];
    expect(runsOf(block, [], others).map((run) => run.others)).toEqual([
      [],
      ['c1'],
      ['c1', 'c2'],
      ['c2'],
      [],
    ]);
  });

  it('cover the block from end to end, whatever is marked', () => {
    const span = fc
      .tuple(fc.nat(40), fc.nat(40))
      .map(([a, b]) => mark('evidence', Math.min(a, b), Math.max(a, b)));
    fc.assert(
      fc.property(fc.array(span), (marks) => {
        const runs = runsOf(block, marks, []);
        expect(runs[0]?.start).toBe(block.start);
        expect(runs.at(-1)?.end).toBe(block.end);
        runs.slice(1).forEach((run, i) => {
          expect(run.start).toBe(runs[i]?.end);
        });
        for (const run of runs) expect(run.end).toBeGreaterThan(run.start);
      }),
    );
  });
});
