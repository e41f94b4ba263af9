import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import SqliteDatabase from 'better-sqlite3';
import { sql } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDatabase } from '../../pipeline/store/open.ts';
import { openStore } from '../../pipeline/store/store.ts';
import { durably } from '../../pipeline/store/transaction.ts';
import { buildCommand } from '../cli/built.ts';
import { articleOf, claimOf, collect, decisionOn, newDatabase, withRun } from './fixtures.ts';

let built = '';
beforeAll(() => {
  built = join(buildCommand('store'), '../../pipeline/store/store.js');
});

/** A process of its own that opens the book at `path` as `store` and runs `body`; `say` is heard here, a line a word. */
function another(path: string, body: string) {
  const script = `
    import { openStore } from ${JSON.stringify(built)};
    const store = await openStore(${JSON.stringify(path)}, { create: false });
    const event = ${JSON.stringify(decisionOn('', ''))};
    const say = (word) => process.stdout.write(word + '\\n');
    ${body}`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'close');
  const words: string[] = [];
  let rest = '';
  child.stdout.on('data', (chunk: Buffer) => {
    const lines = (rest + chunk.toString()).split('\n');
    rest = lines.pop() ?? '';
    words.push(...lines);
  });
  return { child, ended, words };
}

const PATIENCE = 20_000;

const until = async (holds: () => boolean): Promise<void> => {
  const begun = performance.now();
  while (!holds()) {
    if (performance.now() - begun > PATIENCE) throw new Error('waited in vain for the other process');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
};

describe('a process that dies', () => {
  it('while it decides loses no decision that it had acknowledged, and halves none', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    const claims = Array.from({ length: 5 }, (_, i) => claimOf(`c${i}`));
    await store.saveArticle({ runId, article: articleOf('a.md'), claims, rulesVersion: 'r' });
    await store.close();
    const { child, ended, words } = another(
      path,
      `for (let n = 0; ; n += 1) {
         const events = ['c0', 'c1', 'c2', 'c3', 'c4'].map((claim, i) =>
           ({ ...event, id: n + '-' + i, claim, action: n % 2 ? 'reject' : 'accept' }));
         say((await store.decide(events)).saved.join(' '));
       }`,
    );
    await until(() => words.length > 20);
    child.kill('SIGKILL');
    await ended;
    const raw = new SqliteDatabase(path);
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    raw.close();
    const again = await openStore(path);
    const log = await collect(again.decisions());
    const ids = new Set(log.map((d) => d.id));
    expect(words.flatMap((line) => line.split(' ')).filter((id) => !ids.has(id))).toEqual([]);
    expect(log.length % 5).toBe(0);
    const last = log.at(-1)?.action === 'accept' ? 'accepted' : 'rejected';
    for (const claim of await collect(again.claims())) expect(claim.review.state).toBe(last);
    await again.close();
  });

  it('while it saves articles leaves whole articles only', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    await store.close();
    const { child, ended, words } = another(
      path,
      `const article = ${JSON.stringify(articleOf(''))}, claim = ${JSON.stringify(claimOf(''))};
       for (let n = 0; ; n += 1) {
         const claims = [0, 1, 2].map((i) => ({ ...claim, id: 'c' + n + '-' + i }));
         await store.saveArticle({ runId: ${runId}, article: { ...article, path: n + '.md' }, claims, rulesVersion: 'r' });
         say(n + '.md');
       }`,
    );
    await until(() => words.length > 50);
    child.kill('SIGKILL');
    await ended;
    const again = await openStore(path);
    const articles = [...(await again.knownAll()).keys()];
    expect(words.filter((name) => !articles.includes(name))).toEqual([]);
    expect(await collect(again.claims())).toHaveLength(articles.length * 3);
    await again.close();
  });
});

describe('two processes at once', () => {
  it('decisions go in while an ingest reads the same article over and over, and both arrive whole', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    const save = (i: number) =>
      store.saveArticle({
        runId,
        article: articleOf(`${i % 3}.md`, undefined, String(i)),
        claims: [claimOf(`c${i % 3}`)],
        rulesVersion: 'r',
      });
    for (let i = 0; i < 3; i += 1) await save(i);
    const { ended, words } = another(
      path,
      `for (let i = 0; i < 60; i += 1) {
         const { saved } = await store.decide([{ ...event, id: 'd' + i, claim: 'c' + i % 3, action: i < 57 ? 'accept' : 'reject' }]);
         say(saved[0]);
         await new Promise((resolve) => setTimeout(resolve, 5));
       }
       await store.close();`,
    );
    let i = 0;
    let exit: unknown = null;
    void ended.then(([code]) => {
      exit = code;
    });
    await until(() => words.length > 0);
    while (exit === null) {
      await save(i++);
      // Lets in what the other process said.
      await new Promise(setImmediate);
    }
    expect(exit).toBe(0);
    await save(0);
    expect(i).toBeGreaterThan(10);
    expect((await collect(store.decisions())).map((d) => d.id)).toEqual(words);
    expect((await collect(store.claims())).map((c) => c.review.state)).toEqual(Array(3).fill('rejected'));
    await store.close();
  });
});

describe('a power cut', () => {
  it('finds a decision on the disk: its transaction, and no other, is synced at its commit', async () => {
    const db = await openDatabase(newDatabase(), { create: true });
    const mode = async (t: typeof db) =>
      (await sql<{ synchronous: number }>`PRAGMA synchronous`.execute(t)).rows[0]?.synchronous;
    expect(await mode(db)).toBe(1);
    for (let i = 0; i < 3; i += 1) {
      expect(await durably(db, mode)).toBe(2);
      expect(await mode(db)).toBe(1);
    }
    await expect(durably(db, () => Promise.reject(new Error('first')))).rejects.toThrow('first');
    expect(await mode(db)).toBe(1);
    await db.destroy();
  });

  it('or a full disk that ends a transaction by itself does not hide what went wrong', async () => {
    const db = await openDatabase(newDatabase(), { create: true });
    const fails = durably(db, async (t) => {
      await sql`ROLLBACK`.execute(t);
      throw new Error('the disk is full');
    });
    await expect(fails).rejects.toThrow('the disk is full');
    await db.destroy();
  });
});
