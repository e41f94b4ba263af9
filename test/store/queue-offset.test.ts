import { expect, it } from 'vitest';
import { articleOf, claimOf, newDatabase, withRun } from './fixtures.ts';

const request = { reviewer: 'lin', filter: {}, order: 'article', descending: false } as const;

it('a page behind so many claims is what going through the pages comes to', async () => {
  const { store, runId } = await withRun(newDatabase());
  const claims = Array.from({ length: 7 }, (_, i) => claimOf(`c${i}`));
  await store.saveArticle({ runId, article: articleOf('a.md'), claims, rulesVersion: 'r' });
  const ids = (page: { readonly items: readonly { readonly id: string }[] }): string[] =>
    page.items.map(({ id }) => id);
  const all = ids(await store.queue({ ...request, limit: 50 }));
  expect(all).toHaveLength(7);

  const page = await store.queue({ ...request, limit: 2, offset: 3 });
  expect([page.offset, ...ids(page)]).toEqual([3, all[3], all[4]]);
  const next = await store.queue({ ...request, limit: 2, cursor: page.next ?? '' });
  expect([next.offset, ...ids(next)]).toEqual([5, all[5], all[6]]);
  expect(next.next).toBeNull();
  const beyond = await store.queue({ ...request, limit: 2, offset: 9 });
  expect([beyond.offset, ...ids(beyond)]).toEqual([9]);
  await store.close();
});
