import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { decisionReceipt } from '../../../pipeline/review/wire.ts';
import { openStore } from '../../../pipeline/store/store.ts';
import { buildCommand } from '../../cli/built.ts';
import { pipeline } from '../../cli/terminal.ts';
import { collect, decisionOn } from '../../store/fixtures.ts';
import { smallBook } from './desk.ts';

let main = '';
beforeAll(() => {
  main = buildCommand('review');
});

const running: ReturnType<typeof spawn>[] = [];
afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});

/** The command as a process, and the page that has opened its address. */
async function start(cwd: string, port: number) {
  const args = ['review', '--db', 'claims.db', '--no-open', '--reviewer', 'li', '--port', String(port)];
  const child = spawn(process.execPath, [main, ...args], { cwd, stdio: ['ignore', 'pipe', 'inherit'] });
  running.push(child);
  const [said] = await once(child.stdout, 'data');
  const url = new URL(String(said).trim());
  const welcome = await fetch(url, { redirect: 'manual' });
  const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
  const post = (id: string, headers: Record<string, string> = {}) => {
    const { reviewer: _r, group: _g, machine: _m, ...event } = decisionOn('c1', id);
    return fetch(new URL('/api/decisions', url), {
      method: 'POST',
      headers: { cookie, origin: url.origin, 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ events: [event] }),
    });
  };
  return { child, url, post };
}

async function folderWithBook(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hutong-review-'));
  await (await smallBook(join(folder, 'claims.db'))).store.close();
  return folder;
}

describe('the command', () => {
  it('killed between two decisions loses none, and takes both again from a page that did not hear', async () => {
    const cwd = await folderWithBook();
    const first = await start(cwd, 0);
    expect((await first.post('decision-1')).status).toBe(200);
    first.child.kill('SIGKILL');
    await once(first.child, 'close');
    await expect(first.post('decision-2')).rejects.toThrow();
    const second = await start(cwd, Number(first.url.port));
    expect((await second.post('decision-1', { cookie: 'hutong-review-1=old' })).status).toBe(401);
    for (const id of ['decision-1', 'decision-2'])
      expect(decisionReceipt.parse(await (await second.post(id)).json()).saved).toEqual([id]);
    second.child.kill('SIGTERM');
    expect((await once(second.child, 'close'))[0]).toBe(0);
    const store = await openStore(join(cwd, 'claims.db'));
    expect((await collect(store.decisions())).map((d) => d.id)).toEqual(['decision-1', 'decision-2']);
    await store.close();
  });

  it.each([
    ['a host without a token', ['--host', '0.0.0.0'], 2, /give a --token/],
    ['a token that can be guessed', ['--token', 'short'], 2, /too short/],
    ['a port that is none', ['--port', '70000'], 2, /up to 65535/],
    ['a name that is none', ['--reviewer', ' '], 2, /--reviewer/],
    ['no database', ['--db', 'no.db'], 3, /no database at no\.db/],
  ])('%s is refused', async (_, args, code, message) => {
    const cwd = await folderWithBook();
    const result = await pipeline(['review', '--no-open', '--db', 'claims.db', ...args], { cwd });
    expect([result.code, result.out]).toEqual([code, '']);
    expect(result.err).toMatch(message);
  });

  it('says so where its port is taken', async () => {
    const cwd = await folderWithBook();
    const { url } = await start(cwd, 0);
    const result = await pipeline(['review', '--no-open', '--db', 'claims.db', '--port', url.port], { cwd });
    expect(result.code).toBe(3);
    expect(result.err).toMatch(/cannot listen there .* give another --port/);
  });
});
