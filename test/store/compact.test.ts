import SqliteDatabase from 'better-sqlite3';
import { Kysely, SqliteDialect } from 'kysely';
import { beforeEach, describe, expect, it } from 'vitest';
import { MIGRATIONS } from '../../pipeline/store/migrations.ts';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import type { Tables } from '../../pipeline/store/tables.ts';
import { articleOf, claimOf, collect, newDatabase } from './fixtures.ts';

const TEXT = '𠮷野家说：微信群聊里可以打开知乎的链接，朋友圈不行。';
const QUOTE = '微信群聊里可以打开知乎的链接';
const START = TEXT.indexOf(QUOTE);
const END = START + QUOTE.length;
const TRACE = [
  { field: 'status', from: 'rule', note: 'access.can-open', span: null },
  { field: 'subject', from: 'carried', note: 'wechat', span: { start: START, end: START + 2 } },
];
const MACHINE = JSON.stringify({
  kind: 'scene',
  relation: 'access',
  subject: 'wechat',
  object: 'zhihu',
  scene: 'group-chat',
  status: 'open',
  date: { text: null, start: '2022-06-15', end: '2022-06-15', precision: 'day', basis: 'published' },
  deadline: null,
  attribution: { type: 'media', name: null },
  conditions: [],
  evidence: { quote: QUOTE, start: START, end: END },
  textHash: 't1',
});
const AFTER = MACHINE.replace('"open"', '"limited"');

const claim = (id: string, position: number, status: string, state: string, more = "NULL, 'unreviewed'") =>
  `('${id}', 'a1', 't1', ${position}, 'scene', 'access', 'wechat', 'zhihu', 'group-chat', '${status}', NULL, '2022-06-15',
    '2022-06-15', 'day', 'published', NULL, 'rumour', '某人', '["仅限群聊"]', 'access.can-open', '${JSON.stringify(TRACE)}',
    '${state}', 1, 1, ${more})`;

/** What the program wrote before migration 008: claims that stand, are lost, edited, of a sort of their own. */
const ROWS = `
  INSERT INTO runs (version, started) VALUES ('r', '2022-06-15T01:00:00.000Z');
  INSERT INTO article_texts VALUES ('t1', '${TEXT}', '[{"kind":"paragraph","start":0,"end":${TEXT.length}}]');
  INSERT INTO articles VALUES ('a1', 'a.md', 'markdown', 'utf-8', 'f', '外链', '样报', NULL, '["科技"]',
    '2022-06-15T09:00:00+08:00', NULL, 't1', 'present', 'r', 1, 1);
  INSERT INTO article_sources VALUES ('a1', '{"title":"front matter"}', '[{"kind":"tail","count":1,"samples":["完"]}]', '[0,9]');
  INSERT INTO claims (id, article_id, text_hash, position, kind, relation, subject, object, scene, status, date_text,
    date_start, date_end, date_precision, date_basis, deadline, attribution_type, attribution_name, conditions, rule,
    trace, state, first_run, last_run, machine, review)
  VALUES ${claim('c1', 0, 'open', 'current')}, ${claim('c2', 1, 'closed', 'current')}, ${claim('c3', 0, 'open', 'lost')},
    ${claim('c4', 2, 'limited', 'current', `'${MACHINE}', 'edited'`)}, ${claim('c5', 3, 'unheard-of', 'lost')};
  INSERT INTO evidence SELECT id, 'claim', ${START}, ${END}, '${QUOTE}' FROM claims;
  INSERT INTO decisions (id, claim_id, action, before, after, reviewer, at, machine) VALUES
    ('d1', 'c2', 'accept', '{}', NULL, 'li', '2022-06-16T01:00:00.000Z', NULL),
    ('d2', 'c3', 'reject', '{}', NULL, 'li', '2022-06-16T01:00:01.000Z', NULL),
    ('d3', 'c4', 'edit', '${MACHINE}', '${AFTER}', 'li', '2022-06-16T01:00:02.000Z', NULL);
  INSERT INTO search_pairs (rowid, tokens) SELECT id, '微信' FROM search_rows;
  UPDATE search_done SET id = 1;`;

let path = '';
let store: Store;
beforeEach(async () => {
  path = newDatabase();
  const database = new SqliteDatabase(path);
  const db = new Kysely<Tables>({ dialect: new SqliteDialect({ database }) });
  database.exec('CREATE TABLE migrations (name TEXT PRIMARY KEY, at TEXT NOT NULL)');
  for (const migration of MIGRATIONS.slice(0, 7)) {
    await migration.up(db);
    database.prepare("INSERT INTO migrations VALUES (?, '2022')").run(migration.name);
  }
  database.exec(ROWS);
  await db.destroy();
  store = await openStore(path);
  return () => store.close();
});

describe('a database from before migration 008', () => {
  it('keeps every claim as it was, the lost and the edited too', async () => {
    // A word that no list has comes back as it is, and no reader of claims takes it for one of its own.
    const raw = new SqliteDatabase(path, { readonly: true });
    expect(
      raw.prepare('SELECT id, status, state, review, quote, doubt FROM claims ORDER BY id').raw().all(),
    ).toEqual([
      ['c1', 'open', 'current', 'unreviewed', QUOTE, 6],
      ['c2', 'closed', 'current', 'accepted', QUOTE, 6],
      ['c3', 'open', 'lost', 'rejected', QUOTE, 6],
      ['c4', 'limited', 'current', 'edited', QUOTE, 4],
      ['c5', 'unheard-of', 'lost', 'unreviewed', QUOTE, 6],
    ]);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(raw.pragma('foreign_key_check')).toEqual([]);
    raw.close();
    const claims = await collect(store.claimsInText());
    expect(claims.map((c) => c.claim.id)).toEqual(['c1', 'c2', 'c4']);
    expect(claims[0]).toMatchObject({
      text: TEXT,
      claim: {
        conditions: ['仅限群聊'],
        attribution: { type: 'rumour', name: '某人' },
        evidence: { start: START, end: END, quote: QUOTE },
        article: { id: 'a1', path: 'a.md', title: '外链' },
      },
    });
    expect(claims[2]?.claim).toMatchObject({ status: 'limited', review: { machine: { status: 'open' } } });
  });

  it('keeps every decision, and what follows from them', async () => {
    const log = await collect(store.decisions());
    expect(log.map((d) => [d.id, d.claim, d.action])).toEqual([
      ['d1', 'c2', 'accept'],
      ['d2', 'c3', 'reject'],
      ['d3', 'c4', 'edit'],
    ]);
    expect((await collect(store.verdicts())).map((v) => [v.claim, v.state])).toEqual([
      ['c2', 'accepted'],
      ['c3', 'rejected'],
      ['c4', 'edited'],
    ]);
  });

  it('keeps the way to each claim, where the article came from, its blocks and its place in the index', async () => {
    for (const id of ['c1', 'c3', 'c4']) expect((await store.findClaims(id))[0]?.trace).toEqual(TRACE);
    expect(await store.source('a1')).toEqual({
      origin: { title: 'front matter' },
      noise: [{ kind: 'tail', count: 1, samples: ['完'] }],
      sourceMap: [0, 9],
    });
    const [article] = await store.findArticles('a.md');
    expect(article).toMatchObject({ text: TEXT, categories: ['科技'] });
    expect(article?.blocks).toEqual([{ kind: 'paragraph', start: 0, end: TEXT.length }]);
    expect((await store.search(['微信'], { limit: 5 })).hits[0]?.claims).toEqual(['c1', 'c2', 'c4']);
  });

  it('counts what it holds, and goes on counting', async () => {
    expect(await store.stats()).toMatchObject({
      claims: { current: 3, lost: 2 },
      byStatus: { open: 1, closed: 1, limited: 1 },
      byReview: { unreviewed: 1, accepted: 1, edited: 1 },
    });
    const runId = await store.beginRun({ version: 'r2', at: '2022-07-01T00:00:00.000Z' });
    const claims = [claimOf('c1', 'closed', TEXT), claimOf('c3', 'open', TEXT), claimOf('c6', 'open', TEXT)];
    await store.saveArticle({ runId, article: articleOf('a.md', TEXT, 'f'), claims, rulesVersion: 'r2' });
    expect(await store.stats()).toMatchObject({
      claims: { current: 3, lost: 3 },
      byStatus: { open: 2, closed: 1 },
      byReview: { unreviewed: 2, rejected: 1 },
    });
    const [lost] = await store.findClaims('c4');
    expect(lost).toMatchObject({ state: 'lost', trace: TRACE, claim: { status: 'limited' } });
    expect((await store.findClaims('c6'))[0]?.trace).toEqual([]);
  });
});
