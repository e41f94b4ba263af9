import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { entriesOf } from '../../pipeline/read/entries.ts';
import type { ReadOptions } from '../../pipeline/read/read.ts';
import { PathError, walk } from '../../pipeline/read/walk.ts';
import { gz, utf8 } from './traps.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'hostile-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function told(name: string, bytes: Uint8Array, options: ReadOptions = {}): Promise<string[]> {
  const absolute = join(folder, name);
  writeFileSync(absolute, bytes);
  const lines: string[] = [];
  for await (const entry of entriesOf({ absolute, path: name }, options)) {
    const { source, problem } = await entry.read();
    lines.push(`${entry.path} ${source === null ? problem.message : 'ok'}`);
  }
  return lines;
}

const small = { limits: { documentBytes: 100_000, recordBytes: 10_000 } };

describe('input beyond its limits is one clear line, and the rest goes on', () => {
  it.each([
    ['a page', 'a.html', utf8(`<html>${'x'.repeat(100_001)}`), [/^a\.html it is larger than the 0\.1 MB/]],
    [
      'a gzip bomb of one page',
      'b.html.gz',
      gz(new Uint8Array(40_000_000).fill(0x20)),
      [/larger than the 0\.1 MB/],
    ],
    [
      'a gzip bomb of records',
      'b.ndjson.gz',
      gz(Buffer.concat([utf8('{"content":"甲。"}\n{'), new Uint8Array(40_000_000).fill(0x20)])),
      [/#1 ok/, /unpacks to more than 200 times/],
    ],
    ['a gzip in a gzip', 'c.gz', gz(gz('<html>')), [/a gzip within a gzip/]],
    ['a gzip that is cut', 'd.html.gz', gz('<html>'.repeat(9000)).subarray(0, 60), [/the gzip is broken/]],
    [
      'a record among others',
      'e.ndjson',
      utf8(`{"content":"甲。"}\n{"content":"${'x'.repeat(20_000)}"}\n{"content":"丙。"}`),
      [/#1 ok/, /#2 the record is larger/, /#3 ok/],
    ],
    ['JSON that holds no article', 'f.json', utf8('[]'), [/there is no article in this JSON/]],
    ['JSON that nests', 'g.json', utf8(`{"a":${'['.repeat(9000)}`), [/broken JSON or was cut off/]],
    ['a broken feed', 'h.xml', utf8('<rss version="2.0"><channel><item><title>x'), [/feed is broken/]],
    ['an empty gzip', 'i.md.gz', gz(''), [/the file is empty/]],
    [
      'a broken web archive',
      'j.warc',
      utf8('WARC/1.0\r\nfoo\r\n\r\nxx'),
      [/there is no page in this archive/],
    ],
    ['a feed whose entities multiply', 'k.xml', bomb(), [/./]],
  ])('%s', async (_, name, bytes, expected) => {
    const lines = await told(name, bytes, small);
    for (const [i, pattern] of expected.entries()) expect(lines[i]).toMatch(pattern);
    expect(lines.join()).not.toContain('\n');
  });

  it('a file that is gone by the time it is read', async () => {
    const entries = [];
    for await (const entry of entriesOf({ absolute: join(folder, 'none.md'), path: 'none.md' }))
      entries.push(await entry.read());
    expect(entries[0]?.problem?.message).toMatch(/could not be read/);
  });

  it('a dump of many records is read one at a time', async () => {
    const line = `${JSON.stringify({ title: '题', content: '字'.repeat(2000) })}\n`;
    writeFileSync(join(folder, 'many.ndjson'), line.repeat(10_000));
    globalThis.gc?.();
    const before = process.memoryUsage().rss;
    let read = 0;
    for await (const entry of entriesOf({ absolute: join(folder, 'many.ndjson'), path: 'many.ndjson' }))
      if ((await entry.read()).source !== null) read += 1;
    expect(read).toBe(10_000);
    // 60 MB were read.
    expect(process.memoryUsage().rss - before).toBeLessThan(200 << 20);
  });
});

function bomb(): Uint8Array {
  const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join(
    '',
  );
  return utf8(
    `<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY e0 "xxxxxxxxxx">${entities}]><rss version="2.0"><channel><item><description>&e9;</description></item></channel></rss>`,
  );
}

describe('the walk', () => {
  const found = (...paths: string[]): string[] => [...walk(paths, folder)].map((f) => f.path);
  beforeAll(() => {
    const root = join(folder, 'walk');
    mkdirSync(join(root, 'b', '.hidden'), { recursive: true });
    mkdirSync(join(folder, 'outside'));
    const article = '---\ntitle: 题\n---\n文';
    for (const name of [
      'c.md',
      'B.md',
      'a.HTML',
      'b/z.json',
      '.h.md',
      'README.md',
      'x.png',
      'b/.hidden/a.md',
      'b/f.md.gz',
    ])
      writeFileSync(join(root, name), article);
    writeFileSync(join(root, 'plain.txt'), '两家钱包今天起可以互相扫码，商户不用再换码牌。');
    writeFileSync(join(root, 'requirements.txt'), 'scrapy==2.5\nhttps://example.com/');
    writeFileSync(join(root, 'no-ending'), article);
    writeFileSync(join(root, 'other-text'), 'no article at all');
    writeFileSync(join(folder, 'outside', 'secret.md'), article);
    symlinkSync(join(folder, 'outside', 'secret.md'), join(root, 'link-out.md'));
    symlinkSync(join(folder, 'outside'), join(root, 'folder-out'));
    symlinkSync(root, join(root, 'b', 'loop'));
    symlinkSync(join(root, 'c.md'), join(root, 'link-in.md'));
    symlinkSync(join(root, 'nowhere.md'), join(root, 'dangling.md'));
    execFileSync('mkfifo', [join(root, 'pipe.md')]);
  });
  it('goes in code-point order and leaves alone what is hidden, leads out, loops, or is no file', () => {
    expect(found('walk')).toEqual([
      'walk/B.md',
      'walk/a.HTML',
      'walk/b/f.md.gz',
      'walk/b/z.json',
      'walk/c.md',
      'walk/link-in.md',
      'walk/no-ending',
      'walk/plain.txt',
    ]);
  });
  it('tells of what looked like an article and is none', () => {
    const told: string[] = [];
    const files = [
      ...walk(['walk'], folder, ({ path, severity, message }) =>
        told.push(`${severity} ${path}: ${message}`),
      ),
    ];
    expect(files.length).toBeGreaterThan(0);
    const link = 'a link that leads out of its folder, or nowhere, is left alone; give its target as a path';
    expect(told.sort()).toEqual([
      `warning walk/b/loop: ${link}`,
      `warning walk/dangling.md: ${link}`,
      `warning walk/folder-out: ${link}`,
      `warning walk/link-out.md: ${link}`,
      'warning walk/pipe.md: neither a file nor a folder; it is left alone',
    ]);
  });
  it('knows a file by one path, however it is written, and reads it once', () => {
    expect(found('./walk/c.md', join(folder, 'walk/c.md'), 'walk/b/../c.md')).toEqual(['walk/c.md']);
    expect([...walk(['../outside'], join(folder, 'walk'))].map((f) => f.path)).toEqual([
      '../outside/secret.md',
    ]);
  });
  it.each([
    ['nowhere', /there is no such file or folder/],
    ['walk/pipe.md', /neither a file nor a folder/],
    ['/dev/zero', /neither a file nor a folder/],
  ])('refuses %s', (path, message) => {
    expect(() => found(path)).toThrow(PathError);
    expect(() => found(path)).toThrow(message);
  });
  it('takes «-» for standard input', () => {
    expect(found('-', '-')).toEqual(['-']);
  });
});
