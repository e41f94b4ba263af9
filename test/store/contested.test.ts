import SqliteDatabase from 'better-sqlite3';
import { expect, it } from 'vitest';
import { openStore } from '../../pipeline/store/store.ts';
import { articleOf, claimOf, decisionOn, newDatabase, withRun } from './fixtures.ts';
import { variedBook } from './varied-book.ts';

const asked = { reviewer: 'li', order: 'article', descending: false, limit: 100 } as const;

it('knows at once what contradicts what, whatever was read or decided meanwhile', async () => {
  const { store, runId } = await withRun(newDatabase());
  const contested = async (): Promise<string[]> =>
    (await store.queue({ ...asked, filter: { conflict: true } })).items.map(({ id }) => id);
  const save = (path: string, ...claims: ReturnType<typeof claimOf>[]) =>
    store.saveArticle({ article: articleOf(path), claims, runId, rulesVersion: 'r' });

  await save('a.md', claimOf('c1', 'open'));
  expect(await contested()).toEqual([]);
  await save('b.md', claimOf('c2', 'closed'));
  expect(await contested()).toEqual(['c1', 'c2']);
  await store.decide([decisionOn('c2', 'd1', { action: 'reject' })]);
  expect(await contested()).toEqual([]);
  await store.decide([decisionOn('c2', 'd2', { action: 'undo', before: null, undoes: 'd1' })]);
  expect(await contested()).toEqual(['c1', 'c2']);
  await save('a.md', { ...claimOf('c1', 'open'), object: 'taobao' });
  expect(await contested()).toEqual([]);
  await save('c.md', { ...claimOf('c3', 'closed'), object: 'taobao' });
  expect(await contested()).toEqual(['c1', 'c3']);
  await save('c.md');
  expect(await contested()).toEqual([]);
  await store.close();
});

const COUNTED = `SELECT subject, coalesce(object, '') AS object, relation_code, coalesce(scene, '') AS scene,
  sum(state_code = 0) AS current, sum(state_code = 1) AS lost FROM claims GROUP BY 1, 2, 3, 4`;
const KEPT = `SELECT subject, object, relation_code, scene, current, lost FROM matters WHERE current + lost > 0
  ORDER BY 1, 2, 3, 4`;

it('counts the claims of each matter while they come, change, are edited and are lost', async () => {
  const path = newDatabase();
  await (await variedBook(path)).close();
  const database = new SqliteDatabase(path, { readonly: true });
  expect(database.prepare(KEPT).all()).toEqual(database.prepare(COUNTED).all());
  database.close();
});

it('finds the same after a step half done was taken back by a crash', async () => {
  const path = newDatabase();
  const store = await variedBook(path);
  const before = (await store.queue({ ...asked, filter: { conflict: true } })).items.map(({ id }) => id);
  expect(before.length).toBeGreaterThan(0);
  await store.close();
  const database = new SqliteDatabase(path);
  database.exec('UPDATE matters SET stale = 2; DELETE FROM contested');
  database.close();
  const again = await openStore(path, { create: false });
  const after = (await again.queue({ ...asked, filter: { conflict: true } })).items.map(({ id }) => id);
  expect(after).toEqual(before);
  await again.close();
});
