import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { buildCommand, ROOT } from '../cli/built.ts';

/** A program's folder, with the package in its `node_modules` as npm would put it there. */
const folder = join(ROOT, 'node_modules', '.cache', 'library-program');
const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const program = /^```js\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';

beforeAll(() => {
  const built = join(buildCommand('library'), '../..');
  rmSync(folder, { recursive: true, force: true });
  const home = join(folder, 'node_modules', 'hutong');
  mkdirSync(home, { recursive: true });
  const { files } = z
    .object({ files: z.array(z.string()) })
    .parse(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')));
  for (const name of ['package.json', ...files])
    cpSync(name === 'dist' ? built : join(ROOT, name), join(home, name), { recursive: true });
  for (const name of ['2021-09-wechat-first-step.md', '2021-12-half-year-timeline.md'])
    cpSync(join(ROOT, 'corpus', name), join(folder, 'corpus', name));
});

function run(name: string, text: string): string[] {
  writeFileSync(join(folder, name), text);
  const { stdout, stderr, status } = spawnSync(process.execPath, [name], { cwd: folder, encoding: 'utf8' });
  expect([status, stderr]).toEqual([0, '']);
  return stdout.trimEnd().split('\n');
}

describe('the program of the README', () => {
  it('is ten lines at most, and imports the package by its name', () => {
    const lines = program.split('\n').filter((line) => line !== '');
    expect(lines.length).toBeLessThanOrEqual(10);
    expect(program).toContain("from 'hutong'");
  });

  it('runs against the built package', () => {
    const lines = run('readme.mjs', program);
    expect(lines[0]).toMatch(/^\d+ articles$/);
    expect(lines[1]).toBe('wechat taobao group-chat open');
    expect(lines.some((line) => /^20\d\d-\d\d-\d\d .+/.test(line))).toBe(true);
    expect(lines.some((line) => /^external-links private-chat open$/.test(line))).toBe(true);
  });
});

describe('the package', () => {
  it('gives types that a strict program compiles against', () => {
    writeFileSync(
      join(folder, 'typed.ts'),
      [
        "import { claims, type ExportedClaim, extract, ingest, type StateRow, state, type Summary } from 'hutong';",
        "const summary: Summary = await ingest(['corpus'], { db: 'x.db' });",
        "const day: string | null | undefined = extract('文', { published: '2021-11-29' })[0]?.date.start;",
        "const rows: StateRow[] = await state('2021-12-01');",
        'for await (const claim of claims({ status: ["open"] })) { const c: ExportedClaim = claim; void c; }',
        '// @ts-expect-error there is no such status',
        'claims({ status: ["ajar"] });',
        '// @ts-expect-error a filter has no such field',
        "claims({ colour: 'red' });",
        'void [summary, day, rows];',
      ].join('\n'),
    );
    const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
    const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2023', '--types', 'node'];
    execFileSync(tsc, [...options, '--skipLibCheck', 'false', '--ignoreConfig', 'typed.ts'], {
      cwd: folder,
      stdio: 'pipe',
    });
  });

  it('says with errors of its own what cannot be', () => {
    const lines = run(
      'faults.mjs',
      `import { claims, ingest, PathError, StoreError } from 'hutong';
       await ingest(['nowhere'], { db: 'faults.db' }).catch((e) => console.log(e instanceof PathError));
       try { for await (const c of claims({}, { db: 'none.db' })) void c; } catch (e) { console.log(e instanceof StoreError); }`,
    );
    expect(lines).toEqual(['true', 'true']);
  });

  it('prints nothing, and lets a program end that stops in the middle', () => {
    const lines = run(
      'stops.mjs',
      `import { claims, extract, ingest } from 'hutong';
       extract('没有'); await ingest(['corpus'], { db: 'stops.db' });
       for await (const claim of claims({}, { db: 'stops.db' })) { console.log(claim.id.length); break; }`,
    );
    expect(lines).toEqual(['13']);
  });

  it('hides what is not named', () => {
    const lines = run(
      'inside.mjs',
      `await import('hutong/dist/pipeline/run.js').catch((e) => console.log(e.code));`,
    );
    expect(lines).toEqual(['ERR_PACKAGE_PATH_NOT_EXPORTED']);
  });
});
