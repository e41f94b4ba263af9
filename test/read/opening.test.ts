import { describe, expect, it } from 'vitest';
import { openingRecord } from '../../pipeline/read/opening.ts';
import { readSource } from '../../pipeline/read/read.ts';

describe('what a text without front matter says of itself', () => {
  it.each<[string, string, (string | null)[]]>([
    [
      'a title, then time, source and author',
      '钱包互相扫码\n2021年9月17日09:23 来源：湾区数码报 作者：王小明\n\n　　两家钱包今天起互相扫码。',
      ['钱包互相扫码', '湾区数码报', '王小明', '2021-09-17T09:23:00+08:00'],
    ],
    [
      'a heading of Markdown',
      '# 钱包互相扫码\n\n两家钱包今天起互相扫码。',
      ['钱包互相扫码', null, null, null],
    ],
    [
      'an article from its first word',
      '两家钱包今天起互相扫码，商户不用换码牌。\n记者去试了试。',
      [null, null, null, null],
    ],
    ['one line only', '钱包互相扫码', [null, null, null, null]],
    [
      'a day of the story in a sentence',
      '钱包互相扫码\n2021-09-17，两家钱包互相扫码。',
      ['钱包互相扫码', null, null, null],
    ],
    ['a day alone', '2021-09-17\n两家钱包今天起互相扫码。', [null, null, null, '2021-09-17T00:00:00+08:00']],
  ])('%s', (_, text, expected) => {
    const { title, publisher, author, published, origin } = openingRecord(text);
    expect([title, publisher, author, published]).toEqual(expected);
    expect(Object.keys(origin ?? {}).length).toBe(expected.filter((x) => x !== null).length);
  });
  it('a plain text keeps its lines, and signs that Markdown would take', () => {
    const bytes = new TextEncoder().encode('题目\n1. 扫码\n    付款*成功*\n');
    const { source } = readSource('a.txt', bytes);
    expect(source).toMatchObject({ format: 'text', record: { title: '题目' } });
    expect(source?.html).toBe('<p>题目</p>\n<p>1. 扫码</p>\n<p>    付款*成功*</p>');
  });
  it('front matter in a text file is read as such', () => {
    const { source } = readSource('a.txt', new TextEncoder().encode('---\ntitle: 题\n---\n文'));
    expect(source).toMatchObject({ format: 'markdown', record: { title: '题' } });
  });
});
