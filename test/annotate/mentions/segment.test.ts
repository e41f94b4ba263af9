import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lazyCut } from '../../../pipeline/annotate/mentions/index.ts';
import { wordLists } from '../../../pipeline/read/knowledge/word-lists.ts';
import { matcherOf } from '../../../pipeline/reading.ts';
import type { WordLists } from '../../../pipeline/types.ts';

const jieba: { cut: (text: string) => string[] } = createRequire(import.meta.url)('nodejieba');
const cut = lazyCut(wordLists);

describe('cut is what nodejieba cuts', () => {
  const folders = ['corpus', 'test/gold/text', 'test/gold/tryouts/text', '../shared/claims/gold/text'];
  for (const folder of folders) {
    it.skipIf(!existsSync(folder))(`in all of ${folder}`, () => {
      const sentences = readdirSync(folder)
        .filter((name) => /\.(md|txt|html)$/.test(name))
        .flatMap((name) => readFileSync(join(folder, name), 'utf8').split(/(?<=[。！？\n])/));
      expect(sentences.length).toBeGreaterThan(50);
      expect(sentences.filter((one) => cut(one).join('|') !== jieba.cut(one).join('|'))).toEqual([]);
    });
  }

  it('in sentences that nobody would write', () => {
    const words = new TextDecoder().decode(wordLists().words).split('\n');
    const word = fc.nat(words.length - 1).map((i) => words[i]?.split(' ')[0] ?? '');
    const half = word.map((one) => one.slice(1));
    const sign = fc.constantFrom(
      ' ',
      '，',
      '。',
      '\t',
      '、',
      'iPhone',
      '8.0',
      '😀',
      '𠮷',
      '\ud83d',
      '微信',
      '云计算',
    );
    const sentence = fc.array(fc.oneof(word, half, sign), { maxLength: 12 }).map((parts) => parts.join(''));
    fc.assert(
      fc.property(sentence, (one) => {
        expect(cut(one).map((word) => Buffer.from(word).toString())).toEqual(jieba.cut(one));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('lists', () => {
  const lists: WordLists = {
    words: new TextEncoder().encode('北京 50 ns\n京东 50 nz\n东 10 n\n北 10 n\n得物 1 n\n得 80 v\n物 80 n\n'),
    added: '北京东 90 x\n天猫店 x\n小店',
  };
  it.each([
    ['a word that was added with its frequency', '北京东', ['北京东']],
    ['one with a tag only, one with nothing', '天猫店小店', ['天猫店', '小店']],
    ['a rare word of two common ones', '得物', ['得', '物']],
    ['signs that no list has', '去北京', ['去', '北京']],
    ['nothing', '', []],
  ])('%s: %s', (_, sentence, words) => {
    expect(lazyCut(() => lists)(sentence)).toEqual(words);
  });

  it('are not read before a sentence has to be cut, and once only', () => {
    let read = 0;
    const counted = lazyCut(() => {
      read += 1;
      return lists;
    });
    expect(read).toBe(0);
    counted('北京');
    counted('京东');
    expect(read).toBe(1);
  });
});

it('tells a name from a piece of other words', () => {
  const entry = { type: 'app', trait: null, name: 'goods', owner: null } as const;
  const alias = { text: '得物', from: null, to: null, ambiguous: true, near: [], not: [] };
  const matcher = matcherOf({
    entities: [{ id: 'goods', ...entry, aliases: [alias] }],
    scenes: [],
    cues: [],
  });
  expect(matcher.find('他获得物品若干', null)).toEqual([]);
  expect(matcher.find('球鞋在得物上卖', null).map((m) => m.id)).toEqual(['goods']);
});
