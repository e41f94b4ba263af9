import { describe, expect, it } from 'vitest';
import { makeTwin } from '../../pipeline/annotate/twin.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';
import { buildEngine, read } from '../../pipeline/reading.ts';
import { articleOf } from '../article.ts';

describe('the twin has the character that another is written for', () => {
  it.each([
    ['radicals from a PDF', '⼯信部要求⻚⾯开放', '工信部要求页面开放'],
    ['compatibility forms', '\uf979茶下\uf967会', '凉茶下不会'],
    ['Cyrillic letters', '微信АРР和ОРРО', '微信APP和OPPO'],
    ['Greek letters', 'ΤΑΡ', 'TAP'],
    ['and leaves alone what is itself', '微信App，1.2%', '微信App，1.2%'],
  ])('%s', (_, source, text) => {
    const twin = makeTwin(source, false);
    expect(twin.text).toBe(text);
    expect(twin.map.length).toBe(source.length + 1);
  });
});

it('a claim in look-alikes is read, and quoted as it is written', () => {
  const text = '⼯信部称，微信已可以打开淘宝的链接。';
  const article = articleOf(text, '2022-06-15T12:00:00+08:00');
  const { claims } = read(article, buildEngine(loadKnowledge()), 'example');
  expect(claims.map((c) => [c.subject, c.object, c.status, c.attribution.type])).toEqual([
    ['wechat', 'taobao', 'open', 'regulator'],
  ]);
  for (const { evidence } of claims)
    expect(article.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
});
