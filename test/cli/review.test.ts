import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { parseGold } from '../../pipeline/evaluate/gold.ts';
import { openStore } from '../../pipeline/store/store.ts';
import { smallBook } from '../review/server/desk.ts';
import { collect } from '../store/fixtures.ts';
import { pipeline } from './terminal.ts';

let cwd = '';
beforeEach(async () => {
  cwd = await newBook();
});

async function newBook(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hutong-decide-'));
  await (await smallBook(join(folder, 'claims.db'))).store.close();
  return folder;
}

/** The command on the book in `claims.db`; the claims there are c1 and c2 (in one article) and c3. */
const run = (line: string, stdin = '', folder = cwd) =>
  pipeline([...line.split(' '), '--db', 'claims.db'], { cwd: folder, stdin });
async function book<T>(ask: (store: Awaited<ReturnType<typeof openStore>>) => Promise<T>): Promise<T> {
  const store = await openStore(join(cwd, 'claims.db'));
  try {
    return await ask(store);
  } finally {
    await store.close();
  }
}
const states = () =>
  book(async (store) => (await collect(store.claims())).map((c) => `${c.id} ${c.review.state}`));

describe('accept, reject and undo', () => {
  it('decide on claims for scripts', async () => {
    await rename();
    const { code, out } = await run('accept c0001 c0003 --reviewer li');
    expect([code, out]).toEqual([0, 'c0001 accepted\nc0003 accepted\n']);
    expect((await run('reject c0002 --reviewer li --reason 4')).out).toBe('c0002 rejected\n');
    expect((await run('undo - --reviewer li', 'c0001\nc0003\n')).out).toBe(
      'c0001 unreviewed\nc0003 unreviewed\n',
    );
    const log = await book((store) => collect(store.decisions()));
    expect(log.map((d) => [d.action, d.reason])).toEqual([
      ['accept', null],
      ['accept', null],
      ['reject', 'wrong-status'],
      ['undo', null],
      ['undo', null],
    ]);
  });

  it('tell what they cannot decide on, and do the rest', async () => {
    await rename();
    const { code, out, err } = await run('accept cffff c0001 --reviewer li');
    expect([code, out]).toEqual([1, 'c0001 accepted\n']);
    expect(err).toBe("pipeline: cffff: no claim of that id; «pipeline show ARTICLE» lists an article's\n");
    expect((await run('accept c --reviewer li')).err).toMatch(/^pipeline: c: is too short/);
    const nothing = await run('undo c0002 --reviewer li');
    expect(nothing.err).toMatch(/li has decided nothing/);
    expect((await run('reject c0001 --reason mood')).code).toBe(2);
  });
});

/** Gives the claims ids as they are in earnest, which `accept` takes. */
async function rename(): Promise<void> {
  cwd = mkdtempSync(join(tmpdir(), 'hutong-decide-'));
  const { store } = await smallBook(join(cwd, 'claims.db'), (n) => `c000${n}`);
  await store.close();
}

describe('the review on the terminal', () => {
  const review = (keys: string) => run('review --terminal --reviewer li', keys);

  it.each([
    ['a', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
    ['ax4a', ['c1 accepted', 'c2 rejected', 'c3 accepted']],
    ['x\ra', ['c1 rejected', 'c2 accepted', 'c3 unreviewed']],
    ['au', ['c1 unreviewed', 'c2 unreviewed', 'c3 unreviewed']],
    ['aauua', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
    ['sa', ['c1 unreviewed', 'c2 accepted', 'c3 unreviewed']],
    ['jjjja', ['c1 unreviewed', 'c2 unreviewed', 'c3 accepted']],
    ['jkkx1', ['c1 rejected', 'c2 unreviewed', 'c3 unreviewed']],
    ['akna', ['c1 accepted', 'c2 accepted', 'c3 unreviewed']],
    ['/朋友圈还\ra', ['c1 unreviewed', 'c2 accepted', 'c3 unreviewed']],
    ['/c3\ra', ['c1 unreviewed', 'c2 unreviewed', 'c3 accepted']],
    ['/noo\b\b\b\ra', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
    ['x\x1ba', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
    ['\x1b[Aa', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
    ['qa', ['c1 unreviewed', 'c2 unreviewed', 'c3 unreviewed']],
    ['estatus=limited\ra', ['c1 edited', 'c2 accepted', 'c3 unreviewed']],
    ['estatus=pledged\ra', ['c1 accepted', 'c2 unreviewed', 'c3 unreviewed']],
  ])('%j', async (keys, expected) => {
    expect((await review(keys)).code).toBe(0);
    expect(await states()).toEqual(expected);
  });

  it('shows the claim in its sentence, what contradicts it, and begins where it was left', async () => {
    const first = await review('a');
    expect(first.out).toContain('【微信群聊里可以打开知乎的链接】');
    expect(first.out).toMatch(/contrary: closed 2022-06-15 样报/);
    expect((await review('')).out).toMatch(/^\n2 {2}c2 {2}unreviewed/);
  });
});

describe('the log', () => {
  it('goes from one book to another, once, and makes the same of its claims', async () => {
    await run('review --terminal --reviewer li', 'ax4uestatus=limited\r');
    await run('review --terminal --reviewer wang', 'x1');
    const { out } = await run('decisions export');
    expect(out.trim().split('\n')).toHaveLength(5);
    const before = await states();
    const first = cwd;
    cwd = await newBook();
    writeFileSync(join(cwd, 'log.ndjson'), out);
    expect((await run('decisions apply log.ndjson')).out).toBe(
      '5 decisions taken in, 0 were here already, 0 refused\n',
    );
    expect((await run('decisions apply -', out)).out).toBe(
      '0 decisions taken in, 5 were here already, 0 refused\n',
    );
    expect(await states()).toEqual(before);
    expect((await run('decisions export')).out).toBe(out);
    expect(readFileSync(join(first, 'claims.db')).length).toBeGreaterThan(0);
  });

  it('tells lines that are none and claims that are not here, and takes the rest', async () => {
    await run('review --terminal --reviewer li', 'aa');
    const { out } = await run('decisions export');
    const [one = '', two = ''] = out.trim().split('\n');
    cwd = await newBook();
    const log = `nonsense\n${one.replace('"claim":"c1"', '"claim":"c9"')}\n${two}\n`;
    const result = await run('decisions apply -', log);
    expect(result.code).toBe(1);
    expect(result.out).toBe('1 decision taken in, 0 were here already, 2 refused\n');
    expect(result.err).toMatch(/^-:1: no decision: is not JSON$/m);
    expect(result.err).toMatch(/there is no claim c9 here/);
  });
});

describe('review --agreement', () => {
  it('gives the figures, and the claims on which two differ', async () => {
    await run('review --terminal --reviewer li', 'aax1');
    await run('review --terminal --reviewer wang', 'aax1ku x4');
    const { out } = await run('review --agreement');
    expect(out).toMatch(/^li and wang: \d claims, agreement /);
    const [one] = JSON.parse((await run('review --agreement --json')).out);
    expect(one.reviewers).toEqual(['li', 'wang']);
  });

  it('says so where there is nothing to compare', async () => {
    expect((await run('review --agreement')).out).toBe('No claim has been decided on by two reviewers.\n');
    expect((await run('review --json')).code).toBe(2);
  });
});

describe('evaluate --from-reviews', () => {
  it('writes what people have decided as a gold file, article by article that is reviewed to its end', async () => {
    await run('review --terminal --reviewer li', 'aestatus=limited\r');
    const { code, out, err } = await run('evaluate --from-reviews');
    expect([code, err]).toEqual([0, '2 claims of 1 article; 1 article not reviewed to the end\n']);
    const gold = parseGold(out, 'gold');
    expect(gold.articles).toEqual(['a']);
    expect(gold.claims.get('a')?.map((c) => c.status)).toEqual(['open', 'limited']);
  });

  it('holds an article whose every claim is rejected to silence', async () => {
    await run('review --terminal --reviewer li', 'jjx1');
    const { out } = await run('evaluate --from-reviews');
    expect(out).toBe('{"article":"b"}\n');
  });

  it('takes no gold file beside it', async () => {
    expect((await run('evaluate gold.jsonl --from-reviews')).code).toBe(2);
    expect((await run('evaluate')).code).toBe(2);
  });
});
