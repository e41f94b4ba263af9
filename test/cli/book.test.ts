import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { oldDatabase } from '../store/old-database.ts';
import { newsFolder } from './articles.ts';
import { pipeline } from './terminal.ts';

let cwd = '';
beforeAll(async () => {
  cwd = newsFolder();
  await pipeline(['ingest', 'news', '--quiet'], { cwd });
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (...args: string[]) => pipeline(args, { cwd });
const lines = (text: string): string[] => text.split('\n').filter((line) => line !== '');
async function idOf(subject: string): Promise<string> {
  const { out } = await run('export', '--format', 'ndjson');
  const claims = lines(out).map((line) => JSON.parse(line));
  return claims.find((c) => c.subject === subject).id;
}

describe('a database of an older hutong', () => {
  it('is told once to be brought up to date', async () => {
    await oldDatabase(join(cwd, 'old.db'), 3);
    const first = await run('stats', '--db', 'old.db');
    expect([first.code, first.err]).toEqual([
      0,
      'old.db was written by an older hutong; it is brought up to date\n',
    ]);
    expect((await run('stats', '--db', 'old.db')).err).toBe('');
  });
});

describe('export', () => {
  it('writes output/claims.json when nobody says otherwise', async () => {
    const { code, out, err } = await run('export');
    expect([code, out]).toEqual([0, '']);
    expect(err).toMatch(/^\d+ claims in output\/claims\.json\n$/);
    const written: unknown[] = JSON.parse(readFileSync(join(cwd, 'output/claims.json'), 'utf8'));
    expect(err).toContain(`${written.length} claims`);
  });

  it('writes a claim a line to stdout as ndjson, the same claims as the json', async () => {
    const { out } = await run('export', '--format', 'ndjson');
    const json = (await run('export', '--out', '-')).out;
    expect(lines(out).map((line) => JSON.parse(line))).toEqual(JSON.parse(json));
  });

  it('writes ndjson to a file that is named', async () => {
    await run('export', '--format', 'ndjson', '--out', 'deep/er/claims.ndjson');
    expect(existsSync(join(cwd, 'deep/er/claims.ndjson'))).toBe(true);
  });

  it('knows its formats', async () => {
    const { code, err } = await run('export', '--format', 'xls');
    expect(code).toBe(2);
    expect(err).toMatch(
      /^pipeline: option '--format <format>' argument 'xls' is invalid\. Allowed choices are json, ndjson/,
    );
  });
});

describe('export with a filter', () => {
  const subjects = async (...args: string[]): Promise<string[]> =>
    lines((await run('export', '--format', 'ndjson', ...args)).out).map((line) => JSON.parse(line).subject);

  it.each([
    [['--subject', 'wechat'], ['wechat']],
    [
      ['--subject', 'wechat,eleme'],
      ['wechat', 'eleme'],
    ],
    [
      ['--subject', 'wechat', '--subject', 'eleme'],
      ['wechat', 'eleme'],
    ],
    [['--relation', 'acceptance', '--kind', 'payment', '--status', 'open'], ['eleme']],
    [['--scene', 'none'], ['eleme']],
    [
      ['--scene', 'none,group-chat'],
      ['wechat', 'eleme'],
    ],
    [['--to', '2021-10-08'], ['wechat']],
    [['--from', '2021-10-08', '--object', 'wechat-pay'], ['eleme']],
    [['--words', '群聊,链接'], ['wechat']],
    [
      ['--publisher', '样报', '--state', 'unreviewed'],
      ['wechat', 'eleme'],
    ],
    [['--publisher', 'none'], []],
    [['--state', 'accepted,rejected'], []],
    [['--conflict'], []],
    [['--rule', 'no.such', '--lost'], []],
  ])('%j', async (args, want) => {
    expect(await subjects(...args)).toEqual(want);
  });

  it.each([
    [['--kind', 'place'], /Allowed are platform, scene, payment/],
    [['--from', '2021-02-30'], /It must be a day such as 2021-11-29/],
    [['--subject', 'wechat,,qq'], /A value of the list is empty/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await run('export', ...args);
    expect(code).toBe(2);
    expect(err).toMatch(message);
  });

  it('makes facts of what is left', async () => {
    const { err } = await run('export', '--format', 'facts-json', '--subject', 'eleme');
    expect(err).toBe('1 fact in output/facts.json\n');
    const facts = JSON.parse(readFileSync(join(cwd, 'output/facts.json'), 'utf8'));
    expect(facts).toMatchObject([{ subject: 'eleme', sources: [{ claims: [{ id: await idOf('eleme') }] }] }]);
  });
});

describe('search', () => {
  it('shows sentences with the words marked, and the claims that rest on them', async () => {
    const { code, out, err } = await run('search', '群聊', '淘宝');
    expect(code).toBe(0);
    expect(out).toMatch(/^群里的链接 {2}样报 · 2021-10-08 · news\/a-opened\.md\n/);
    expect(out).toContain('微信【群聊】里可以直接打开【淘宝】链接。');
    expect(out).toMatch(/^ {4}c[0-9a-f]{12} {2}access {2}wechat → taobao @ group-chat {2}open/m);
    expect(err).toBe('1 sentence; 1 article\n');
  });

  it('gives the same as JSON', async () => {
    const { hits } = JSON.parse((await run('search', '群聊', '--json')).out);
    expect(hits).toMatchObject([{ article: { path: 'news/a-opened.md' }, claims: [await idOf('wechat')] }]);
  });

  it('says that it looked for words where nothing holds the question as it is', async () => {
    const { err } = await run('search', '淘宝群聊');
    expect(err).toContain('looked for 淘宝 群聊');
  });

  it('finds nothing and is well, and knows a limit that is none', async () => {
    expect(await run('search', '不在书里')).toMatchObject({ code: 0, out: '' });
    expect((await run('search', '群聊', '--limit', '0')).code).toBe(2);
  });
});

describe('show', () => {
  it('marks the evidence in the sentence of a claim', async () => {
    const { out } = await run('show', await idOf('eleme'));
    expect(out).toContain('【饿了么已接入微信支付】');
    expect(out).toContain('article: news/b-paid.md');
    expect(out).not.toContain('\x1b');
  });

  it('marks in colour on a terminal', async () => {
    const { out } = await pipeline(['show', await idOf('eleme')], { cwd, colour: true });
    expect(out).toContain('\x1b[1;33m饿了么已接入微信支付\x1b[22;39m');
  });

  it('shows an article by its path, a part of it, or its id, with every claim of it', async () => {
    const byPath = await run('show', 'news/a-opened.md');
    const { id, claims } = JSON.parse((await run('show', 'a-opened', '--json')).out);
    expect(byPath.out).toMatch(/^群里的链接\n样报 · .*2021-10-08T/);
    expect(byPath.out).toContain('wechat → taobao @ group-chat  open  2021-10-07 (day, text «10月7日»)');
    expect((await run('show', id)).out).toBe(byPath.out);
    expect(claims.length).toBeGreaterThan(0);
    for (const claim of claims) expect(byPath.out).toContain(claim.id);
  });

  it('asks for more where a name stands for several, and says where it stands for none', async () => {
    const several = await run('show', 'news/');
    const none = await run('show', 'nobody');
    expect([several.code, none.code]).toEqual([2, 2]);
    expect(several.err).toBe(
      'pipeline: news/: stands for 2 articles, such as news/a-opened.md, news/b-paid.md; say more of the path\n',
    );
    expect(none.err).toBe('pipeline: nobody: no article and no claim of that name\n');
  });
});

describe('explain', () => {
  it('shows the way from the words to a claim', async () => {
    const { out } = await run('explain', await idOf('wechat'));
    expect(out).toMatch(/how:\n +status \(rule\): access\./);
    expect(out).toContain('«淘宝» app taobao');
    expect(out).toMatch(/fired +access\./);
  });

  it('shows what is seen in a text, which rules fired and which nearly did', async () => {
    const text = '9月17日起，微信群聊可以打开淘宝链接。淘宝能否接入支付宝？';
    const { out } = await run('explain', '--text', text, '--published', '2021-10-01');
    expect(out).toContain('«9月17日起» date 2021-09-17 (day, since)');
    expect(out).toContain('«群聊» scene group-chat');
    expect(out).toMatch(
      /^ {2}c[0-9a-f]{12} {2}access {2}wechat → taobao @ group-chat {2}open {2}2021-09-17/m,
    );
    expect(out).toMatch(/nearly .*is silenced: the clause is a question/);
    const json = JSON.parse(
      (await run('explain', '--text', text, '--published', '2021-10-01', '--json')).out,
    );
    expect(json.sentences).toHaveLength(2);
    expect(json.sentences[1]).toMatchObject({ claims: [], fired: [] });
  });

  it.each([
    ['neither claim nor text', ['explain']],
    ['both', ['explain', 'c0123', '--text', 'x']],
    ['a day that is none', ['explain', '--text', 'x', '--published', '2021-02-30']],
    ['a claim that is not there', ['explain', 'c0123456789ab']],
  ])('%s is wrong usage', async (_, args) => {
    const { code, err } = await run(...args);
    expect(code).toBe(2);
    expect(lines(err)).toHaveLength(1);
  });
});

describe('evaluate', () => {
  const gold = (claims: object[]): string => claims.map((c) => `${JSON.stringify(c)}\n`).join('');
  const right = {
    article: 'b-paid',
    relation: 'acceptance',
    subject: 'eleme',
    object: 'wechat-pay',
    status: 'open',
  };
  const wrong = { ...right, subject: 'jd', quote: '京东也接入了' };

  it('gives the figures by level, relation and rule', async () => {
    writeFileSync(join(cwd, 'gold.jsonl'), gold([right, wrong]));
    const { code, out } = await run('evaluate', 'gold.jsonl');
    expect(code).toBe(0);
    expect(out).toContain('core        P 1.000  R 0.500  F1 0.667   (hit 1, false 0, missed 1)');
    expect(out).toMatch(/^acceptance +2 +1 +0$/m);
    expect(out).toMatch(/^acceptance\.\S+ +1 +0 +0$/m);
  });

  it('shows every miss and every false alarm with its sentence', async () => {
    writeFileSync(join(cwd, 'other.jsonl'), gold([wrong]));
    const { out } = await run('evaluate', 'other.jsonl', '--show');
    expect(out).toContain('MISS  b-paid acceptance · jd · wechat-pay · null · open | 京东也接入了\n');
    expect(out).toMatch(/ALARM b-paid acceptance · eleme · .* \| acceptance\.\S+ \| 饿了么已接入微信支付/);
  });

  it('holds the floors that were pinned, and lowers none unless it is told to', async () => {
    writeFileSync(join(cwd, 'gold.jsonl'), gold([right]));
    expect((await run('evaluate', 'gold.jsonl', '--floors', 'floors.json', '--pin')).code).toBe(0);
    writeFileSync(join(cwd, 'gold.jsonl'), gold([right, wrong]));
    const fallen = await run('evaluate', 'gold.jsonl', '--floors', 'floors.json');
    expect(fallen.code).toBe(1);
    expect(fallen.err).toContain('pipeline: gold.jsonl: core r is 0.5, below its floor 1\n');
    expect((await run('evaluate', 'gold.jsonl', '--floors', 'floors.json', '--pin')).code).toBe(1);
    expect((await run('evaluate', 'gold.jsonl', '--floors', 'floors.json', '--pin', '--lower')).code).toBe(0);
    expect((await run('evaluate', 'gold.jsonl', '--floors', 'floors.json')).code).toBe(0);
  });

  it.each([
    ['--pin without --floors', ['--pin'], 2, '--pin needs --floors FILE'],
    ['--lower without --pin', ['--floors', 'f', '--lower'], 2, '--lower needs --pin'],
    [
      'floors that are not there',
      ['--floors', 'no.json'],
      2,
      'no.json: there is no such file; check the path',
    ],
    ['floors that are a folder', ['--floors', 'news'], 2, 'news: is a folder; name a file'],
  ])('%s', async (_, flags, code, message) => {
    writeFileSync(join(cwd, 'gold.jsonl'), gold([right]));
    const result = await run('evaluate', 'gold.jsonl', ...flags);
    expect(result.code).toBe(code);
    expect(result.err).toContain(`pipeline: ${message}`);
  });

  it('tells the line of a gold file that is wrong', async () => {
    writeFileSync(join(cwd, 'bad.jsonl'), `${gold([right])}{"article":\n`);
    const { code, err } = await run('evaluate', 'bad.jsonl');
    expect([code, err]).toEqual([3, 'pipeline: bad.jsonl:2: not JSON; a gold file holds one claim a line\n']);
  });
});

describe('the rest', () => {
  it('stats counts what is there', async () => {
    expect((await run('stats')).out).toMatch(/^articles +present +2$/m);
    expect(JSON.parse((await run('stats', '--json')).out)).toMatchObject({ runs: 1, claims: { lost: 0 } });
  });

  it('schema prints the JSON Schema of a claim', async () => {
    const schema = JSON.parse((await run('schema')).out);
    expect(schema.required).toEqual(expect.arrayContaining(['id', 'relation', 'evidence', 'review']));
  });

  it.each(['export', 'stats', 'problems', 'show x', 'explain c0123', 'evaluate g'])(
    '%s without a database cannot run',
    async (line) => {
      writeFileSync(join(cwd, 'g'), '');
      const { code, out, err } = await run(...line.split(' '), '--db', 'no.db');
      expect([code, out]).toEqual([3, '']);
      expect(err).toBe('pipeline: no database at no.db; make one with «pipeline ingest PATH»\n');
      expect(existsSync(join(cwd, 'no.db'))).toBe(false);
    },
  );
});
