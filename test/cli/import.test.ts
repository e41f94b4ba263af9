import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../pipeline/store/store.ts';
import type { Decision, ExportedClaim } from '../../pipeline/types.ts';
import { collect } from '../store/fixtures.ts';
import { newsFolder, put, scrape } from './articles.ts';
import { pipeline } from './terminal.ts';

let cwd = '';
let claims: ExportedClaim[] = [];
const run = (...args: string[]) => pipeline(args, { cwd });
const read = (name: string): string => readFileSync(join(cwd, name), 'utf8');

const event = (claim: string, change: Partial<Decision>): Decision => ({
  id: `d-${claim}-${change.action ?? 'accept'}-${change.reviewer ?? ''}`,
  claim,
  action: 'accept',
  before: null,
  after: null,
  reviewer: '甲',
  at: '2022-07-01T00:00:00.000Z',
  reason: null,
  note: null,
  undoes: null,
  group: null,
  machine: null,
  ...change,
});

/** A book with a claim in every state: accepted, rejected with a note, edited, edited and then accepted, changed. */
beforeAll(async () => {
  cwd = newsFolder();
  put(cwd, 'c-many.md', scrape('许多家', ['10月9日，美团已接入支付宝，京东已接入支付宝。'], '2021-10-10'));
  await run('ingest', 'news', '--quiet', '--db', 'first.db');
  const store = await openStore(join(cwd, 'first.db'));
  claims = await collect(store.claims());
  expect(claims.length).toBeGreaterThanOrEqual(4);
  const [opened, paid, meituan, jd] = claims;
  if (!opened || !paid || !meituan || !jd) throw new Error('too few claims');
  const [article] = await store.findArticles(meituan.article.path);
  const { createHash } = await import('node:crypto');
  const textHash = createHash('sha256')
    .update(article?.text ?? '')
    .digest('hex')
    .slice(0, 32);
  const { id: _i, rule: _r, article: _a, review: _v, ...content } = jd;
  const start = content.evidence.start + 1;
  const evidence = { ...content.evidence, start, quote: content.evidence.quote.slice(1) };
  const after = { ...content, status: 'trial', conditions: ['内测用户'], evidence, textHash } as const;
  const { refused } = await store.decide([
    event(opened.id, { machine: 'read otherwise then' }),
    event(paid.id, { action: 'reject', note: '=不是\n这样', reviewer: '乙', at: '2022-07-02T00:00:00.000Z' }),
    event(meituan.id, { action: 'edit', after: { ...after, object: 'alipay', subject: 'meituan' } }),
    event(jd.id, { action: 'edit', after }),
    event(jd.id, { note: '对了', at: '2022-07-03T00:00:00.000Z' }),
  ]);
  expect(refused).toEqual([]);
  await store.close();
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('an export comes back the same to the byte', () => {
  it('has a claim in every state', async () => {
    const { out } = await run('export', '--db', 'first.db', '--format', 'ndjson');
    const reviews = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).review);
    expect(reviews.slice(0, 4)).toMatchObject([
      { state: 'accepted', changed: true, machine: null },
      { state: 'rejected', changed: false, note: '=不是\n这样' },
      { state: 'edited', machine: { status: 'open' } },
      { state: 'accepted', machine: { status: 'open' }, note: '对了' },
    ]);
  });

  it.each(['json', 'ndjson'])('%s, by every format', async (format) => {
    await run('export', '--db', 'first.db', '--format', format, '--out', `one.${format}`);
    const { code, out } = await run('import', `one.${format}`, '--db', `${format}.db`);
    expect([code, out]).toEqual([0, expect.stringMatching(/^\d+ claims of 3 new articles and 5 decisions /)]);
    for (const again of ['json', 'ndjson', 'csv', 'parquet', 'facts-json']) {
      await run('export', '--db', 'first.db', '--format', again, '--out', 'a');
      await run('export', '--db', `${format}.db`, '--format', again, '--out', 'b');
      expect(read('b')).toBe(read('a'));
    }
  });

  it('and again when it is imported twice: what is there stays', async () => {
    await run('export', '--db', 'first.db', '--out', 'one.json');
    await run('import', 'one.json', '--db', 'twice.db');
    const { out } = await run('import', 'one.json', '--db', 'twice.db', '--json');
    expect(JSON.parse(out)).toMatchObject({ articles: 0, claims: 0, known: claims.length, decisions: 0 });
    await run('export', '--db', 'twice.db', '--out', 'two.json');
    expect(read('two.json')).toBe(read('one.json'));
  });

  it('and when the articles are read afterwards, then with their texts', async () => {
    await run('export', '--db', 'first.db', '--out', 'one.json');
    await run('import', 'one.json', '--db', 'later.db');
    const { out } = await run('ingest', 'news', '--db', 'later.db');
    expect(out).toContain('3 read again under changed rules');
    await run('export', '--db', 'later.db', '--out', 'two.json');
    expect(read('two.json')).toBe(read('one.json'));
    const shown = await run('show', claims[0]?.id ?? '', '--db', 'later.db');
    expect(shown.out).toContain('记者实测发现');
  });
});

describe('what is taken in', () => {
  it('shows by its quote, and is found by it', async () => {
    await run('export', '--db', 'first.db', '--out', 'one.json');
    await run('import', 'one.json', '--db', 'quotes.db');
    const [claim] = claims;
    const shown = await run('show', claim?.id ?? '', '--db', 'quotes.db');
    expect(shown.out).toContain(`【${claim?.evidence.quote ?? ''}】`);
    const found = await run('search', '群聊', '--db', 'quotes.db');
    expect(found.out).toContain(`【群聊】`);
  });

  it('into a book that has the articles: decisions only', async () => {
    await run('export', '--db', 'first.db', '--out', 'one.json');
    await run('ingest', 'news', '--quiet', '--db', 'own.db');
    const { out } = await run('import', 'one.json', '--db', 'own.db');
    expect(out).toMatch(
      /^0 claims of 0 new articles and 5 decisions taken into own.db, \d+ were there already\n$/,
    );
    await run('export', '--db', 'own.db', '--out', 'two.json');
    expect(read('two.json')).toBe(read('one.json'));
  });

  it('of an article that goes by another name here', async () => {
    const [line = ''] = read('one.ndjson').split('\n');
    const claim = JSON.parse(line);
    await run('ingest', 'news', '--quiet', '--db', 'named.db');
    claim.article.path = 'elsewhere/before.md';
    writeFileSync(join(cwd, 'named.ndjson'), `${JSON.stringify(claim)}\n`);
    const { code, out } = await run('import', 'named.ndjson', '--db', 'named.db');
    expect([code, out]).toEqual([0, expect.stringMatching(/^0 claims of 0 new articles and 1 decision /)]);
  });

  it('leaves what a person has decided here since', async () => {
    await run('export', '--db', 'first.db', '--out', 'one.json');
    await run('import', 'one.json', '--db', 'newer.db');
    const store = await openStore(join(cwd, 'newer.db'));
    const id = claims[0]?.id ?? '';
    await store.decide([event(id, { id: 'newer', action: 'reject', at: '2023-01-01T00:00:00.000Z' })]);
    await store.close();
    await run('import', 'one.json', '--db', 'newer.db');
    const { out } = await run('show', id, '--db', 'newer.db', '--json');
    expect(JSON.parse(out).claim.review.state).toBe('rejected');
  });

  it('but not what is no claim: one line each, and the rest goes on', async () => {
    const [good = '', other = ''] = read('one.ndjson').split('\n');
    const wrong = JSON.stringify({ ...JSON.parse(other), status: 'maybe' });
    writeFileSync(join(cwd, 'broken.ndjson'), `\ufeff${good}\n{"id":\n\n${wrong}\n[]\n`);
    const { code, out, err } = await run('import', 'broken.ndjson', '--db', 'broken.db');
    expect(code).toBe(1);
    expect(out).toMatch(/^1 claim of 1 new article and 1 decision /);
    expect(err.split('\n').map((line) => line.slice(0, 40))).toEqual([
      expect.stringMatching(/^broken.ndjson:2: no JSON/),
      expect.stringMatching(/^broken.ndjson:4: no exported claim: stat/),
      expect.stringMatching(/^broken.ndjson:5: no exported claim/),
      '',
    ]);
  });

  it('says that there is no such file', async () => {
    expect(await run('import', 'nowhere.json')).toMatchObject({ code: 2 });
  });

  it('says that a folder is no file', async () => {
    expect(await run('import', 'news')).toMatchObject({
      code: 2,
      err: 'pipeline: news: is a folder; name a file\n',
    });
  });
});
