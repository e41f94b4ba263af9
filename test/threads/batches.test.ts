import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, makeAllReady, type Ready, type ToMake } from '../../pipeline/reading.ts';
import { Batches, first, settled, TOGETHER } from '../../pipeline/threads/batches.ts';
import { fragmentOf } from '../article.ts';

const toMake = (id: string, html = `<p>微信可以打开${id}的链接。</p>`): ToMake => ({
  id,
  source: fragmentOf(html, `${id}.md`),
});

const nothing: Ready = { reading: null, problem: null, warnings: [] };

/** Batches that note what was made together. */
function noting(): { batches: Batches; made: string[][] } {
  const made: string[][] = [];
  const batches = new Batches(async (all) => {
    made.push(all.map(({ id }) => id));
    return { made: Promise.resolve(all.map(() => nothing)) };
  });
  return { batches, made };
}

describe('sources wait for one another', () => {
  it('until they are enough', async () => {
    const { batches, made } = noting();
    for (let i = 0; i < TOGETHER - 1; i += 1) await batches.add(toMake(`${i}`));
    expect(made).toEqual([]);
    await batches.add(toMake('last'));
    expect(made.map((all) => all.length)).toEqual([TOGETHER]);
  });

  it('and not where one is long', async () => {
    const { batches, made } = noting();
    await batches.add(toMake('short'));
    await batches.add(toMake('long', 'x'.repeat(1_000_000)));
    expect(made).toEqual([['short', 'long']]);
  });

  it('and not where somebody waits for one of them; what comes later waits anew', async () => {
    const { batches, made } = noting();
    const queue = [await batches.add(toMake('a')), await batches.add(toMake('b')), settled(nothing)];
    for await (const one of first(queue)) expect(one).toBe(nothing);
    await queue[0]?.begin();
    await batches.add(toMake('c'));
    expect([made, queue.length]).toEqual([[['a', 'b']], 2]);
  });

  it('and all are told where their thread has died', async () => {
    const batches = new Batches(async () => ({ made: Promise.reject(new Error('gone')) }));
    const [a, b] = [await batches.add(toMake('a')), await batches.add(toMake('b'))];
    const told = [expect(a.done).rejects.toThrow('gone'), expect(b.done).rejects.toThrow('gone')];
    await b.begin();
    await Promise.all(told);
  });
});

it('one source that fails leaves the others of its batch as they are', async () => {
  const engine = buildEngine(loadKnowledge());
  const all = [toMake('淘宝'), toMake('empty', '<p></p>'), toMake('抖音')];
  const ready = await makeAllReady(all, engine);
  expect(ready.map(({ problem }) => problem?.path ?? null)).toEqual([null, 'empty.md', null]);
  expect(ready.map(({ reading }) => reading?.claims.length ?? null)).toEqual([1, null, 1]);
  const alone = await Promise.all(all.map((one) => makeAllReady([one], engine)));
  expect(ready).toEqual(alone.flat());
});
