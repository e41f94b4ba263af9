import SqliteDatabase from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import type { Claim, Decision, ReviewedContent } from '../../pipeline/types.ts';
import {
  articleOf,
  claimOf,
  collect,
  contentOf,
  decisionOn,
  newDatabase,
  TEXT,
  withRun,
} from './fixtures.ts';

let path = '';
let store: Store;
let runId = 0;
beforeEach(async () => {
  path = newDatabase();
  ({ store, runId } = await withRun(path));
  await save([claimOf('c1'), claimOf('c2', 'closed')]);
});
afterEach(() => store.close());

const save = (claims: readonly Claim[], text = TEXT) =>
  store.saveArticle({ runId, article: articleOf('a.md', text), claims, rulesVersion: 'r' });
const claim = async (id = 'c1') => (await collect(store.claims({ idPrefix: id, lost: true })))[0];
const state = async () => (await claim())?.review.state;
const decide = (id: string, changes: Partial<Decision> = {}) => store.decide([decisionOn('c1', id, changes)]);
const undo = (id: string, undoes: string, changes: Partial<Decision> = {}) =>
  decide(id, { action: 'undo', undoes, before: null, ...changes });
const EDITED: ReviewedContent = {
  ...contentOf(claimOf('c1', 'limited')),
  object: 'weibo',
  evidence: { start: 2, end: 6, quote: TEXT.slice(2, 6) },
};

describe('the log', () => {
  it('outlives a new reading of the article', async () => {
    await decide('d1', { note: '看过' });
    await save([claimOf('c1')]);
    expect((await claim())?.review).toEqual({
      state: 'accepted',
      by: 'li',
      at: '2022-06-16T01:00:00.000Z',
      note: '看过',
      changed: false,
      machine: null,
    });
  });

  it('outlives that no rule makes the claim any more, and its coming back', async () => {
    await decide('d1');
    await save([]);
    expect(await state()).toBe('accepted');
    await save([claimOf('c1')]);
    expect(await state()).toBe('accepted');
  });

  it('takes the same event twice as one, and says that it has it', async () => {
    expect(await decide('d1')).toEqual({ saved: ['d1'], refused: [] });
    expect(await decide('d1', { at: '2022-06-17T01:00:00.000Z' })).toEqual({ saved: ['d1'], refused: [] });
    expect(await collect(store.decisions())).toHaveLength(1);
  });

  it.each([
    ['an id that stands for something else', { id: 'd1', action: 'reject' }, /has this id already/],
    ['a claim that is not there', { claim: 'c9' }, /no claim c9/],
    ['an edit that says nothing', { action: 'edit' }, /must say/],
    ['a change that is no edit', { after: EDITED }, /only an edit/],
    [
      'a quote that does not stand there',
      { action: 'edit', after: { ...EDITED, evidence: { ...EDITED.evidence, start: 3, end: 7 } } },
      /does not stand in the text/,
    ],
    ['a text that is not here', { action: 'edit', after: { ...EDITED, textHash: 'x' } }, /is not here/],
    ['an undo of nothing', { action: 'undo', undoes: 'd7' }, /no decision d7/],
    ['an undo of another claim’s decision', { claim: 'c2', action: 'undo', undoes: 'd1' }, /no decision d1/],
    ['an undo of another person’s', { action: 'undo', undoes: 'd1', reviewer: 'wang' }, /only li can/],
  ] satisfies [string, Partial<Decision>, RegExp][])(
    'refuses %s, and saves the rest',
    async (_, changes, why) => {
      await decide('d1');
      const wrong = decisionOn('c1', 'dx', changes);
      const { saved, refused } = await store.decide([wrong, decisionOn('c2', 'd2', { before: null })]);
      expect(saved).toEqual(['d2']);
      expect(refused).toEqual([{ id: wrong.id, why: expect.stringMatching(why) }]);
      expect((await collect(store.decisions())).map((d) => d.id)).toEqual(['d1', 'd2']);
    },
  );

  it.each([
    "UPDATE decisions SET reviewer = 'x'",
    'DELETE FROM decisions',
    "INSERT OR REPLACE INTO decisions (seq, id, claim_id, action, before, reviewer, at) VALUES (1, 'd9', 'c1', 'reject', '{}', 'x', 'now')",
    "REPLACE INTO decisions (id, claim_id, action, before, reviewer, at) VALUES ('d1', 'c1', 'reject', '{}', 'x', 'now')",
    "INSERT INTO decisions (id, claim_id, action, before, reviewer, at) VALUES ('d1', 'c1', 'reject', '{}', 'x', 'now') ON CONFLICT (id) DO UPDATE SET reviewer = 'x'",
  ])('cannot be written over: «%s»', async (statement) => {
    await decide('d1');
    const raw = new SqliteDatabase(path);
    expect(() => raw.exec(statement)).toThrow('append-only');
    raw.close();
    expect(await collect(store.decisions())).toEqual([expect.objectContaining({ id: 'd1', reviewer: 'li' })]);
  });

  it('written by hand counts when the book is opened again', async () => {
    const raw = new SqliteDatabase(path);
    raw.exec(
      "INSERT INTO decisions (id, claim_id, action, before, reviewer, at) VALUES ('d1', 'c1', 'reject', '{}', 'x', '2022')",
    );
    raw.close();
    const again = await openStore(path);
    expect((await collect(again.claims({ idPrefix: 'c1' })))[0]?.review.state).toBe('rejected');
    await again.close();
  });
});

describe('what counts', () => {
  it('is the last decision, and after an undo the one before', async () => {
    await decide('d1');
    await decide('d2', { action: 'reject' });
    expect(await state()).toBe('rejected');
    await undo('d3', 'd2');
    expect(await state()).toBe('accepted');
    await undo('d4', 'd1');
    expect(await state()).toBe('unreviewed');
  });

  it('is the decision again when its undo is undone', async () => {
    await decide('d1', { action: 'reject' });
    await undo('d2', 'd1');
    await undo('d3', 'd2');
    expect(await state()).toBe('rejected');
    await undo('d4', 'd3');
    expect(await state()).toBe('unreviewed');
  });

  it('is the later one where the clock went backwards', async () => {
    await decide('d1', { at: '2022-06-16T01:00:05.000Z' });
    await decide('d2', { action: 'reject', at: '2022-06-16T00:59:00.000Z' });
    expect(await state()).toBe('rejected');
    expect((await collect(store.decisions())).map((d) => d.at)).toEqual([
      '2022-06-16T01:00:05.000Z',
      '2022-06-16T01:00:05.001Z',
    ]);
  });

  it('is kept for each reviewer; over all it is the last one’s', async () => {
    await decide('d1');
    await decide('d2', { action: 'reject', reviewer: 'wang' });
    const by = async (reviewer: string, wanted: 'accepted' | 'rejected' | 'unreviewed') =>
      (await collect(store.claims({ mine: { reviewer, state: [wanted] } }))).map((c) => c.id);
    expect(await by('li', 'accepted')).toEqual(['c1']);
    expect(await by('wang', 'rejected')).toEqual(['c1']);
    expect(await by('wang', 'unreviewed')).toEqual(['c2']);
    expect((await claim())?.review).toMatchObject({ state: 'rejected', by: 'wang' });
    await undo('d3', 'd2', { reviewer: 'wang' });
    expect((await claim())?.review).toMatchObject({ state: 'accepted', by: 'li' });
  });
});

describe('an edit', () => {
  const edit = (id = 'd1', after = EDITED) => decide(id, { action: 'edit', after });

  it('is what the book says, and what the rules said is kept beside it', async () => {
    await edit();
    const edited = await claim();
    expect(edited).toMatchObject({ status: 'limited', object: 'weibo', evidence: EDITED.evidence });
    expect(edited?.review).toMatchObject({ state: 'edited', changed: false });
    const { textHash: _hash, ...machine } = contentOf(claimOf('c1'));
    expect(edited?.review.machine).toEqual(machine);
    expect((await collect(store.claims({ object: ['weibo'] }))).map((c) => c.id)).toEqual(['c1']);
    expect((await store.stats()).byStatus).toEqual({ closed: 1, limited: 1 });
  });

  it('gives way to what the rules say when it is undone, and comes back when that is', async () => {
    const before = await claim();
    await edit();
    await undo('d2', 'd1');
    expect(await claim()).toEqual(before);
    await undo('d3', 'd2');
    expect((await claim())?.object).toBe('weibo');
  });

  it('stands through a new reading, in the text that it was made in', async () => {
    await edit();
    await save([{ ...claimOf('c1'), evidence: { start: 1, end: 3, quote: TEXT.slice(0, 2) } }], `又${TEXT}`);
    const edited = await claim();
    expect(edited).toMatchObject({ object: 'weibo', evidence: EDITED.evidence });
    const [found] = await store.findClaims('c1');
    expect(found?.text.slice(2, 6)).toBe(EDITED.evidence.quote);
    await undo('d2', 'd1');
    expect((await store.findClaims('c1'))[0]?.text).toBe(`又${TEXT}`);
  });

  it('may be accepted as it stands', async () => {
    await edit();
    await decide('d2', { before: EDITED });
    expect(await claim()).toMatchObject({ object: 'weibo', review: { state: 'accepted' } });
    expect((await claim())?.review.machine).not.toBeNull();
  });

  it('of one reviewer is not the other’s', async () => {
    await edit();
    await decide('d2', { reviewer: 'wang' });
    expect(await claim()).toMatchObject({ object: 'zhihu', review: { state: 'accepted', by: 'wang' } });
    await undo('d3', 'd2', { reviewer: 'wang' });
    expect((await claim())?.object).toBe('weibo');
  });
});

describe('a claim that reads otherwise since it was decided on', () => {
  const later: Claim = { ...claimOf('c1'), deadline: '2022-07-01' };

  it('says so until it is decided on anew', async () => {
    await decide('d1');
    await save([later]);
    expect((await claim())?.review).toMatchObject({ state: 'accepted', changed: true });
    expect(
      (await collect(store.claims({ mine: { reviewer: 'li', changed: true } }))).map((c) => c.id),
    ).toEqual(['c1']);
    await decide('d2', { before: contentOf(later) });
    expect((await claim())?.review.changed).toBe(false);
  });

  it('says so of an edit too, whose fields stay', async () => {
    await decide('d1', { action: 'edit', after: EDITED });
    await save([later]);
    expect(await claim()).toMatchObject({ object: 'weibo', deadline: null, review: { changed: true } });
    expect((await claim())?.review.machine?.deadline).toBe('2022-07-01');
    await decide('d2', { before: EDITED });
    expect((await claim())?.review.changed).toBe(false);
  });

  it('says so where the page was older than the ingest', async () => {
    await save([later]);
    await decide('d1', { before: contentOf(claimOf('c1')) });
    expect((await claim())?.review.changed).toBe(true);
  });

  it('does not say so for words that only stand elsewhere in the text', async () => {
    await decide('d1');
    await save(
      [{ ...claimOf('c1'), evidence: { start: 1, end: 15, quote: TEXT.slice(0, 14) } }],
      `又${TEXT}`,
    );
    expect((await claim())?.review.changed).toBe(false);
  });
});
