import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsFolder, OPENED, PAID, put, scrape } from './articles.ts';
import { type Outcome, pipeline } from './terminal.ts';

let cwd = '';
beforeEach(() => {
  cwd = newsFolder();
});
afterEach(() => rmSync(cwd, { recursive: true }));

const ingest = (...args: string[]): Promise<Outcome> => pipeline(['ingest', 'news', ...args], { cwd });
const articles = async (): Promise<unknown> => JSON.parse((await ingest('--json')).out).articles;
const exported = async (): Promise<Record<string, unknown>[]> =>
  JSON.parse((await pipeline(['export', '--out', '-'], { cwd })).out);
const NONE = { new: 0, changed: 0, unchanged: 0, failed: 0, gone: 0 };

describe('a first run', () => {
  it('writes the database and one summary', async () => {
    const { code, out, err } = await ingest();
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^2 articles: 2 new, 0 changed, 0 unchanged, 0 failed, in \d+\.\d s\n/);
    expect(out).toMatch(/\n\d+ claims \(.*\) in output\/claims\.db\n$/);
    expect(existsSync(join(cwd, 'output', 'claims.db'))).toBe(true);
  });

  it('makes claims whose quotes stand in the text', async () => {
    await ingest();
    const claims = await exported();
    expect(claims.map((c) => [c.relation, c.subject, c.object, c.scene, c.status])).toEqual(
      expect.arrayContaining([
        ['access', 'wechat', 'taobao', 'group-chat', 'open'],
        ['acceptance', 'eleme', 'wechat-pay', null, 'open'],
      ]),
    );
  });

  it('says nothing when it is to be quiet', async () => {
    expect(await ingest('--quiet')).toEqual({ code: 0, out: '', err: '' });
  });

  it('shows its progress on a terminal, and not to a program', async () => {
    const live = await pipeline(['ingest', 'news'], { cwd, progress: true });
    expect(live.err).toContain('\r\x1b[K1/2 news/a-opened.md');
    expect(live.err.endsWith('\r\x1b[K')).toBe(true);
    const json = await pipeline(['ingest', 'news', '--json'], { cwd, progress: true });
    expect(json.err).toBe('');
  });
});

describe('a second run', () => {
  beforeEach(() => ingest());

  it('finds nothing to do and says so', async () => {
    const before = await exported();
    const { out } = await ingest();
    expect(out).toContain('0 new, 0 changed, 2 unchanged, 0 failed');
    expect(out).toContain('Nothing has changed.');
    expect(await exported()).toEqual(before);
  });

  it('reads a changed file again and keeps the ids of claims that are still there', async () => {
    const before = await exported();
    put(cwd, 'b-paid.md', PAID.replace('</div>', '<p>京东尚未开通支付宝支付。</p></div>'));
    expect(await articles()).toEqual({ ...NONE, changed: 1, unchanged: 1 });
    const ids = (await exported()).map((c) => c.id);
    expect(ids).toEqual(expect.arrayContaining(before.map((c) => c.id)));
    expect(ids.length).toBeGreaterThan(before.length);
  });

  it('marks a claim that is no longer found, and does not export it', async () => {
    put(cwd, 'b-paid.md', scrape('付款', ['没有新消息。']));
    await ingest();
    expect((await exported()).map((c) => c.subject)).not.toContain('eleme');
    expect(JSON.parse((await pipeline(['stats', '--json'], { cwd })).out).claims.lost).toBe(1);
  });

  it('marks an article that is gone, and takes it back', async () => {
    rmSync(join(cwd, 'news', 'b-paid.md'));
    expect(await articles()).toEqual({ ...NONE, unchanged: 1, gone: 1 });
    expect(await articles()).toEqual({ ...NONE, unchanged: 1 });
    put(cwd, 'b-paid.md', PAID);
    expect(await articles()).toEqual({ ...NONE, unchanged: 2 });
    expect(JSON.parse((await pipeline(['stats', '--json'], { cwd })).out).articles).toEqual({
      present: 2,
      gone: 0,
      originals: 2,
      reposts: 0,
    });
  });

  it('does not take for gone what it was not asked to look at', async () => {
    const only = await pipeline(['ingest', 'news/a-opened.md', '--json'], { cwd });
    expect(JSON.parse(only.out).articles).toEqual({ ...NONE, unchanged: 1 });
  });

  it('reads all again when the lexicon has changed', async () => {
    const lexicon = join(cwd, 'mine.yaml');
    put(
      cwd,
      '../mine.yaml',
      'entities:\n  - id: kezhan\n    type: app\n    name: 样栈\n    aliases: [样栈]\n',
    );
    put(cwd, 'c-mine.md', scrape('新店', ['样栈已接入支付宝。']));
    const { out } = await ingest('--lexicon', lexicon, '--json');
    expect(JSON.parse(out)).toMatchObject({ articles: { ...NONE, new: 1, unchanged: 2 }, rulesChanged: 2 });
    expect((await exported()).map((c) => c.subject)).toContain('kezhan');
  });
});

describe('broken files', () => {
  beforeEach(() => {
    put(cwd, 'c-empty.md', '');
    put(cwd, 'd-open.md', '---\ntitle: ohne Ende\n<p>x</p>');
    put(cwd, 'e-undated.md', OPENED.replace(/date: .*/, 'date: gestern'));
  });

  it('become a line each; the others go on', async () => {
    const { code, out, err } = await ingest();
    expect(code).toBe(1);
    expect(out).toMatch(/^5 articles: [23] new/);
    expect(err.trim().split('\n').length).toBeGreaterThanOrEqual(2);
    expect(err).toMatch(/^news\/c-empty\.md error: read: .+$/m);
    expect(err).toMatch(/^news\/d-open\.md:\d+(:\d+)? error: read: .+$/m);
  });

  it('stand in the book of problems, and in the JSON', async () => {
    const { out } = await ingest('--json');
    const told = JSON.parse(out).problems.map((p: { path: string }) => p.path);
    expect(told).toContain('news/c-empty.md');
    const listed = await pipeline(['problems'], { cwd });
    expect(listed.out).toMatch(/^news\/c-empty\.md error: read: /m);
    expect(listed.out).toMatch(/^news\/e-undated\.md/m);
    const json = (await pipeline(['problems', '--json'], { cwd })).out.trim().split('\n');
    expect(JSON.parse(json[0] ?? '')).toMatchObject({ run: 1, path: 'news/c-empty.md', stage: 'read' });
  });

  it('are tried again by the next run', async () => {
    await ingest();
    expect((await ingest()).code).toBe(1);
    put(cwd, 'c-empty.md', PAID);
    rmSync(join(cwd, 'news', 'd-open.md'));
    put(cwd, 'e-undated.md', OPENED);
    expect((await ingest()).code).toBe(0);
    expect((await pipeline(['problems'], { cwd })).out).toBe('No problems in the last run.\n');
  });
});

describe('what cannot run', () => {
  it.each([
    [
      'a path that is not there',
      ['ingest', 'nowhere'],
      2,
      /^pipeline: nowhere: there is no such file or folder/,
    ],
    ['no path', ['ingest'], 2, /^pipeline: missing required argument 'path'/],
    [
      'an unknown option',
      ['ingest', 'news', '--jsn'],
      2,
      /^pipeline: unknown option '--jsn'\n\(Did you mean --json\?\)/,
    ],
    ['a lexicon that is not there', ['ingest', 'news', '--lexicon', 'no.yaml'], 3, /^pipeline: no\.yaml/],
    [
      'a database that is none',
      ['ingest', 'news', '--db', 'news/a-opened.md'],
      3,
      /^pipeline: .*a-opened\.md/,
    ],
  ])('%s', async (_, args, code, message) => {
    const result = await pipeline(args, { cwd });
    expect(result.err).toMatch(message);
    expect([result.code, result.out]).toEqual([code, '']);
  });

  it('a broken lexicon is told with file, line and column', async () => {
    put(cwd, 'broken.yaml', 'entities:\n  - id: x\n    type: planet\n    name: x\n');
    const { code, err } = await ingest('--lexicon', 'news/broken.yaml');
    expect(code).toBe(3);
    expect(err).toMatch(/^pipeline: news\/broken\.yaml:3:\d+ /);
  });

  it('leaves no database behind', async () => {
    await pipeline(['ingest', 'nowhere'], { cwd });
    expect(existsSync(join(cwd, 'output'))).toBe(false);
  });
});
