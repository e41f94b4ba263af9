import { describe, expect, it } from 'vitest';
import { type Done, Ledger } from '../../pipeline/store/ledger.ts';
import { prepare } from '../../pipeline/store/prepare.ts';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import type { Problem } from '../../pipeline/types.ts';
import { articleOf, claimOf, collect, newDatabase, withRun } from './fixtures.ts';

const problem = (path: string, message: string): Problem => ({
  stage: 'store',
  severity: 'error',
  path,
  line: null,
  column: null,
  message,
});

const done = (path: string, id: string): Done => ({
  path,
  files: 0,
  outcome: 'new',
  reading: prepare(articleOf(path), [claimOf(id)]),
  problem: null,
  warnings: [],
});

/** An article that the database refuses: a claim without evidence. */
const broken = (path: string): Done => ({
  ...done(path, 'c0'),
  reading: prepare(articleOf(path), [
    { ...claimOf('c0'), evidence: { start: 0, end: 1, quote: null as unknown as string } },
  ]),
});

function ledgerOf(store: Store, runId: number, clock = (): number => 0): { ledger: Ledger; written: Done[] } {
  const written: Done[] = [];
  const ledger = new Ledger({
    store,
    runId,
    rulesVersion: 'r',
    clock,
    troubleOf: (thrown, path) => problem(path, String(thrown)),
    onWritten: (one) => written.push(one),
  });
  return { ledger, written };
}

describe('a ledger', () => {
  it('tells of an article only when it is written, in the order of coming', async () => {
    const { store, runId } = await withRun(newDatabase());
    const { ledger, written } = ledgerOf(store, runId);
    await ledger.add(done('b.md', 'c2'));
    await ledger.add(done('a.md', 'c1'));
    expect(written).toEqual([]);
    expect(await collect(store.claims())).toEqual([]);
    await ledger.write();
    expect(written.map(({ path }) => path)).toEqual(['b.md', 'a.md']);
    expect(await collect(store.claims())).toHaveLength(2);
    await store.close();
  });

  it('writes before it is asked when many have come or time has passed', async () => {
    const { store, runId } = await withRun(newDatabase());
    let now = 0;
    const { ledger, written } = ledgerOf(store, runId, () => now);
    for (let i = 0; i < 200; i += 1) await ledger.add(done(`${i}.md`, `c${i}`));
    expect(written).toHaveLength(200);
    now = 1000;
    await ledger.add(done('late.md', 'late'));
    expect(written).toHaveLength(201);
    await store.close();
  });

  it('fails one article that the database refuses, and keeps its neighbours', async () => {
    const { store, runId } = await withRun(newDatabase());
    const { ledger, written } = ledgerOf(store, runId);
    for (const one of [done('a.md', 'c1'), broken('b.md'), done('c.md', 'c3')]) await ledger.add(one);
    await ledger.write();
    expect(written.map(({ path, outcome }) => [path, outcome])).toEqual([
      ['a.md', 'new'],
      ['b.md', 'failed'],
      ['c.md', 'new'],
    ]);
    expect((await collect(store.claims())).map(({ id }) => id)).toEqual(['c1', 'c3']);
    expect((await store.findArticles('b.md')).length).toBe(0);
    expect((await store.problems(runId)).map(({ path }) => path)).toEqual(['b.md']);
    await store.close();
  });
});

describe('writes together', () => {
  it('are all taken back where the work throws, and the first error is the one that is told', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    const work = store.together(async (book) => {
      await book.saveArticle({
        runId,
        rulesVersion: 'r',
        article: articleOf('a.md'),
        claims: [claimOf('c1')],
      });
      throw new Error('stop');
    });
    await expect(work).rejects.toThrow('stop');
    await store.close();
    const again = await openStore(path);
    expect(await again.findArticles('a.md')).toEqual([]);
    await again.close();
  });
});
