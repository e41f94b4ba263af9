import type { Kysely } from 'kysely';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { order as orders } from '../../pipeline/review/wire/queue.ts';
import { openDatabase } from '../../pipeline/store/open.ts';
import { type QueuePage, type QueueRequest, readQueue } from '../../pipeline/store/queue.ts';
import type { Tables } from '../../pipeline/store/tables.ts';
import type { ClaimFilter } from '../../pipeline/types.ts';
import { newDatabase } from './fixtures.ts';
import { variedBook } from './varied-book.ts';

let db: Kysely<Tables>;
beforeAll(async () => {
  const path = newDatabase();
  await (await variedBook(path)).close();
  db = await openDatabase(path, { create: false });
});
afterAll(() => db.destroy());

const ORDERS = orders.options;

const FILTERS: readonly ClaimFilter[] = [
  {},
  { lost: true },
  { lost: 'only' },
  { kind: ['payment'] },
  { relation: ['access'], status: ['open', 'closed'] },
  { rule: ['pledge.commits'], state: ['unreviewed', 'rejected'] },
  { state: ['accepted', 'edited'] },
  { subject: ['wechat', 'qq'] },
  { object: [null] },
  { object: ['zhihu', null], scene: ['moments', null] },
  { subject: ['wechat'], rule: ['access.can-open'] },
  { publisher: ['样报', null] },
  { from: '2022-06-10', to: '2022-06-20' },
  { words: ['外链', '1'] },
  { conflict: true },
  { conflict: false },
  { conflict: true, status: ['closed'] },
  { mine: { reviewer: 'li', state: ['unreviewed'] } },
  { mine: { reviewer: 'li', state: ['unreviewed', 'edited'] }, conflict: true },
  { mine: { reviewer: 'li', state: ['rejected'] }, subject: ['wechat'] },
  { mine: { reviewer: 'li', changed: true } },
  { mine: { reviewer: 'li', state: ['unreviewed', 'accepted'], changed: false } },
];

const shown = ({ total, decided, offset, items }: QueuePage) => ({
  total,
  decided,
  offset,
  ids: items.map(({ id }) => id),
});

it.each(ORDERS)('a large book is gone through by %s as a small one that is sorted whole', async (order) => {
  for (const filter of FILTERS)
    for (const descending of [false, true]) {
      const asked: QueueRequest = { reviewer: 'li', filter, order, descending, limit: 500 };
      const whole = shown(await readQueue(db, asked, 1000));
      expect(new Set(whole.ids).size).toBe(whole.total);
      expect(shown(await readQueue(db, asked, 0))).toEqual(whole);
      const paged: string[] = [];
      for (let cursor: string | null = ''; cursor !== null; ) {
        const page = await readQueue(db, { ...asked, limit: 31, cursor }, 0);
        expect(page.offset).toBe(paged.length);
        paged.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      expect(paged).toEqual(whole.ids);
      for (const offset of [20].filter((n) => n < whole.total)) {
        const far = { ...whole, offset, ids: whole.ids.slice(offset) };
        expect(shown(await readQueue(db, { ...asked, offset }, 0))).toEqual(far);
        expect(shown(await readQueue(db, { ...asked, at: whole.ids[offset] ?? '' }, 0))).toEqual(far);
      }
    }
});
