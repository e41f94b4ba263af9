import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { readSource } from '../pipeline/read/read.ts';
import { buildEngine, makeAll } from '../pipeline/reading.ts';
import type { Source } from '../pipeline/types.ts';
import { fragmentOf } from './article.ts';

const engine = buildEngine(loadKnowledge());

/** One source through all stages: nothing is thrown, and every claim's words stand where it says. */
async function check(source: Source): Promise<number> {
  const [made] = await makeAll([{ source, id: 'a' }], engine);
  const reading = made?.reading ?? null;
  if (reading === null) {
    expect(made?.problem?.message).toMatch(/no text is left/);
    return 0;
  }
  const { article, claims } = reading;
  for (const { evidence, trace, id } of claims) {
    expect(article.text.slice(evidence.start, evidence.end)).toBe(evidence.quote);
    expect(evidence.quote).not.toBe('');
    for (const { span } of trace) {
      if (span === null) continue;
      expect([id, span.start >= 0 && span.start < span.end && span.end <= article.text.length]).toEqual([
        id,
        true,
      ]);
    }
  }
  return claims.length;
}

const WORDS = [
  ...'微信可以打开淘宝的链接 京东已接入支付宝 微信屏蔽了抖音 群聊还不行 微信支付与云闪付互认互扫 也能直接打开'.split(
    ' ',
  ),
  ...'微信 淘宝 抖音 支付宝 微信支付 云闪付 工信部 腾讯 阿里巴巴 群聊 私聊 朋友圈 小程序 链接 外部链接 电商类外链'.split(
    ' ',
  ),
  ...'可以 直接 打开 无法 屏蔽 支持 接入 将 已 要求 宣布 表示 记者 实测 用户 据 消息 称 互认互扫 扫码 仅 不 没有'.split(
    ' ',
  ),
  ...'9月17日 昨日 即日起 2018年4月 目前 上月底 、 ， 。 ； ： “ ” 「 」 《 》 （ ） ？ ！ … — 等 和 与 而 但'.split(
    ' ',
  ),
  ...[
    '\n',
    ' ',
    '\u3000',
    '\ud83d\ude00',
    '\ud800',
    '\ue000',
    '\ue003',
    '\ufffd',
    '𠮷',
    '⼯',
    'ﬁ',
    'İ',
    '<b>',
    '</p><p>',
    '&#0;',
    '開',
    '鏈接',
  ],
];

describe('no text whatever breaks a stage or moves a quote', () => {
  it('of words that rules look for, in any order', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 80 }),
        async (words) => {
          made += await check(fragmentOf(`<p>${words.join('')}</p>`));
        },
      ),
      { numRuns: 1500 },
    );
    expect(made).toBeGreaterThan(100);
  });

  it('of any characters', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 200 }), async (words) => {
        await check(fragmentOf(`<p>${words}。</p>`));
      }),
      { numRuns: 500 },
    );
  });
});

describe('no damage to an article of the corpus breaks a stage or moves a quote', () => {
  const files = readdirSync('corpus').filter((name) => name.endsWith('.md') && name !== 'README.md');
  it.each(files)('%s', async (name) => {
    const whole = readFileSync(join('corpus', name), 'utf8');
    let seed = whole.length;
    const random = (below: number): number => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return (seed >>> 8) % below;
    };
    for (let round = 0; round < 10; round += 1) {
      const characters = [...whole];
      for (let i = 0; i < round * 6; i += 1) {
        const word = WORDS[random(WORDS.length)] ?? '';
        characters.splice(random(characters.length), random(3), word);
      }
      const { source } = readSource(name, new TextEncoder().encode(characters.join('')));
      if (source !== null) await check(source);
    }
  });
});
