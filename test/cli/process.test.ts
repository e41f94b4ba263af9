import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { newsFolder, PAID } from './articles.ts';
import { buildCommand, ROOT, tryOut } from './built.ts';

let main = '';
let cwd = '';
beforeAll(() => {
  main = buildCommand('process');
  cwd = newsFolder();
});
afterAll(() => rmSync(cwd, { recursive: true }));

const run = (args: readonly string[], input = '') =>
  spawnSync(process.execPath, [main, ...args], { cwd, input, encoding: 'utf8' });
const median = (numbers: readonly number[]): number =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;

describe('what V8 has made of the command', () => {
  const told = (...flags: string[]): string =>
    spawnSync(process.execPath, [...flags, main, '--help'], {
      cwd,
      encoding: 'utf8',
      env: { ...process.env, NODE_DEBUG: 'pipeline' },
    }).stderr;

  it('is kept by the build, and taken', () => {
    expect(told()).toMatch(/nothing was kept of/);
    tryOut(main);
    expect(told()).toBe('');
  }, 300_000);

  it('lets a page be read: what is loaded late is found from kept code too', () => {
    const page = join(ROOT, 'corpus/2013-11-taobao-closes-wechat.html');
    expect(run(['ingest', page, '--db', 'page.db']).stderr).not.toMatch(/warning/);
    const { stdout } = run(['export', '--db', 'page.db', '--format', 'ndjson', '--out', '-']);
    expect(stdout).toMatch(/"published":"2013-11-25T/);
  });

  it('is made anew under other flags, and where only half of it was kept', () => {
    expect(told('--no-opt')).toMatch(/what was kept of .*main\.js is refused/);
    const kept = join(dirname(main), 'code.bin');
    writeFileSync(kept, readFileSync(kept).subarray(0, 1000));
    expect(told()).toMatch(/nothing was kept of .*main\.js/);
    expect(run(['--version']).stderr).toBe('');
  });
});

describe('the command as a process', () => {
  it('tells its help, with every command that has a file', () => {
    const { status, stdout } = run(['--help']);
    expect(status).toBe(0);
    const commands = readdirSync(join(ROOT, 'pipeline/cli/commands')).map((file) =>
      file.replace(/\.ts$/, ''),
    );
    for (const command of commands) expect(stdout).toMatch(new RegExp(`^ {2}${command} `, 'm'));
  });

  it('starts light: its help takes no more than four times an empty node', () => {
    const time = (work: () => void): number => {
      const begun = performance.now();
      work();
      return performance.now() - begun;
    };
    const pairs = Array.from({ length: 7 }, () => [
      time(() => void execFileSync(process.execPath, ['-e', '0'])),
      time(() => void run(['--help'])),
    ]);
    const [empty, help] = [0, 1].map((i) => median(pairs.map((pair) => pair[i] ?? 0)));
    expect(help).toBeLessThan(4 * (empty ?? 0));
  });

  it('tells its version', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
    expect(run(['--version']).stdout).toBe(`${version}\n`);
  });

  it('reads an article from standard input', () => {
    const { status, stdout, stderr } = run(['ingest', '-', '--db', 'stdin.db'], PAID);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/^1 article: 1 new/);
  });

  it('writes the same book to the byte with one thread and with two, whatever the order', () => {
    mkdirSync(join(cwd, 'many'));
    const names = Array.from({ length: 250 }, (_, i) => `many/${String(i).padStart(3, '0')}.md`);
    for (const [i, name] of names.entries()) {
      writeFileSync(join(cwd, name), `${PAID}\n\n<p>第${i}篇。</p>\n`);
    }
    const book = (paths: readonly string[], threads: string): string => {
      const db = `threads-${threads}.db`;
      expect(run(['ingest', ...paths, '--db', db, '--threads', threads, '--quiet']).status).toBe(0);
      return run(['export', '--db', db, '--format', 'ndjson', '--out', '-']).stdout;
    };
    const alone = book(['many'], '1');
    expect(alone.split('\n').length).toBeGreaterThan(250);
    expect(book([...names].reverse(), '2')).toBe(alone);
    expect(run(['ingest', 'many', '--threads', 'two']).stderr).toMatch(/--threads two: give a whole number/);
  }, 300_000);

  it('exits with what happened', () => {
    expect(run(['ingest', 'news', '--quiet']).status).toBe(0);
    expect(run(['show', 'nobody']).status).toBe(2);
    expect(run(['stats', '--db', 'no.db']).status).toBe(3);
    expect(run([]).status).toBe(2);
  });

  it.each([
    ['a long listing', 'rules --json'],
    ['a stream', 'dates < many.txt'],
  ])('ends quietly when the reader of %s has seen enough', (_, line) => {
    writeFileSync(join(cwd, 'many.txt'), '2018年4月\n'.repeat(100_000));
    const script = `"$0" "$1" ${line} | head -c 10; exit "$PIPESTATUS"`;
    const { status, stdout, stderr } = spawnSync('bash', ['-c', script, process.execPath, main], { cwd });
    expect([status, stderr.toString()]).toEqual([0, '']);
    expect(stdout).toHaveLength(10);
  });

  it('writes no colour into a pipe', () => {
    run(['ingest', 'news', '--quiet']);
    expect(run(['show', 'b-paid']).stdout).not.toContain('\x1b');
  });
});
