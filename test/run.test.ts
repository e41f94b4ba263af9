import { mkdirSync, mkdtempSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { PathError } from '../pipeline/read/walk.ts';
import { buildEngine, type Engine, ingest, type Progress, type Summary } from '../pipeline/run.ts';
import { openStore, type Store } from '../pipeline/store/store.ts';
import type { ExportedClaim } from '../pipeline/types.ts';
import { OPENED, PAID } from './cli/articles.ts';
import { decisionOn } from './store/fixtures.ts';

const engine = buildEngine(loadKnowledge());
let cwd = '';
let store: Store;
beforeEach(async () => {
  cwd = mkdtempSync(join(tmpdir(), 'run-'));
  mkdirSync(join(cwd, 'in'));
  store = await openStore(':memory:');
});
afterEach(async () => {
  await store.close();
  rmSync(cwd, { recursive: true });
});

const put = (name: string, text: string): void => writeFileSync(join(cwd, 'in', name), text);
const NONE = { new: 0, changed: 0, unchanged: 0, failed: 0, gone: 0 };
let time = Date.UTC(2021, 9, 8);
function run(options: { engine?: Engine; paths?: string[]; seen?: Progress[] } = {}): Promise<Summary> {
  return ingest({
    paths: options.paths ?? ['in'],
    cwd,
    store,
    engine: options.engine ?? engine,
    clock: () => {
      time += 1000;
      return time;
    },
    onProgress: (progress) => options.seen?.push(progress),
  });
}

describe('trouble with an article', () => {
  const stumbling: Engine = {
    ...engine,
    matcher: {
      find(twin, year) {
        if (twin.includes('饿了么')) throw new Error('stumbled\nat length');
        return engine.matcher.find(twin, year);
      },
    },
  };

  it('is a row that names the stage, in one line, and the run goes on', async () => {
    put('a.md', PAID);
    put('b.md', OPENED);
    const seen: Progress[] = [];
    const summary = await run({ engine: stumbling, seen });
    expect(summary.articles).toEqual({ ...NONE, new: 1, failed: 1 });
    expect(seen.map((p) => [p.path, p.outcome])).toEqual([
      ['in/a.md', 'failed'],
      ['in/b.md', 'new'],
    ]);
    expect(await store.problems()).toEqual([
      expect.objectContaining({ stage: 'annotate', path: 'in/a.md', severity: 'error', message: 'stumbled' }),
    ]);
  });

  it('leaves alone what the book had of the article', async () => {
    put('a.md', PAID);
    await run();
    put('a.md', PAID.replace('</div>', '<p>又及。</p></div>'));
    const summary = await run({ engine: stumbling });
    expect(summary.articles).toEqual({ ...NONE, failed: 1 });
    expect(summary.claims).toEqual({ payment: 1 });
  });

  it('of cleaning is told as such', async () => {
    put('a.html', '<!doctype html><html><body><script>1</script></body></html>');
    await run();
    expect((await store.problems()).map((p) => p.stage)).toEqual(['clean']);
  });
});

describe('a file of many articles', () => {
  const record = (n: number, text: string): string =>
    JSON.stringify({ title: `第${n}篇`, date: '2021-10-08T12:00:00+08:00', content: `<p>${text}</p>` });
  const lines = (...texts: string[]): string => texts.map((text, i) => `${record(i, text)}\n`).join('');

  it('gives an article a record, and marks the records that are gone', async () => {
    put('many.ndjson', lines('饿了么已接入微信支付。', '京东尚未开通支付宝支付。'));
    expect((await run()).articles).toEqual({ ...NONE, new: 2 });
    expect((await run()).articles).toEqual({ ...NONE, unchanged: 2 });
    put('many.ndjson', lines('饿了么已接入微信支付。'));
    expect((await run()).articles).toEqual({ ...NONE, unchanged: 1, gone: 1 });
    expect((await run({ paths: ['in/many.ndjson'] })).articles).toEqual({ ...NONE, unchanged: 1 });
  });

  it('that cannot be read to its end loses none of its records', async () => {
    put('many.ndjson', lines('饿了么已接入微信支付。', '京东尚未开通支付宝支付。'));
    await run();
    put('many.ndjson', '');
    const { articles } = await run();
    expect(articles.gone).toBe(0);
    expect(articles.failed).toBe(1);
  });
});

describe('a file that is moved', () => {
  const move = (from: string, to: string): void => {
    mkdirSync(dirname(join(cwd, to)), { recursive: true });
    renameSync(join(cwd, from), join(cwd, to));
  };
  const claims = async () => {
    const all: ExportedClaim[] = [];
    for await (const claim of store.claims({ lost: true })) all.push(claim);
    return all.map(({ id, article, review }) => ({ id, path: article.path, state: review.state }));
  };
  beforeEach(async () => {
    put('a.md', PAID);
    await run();
    const [claim] = await claims();
    const seen = await store.reviewedClaim(claim?.id ?? '', 'li');
    await store.decide([{ ...decisionOn(claim?.id ?? '', 'd1'), before: seen?.claim ?? null }]);
  });

  it.each([
    ['under another name', 'in/b.md', ['in']],
    ['into a folder', 'in/deep/er/a.md', ['in']],
    ['out of the folder that is read', 'out/a.md', ['out']],
  ])('%s keeps its claims and what was decided on them', async (_, to, paths) => {
    const [before] = await claims();
    move('in/a.md', to);
    expect((await run({ paths })).articles).toEqual({ ...NONE, unchanged: 1 });
    expect(await claims()).toEqual([{ ...before, path: to, state: 'accepted' }]);
    expect((await run({ paths })).articles).toEqual({ ...NONE, unchanged: 1 });
  });

  it('and is read under other rules keeps them too', async () => {
    const [before] = await claims();
    move('in/a.md', 'in/b.md');
    const other = { ...engine, knowledge: { ...engine.knowledge, version: 'other' } };
    expect((await run({ engine: other })).articles).toEqual({ ...NONE, unchanged: 1 });
    expect(await claims()).toEqual([{ ...before, path: 'in/b.md' }]);
  });

  it('is told from a copy, which is an article of its own', async () => {
    put('b.md', PAID);
    expect((await run()).articles).toEqual({ ...NONE, new: 1, unchanged: 1 });
    expect((await claims()).map((c) => [c.path, c.state])).toEqual([
      ['in/a.md', 'accepted'],
      ['in/b.md', 'unreviewed'],
    ]);
  });

  it('goes to one of two new copies, and the other is new', async () => {
    move('in/a.md', 'in/b.md');
    put('c.md', PAID);
    expect((await run()).articles).toEqual({ ...NONE, new: 1, unchanged: 1 });
    expect((await claims()).map((c) => c.state)).toEqual(['accepted', 'unreviewed']);
  });

  it('after having been gone for a while comes back as itself', async () => {
    move('in/a.md', 'away.txt');
    expect((await run()).articles.gone).toBe(1);
    move('away.txt', 'in/z.md');
    expect((await run()).articles).toEqual({ ...NONE, unchanged: 1 });
    expect((await claims()).map((c) => [c.path, c.state])).toEqual([['in/z.md', 'accepted']]);
  });
});

describe('a run', () => {
  it('writes nothing for a path that is not there', async () => {
    put('a.md', PAID);
    await expect(run({ paths: ['in', 'nowhere'] })).rejects.toThrow(PathError);
    expect((await store.stats()).runs).toBe(0);
  });

  it('keeps its summary and tells the time by the clock that it was given', async () => {
    put('a.md', PAID);
    const { seconds, claims, rulesChanged, warnings } = await run();
    expect(seconds).toBeGreaterThanOrEqual(1);
    expect({ claims, rulesChanged, warnings }).toEqual({
      claims: { payment: 1 },
      rulesChanged: 0,
      warnings: 0,
    });
  });

  it('makes the same claims whatever else it reads', async () => {
    put('b.md', PAID);
    await run();
    const alone: unknown[] = [];
    for await (const claim of store.claims()) alone.push(claim);
    put('a.md', OPENED);
    await run();
    const both: unknown[] = [];
    for await (const claim of store.claims()) both.push(claim);
    expect(both).toEqual(expect.arrayContaining(alone));
  });
});

describe('the index of words', () => {
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, i) => JSON.stringify({ text: `第${i}天，${OPENED}` })).join('\n');
  const leftToSearch = async (): Promise<number> => {
    let asked = 0;
    await store.search(['微信'], { limit: 1, onProgress: () => (asked += 1) });
    return asked;
  };

  it('is made by a run that reads many articles, and left to the next search by others', async () => {
    put('some.ndjson', lines(450));
    await run();
    expect(await leftToSearch()).toBeGreaterThan(0);
    put('many.ndjson', lines(1100));
    const index = vi.spyOn(store, 'indexWords');
    await run();
    expect(index, 'twice while it reads, and at its end').toHaveBeenCalledTimes(3);
    expect(await leftToSearch()).toBe(0);
  });
});

describe('a file that has not changed since all of it was read', () => {
  const PAST = new Date(Date.UTC(2020, 0, 1));
  const OTHER = OPENED.replace('淘宝', '知乎');
  const put2020 = (text: string): void => {
    put('a.md', text);
    utimesSync(join(cwd, 'in/a.md'), PAST, PAST);
  };

  it('is not opened again, and still counts', async () => {
    put2020(OPENED);
    await run();
    put2020(OTHER);
    expect((await run()).articles).toEqual({ ...NONE, unchanged: 1 });
    expect((await store.findArticles('in/a.md'))[0]?.text).toContain('淘宝');
  });

  it('is read when its time or its size is another', async () => {
    put2020(OPENED);
    await run();
    put('a.md', OTHER);
    expect((await run()).articles).toEqual({ ...NONE, changed: 1 });
  });

  it('is read again under other rules', async () => {
    put2020(OPENED);
    await run();
    const other = { ...engine, knowledge: { ...engine.knowledge, version: 'other' } };
    expect((await run({ engine: other })).rulesChanged).toBe(1);
  });

  it('is tried again for as long as it fails', async () => {
    put2020('---\ntitle: [\n---\n');
    expect((await run()).articles).toEqual({ ...NONE, failed: 1 });
    expect((await run()).articles).toEqual({ ...NONE, failed: 1 });
  });

  it('keeps the records of a file of many, and marks none of them gone', async () => {
    put(
      'b.ndjson',
      '{"title":"一","content":"微信可以打开知乎的链接。"}\n{"title":"二","content":"朋友圈不行。"}\n',
    );
    utimesSync(join(cwd, 'in/b.ndjson'), PAST, PAST);
    expect((await run()).articles).toEqual({ ...NONE, new: 2 });
    expect((await run()).articles).toEqual({ ...NONE, unchanged: 2 });
  });
});
