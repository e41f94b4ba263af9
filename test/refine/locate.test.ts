import { describe, expect, it } from 'vitest';
import { articleOf } from '../../pipeline/clean/plain.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../pipeline/run.ts';

const engine = buildEngine(loadKnowledge());

/** Field → the words that the article has for it, of the claim about `object`. */
function wordsFor(text: string, object: string): Record<string, string> {
  const article = articleOf(text, '2021-11-29');
  const claim = read(article, engine, 'a').claims.find((c) => c.object === object);
  if (claim === undefined) throw new Error(`no claim about ${object}`);
  return Object.fromEntries(
    claim.trace.flatMap(({ field, span }) =>
      span === null ? [] : [[field, `${article.text.slice(span.start, span.end)} @${span.start}`]],
    ),
  );
}

describe('where the words of a claim’s parts stand', () => {
  it('in its own sentence, each object at its own name', () => {
    const text = '10月7日，记者实测发现，微信群聊里可以直接打开淘宝和知乎的链接。';
    expect(wordsFor(text, 'taobao')).toEqual({
      date: '10月7日 @0',
      attribution: '记者 @6',
      subject: '微信 @13',
      scene: '微信群聊 @13',
      object: '淘宝 @24',
    });
    expect(wordsFor(text, 'zhihu').object).toBe('知乎 @27');
  });

  it('before it, where they are carried over', () => {
    const text = '10月7日，微信群聊里可以直接打开淘宝链接。知乎链接则打不开。';
    expect(wordsFor(text, 'zhihu')).toMatchObject({ subject: '微信 @6', object: '知乎 @22' });
  });

  it('at a name that is read as its wallet, and nowhere for a day that no words name', () => {
    const words = wordsFor('目前，饿了么已支持用微信付款。', 'wechat-pay');
    expect(words).toMatchObject({ subject: '饿了么 @3', object: '微信 @10' });
    expect(wordsFor('饿了么已支持用微信付款。', 'wechat-pay').date).toBeUndefined();
  });
});
