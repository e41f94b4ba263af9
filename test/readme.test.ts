import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { articleOf } from '../pipeline/clean/plain.ts';
import { buildProgram } from '../pipeline/cli/program.ts';
import { exportedClaimSchema } from '../pipeline/export/schema.ts';
import { compileRules, loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { loadRules } from '../pipeline/read/knowledge/rules.ts';
import { buildEngine, read } from '../pipeline/run.ts';
import { buildCommand, buildReportPage, ROOT } from './cli/built.ts';
import { silent } from './cli/terminal.ts';

const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
const blocks = (language: string): string[] =>
  [...readme.matchAll(new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm'))].map((m) => m[1] ?? '');
const [setUp = '', ...scripts] = blocks('sh');
const commands = scripts.flatMap((script) => script.trim().split('\n'));

/** Commands that go on until they are stopped. */
const serves = (command: string): boolean =>
  /^npx pipeline review\b(?!.* --(?:terminal|agreement))/.test(command);

describe('the two command lines', () => {
  it('stand first, and .ci/run takes them from there', () => {
    expect(setUp.trim().split('\n')).toEqual([
      'npm ci && npx pipeline ingest corpus && npx pipeline export',
      'npm test',
    ]);
  });
});

describe('every command in the README', () => {
  let folder = '';
  let path = '';
  beforeAll(() => {
    const main = buildCommand('readme');
    buildReportPage(main);
    folder = mkdtempSync(join(tmpdir(), 'readme-'));
    for (const part of ['corpus', 'test/gold'])
      cpSync(join(ROOT, part), join(folder, part), { recursive: true });
    const lexicon = blocks('yaml').find((block) => block.startsWith('entities:'));
    writeFileSync(join(folder, 'mine.yaml'), lexicon ?? '');
    const bin = join(folder, 'bin');
    mkdirSync(bin);
    // Stands in for npx, which would take half a second a line to find the same file.
    writeFileSync(join(bin, 'npx'), `#!/bin/sh\nshift\nexec '${process.execPath}' '${main}' "$@"\n`, {
      mode: 0o755,
    });
    // No browser opens while the tests run.
    for (const opener of ['xdg-open', 'open'])
      writeFileSync(join(bin, opener), '#!/bin/sh\n', { mode: 0o755 });
    path = `${bin}${delimiter}${process.env.PATH ?? ''}`;
    // What a reader has run before: the first command line without «npm ci», which has been here.
    const [first = ''] = setUp.split('\n');
    if (bash(first.replace('npm ci && ', '')).status !== 0) throw new Error(`fails: ${first}`);
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const bash = (command: string) =>
    spawnSync('bash', ['-o', 'pipefail', '-c', command], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, PATH: path },
    });

  it.each(commands.filter((c) => !serves(c)))('%s', (command) => {
    const { status, stderr } = bash(command);
    expect(stderr).not.toMatch(/^(?:pipeline|error): /m);
    expect(status).toBe(0);
  });

  it.each(commands.filter(serves))('%s, until it is stopped', async (command) => {
    const child = spawn('bash', ['-c', `exec ${command}`], {
      cwd: folder,
      env: { ...process.env, PATH: path },
    });
    const ended = once(child, 'close');
    const [said] = await once(child.stdout, 'data');
    const page = await fetch(String(said).trim(), { redirect: 'manual' });
    expect(page.headers.get('set-cookie')).toContain('HttpOnly');
    child.kill('SIGINT');
    expect(await ended).toEqual([0, null]);
  });

  it('shows what state prints of a day', () => {
    const command = commands.find((line) => line.startsWith('npx pipeline state')) ?? '';
    expect(bash(command).stdout).toBe(blocks('text')[0]);
  });

  it('shows a claim that is in the book', () => {
    const shown: unknown = JSON.parse(blocks('json')[0] ?? '');
    const { stdout } = bash('npx pipeline export --out -');
    expect(JSON.parse(stdout)).toContainEqual(shown);
  });
});

describe('the rule that the README writes', () => {
  const folder = mkdtempSync(join(tmpdir(), 'readme-rule-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const [names = '', cues = '', rule = ''] = blocks('yaml');
  writeFileSync(join(folder, 'names.yaml'), names);
  writeFileSync(join(folder, 'cues.yaml'), cues);
  mkdirSync(join(folder, 'rules'));
  writeFileSync(join(folder, 'rules', 'rule.yaml'), rule);

  const knowledge = loadKnowledge(['names.yaml', 'cues.yaml'].map((name) => join(folder, name)));
  const own = compileRules(loadRules([join(folder, 'rules')], knowledge.lexicon.cues));
  const { rules } = own;
  const engine = buildEngine({ ...knowledge, ...own });
  const claimsOf = (text: string): string[] =>
    read(articleOf(text, '2021-11-29'), engine, 'a').claims.map((c) =>
      [c.subject, c.object, c.scene ?? '-', c.status].join(' '),
    );

  it('loads beside the words that the README adds', () => {
    expect(knowledge.cues.has('counter', '修鞋铺')).toBe(true);
  });
  it('loads beside the names that it needs', () => {
    expect(rules.map((r) => r.id)).toEqual(['acceptance.listed-in-settings']);
  });
  it.each(rules.flatMap((r) => r.fires))('reads $text', ({ text, claims }) => {
    expect(claimsOf(text)).toEqual(claims);
  });
  it.each(rules.flatMap((r) => r.silent))('leaves alone: %s', (text) => {
    expect(claimsOf(text)).toEqual([]);
  });
});

describe('the README names', () => {
  const all = buildProgram(silent).commands;

  it.each(all.map((c) => c.name()))('the command %s', (name) => {
    expect(commands.some((line) => line.includes(`npx pipeline ${name}`))).toBe(true);
  });

  const options = all.flatMap((c) => c.options.map((o) => ({ command: c.name(), option: o.long ?? '' })));
  it.each(options)('$command $option', ({ command, option }) => {
    const used = commands.some((line) => line.includes(`pipeline ${command}`) && line.includes(` ${option}`));
    expect(used || (option === '--db' && readme.includes('all commands that read the book take it'))).toBe(
      true,
    );
  });

  it.each(Object.keys(exportedClaimSchema.shape))('the field %s of a claim', (field) => {
    expect(readme).toMatch(new RegExp(`^\\|[^|]*\`${field}\`[^|]*\\|`, 'm'));
  });
});
