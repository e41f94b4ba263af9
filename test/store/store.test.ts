import { writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../pipeline/store/migrations.ts';
import { openStore } from '../../pipeline/store/store.ts';
import { articleOf, claimOf, collect, newDatabase, withRun } from './fixtures.ts';

const decision = (
  id: string,
  claim: string,
  action: 'accept' | 'reject' | 'undo',
  undoes: string | null = null,
) => ({
  id,
  claim_id: claim,
  action,
  before: '{}',
  after: null,
  reviewer: 'li',
  at: '2022-06-16T01:00:00.000Z',
  reason: null,
  note: null,
  undoes,
});

describe('saving an article', () => {
  it('says new, then unchanged, then changed', async () => {
    const { store, runId } = await withRun(newDatabase());
    const save = (sha256: string) =>
      store.saveArticle({
        runId,
        article: articleOf('a.md', undefined, sha256),
        claims: [claimOf('c1')],
        rulesVersion: 'r',
      });
    expect([await save('1'), await save('1'), await save('2')]).toEqual(['new', 'unchanged', 'changed']);
    await store.close();
  });

  it('marks a claim that is found no more and never deletes it', async () => {
    const { store, runId } = await withRun(newDatabase());
    const base = { runId, article: articleOf('a.md'), rulesVersion: 'r' };
    await store.saveArticle({ ...base, claims: [claimOf('c1'), claimOf('c2', 'closed')] });
    await store.saveArticle({ ...base, claims: [claimOf('c2', 'closed')] });
    expect((await collect(store.claims())).map((c) => c.id)).toEqual(['c2']);
    expect((await collect(store.claims({ lost: true }))).map((c) => c.id).sort()).toEqual(['c1', 'c2']);
    await store.close();
  });

  it('keeps the quote of a lost claim verbatim in the text it was made from', async () => {
    const { store, runId } = await withRun(newDatabase());
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [claimOf('c1')],
      rulesVersion: 'r',
    });
    const rewritten = articleOf('a.md', '全文已经改写。', 'b'.repeat(64));
    await store.saveArticle({ runId, article: rewritten, claims: [], rulesVersion: 'r' });
    const [found] = await store.findClaims('c1');
    expect(found?.state).toBe('lost');
    expect(found?.text.slice(found.claim.evidence.start, found.claim.evidence.end)).toBe(
      found?.claim.evidence.quote,
    );
    await store.close();
  });

  it('writes an article and its claims in one piece or not at all', async () => {
    const { store, runId } = await withRun(newDatabase());
    const broken = { ...claimOf('c2'), relation: null as unknown as 'access' };
    const request = { runId, article: articleOf('a.md'), claims: [claimOf('c1'), broken], rulesVersion: 'r' };
    await expect(store.saveArticle(request)).rejects.toThrow();
    expect((await store.knownAll()).size).toBe(0);
    expect(await collect(store.claims({ lost: true }))).toEqual([]);
    await store.close();
  });
});

describe('files that come and go', () => {
  it('marks an article as gone and as present again', async () => {
    const { store, runId } = await withRun(newDatabase());
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [claimOf('c1')],
      rulesVersion: 'r',
    });
    await store.markGone(['a.md']);
    expect((await store.knownAll()).get('a.md')?.state).toBe('gone');
    expect((await collect(store.claims())).length).toBe(1);
    await store.markSeen(runId, ['a.md']);
    expect((await store.knownAll()).get('a.md')?.state).toBe('present');
    await store.close();
  });
});

describe('decisions', () => {
  it('outlive a new reading of the article', async () => {
    const { store, runId } = await withRun(newDatabase());
    const request = { runId, article: articleOf('a.md'), claims: [claimOf('c1')], rulesVersion: 'r' };
    await store.saveArticle(request);
    await store.decide(decision('d1', 'c1', 'accept'));
    await store.saveArticle(request);
    const [claim] = await collect(store.claims());
    expect(claim?.review).toEqual({
      state: 'accepted',
      by: 'li',
      at: '2022-06-16T01:00:00.000Z',
      note: null,
    });
    await store.close();
  });

  it('are a log: the last one that is not undone counts', async () => {
    const { store, runId } = await withRun(newDatabase());
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [claimOf('c1')],
      rulesVersion: 'r',
    });
    const state = async () => (await collect(store.claims()))[0]?.review.state;
    await store.decide(decision('d1', 'c1', 'accept'));
    await store.decide(decision('d2', 'c1', 'reject'));
    expect(await state()).toBe('rejected');
    await store.decide(decision('d3', 'c1', 'undo', 'd2'));
    expect(await state()).toBe('accepted');
    await store.decide(decision('d4', 'c1', 'undo', 'd1'));
    expect(await state()).toBe('unreviewed');
    expect((await store.decisions()).map((d) => d.id)).toEqual(['d1', 'd2', 'd3', 'd4']);
    await store.close();
  });

  it('sent twice are one', async () => {
    const { store, runId } = await withRun(newDatabase());
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [claimOf('c1')],
      rulesVersion: 'r',
    });
    await store.decide(decision('d1', 'c1', 'accept'));
    await store.decide(decision('d1', 'c1', 'accept'));
    expect(await store.decisions()).toHaveLength(1);
    await store.close();
  });

  it.each(["UPDATE decisions SET reviewer = 'x'", 'DELETE FROM decisions'])(
    'refuse «%s»',
    async (statement) => {
      const path = newDatabase();
      const { store, runId } = await withRun(path);
      await store.saveArticle({
        runId,
        article: articleOf('a.md'),
        claims: [claimOf('c1')],
        rulesVersion: 'r',
      });
      await store.decide(decision('d1', 'c1', 'accept'));
      const raw = new SqliteDatabase(path);
      expect(() => raw.exec(statement)).toThrow('append-only');
      raw.close();
      await store.close();
    },
  );
});

describe('opening', () => {
  it('writes down every migration once', async () => {
    const path = newDatabase();
    for (let i = 0; i < 2; i += 1) await (await openStore(path)).close();
    const raw = new SqliteDatabase(path, { readonly: true });
    const names = raw.prepare('SELECT name FROM migrations ORDER BY name').pluck().all();
    raw.close();
    expect(names).toEqual(MIGRATIONS.map((m) => m.name));
  });

  it('takes up a database of each older version and keeps what is in it', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [claimOf('c1')],
      rulesVersion: 'r',
    });
    await store.close();
    const raw = new SqliteDatabase(path);
    raw.exec("DROP VIEW reviews; DROP TABLE decisions; DELETE FROM migrations WHERE name LIKE '002%'");
    raw.close();
    const again = await openStore(path);
    expect((await collect(again.claims())).map((c) => c.id)).toEqual(['c1']);
    await again.close();
  });

  it('refuses a database that a newer program wrote', async () => {
    const path = newDatabase();
    await (await openStore(path)).close();
    const raw = new SqliteDatabase(path);
    raw.exec("INSERT INTO migrations VALUES ('999-from-the-future', 'now')");
    raw.close();
    await expect(openStore(path)).rejects.toThrow(/newer hutong \(999-from-the-future\)/);
  });

  it('refuses a file that is no database', async () => {
    const path = newDatabase();
    writeFileSync(path, '这不是数据库，只是一个文本文件。'.repeat(100));
    await expect(openStore(path)).rejects.toThrow(/cannot be opened as a database/);
  });

  it('does not make a database where it must not', async () => {
    await expect(openStore(newDatabase(), { create: false })).rejects.toThrow(/run «pipeline ingest» first/);
  });
});
