import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Desk } from '../../../pipeline/review/desk.ts';
import { claimView, type NewDecision, queue, session } from '../../../pipeline/review/wire.ts';
import type { Store } from '../../../pipeline/store/store.ts';
import { articleOf, claimOf, collect, contentOf, newDatabase, TEXT } from '../../store/fixtures.ts';
import { appOn, browserOn, deskOn, smallBook } from './desk.ts';

let store: Store;
let runId = 0;
let desk: Desk;
let browser: Awaited<ReturnType<typeof browserOn>>;
const faults: unknown[] = [];
beforeEach(async () => {
  ({ store, runId } = await smallBook(newDatabase()));
  desk = deskOn(store);
  browser = await browserOn(appOn(desk, faults));
});
afterEach(() => store.close());

const ids = async (query: string) =>
  queue.parse(await (await browser.get(`/api/queue?${query}`)).json()).items.map((item) => item.id);
const view = async (id: string) => claimView.parse(await (await browser.get(`/api/claims/${id}`)).json());
let count = 0;
function event(claim: string, changes: Partial<NewDecision> = {}): NewDecision {
  count += 1;
  return {
    id: `decision-${count}`,
    claim,
    action: 'accept',
    before: mutable(contentOf(claimOf(claim))),
    after: null,
    at: '2022-06-16T01:00:00.000Z',
    reason: null,
    note: null,
    undoes: null,
    ...changes,
  };
}
const mutable = (content: ReturnType<typeof contentOf>): NonNullable<NewDecision['before']> => ({
  ...content,
  conditions: [...content.conditions],
});
const post = async (...events: unknown[]) => (await browser.post('/api/decisions', { events })).json();

describe('the session', () => {
  it('says who decides, and what there is to choose from', async () => {
    const told = session.parse(await (await browser.get('/api/session')).json());
    expect(told).toMatchObject({ reviewer: 'li', database: 'claims.db', publishers: ['别报', '样报'] });
    expect(told.counts).toEqual({ unreviewed: 3, accepted: 0, rejected: 0, edited: 0 });
    expect(told.rules).toEqual([{ id: 'access.can-open', reason: '说能打开' }]);
    expect(told.vocabularies.reasons.map((r) => r.digit)).toEqual([...'123456789']);
  });
});

describe('the queue', () => {
  it.each([
    ['', ['c1', 'c2', 'c3']],
    ['descending=true', ['c3', 'c2', 'c1']],
    ['limit=1', ['c1']],
    ['status=closed', ['c2']],
    ['status=closed&status=open', ['c1', 'c2', 'c3']],
    ['object=weibo', ['c3']],
    ['scene=-', ['c3']],
    ['scene=group-chat&scene=-', ['c1', 'c2', 'c3']],
    ['kind=platform', ['c3']],
    ['publisher=别报', ['c3']],
    ['publisher=-', []],
    ['rule=access.can-open&relation=access&subject=wechat', ['c1', 'c2', 'c3']],
    ['from=2022-06-15&to=2022-06-15', ['c1', 'c2', 'c3']],
    ['from=2022-06-16', []],
    ['to=2022-06-14', []],
    ['state=unreviewed', ['c1', 'c2', 'c3']],
    ['state=accepted', []],
    ['overall=rejected&overall=unreviewed', ['c1', 'c2', 'c3']],
    ['conflict=true', ['c1', 'c2']],
    ['conflict=false', ['c3']],
    ['changed=true', []],
    ['lost=true', []],
    ['q=朋友圈还', ['c2']],
    ['q=外链 朋友圈还', ['c2']],
    ['q=%25', []],
    ['q=c3', ['c3']],
    ['order=conflicts', ['c1', 'c2', 'c3']],
    ['order=status', ['c2', 'c1', 'c3']],
    ['order=scene', ['c3', 'c1', 'c2']],
    ['at=c2', ['c2', 'c3']],
    ['at=c2&descending=true', ['c2', 'c1']],
    ['at=nobody', ['c1', 'c2', 'c3']],
    ['cursor=nonsense', ['c1', 'c2', 'c3']],
    ['status=', ['c1', 'c2', 'c3']],
  ])('%s', async (query, expected) => {
    expect(await ids(query)).toEqual(expected);
  });

  it.each([
    'article',
    'conflicts',
    'uncertain',
    'newest',
    'day',
    'subject',
    'object',
    'publisher',
    'rule',
    'state',
  ])(
    'ordered by %s comes page by page as in one, forwards and backwards, and begins anywhere',
    async (order) => {
      const all = await ids(`order=${order}`);
      expect(all.toSorted()).toEqual(['c1', 'c2', 'c3']);
      expect(await ids(`order=${order}&descending=true`)).toEqual(all.toReversed());
      const paged: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const answer = await browser.get(`/api/queue?order=${order}&limit=1&cursor=${cursor}`);
        const page = queue.parse(await answer.json());
        expect(page).toMatchObject({ total: 3, offset: paged.length });
        paged.push(...page.items.map((item) => item.id));
        cursor = page.next;
      }
      expect(paged).toEqual(all);
      for (const [i, id] of all.entries()) {
        const answer = await browser.get(`/api/queue?order=${order}&at=${id}`);
        expect(queue.parse(await answer.json())).toMatchObject({ offset: i, items: { length: 3 - i } });
      }
    },
  );

  it('counts what is decided, and goes on behind what has left it', async () => {
    const first = queue.parse(await (await browser.get('/api/queue?state=unreviewed&limit=1')).json());
    await post(event('c1'));
    const answer = await browser.get(`/api/queue?state=unreviewed&limit=1&cursor=${first.next}`);
    expect(queue.parse(await answer.json()).items.map((i) => i.id)).toEqual(['c2']);
    expect(await (await browser.get('/api/queue')).json()).toMatchObject({ total: 3, decided: 1 });
  });

  it.each(['status=opened', 'limit=0', 'from=yesterday', 'order=chance', 'conflict=maybe'])(
    'says what is wrong with %s',
    async (query) => {
      const answer = await browser.get(`/api/queue?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toEqual({ error: expect.stringContaining(query.split('=')[0] ?? '') });
    },
  );
});

describe('a claim', () => {
  it('comes with its article, the claims beside it, and what speaks against it', async () => {
    const claim = await view('c1');
    expect(claim).toMatchObject({ state: 'unreviewed', machine: null, changedSince: null, lost: false });
    expect(claim.article.text).toBe(TEXT);
    expect(claim.article.current).toBe(true);
    expect(claim.spans[0]).toEqual({ role: 'evidence', start: 0, end: 14 });
    expect(claim.others.map((o) => o.id)).toEqual(['c2']);
    expect(claim.contrary.map((o) => o.id)).toEqual(['c2']);
    expect(claim.agreeing).toEqual([]);
    expect(claim.rule).toEqual({ id: 'access.can-open', reason: '说能打开' });
  });

  it('that is rejected contradicts nothing any more', async () => {
    await post(event('c2', { action: 'reject', reason: 'not-said' }));
    expect((await view('c1')).contrary).toEqual([]);
    expect(await ids('conflict=true')).toEqual([]);
  });

  it('that reads otherwise since says what was decided on', async () => {
    await post(event('c1'));
    await store.saveArticle({
      runId,
      article: articleOf('a.md'),
      claims: [{ ...claimOf('c1'), deadline: '2022-07-01' }],
      rulesVersion: 'r2',
    });
    expect((await view('c1')).changedSince?.deadline).toBeNull();
    expect((await view('c1')).claim.deadline).toBe('2022-07-01');
    expect(await ids('changed=true')).toEqual(['c1']);
    expect(await ids('lost=true')).toEqual([]);
  });

  it('that no rule makes any more is found with what was decided on it', async () => {
    await post(event('c1'));
    await store.saveArticle({ runId, article: articleOf('a.md'), claims: [], rulesVersion: 'r2' });
    expect(await ids('lost=true')).toEqual(['c1']);
    expect(await view('c1')).toMatchObject({
      lost: true,
      state: 'accepted',
      history: [{ action: 'accept' }],
    });
  });

  it('that is not there is not found', async () => {
    expect((await browser.get('/api/claims/c99')).status).toBe(404);
  });
});

describe('decisions', () => {
  it('are saved one by one, told how they stand, and the wrong ones are told why', async () => {
    const good = event('c1');
    const receipt = await post(
      good,
      { id: 'half' },
      event('c9'),
      event('c2', { reason: 'mood' }),
      'nonsense',
    );
    expect(receipt).toEqual({
      saved: [good.id],
      refused: [
        { id: 'half', why: expect.stringContaining('claim') },
        { id: expect.any(String), why: 'there is no reason mood' },
        { id: '?', why: expect.any(String) },
        { id: expect.any(String), why: 'there is no claim c9 here' },
      ],
      states: { c1: { state: 'accepted', overall: 'accepted', changed: false } },
    });
  });

  it('sent again after an answer that was lost are saved once', async () => {
    const one = event('c1');
    await post(one);
    expect((await post(one)).saved).toEqual([one.id]);
    expect(await collect(store.decisions())).toHaveLength(1);
  });

  it.each([
    ['a status that the relation has not', { status: 'pledged' }, /access cannot be pledged/],
    ['no object', { object: null }, /needs an object/],
    ['a scene that is none', { scene: 'kitchen' }, /no scene kitchen/],
    ['itself as its object', { object: 'wechat' }, /the same/],
    ['an id in 汉字', { object: '知乎' }, /small letters/],
    ['days the wrong way round', { date: { ...claimOf('c1').date, end: '2022-06-01' } }, /before the first/],
    ['a deadline', { deadline: '2022-07-01' }, /only an order/],
    ['words that are not there', { evidence: { start: 0, end: 2, quote: '没有' } }, /does not stand/],
    ['no words', { evidence: { start: 3, end: 3, quote: 'x' } }, /empty/],
  ])('an edit with %s is refused', async (_, changes, why) => {
    const after = { ...mutable(contentOf(claimOf('c1'))), ...changes };
    const { saved, refused } = await post(
      event('c1', { action: 'edit', after: after as NewDecision['after'] }),
    );
    expect(saved).toEqual([]);
    expect(refused[0].why).toMatch(why);
  });

  it('an edit is what the claim says, its kind follows, and what the machine had said is kept', async () => {
    const after = { ...mutable(contentOf(claimOf('c1'))), scene: null };
    await post(event('c1', { action: 'edit', after }));
    const claim = await view('c1');
    expect(claim).toMatchObject({ state: 'edited', claim: { scene: null, kind: 'platform' } });
    expect(claim.machine).toMatchObject({ scene: 'group-chat', kind: 'scene' });
    expect(claim.history).toMatchObject([{ action: 'edit', reviewer: 'li', undone: false }]);
  });

  it('of another reviewer do not show in mine', async () => {
    const wang = await browserOn(appOn(deskOn(store, 'wang')));
    const after = { ...mutable(contentOf(claimOf('c1'))), object: 'weibo' };
    await post(event('c1', { action: 'edit', after }));
    const hers = claimView.parse(await (await wang.get('/api/claims/c1')).json());
    expect(hers).toMatchObject({
      state: 'unreviewed',
      overall: 'edited',
      claim: { object: 'zhihu' },
      machine: null,
    });
  });

  it('too many or none at once are no batch', async () => {
    expect((await browser.post('/api/decisions', { events: [] })).status).toBe(400);
    expect((await browser.post('/api/decisions', [])).status).toBe(400);
  });
});

describe('a bulk', () => {
  const at = '2022-06-16T01:00:00.000Z';
  const bulk = (changes: object = {}) => ({
    id: 'bulk-0001',
    filter: { status: ['open'] },
    expected: 2,
    action: 'accept',
    at,
    reason: null,
    note: null,
    ...changes,
  });
  const states = async () =>
    queue.parse(await (await browser.get('/api/queue')).json()).items.map((i) => i.state);

  it('decides on all that the filter holds, is undone as one, and its undoing too', async () => {
    const done = await browser.post('/api/bulk', bulk());
    expect(await done.json()).toEqual({ group: 'bulk-0001', count: 2 });
    expect(await states()).toEqual(['accepted', 'unreviewed', 'accepted']);
    const back = await browser.post('/api/bulk/undo', { id: 'undo-0001', group: 'bulk-0001', at });
    expect(await back.json()).toEqual({ group: 'undo-0001', count: 2 });
    expect(await states()).toEqual(['unreviewed', 'unreviewed', 'unreviewed']);
    await browser.post('/api/bulk/undo', { id: 'undo-0002', group: 'undo-0001', at });
    expect(await states()).toEqual(['accepted', 'unreviewed', 'accepted']);
  });

  it('is refused where the filter holds another number than the person saw, and writes nothing', async () => {
    const answer = await browser.post('/api/bulk', bulk({ expected: 3 }));
    expect(answer.status).toBe(409);
    expect(await answer.json()).toEqual({ error: expect.any(String), count: 2 });
    expect(await collect(store.decisions())).toEqual([]);
  });

  it('sent twice is one', async () => {
    await browser.post('/api/bulk', bulk());
    const again = await browser.post('/api/bulk', bulk());
    expect(await again.json()).toEqual({ group: 'bulk-0001', count: 2 });
    await browser.post('/api/bulk/undo', { id: 'undo-0001', group: 'bulk-0001', at });
    const undone = await browser.post('/api/bulk/undo', { id: 'undo-0001', group: 'bulk-0001', at });
    expect(await undone.json()).toEqual({ group: 'undo-0001', count: 2 });
    expect(await collect(store.decisions())).toHaveLength(4);
  });

  it('undone leaves alone what was decided anew since', async () => {
    await browser.post('/api/bulk', bulk());
    await post(event('c1', { action: 'reject', at }));
    const back = await browser.post('/api/bulk/undo', { id: 'undo-0001', group: 'bulk-0001', at });
    expect(await back.json()).toEqual({ group: 'undo-0001', count: 1 });
    expect(await states()).toEqual(['rejected', 'unreviewed', 'unreviewed']);
  });

  it('keeps of every claim what it read like', async () => {
    await browser.post('/api/bulk', bulk());
    const [first] = await collect(store.decisions());
    expect(first?.before).toEqual(contentOf(claimOf('c1')));
  });
});

describe('trouble', () => {
  it('in the book is told without a stack, and to the command', async () => {
    await store.close();
    const answer = await browser.get('/api/queue');
    expect(answer.status).toBe(500);
    expect(Object.keys(await answer.json())).toEqual(['error']);
    expect(faults).toHaveLength(1);
    ({ store } = await smallBook(newDatabase()));
  });
});
