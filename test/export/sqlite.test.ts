import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newsFolder } from '../cli/articles.ts';
import { pipeline } from '../cli/terminal.ts';

const hasShell = spawnSync('sqlite3', ['--version']).status === 0;
const mustHave = process.env.CI === 'true';

let cwd = '';
beforeAll(async () => {
  cwd = newsFolder();
  await pipeline(['ingest', 'news', '--quiet'], { cwd });
  const { code, err } = await pipeline(['export', '--format', 'sqlite'], { cwd });
  expect([code, err]).toEqual([
    0,
    expect.stringMatching(
      /^\d+ claims in output\/claims\.sqlite, described for Datasette in output\/claims\.metadata\.json\n$/,
    ),
  ]);
});
afterAll(() => rmSync(cwd, { recursive: true }));

function ask(sql: string, ...options: string[]): string {
  const { stdout, stderr, status } = spawnSync(
    'sqlite3',
    ['-readonly', ...options, join(cwd, 'output/claims.sqlite'), sql],
    { encoding: 'utf8' },
  );
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
const rows = (sql: string): unknown => JSON.parse(ask(sql, '-json') || '[]');

it.runIf(mustHave)('the sqlite3 shell is there (CI must have it)', () => {
  expect(hasShell).toBe(true);
});

describe.skipIf(!hasShell)('the sqlite3 shell opens the database (skipped where it is not installed)', () => {
  it('and finds it sound', () => {
    expect(ask('PRAGMA integrity_check; PRAGMA foreign_key_check;')).toBe('ok\n');
  });

  it('with the tables and views that never change', () => {
    expect(
      ask(
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view') AND name NOT LIKE 'sqlite_%' ORDER BY name",
      ),
    ).toBe('accesses\narticles\nbook\nclaims\npayments\npublishers\n');
  });

  it('with the claims, each at its place in the text of its article', async () => {
    const { out } = await pipeline(['export', '--out', '-'], { cwd });
    const claims: { id: string; evidence: { quote: string } }[] = JSON.parse(out);
    const found =
      rows(`SELECT c.id, c.quote, substr(a.text, c.quote_start + 1, c.quote_end - c.quote_start) AS words
                        FROM claims c JOIN articles a ON a.id = c.article_id ORDER BY a.path, c.quote_start`);
    expect(found).toEqual(claims.map(({ id, evidence: { quote } }) => ({ id, quote, words: quote })));
  });

  it('with views that answer what is asked most', () => {
    expect(rows('SELECT app, links_of, scene, status FROM accesses')).toEqual([
      { app: 'wechat', links_of: 'taobao', scene: 'group-chat', status: 'open' },
    ]);
    expect(rows('SELECT app, payment FROM payments')).toEqual([{ app: 'eleme', payment: 'wechat-pay' }]);
    expect(rows('SELECT publisher, claims FROM publishers')).toEqual([{ publisher: '样报', claims: 2 }]);
  });

  it('with metadata for Datasette that names every table, view and column, and no others', () => {
    const metadata = z
      .object({
        databases: z.object({
          claims: z.object({
            tables: z.record(z.string(), z.object({ columns: z.record(z.string(), z.string()).optional() })),
          }),
        }),
      })
      .parse(JSON.parse(readFileSync(join(cwd, 'output/claims.metadata.json'), 'utf8')));
    const { tables } = metadata.databases.claims;
    expect(Object.keys(tables).sort()).toEqual([
      'accesses',
      'articles',
      'book',
      'claims',
      'payments',
      'publishers',
    ]);
    for (const table of ['articles', 'claims']) {
      const names = ask(`SELECT name FROM pragma_table_info('${table}') ORDER BY name`).trimEnd().split('\n');
      expect(Object.keys(tables[table]?.columns ?? {}).sort()).toEqual(names);
    }
  });
});

describe('the database', () => {
  it('takes the filter, and goes where it is told', async () => {
    const { err } = await pipeline(
      ['export', '--format', 'sqlite', '--subject', 'eleme', '--out', 'deep/one.db'],
      { cwd },
    );
    expect(err).toBe('1 claim in deep/one.db, described for Datasette in deep/one.metadata.json\n');
  });

  it.each([
    [['--format', 'sqlite', '--out', '-'], /a database cannot go to stdout/],
    [['--format', 'sqlite', '--out', 'output/claims.db'], /is the database itself/],
    [['--format', 'json', '--out', './output/../output/claims.db'], /is the database itself/],
  ])('refuses %j', async (args, message) => {
    const { code, err } = await pipeline(['export', ...args], { cwd });
    expect([code, err]).toEqual([2, expect.stringMatching(message)]);
  });
});
