import { describe, expect, it } from 'vitest';
import { folded } from '../../pipeline/annotate/twin.ts';
import { repostJudge } from '../../pipeline/reposts/judge.ts';
import { Prints } from '../../pipeline/store/prints.ts';
import { articleId, textHash } from '../../pipeline/store/rows.ts';
import { openStore, type Store } from '../../pipeline/store/store.ts';
import { articleOf } from './fixtures.ts';

const STORY =
  '两家钱包的用户从这个月起可以互相扫码，商户不用再摆两张码牌，收银员只要看一眼手机就知道钱到了没有。记者在三家便利店试了试，都能付成，只有一家要先更新应用。';
const OTHER =
  '地铁公司说，闸机暂时只认原来的码，乘客要坐车还得打开地铁自己的应用，换机器的钱要到明年才批得下来，在那以前请乘客多等几分钟。';

interface Item {
  readonly path: string;
  readonly text: string;
  readonly published: string | null;
}
const item = (path: string, text: string, published: string | null): Item => ({ path, text, published });

interface Book {
  readonly store: Store;
  save(...items: readonly Item[]): Promise<void>;
  /** Without linking them. */
  put(...items: readonly Item[]): Promise<void>;
}

async function book(): Promise<Book> {
  const store = await openStore(':memory:');
  const runId = await store.beginRun({ version: 'r', at: '2022-06-15T01:00:00.000Z' });
  const put: Book['put'] = async (...items) => {
    for (const { path, text, published } of items) {
      const article = articleOf(path, text, path + text + published);
      await store.saveArticle({
        runId,
        article: { ...article, record: { ...article.record, published } },
        claims: [],
        rulesVersion: 'r',
      });
    }
  };
  return {
    store,
    put,
    async save(...items) {
      await put(...items);
      await store.linkReposts(repostJudge(folded));
    },
  };
}

/** `repost < original` by path, sorted. */
async function links(store: Store): Promise<string[]> {
  const known = [...(await store.knownAll())];
  const nameOf = new Map(known.map(([path, { id }]) => [id, path]));
  return [...(await store.originals())].map(([a, b]) => `${nameOf.get(a)} < ${nameOf.get(b)}`).sort();
}

const FOUR = [
  item('c.md', `湾区日报讯\n${STORY}`, '2021-09-17T11:00:00+08:00'),
  item('b.md', STORY, '2021-09-17T09:23:00+08:00'),
  item('a.md', `${STORY}\n责任编辑：甲`, null),
  item('d.md', OTHER, '2021-09-16T08:00:00+08:00'),
];

describe('every repost is linked to its earliest source', () => {
  it('whatever the order, and whether at once or one by one', async () => {
    const expected = ['a.md < b.md', 'c.md < b.md'];
    for (const order of [FOUR, FOUR.toReversed(), [2, 0, 3, 1].flatMap((i) => FOUR[i] ?? [])]) {
      const once = await book();
      await once.save(...order);
      expect(await links(once.store)).toEqual(expected);
      const steps = await book();
      for (const one of order) await steps.save(one);
      expect(await links(steps.store)).toEqual(expected);
      await steps.save();
      expect(await links(steps.store)).toEqual(expected);
    }
  });
  it('a day without a time comes after the times of that day, and the path decides between equals', async () => {
    const { store, save } = await book();
    await save(
      item('a.md', STORY, '2021-09-17T00:00:00+08:00'),
      item('c.md', STORY, '2021-09-17T09:23:00+08:00'),
      item('b.md', STORY, '2021-09-17T09:23:00+08:00'),
    );
    expect(await links(store)).toEqual(['a.md < b.md', 'c.md < b.md']);
  });
  it('anew when an earlier source comes, or a stamp is mended', async () => {
    const { store, save } = await book();
    await save(...FOUR);
    await save(item('e.md', STORY, '2021-09-15T09:00:00+08:00'));
    expect(await links(store)).toEqual(['a.md < e.md', 'b.md < e.md', 'c.md < e.md']);
    await save(item('e.md', STORY, '2021-10-15T09:00:00+08:00'));
    expect(await links(store)).toEqual(['a.md < b.md', 'c.md < b.md', 'e.md < b.md']);
  });
  it('anew when the source is rewritten, also when others were like it and not like each other', async () => {
    const parts = Array.from(
      { length: 10 },
      (_, i) => `第${'甲乙丙丁戊己庚辛壬癸'[i]}家门店的收款机在上月换了新的一批，店员还在学着用`,
    );
    const { store, save } = await book();
    const [left, middle, right] = [parts.slice(0, 8), parts.slice(1, 9), parts.slice(2, 10)];
    const texts = [left, middle, right].map((p) => p.join('。'));
    await save(
      item('l.md', `${texts[0]}。${OTHER.slice(0, 30)}`, '2021-01-01T09:00:00+08:00'),
      item('m.md', texts[1] ?? '', '2021-01-02T09:00:00+08:00'),
      item('r.md', `${texts[2]}。${STORY.slice(0, 30)}`, '2021-01-03T09:00:00+08:00'),
    );
    expect(await links(store)).toEqual(['m.md < l.md', 'r.md < l.md']);
    await save(item('m.md', OTHER, '2021-01-02T09:00:00+08:00'));
    expect(await links(store)).toEqual([]);
    await save(item('m.md', texts[1] ?? '', '2021-01-02T09:00:00+08:00'));
    expect(await links(store)).toEqual(['m.md < l.md', 'r.md < l.md']);
  });
  it('and counted, and named on both sides', async () => {
    const { store, save } = await book();
    await save(...FOUR);
    expect((await store.stats()).articles).toEqual({ present: 4, gone: 0, originals: 2, reposts: 2 });
    expect(await store.kin(articleId('b.md'))).toMatchObject({
      original: null,
      reposts: [{ path: 'a.md' }, { path: 'c.md' }],
    });
    expect((await store.kin(articleId('c.md'))).original).toMatchObject({ path: 'b.md', publisher: '样报' });
  });
  it('a short notice in one form, or a line that many pages share, links nothing', async () => {
    const { store, save } = await book();
    const day = '2021-09-17T09:00:00+08:00';
    await save(item('a.md', '页面不存在。', day), item('b.md', '页面不存在。', day));
    expect(await links(store)).toEqual([]);
  });
});

describe('signatures that were made before', () => {
  it('are known again by the text, also that there is none', () => {
    const prints = new Prints();
    const [one, other] = [Uint16Array.of(1, 2, 3), Uint16Array.of(4, 5, 6)];
    prints.add('a', one);
    prints.add('b', null);
    prints.add('c', other);
    prints.add('a', other);
    expect(['a', 'b', 'c', 'd'].map((hash) => prints.of(hash))).toEqual([one, null, other, undefined]);
  });
  it('link the same as those that are made of the text', async () => {
    const judge = repostJudge(folded);
    const { store, put } = await book();
    const prints = new Prints();
    for (const { text } of FOUR) prints.add(textHash(text), judge.sign(text));
    await put(...FOUR);
    await store.linkReposts(judge, prints);
    expect(await links(store)).toEqual(['a.md < b.md', 'c.md < b.md']);
  });
});
