import { rmSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { newsFolder, put } from './articles.ts';
import { pipeline } from './terminal.ts';

let cwd = '';
beforeEach(() => {
  cwd = newsFolder();
});
afterEach(() => rmSync(cwd, { recursive: true }));
const run = (...args: string[]) => pipeline(args, { cwd });

describe('fields of the user’s own', () => {
  const record = JSON.stringify({ t: '付款', d: '2021-10-08', x: { zw: '饿了么已接入微信支付。' } });
  it('are read under the names that --field gives, also where the file was read under others before', async () => {
    put(cwd, 'c.json', record);
    const before = await run('ingest', 'news/c.json');
    expect([before.code, before.err]).toEqual([1, expect.stringContaining('name the field that holds it')]);
    const flags = ['--field', 'content=x.zw', '--field', 'published=d'];
    expect((await run('ingest', 'news/c.json', ...flags)).code).toBe(0);
    expect(JSON.parse((await run('show', 'c.json', '--json')).out)).toMatchObject({
      title: null,
      published: '2021-10-08T00:00:00+08:00',
      format: 'json',
      origin: { published: 'json: d' },
    });
    const mended = await run('ingest', 'news/c.json', '--json', ...flags, '--field', 'title=t');
    expect(JSON.parse(mended.out).rulesChanged).toBe(1);
    expect((await run('show', 'c.json')).out).toMatch(/^付款\n/);
  });
  it.each([
    [['--field', 'body=x'], /Write NAME=PATH/],
    [['--field', 'content='], /Write NAME=PATH/],
    [['--limit', 'pages=3'], /The limits are document, record/],
    [['--limit', 'record=much'], /Write a size like record=200MB/],
    [['--limit', 'record=0'], /Write a size/],
  ])('%j is wrong usage', async (flags, message) => {
    const { code, err } = await run('ingest', 'news', ...flags);
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});

describe('limits', () => {
  it('leave alone what is larger, say which limit it was, and can be raised', async () => {
    put(cwd, 'd.md', `---\ntitle: 题\n---\n<p>饿了么已接入微信支付。</p>${'<!-- -->'.repeat(400)}`);
    const small = await run('ingest', 'news/d.md', '--limit', 'document=2K');
    expect([small.code, small.err]).toEqual([1, expect.stringContaining('the limit «document»')]);
    expect((await run('problems')).out).toContain('the limit «document»');
    expect((await run('ingest', 'news/d.md', '--limit', 'document=1MB')).code).toBe(0);
  });
  it('of a page’s DOM lead to a warning', async () => {
    put(
      cwd,
      'e.html',
      `<!doctype html><html><body>${'<p>微信可以打开淘宝链接。</p>'.repeat(50)}</body></html>`,
    );
    await run('ingest', 'news/e.html', '--limit', 'page-elements=20');
    expect((await run('problems')).out).toMatch(/warning: clean: the page is too large or too deep/);
    await run('ingest', 'news/e.html');
    expect((await run('problems')).out).toBe('No problems in the last run.\n');
  });
});

describe('how an article came out of its file', () => {
  const WATERMARKED =
    '---\ntitle: 付款\ndate: 2021-10-09\n---\n<p>饿了么已<i style="display:none">样报独家</i>接入微\u200b信支付。</p><p>联(lián)系人说，淘宝也支持支付宝支付。</p><p>扫码下载本站客户端</p>';
  it('is shown: format, origin of the fields, what was taken out, and the place of the evidence', async () => {
    put(cwd, 'f.md', WATERMARKED);
    const { formats } = JSON.parse((await run('ingest', 'news', '--json')).out);
    expect(formats).toEqual({ markdown: 3 });
    const { out } = await run('show', 'f.md');
    expect(out).toContain('markdown, utf-8');
    expect(out).toContain('published from front matter: date; title from front matter: title\n');
    expect(out).toContain('taken out: 1 × invisible\n');
    expect(out).toContain('taken out: 1 × hidden «样报独家»\n');
    expect(out).toContain('taken out: 1 × reading-aid «联(lián)»\n');
    expect(out).toContain('taken out: 1 × tail «扫码下载本站客户端»\n');
    const article = JSON.parse((await run('show', 'f.md', '--json')).out);
    expect(article.noise).toHaveLength(4);
    expect(article.sourceMap.length % 2).toBe(0);
    expect(article.claims.length).toBeGreaterThan(0);
    for (const { id, evidence } of article.claims) {
      const { place } = JSON.parse((await run('show', id, '--json')).out);
      const source = WATERMARKED.slice(place.start, place.end);
      expect(source.replace(/<i.*<\/i>|\u200b|\(lián\)/g, '')).toBe(evidence.quote);
    }
  });
});

describe('problems', () => {
  it('of the last run, of another, or of all', async () => {
    put(cwd, 'g.md', '---\ntitle: [\n---\n文');
    await run('ingest', 'news', '--quiet');
    put(cwd, 'g.md', '---\ntitle: 题\n---\n文');
    await run('ingest', 'news', '--quiet');
    expect((await run('problems')).out).toBe('No problems in the last run.\n');
    expect((await run('problems', '--run', '1')).out).toMatch(/^news\/g\.md:/);
    expect((await run('problems', '--run', '2')).out).toBe('No problems in run 2.\n');
    const { code, err } = await run('problems', '--run', '7');
    expect([code, err]).toEqual([2, expect.stringContaining('there is no such run; there were 2')]);
    expect((await run('problems', '--all')).out).toMatch(/^run 1: news\/g\.md:/);
    expect((await run('problems', '--all', '--run', '1')).code).toBe(2);
    expect((await run('problems', '--run', 'x')).err).toMatch(/Give the number of a run/);
  });
});
