import { rmSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsFolder, put, scrape } from './articles.ts';
import { pipeline } from './terminal.ts';

const STORY = [
  '两家钱包的用户从这个月起可以互相扫码，商户不用再摆两张码牌，收银员只要看一眼手机就知道钱到了没有。',
  '记者在三家便利店试了试，都能付成，只有一家要先更新应用，店主说更新以后再没有出过错。',
];
let cwd = '';
beforeAll(async () => {
  cwd = newsFolder();
  put(cwd, 'c-later.md', scrape('转载', ['湾区数码讯', ...STORY], '2021-10-11'));
  put(cwd, 'd-first.md', scrape('原文', STORY, '2021-10-10'));
  await pipeline(['ingest', 'news', '--quiet'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

describe('a story that is printed twice', () => {
  it('is counted once, and neither print is dropped', async () => {
    const { out } = await pipeline(['stats', '--json'], { cwd });
    expect(JSON.parse(out).articles).toEqual({ present: 4, gone: 0, originals: 3, reposts: 1 });
    expect((await pipeline(['stats'], { cwd })).out).toMatch(/^ +reposts +1$/m);
  });
  it('names its original, and the original its reposts', async () => {
    const repost = await pipeline(['show', 'c-later'], { cwd });
    expect(repost.out).toContain('repost of news/d-first.md · 样报 · 2021-10-10T12:00:00+08:00\n');
    const original = await pipeline(['show', 'd-first'], { cwd });
    expect(original.out).toContain('reposted in news/c-later.md · 样报 · 2021-10-11T12:00:00+08:00\n');
    const json = JSON.parse((await pipeline(['show', 'd-first', '--json'], { cwd })).out);
    expect(json).toMatchObject({ original: null, reposts: [{ path: 'news/c-later.md' }] });
  });
});
