import { describe, expect, it } from 'vitest';
import { splitBlock } from '../../pipeline/annotate/sentences.ts';

const sentences = (text: string): string[] =>
  splitBlock(text, 0, text.length).map(({ start, end }) => text.slice(start, end));

describe('a block is cut into sentences', () => {
  it.each([
    ['at full stops', '微信开了。淘宝没开。', ['微信开了。', '淘宝没开。']],
    ['behind what closes a quotation', '“开了。”他说。', ['“开了。”', '他说。']],
    ['once for several marks', '真的吗？！是。', ['真的吗？！', '是。']],
    ['not at a comma', '微信开了，淘宝没开', ['微信开了，淘宝没开']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });
});

describe('a text without a full stop is cut all the same', () => {
  it.each([
    ['at commas', '微信群聊可以打开淘宝链接，'.repeat(400)],
    ['at list marks', '微信、淘宝、抖音、'.repeat(600)],
    ['anywhere, where there is no mark', '微信里面可以打开淘宝的链接然后'.repeat(400)],
    ['anywhere, where all marks are far back', `微信，${'然后'.repeat(3000)}`],
  ])('%s', (_, text) => {
    const cut = sentences(text);
    expect(cut.join('')).toBe(text);
    expect(Math.max(...cut.map((s) => s.length))).toBeLessThanOrEqual(1000);
    expect(cut.length).toBeLessThan(text.length / 400);
  });

  it('keeps a name whole that stands before a comma', () => {
    const text = '微信群聊可以打开淘宝链接，'.repeat(100);
    expect(sentences(text).every((s) => s.endsWith('，'))).toBe(true);
  });
});
