import { spawn } from 'node:child_process';
import { once } from 'node:events';
import SqliteDatabase from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { openStore } from '../../pipeline/store/store.ts';
import { articleOf, claimOf, collect, newDatabase, withRun } from './fixtures.ts';

/** Writes rows one transaction each, says so after each commit, and never stops by itself. */
const WRITER = `
  import Database from 'better-sqlite3';
  const db = new Database(process.argv[1], { timeout: 10000 });
  db.pragma('journal_mode = WAL');
  db.pragma('synchronous = NORMAL');
  const insert = db.prepare("INSERT INTO runs (version, started) VALUES ('child', ?)");
  for (let i = 0; ; i += 1) {
    insert.run(String(i));
    process.stdout.write(i + '\\n');
  }
`;

describe('a process that dies', () => {
  it('loses nothing that it had committed', async () => {
    const path = newDatabase();
    await (await openStore(path)).close();
    const child = spawn(process.execPath, ['--input-type=module', '-e', WRITER, path], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.length > 2000) child.kill('SIGKILL');
    });
    await once(child, 'close');
    const last = Number(said.trim().split('\n').slice(0, -1).at(-1));
    const raw = new SqliteDatabase(path);
    const rows = raw.prepare("SELECT count(*) FROM runs WHERE version = 'child'").pluck().get();
    expect(raw.pragma('integrity_check', { simple: true })).toBe('ok');
    raw.close();
    expect(last).toBeGreaterThan(10);
    expect(Number(rows)).toBeGreaterThan(last);
  });
});

/** A second process that writes a decision a line, as a review beside an ingest does. */
const REVIEWER = `
  import Database from 'better-sqlite3';
  const db = new Database(process.argv[1], { timeout: 10000 });
  const insert = db.prepare("INSERT INTO decisions (id, claim_id, action, before, reviewer, at) VALUES (?, 'c0', 'accept', '{}', 'li', 'now')");
  for (let i = 0; i < 50; i += 1) insert.run('d' + i);
`;

describe('two processes at once', () => {
  it('decisions go in while an ingest writes, and both arrive whole', async () => {
    const path = newDatabase();
    const { store, runId } = await withRun(path);
    const save = (i: number) =>
      store.saveArticle({
        runId,
        article: articleOf(`${i}.md`),
        claims: [claimOf(`c${i}`)],
        rulesVersion: 'r',
      });
    await save(0);
    const child = spawn(process.execPath, ['--input-type=module', '-e', REVIEWER, path], {
      stdio: 'inherit',
    });
    const ended = once(child, 'close');
    for (let i = 1; i <= 300; i += 1) await save(i);
    expect((await ended)[0]).toBe(0);
    expect(await store.decisions()).toHaveLength(50);
    expect(await collect(store.claims())).toHaveLength(301);
    await store.close();
  });
});
