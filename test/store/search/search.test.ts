import { describe, expect, it } from 'vitest';
import type { Store } from '../../../pipeline/store/store.ts';
import { articleOf, claimOf, newDatabase, withRun } from '../fixtures.ts';

async function bookWith(texts: Readonly<Record<string, string>>) {
  const { store, runId } = await withRun(newDatabase());
  const save = (path: string, text: string, title: string | null = null, claims = [] as string[]) => {
    const article = articleOf(path, text);
    return store.saveArticle({
      runId,
      article: { ...article, record: { ...article.record, title } },
      claims: claims.map((id) => claimOf(id, 'open', text)),
      rulesVersion: 'r',
    });
  };
  for (const [path, text] of Object.entries(texts)) await save(path, text);
  return { store, save };
}

async function found(store: Store, ...words: string[]): Promise<string[]> {
  const { hits } = await store.search(words, { limit: 20 });
  return hits.map(({ text, marks }) => {
    let out = '';
    let at = 0;
    for (const { start, end } of marks) {
      out += `${text.slice(at, start)}[${text.slice(start, end)}]`;
      at = end;
    }
    return out + text.slice(at);
  });
}

describe('one text and what is asked of it', () => {
  const TEXT =
    '今天下雨。在抖音发到群聊的鏈接打不开，QQ群里也一样！\n5G手机、ＡＰＰ和iPhone 都试过；𠮷野家扫码付不了。结尾是抖';
  it.each([
    ['two signs', ['抖音'], ['在[抖音]发到群聊的鏈接打不开，QQ群里也一样！']],
    [
      'one sign, also the last of a run',
      ['抖'],
      ['在[抖]音发到群聊的鏈接打不开，QQ群里也一样！', '结尾是[抖]'],
    ],
    ['a long phrase', ['链接打不开'], ['在抖音发到群聊的[鏈接打不开]，QQ群里也一样！']],
    ['a phrase across the words of a segmenter', ['接打'], ['在抖音发到群聊的鏈[接打]不开，QQ群里也一样！']],
    ['Traditional text by Simplified words', ['链接'], ['在抖音发到群聊的[鏈接]打不开，QQ群里也一样！']],
    ['Simplified text by Traditional words', ['發到'], ['在抖音[发到]群聊的鏈接打不开，QQ群里也一样！']],
    ['several words of one sentence', ['抖音', '群聊'], ['在[抖音]发到[群聊]的鏈接打不开，QQ群里也一样！']],
    ['words that overlap', ['抖音', '音发'], ['在[抖音发]到群聊的鏈接打不开，QQ群里也一样！']],
    ['letters in another case', ['qq'], ['在抖音发到群聊的鏈接打不开，[QQ]群里也一样！']],
    ['the beginning of a word of letters', ['ipho'], ['5G手机、ＡＰＰ和[iPho]ne 都试过；𠮷野家扫码付不了。']],
    ['full-width letters', ['App'], ['5G手机、[ＡＰＰ]和iPhone 都试过；𠮷野家扫码付不了。']],
    ['letters and signs together', ['5g手机'], ['[5G手机]、ＡＰＰ和iPhone 都试过；𠮷野家扫码付不了。']],
    ['a sign beyond the first plane', ['𠮷野'], ['5G手机、ＡＰＰ和iPhone 都试过；[𠮷野]家扫码付不了。']],
    [
      'pairs that stand there, but not side by side',
      ['群聊抖音'],
      ['在[抖音]发到[群聊]的鏈接打不开，QQ群里也一样！'],
    ],
    ['a word that is nowhere', ['抖音', '马拉松'], []],
    ['what would be an operator', ['抖音', 'OR'], []],
    ['nothing but signs of punctuation', ['"*()^'], []],
  ])('%s', async (_, words, want) => {
    const { store } = await bookWith({ 'a.md': TEXT });
    expect(await found(store, ...words)).toEqual(want);
    await store.close();
  });
});

describe('the index keeps step', () => {
  it('with a new article, a changed one, a changed title and one that is gone', async () => {
    const { store, save } = await bookWith({ 'a.md': '旧的文字。' });
    expect(await found(store, '旧的')).toEqual(['[旧的]文字。']);
    await save('b.md', '新来的文字。');
    await save('a.md', '换过的文字。', '新的标题');
    expect(await found(store, '旧的')).toEqual([]);
    expect(await found(store, '文字')).toEqual(['换过的[文字]。', '新来的[文字]。']);
    expect(await found(store, '标题')).toEqual(['新的[标题]']);
    await save('a.md', '换过的文字。', '又一个题目');
    expect(await found(store, '标题')).toEqual([]);
    await store.markGone(['b.md']);
    expect(await found(store, '新来')).toEqual([]);
    await store.close();
  });

  it('when the same is saved again: nothing is indexed twice', async () => {
    const { store, save } = await bookWith({ 'a.md': '文字。' });
    await found(store, '文字');
    await save('a.md', '文字。');
    let calls = 0;
    await store.search(['文字'], { limit: 1, onProgress: () => (calls += 1) });
    expect(calls).toBe(0);
    expect(await found(store, '文字')).toEqual(['[文字]。']);
    await store.close();
  });

  it('with nothing of a save that was taken back', async () => {
    const { store } = await bookWith({});
    const failing = store.together(async (book) => {
      const runId = await book.beginRun({ version: 'r', at: '2022-06-15T01:00:00.000Z' });
      await book.saveArticle({
        runId,
        article: articleOf('a.md', '半截的文字。'),
        claims: [],
        rulesVersion: 'r',
      });
      expect(await found(book, '半截')).toEqual(['[半截]的文字。']);
      throw new Error('the power is gone');
    });
    await expect(failing).rejects.toThrow('the power is gone');
    expect(await found(store, '半截')).toEqual([]);
    await store.close();
  });

  it('past a batch, and tells how far it is', async () => {
    const texts = Object.fromEntries(Array.from({ length: 450 }, (_, i) => [`${i}.md`, `第${i}篇文字。`]));
    const { store } = await bookWith(texts);
    const told: number[][] = [];
    const { articles, hits, cut } = await store.search(['篇文'], {
      limit: 7,
      onProgress: (done, left) => told.push([done, left]),
    });
    expect(told).toEqual([
      [200, 250],
      [400, 50],
    ]);
    expect([articles, hits.length, cut]).toEqual([450, 7, true]);
    await store.close();
  });
});

describe('what is best comes first', () => {
  it('all words in one sentence, then a claim, then the later article', async () => {
    const { store, save } = await bookWith({});
    await save('a-apart.md', '抖音在这里。群聊在那里。');
    await save('b-plain.md', '抖音和群聊在一起。');
    await save('c-claim.md', '群聊里也有抖音，还有一条断言。', null, ['c1']);
    const { hits } = await store.search(['抖音', '群聊'], { limit: 20 });
    expect(hits.map((h) => [h.article.path, h.words, h.claims])).toEqual([
      ['c-claim.md', 2, ['c1']],
      ['b-plain.md', 2, []],
      ['a-apart.md', 1, []],
      ['a-apart.md', 1, []],
    ]);
    await store.close();
  });

  it('cuts a question into words by nodejieba where nothing holds it as it is', async () => {
    const { store } = await bookWith({ 'a.md': '微信的群聊里能开链接。' });
    const { words, hits } = await store.search(['微信群聊链接'], { limit: 5 });
    expect(words).toEqual(['微信', '群聊', '链接']);
    expect(hits).toHaveLength(1);
    await store.close();
  });
});
