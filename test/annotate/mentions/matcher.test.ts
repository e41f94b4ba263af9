import { describe, expect, it } from 'vitest';
import { buildMatcher } from '../../../pipeline/annotate/mentions/index.ts';
import type { Alias, EntityEntry, Lexicon, SceneEntry } from '../../../pipeline/types.ts';

const alias = (text: string, more: Partial<Alias> = {}): Alias => ({
  text,
  from: null,
  to: null,
  ambiguous: false,
  near: [],
  not: [],
  ...more,
});
const entity = (id: string, ...aliases: (string | Alias)[]): EntityEntry => ({
  id,
  type: 'app',
  name: id,
  owner: null,
  trait: null,
  aliases: aliases.map((a) => (typeof a === 'string' ? alias(a) : a)),
});
const scene = (id: string, ...aliases: string[]): SceneEntry => ({
  id,
  name: id,
  hosts: [],
  aliases: aliases.map((a) => alias(a)),
});

const lexicon: Lexicon = {
  entities: [
    entity('wechat', '微信', 'WeChat'),
    entity('wechat-pay', alias('微信支付', { not: ['微信支付宝'] })),
    entity('alipay', '支付宝'),
    entity('qq', 'QQ'),
    entity('qq-music', 'QQ音乐'),
    entity('qihoo', '360'),
    entity('jd', alias('京东', { not: ['北京东'] })),
    entity('boe', alias('京东方', { not: ['京东方面'] })),
    entity('old-name', alias('小火', { to: 2015 })),
    entity('new-name', alias('小火', { from: 2016 })),
    entity('grain', '大麦网', alias('大麦', { ambiguous: true, near: ['演出'], not: ['大麦茶'] })),
    entity('goods', alias('得物', { ambiguous: true })),
  ],
  scenes: [scene('group-chat', '群聊', '微信群'), scene('share', '分享', '一键分享')],
  cues: [],
};
/** Cuts as the test says; stands for nodejieba, and notes what it was asked. */
const asked: string[] = [];
const matcher = buildMatcher(lexicon, (sentence) => {
  asked.push(sentence);
  return sentence.split(/(获得|物品|大麦|[。，、])/).filter((word) => word !== '');
});

const seen = (text: string, year: number | null = null) =>
  matcher.find(text, year).map((m) => `${text.slice(m.start, m.end)}=${m.id}`);

describe('find', () => {
  const cases: [trap: string, text: string, mentions: string[]][] = [
    ['the longest wins', '微信支付和QQ音乐', ['微信支付=wechat-pay', 'QQ音乐=qq-music']],
    ['two names that run into each other', '微信支付宝都能扫', ['微信=wechat', '支付宝=alipay']],
    ['a shorter name when the longer is ruled out', '京东方面回应', ['京东=jd']],
    ['a longer name that is not ruled out', '京东方建厂', ['京东方=boe']],
    ['a name inside a place', '北京东城区', []],
    ['a name beside the same place', '北京京东总部', ['京东=jd']],
    ['a scene over an entity', '微信群聊', ['微信群=group-chat', '微信=wechat']],
    ['a scene inside a longer one', '点一键分享', ['一键分享=share']],
    ['Latin letters in any case', 'wechat、Qq音乐', ['wechat=wechat', 'Qq音乐=qq-music']],
    ['汉字 beside Latin letters', '用QQ发', ['QQ=qq']],
    ['letters inside a word', 'QQQ与MyWeChat', []],
    ['letters in an address', '写信到me@qq.com或看v.qq.com', []],
    ['letters at the end of a sentence', 'Open it in QQ.', ['QQ=qq']],
    ['digits in a number', '3600、1360、1,360、360.5、360,000、360%', []],
    ['digits beside letters', '360App和QQ8.0', ['360=qihoo', 'QQ=qq']],
    ['App without a blank', '打开QQAPP和QQApple', ['QQ=qq']],
    ['a version after a name', '微信8.0.15', ['微信=wechat']],
    ['nothing', '', []],
    ['one lone surrogate', '\ud83d微信\ude00', ['微信=wechat']],
  ];
  it.each(cases)('%s: %s', (_trap, text, mentions) => {
    expect(seen(text)).toEqual(mentions);
  });

  it('gives kind, type and offsets', () => {
    expect(matcher.find('在微信群聊', null)).toEqual([
      { start: 1, end: 4, kind: 'scene', id: 'group-chat', type: null },
      { start: 1, end: 3, kind: 'entity', id: 'wechat', type: 'app' },
    ]);
  });

  it('reads an alias as what it meant in the year', () => {
    expect([2014, 2020, null].map((year) => seen('小火说', year))).toEqual([
      ['小火=old-name'],
      ['小火=new-name'],
      ['小火=old-name'],
    ]);
  });
});

describe('an ambiguous alias', () => {
  const cases: [why: string, text: string, mentions: string[]][] = [
    ['beside a word of near', '演出在大麦开票', ['大麦=grain']],
    ['not in another sentence than its near', '演出很好。大麦熟了', []],
    ['in quotation marks', '打开“大麦”看看', ['大麦=grain']],
    ['in a list after a sure name', '支付宝、大麦都行', ['支付宝=alipay', '大麦=grain']],
    ['in a list before a sure name', '大麦和支付宝都行', ['大麦=grain', '支付宝=alipay']],
    ['in a list before another one that is unsure', '大麦、得物', ['得物=goods']],
    ['never beside a word of not', '演出送“大麦茶”', []],
    ['alone', '大麦熟了', []],
    ['where the article names it beyond doubt', '大麦熟了。大麦网说', ['大麦=grain', '大麦网=grain']],
    ['without near: across the edges of words', '他获得物品', []],
    ['without near: with edges around it', '得物。获得物品', ['得物=goods']],
  ];
  it.each(cases)('%s: %s', (_why, text, mentions) => {
    expect(seen(text)).toEqual(mentions);
  });

  it('is cut only where neighbours did not settle it, and only in its sentence', () => {
    asked.length = 0;
    matcher.find('微信支付宝。演出在大麦。“得物”好。喝大麦茶。他获得物品多。', null);
    expect(asked).toEqual(['他获得物品多']);
  });

  it('is cut once in a sentence that has it often', () => {
    asked.length = 0;
    matcher.find('得物得物得物', null);
    expect(asked).toHaveLength(1);
  });
});
