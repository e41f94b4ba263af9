import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsFolder, put, scrape } from './articles.ts';
import { pipeline } from './terminal.ts';

let cwd = '';
beforeAll(async () => {
  cwd = newsFolder();
  const tried = ['10月8日，记者实测发现，微信群聊里仍无法打开淘宝链接。', '微信支付与云闪付已实现条码互认。'];
  put(
    cwd,
    'c-tried.md',
    scrape('试了', ['10月8日，微信宣布，群聊里可以打开淘宝链接。', ...tried], '2021-10-09'),
  );
  await pipeline(['ingest', 'news', '--quiet'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]) => pipeline(args, { cwd });
const parsed = async (...args: string[]) => {
  const { out } = await run(...args, '--json');
  const rows: { subject: string; object: string; scene: string | null; status: string }[] = JSON.parse(out);
  return rows;
};

describe('state', () => {
  it('tells what held on the day, and what speaks against it', async () => {
    const { code, out } = await run('state', '--as-of', '2021-10-09', '--subject', 'wechat');
    expect(code).toBe(0);
    expect(out).toMatch(/^wechat → taobao {2}access\n/);
    expect(out).toMatch(/^ {2}group-chat {2}\S+ {2}(?:since|by) 2021-10-0[78]/m);
    expect(out).toMatch(/·.*against.*(?:open 2021-10-08 \| closed|closed 2021-10-08 \| open)/);
  });
  it('knows nothing of before', async () => {
    const { code, out, err } = await run('state', '--as-of', '2021-10-06', '--subject', 'wechat');
    expect([code, out, err]).toEqual([0, '', 'nothing is known of 2021-10-06\n']);
    expect(await parsed('state', '--as-of', '2021-10-06')).toEqual([]);
  });
  it('says of a scene that it is not known, and of which something is', async () => {
    const { out } = await run('state', '--as-of', '2021-10-09', '--subject', 'wechat', '--scene', 'moments');
    expect(out).toMatch(/moments {2}not known/);
    expect(out).toContain('not known here; known: group-chat');
  });
  it('leads back to the words', async () => {
    const [row] = await parsed('state', '--as-of', '2021-10-09', '--subject', 'eleme');
    expect(JSON.stringify(row)).toContain('饿了么已接入微信支付');
  });
  it.each(['2021-13-01', '2021-02-30', 'gestern', '2021'])('refuses the day %s', async (day) => {
    const { code, err } = await run('state', '--as-of', day);
    expect([code, err]).toEqual([2, `pipeline: --as-of ${day}: no day; write it like 2021-12-01\n`]);
  });
  it('takes today where no day is named', async () => {
    expect((await parsed('state', '--subject', 'eleme')).map((r) => r.status)).toEqual(['open']);
  });
});

describe('timeline, facts, conflicts', () => {
  it('tell the story in the order of time, with the words', async () => {
    const { out } = await run('timeline', '--subject', 'wechat');
    const days = [...out.matchAll(/^(\d{4}-\d\d-\d\d)/gm)].map((m) => m[1]);
    expect(days).toEqual([...days].sort());
    expect(days.length).toBeGreaterThan(2);
    expect(out).toContain('「微信群聊里可以直接打开淘宝链接」');
    expect(out).toContain('【contradicted】');
  });
  it('show every claim of a fact', async () => {
    const { out } = await run('facts', '--object', 'taobao');
    expect(out.match(/^ {4}c[0-9a-f]+ /gm)?.length).toBe(3);
  });
  it('show both sides of a conflict, and count', async () => {
    const { code, out, err } = await run('conflicts');
    expect([code, err]).toEqual([0, '1 conflict\n']);
    expect(out).toMatch(/^wechat → taobao @ group-chat {2}access/);
    expect(out).toMatch(/「.*无法打开.*」/);
    expect(await parsed('conflicts', '--scene', 'moments')).toEqual([]);
  });
  it('find wallets from either end', async () => {
    for (const wallet of ['wechat-pay', 'unionpay-quickpass'])
      expect((await parsed('facts', '--subject', wallet)).map((f) => f.scene)).toEqual(['offline-code']);
  });
  it.each(['state', 'timeline', 'facts', 'conflicts'])(
    '%s refuses a name that is in no claim',
    async (command) => {
      const { code, err } = await run(command, '--subject', 'wechatt');
      expect([code, err]).toEqual([2, 'pipeline: wechatt: no claim in the book is about this\n']);
    },
  );
  it('say how a name is asked for that stands in Chinese', async () => {
    const { code, err } = await run('facts', '--subject', '微信');
    expect([code, err]).toEqual([
      2,
      'pipeline: 微信: no claim in the book is about this; name one id, such as wechat for 微信\n',
    ]);
  });
  it.each(['state', 'timeline', 'facts', 'conflicts', 'export'])(
    '%s refuses a scene that there is not',
    async (command) => {
      const { code, out, err } = await run(command, '--scene', 'group');
      expect([code, out]).toEqual([2, '']);
      expect(err).toMatch(/^pipeline: --scene group: no scene; there are .*group-chat/);
    },
  );
  it('take - and none alike for no scene', async () => {
    const named = await parsed('facts', '--scene', 'none');
    expect(named.length).toBeGreaterThan(0);
    expect(named).toEqual(await parsed('facts', '--scene', '-'));
    const exported = (scene: string) => run('export', '--format', 'ndjson', '--scene', scene);
    expect((await exported('none')).out).toBe((await exported('-')).out);
  });
  it.each(['timeline', 'facts'])('%s says so where there is nothing', async (command) => {
    expect(await run(command, '--scene', 'livestream')).toEqual({ code: 0, out: '', err: 'no facts\n' });
  });
});

describe('report', () => {
  it('goes to stdout for -', async () => {
    const { code, out, err } = await run('report', '--out', '-');
    expect([code, err]).toEqual([0, '']);
    expect(out).toMatch(/^<!doctype html>/i);
    expect(existsSync(join(cwd, '-'))).toBe(false);
  });
  it('counts in words', async () => {
    const { err } = await run('report', '--out', 'page.html');
    expect(err).toMatch(/^\d+ facts, 1 conflict in page\.html \(\d+ KB\)\n$/);
  });
});

describe('a place that cannot be written', () => {
  it.each(['export', 'report'])('%s: is a folder', async (command) => {
    const { code, err } = await run(command, '--out', 'news');
    expect([code, err]).toEqual([2, 'pipeline: news: is a folder; name a file\n']);
  });
  it.each(['export', 'report'])('%s: lies in a file', async (command) => {
    const { code, err } = await run(command, '--out', 'news/c-tried.md/x.json');
    expect(code).toBe(3);
    expect(err).toMatch(/^pipeline: E[A-Z]+: .*\n$/);
  });
  it.each(['export', 'report'])('%s: is the database', async (command) => {
    const { code, err } = await run(command, '--out', 'output/claims.db');
    expect([code, err]).toEqual([
      2,
      'pipeline: output/claims.db: is the database itself; name another file\n',
    ]);
  });
});

describe('days the wrong way round', () => {
  it('are refused by export', async () => {
    const { code, err } = await run('export', '--from', '2021-12-01', '--to', '2021-09-01');
    expect([code, err]).toEqual([2, 'pipeline: --from 2021-12-01 is later than --to 2021-09-01\n']);
  });
});

describe('a run that there was not', () => {
  it('is refused by problems', async () => {
    const { code, err } = await run('problems', '--run', '99');
    expect([code, err]).toEqual([2, 'pipeline: --run 99: there is no such run; there was 1\n']);
  });
});
