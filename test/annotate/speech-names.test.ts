import { expect, it } from 'vitest';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../pipeline/reading.ts';
import { articleOf } from '../article.ts';

const engine = buildEngine(loadKnowledge());

/** The names of those who say the claims of a text. */
function namesIn(text: string): (string | null)[] {
  const article = articleOf(text, '2022-06-15T12:00:00+08:00');
  return read(article, engine, 'example').claims.map(({ attribution }) => attribution.name);
}

it.each([
  [
    'an app in the words that name somebody unnamed',
    '接近微信的人士透露，淘宝的链接已可在微信群聊打开。',
    '接近微信的人士',
  ],
  ['two of them', '接近淘宝和微信的人士透露，淘宝的链接已可在微信群聊打开。', '接近淘宝和微信的人士'],
])('is spelled out: %s', (_, text, name) => {
  const names = namesIn(text);
  expect(names.length).toBeGreaterThan(0);
  for (const found of names) expect(found).toBe(name);
});
