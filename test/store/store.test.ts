import { writeFileSync } from 'node:fs';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../pipeline/store/migrations.ts';
import { openStore } from '../../pipeline/store/store.ts';
import { articleOf, claimOf, collect, decisionOn, newDatabase, withRun } from './fixtures.ts';
import { oldDatabase } from './old-database.ts';

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

describe('opening', () => {
  it('writes down every migration once', async () => {
    const path = newDatabase();
    for (let i = 0; i < 2; i += 1) await (await openStore(path)).close();
    const raw = new SqliteDatabase(path, { readonly: true });
    const names = raw.prepare('SELECT name FROM migrations ORDER BY name').pluck().all();
    raw.close();
    expect(names).toEqual(MIGRATIONS.map((m) => m.name));
  });

  it.each(MIGRATIONS.map((_, i) => i).slice(1))(
    'takes up a database as %i migrations left it, with all that is in it',
    async (count) => {
      const path = newDatabase();
      await oldDatabase(path, count);
      const store = await openStore(path);
      const [claim] = await collect(store.claims());
      expect(claim).toMatchObject({ id: 'c1', status: 'open', evidence: { quote: '微信群聊' } });
      expect(claim?.review.state).toBe(count < 2 ? 'unreviewed' : 'rejected');
      expect((await collect(store.decisions())).map((d) => d.id)).toEqual(count < 2 ? [] : ['d1', 'd2']);
      await store.decide([{ ...decisionOn('c1', 'd3'), action: 'accept' }]);
      expect((await collect(store.claims()))[0]?.review.state).toBe('accepted');
      await store.close();
    },
  );

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

describe('finding an article', () => {
  it('takes % and _ as they stand, and gives back all of its record', async () => {
    const { store, runId } = await withRun(newDatabase());
    for (const path of ['a_b.md', 'axb.md', '100%.md', '1000.md'])
      await store.saveArticle({ runId, article: articleOf(path), claims: [], rulesVersion: 'r' });
    const paths = async (what: string) => (await store.findArticles(what)).map((a) => a.path);
    expect(await paths('a_b')).toEqual(['a_b.md']);
    expect(await paths('100%')).toEqual(['100%.md']);
    expect((await store.findArticles('axb'))[0]?.categories).toEqual(['科技']);
    await store.close();
  });

  it('finds the one that is named exactly, however many others hold its name', async () => {
    const { store, runId } = await withRun(newDatabase());
    for (let i = 0; i < 25; i += 1)
      await store.saveArticle({ runId, article: articleOf(`0${i}/z.md`), claims: [], rulesVersion: 'r' });
    await store.saveArticle({ runId, article: articleOf('z.md'), claims: [], rulesVersion: 'r' });
    expect((await store.findArticles('z.md'))[0]?.path).toBe('z.md');
    await store.close();
  });
});
