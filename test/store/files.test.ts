import { describe, expect, it } from 'vitest';
import { stampsOf, wholeFiles } from '../../pipeline/store/files.ts';
import { openStore } from '../../pipeline/store/store.ts';

const file = (path: string, size = 10, modified = 1000.5) => ({ path, size, modified });
const present = { state: 'present' } as const;
const gone = { state: 'gone' } as const;

describe('a file that need not be read', () => {
  const stamps = new Map([file('a.md'), file('b#c.json'), file('d.ndjson')].map((f) => [f.path, f]));
  const known = new Map<string, typeof present | typeof gone>([
    ['a.md', present],
    ['a.md.bak', present],
    ['b#c.json#1', present],
    ['b#c.json#2', gone],
    ['d.ndjson#x#y', present],
  ]);

  it.each([
    ['is as it was', file('a.md'), ['a.md']],
    ['holds many, whatever marks are in their names', file('d.ndjson'), ['d.ndjson#x#y']],
    ['has a mark in its own name; a record that is gone stays gone', file('b#c.json'), ['b#c.json#1']],
    ['has another size', file('a.md', 11), undefined],
    ['was changed since, by less than a millisecond', file('a.md', 10, 1000.75), undefined],
    ['was never read to its end', file('z.md'), undefined],
    ['is standard input', { path: '-', size: null, modified: null }, undefined],
  ])('%s', (_, found, articles) => {
    expect(wholeFiles([found], stamps, known).get(found.path)).toEqual(articles);
  });

  it('is not trusted when it changed just now, nor standard input ever', () => {
    const files = [
      file('old.md', 1, 7000),
      file('new.md', 1, 9500),
      { path: '-', size: null, modified: null },
    ];
    expect(stampsOf(files, 10_000).map(({ path }) => path)).toEqual(['old.md']);
  });

  it('is remembered under the rules that read it, and once', async () => {
    const store = await openStore(':memory:');
    await store.saveStamps([file('a.md'), file('b.md')], 'r1');
    await store.saveStamps([file('a.md', 12, 2000.125)], 'r2');
    expect(await store.stamps('r1')).toEqual(new Map([['b.md', file('b.md')]]));
    expect(await store.stamps('r2')).toEqual(new Map([['a.md', file('a.md', 12, 2000.125)]]));
    await store.close();
  });
});
