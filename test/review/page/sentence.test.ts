import { describe, expect, it } from 'vitest';
import { englishSentence } from '../../../pipeline/review/page/sentence/en.ts';
import { plainSentence, type Told } from '../../../pipeline/review/page/sentence/part.ts';
import { chineseSentence } from '../../../pipeline/review/page/sentence/zh.ts';
import type { ClaimDate } from '../../../pipeline/types.ts';
import { CLAIM, NAMES } from './names.ts';

const day = (part: Partial<ClaimDate>): Pick<Told, 'date'> => ({ date: { ...CLAIM.date, ...part } });
const media = { attribution: { type: 'media', name: null } } as const;
const by = (type: Told['attribution']['type'], name: string | null): Partial<Told> => ({
  attribution: { type, name },
});
const on = day({ text: '29日' });

const ROWS: readonly (readonly [string, Partial<Told>, string, string])[] = [
  // what the row is about, what is other than in CLAIM, the sentence in Chinese, the sentence in English
  [
    'the sentence of the manual',
    {},
    '据微信官方，2021-11-29 起，微信群聊 试行开放 电商类外链',
    'According to 微信, officially, since 2021-11-29, 微信 opens 电商类外链 in 群聊 on trial',
  ],
  [
    'an app has links',
    { object: 'taobao', status: 'open' },
    '据微信官方，2021-11-29 起，微信群聊 已开放 淘宝 链接',
    'According to 微信, officially, since 2021-11-29, 微信 opens 淘宝 links in 群聊',
  ],
  [
    'no scene',
    { object: 'taobao', scene: null, status: 'closed' },
    '据微信官方，2021-11-29 起，微信 不开放 淘宝 链接',
    'According to 微信, officially, since 2021-11-29, 微信 does not open 淘宝 links',
  ],
  [
    'limits in the article’s words',
    { conditions: ['升级到新版', '限安卓'] },
    '据微信官方，2021-11-29 起，微信群聊 试行开放 电商类外链（升级到新版；限安卓）',
    'According to 微信, officially, since 2021-11-29, 微信 opens 电商类外链 in 群聊 on trial (升级到新版; 限安卓)',
  ],
  [
    'a login',
    { subject: 'zhihu', object: 'wechat', scene: 'login', status: 'open', ...on, ...media },
    '据报道，2021-11-29，知乎 已开放 用 微信 账号登录',
    'According to this report, on 2021-11-29, 知乎 opens 微信 accounts for 登录',
  ],
  [
    'a share arrives',
    { object: 'zhihu', scene: 'share', status: 'closed', ...on, ...media },
    '据报道，2021-11-29，微信 不开放 来自 知乎 的分享',
    'According to this report, on 2021-11-29, 微信 does not open 知乎 content sent by 分享',
  ],
  [
    'a search finds',
    { object: 'zhihu', scene: 'search', status: 'open', ...on, ...media },
    '据报道，2021-11-29，微信的搜索 已开放 知乎 内容',
    'According to this report, on 2021-11-29, 微信 opens 知乎 content in 搜索',
  ],
  [
    'a mini-program',
    { object: 'zhihu', scene: 'mini-program', status: 'pending', ...on, ...media },
    '据报道，2021-11-29，微信 待开放 知乎 小程序',
    'According to this report, on 2021-11-29, 微信 has been asked to open 知乎 as a 小程序',
  ],
  [
    'a payment',
    {
      relation: 'acceptance',
      subject: 'taobao',
      object: 'wechat-pay',
      scene: null,
      status: 'pending',
      ...on,
      ...by('official', '淘宝方面'),
    },
    '据淘宝方面，2021-11-29，淘宝 已申请接入 微信支付',
    'According to 淘宝方面, officially, on 2021-11-29, 淘宝 has applied to take 微信支付',
  ],
  [
    'two wallets',
    {
      relation: 'code-interop',
      subject: 'alipay',
      object: 'wechat-pay',
      scene: 'offline-code',
      status: 'closed',
      ...media,
      ...day({ text: '目前', basis: 'published' }),
    },
    '据报道，截至 2021-11-29，支付宝 与 微信支付 的线下扫码 不互通',
    'According to this report, as of 2021-11-29, 支付宝 and 微信支付 do not scan each other’s codes in 线下扫码',
  ],
  [
    'an order with its day',
    {
      relation: 'order',
      subject: 'miit',
      object: 'tencent',
      scene: null,
      status: 'required',
      deadline: '2021-09-17',
      ...day({ start: '2021-09-09', end: '2021-09-09' }),
      ...by('regulator', '工信部'),
    },
    '据工信部，2021-09-09，工信部 向 腾讯 提出要求，期限 2021-09-17',
    'According to 工信部, on 2021-09-09, 工信部 makes a demand on 腾讯 to be met by 2021-09-17',
  ],
  [
    'a rule',
    { relation: 'policy', object: null, scene: null, status: 'published' },
    '据微信官方，2021-11-29，微信 发布规则',
    'According to 微信, officially, on 2021-11-29, 微信 publishes a rule',
  ],
  [
    'a launch',
    { relation: 'launch', object: null, scene: null, status: 'launched' },
    '据微信官方，2021-11-29，微信 上线',
    'According to 微信, officially, on 2021-11-29, 微信 is launched',
  ],
  [
    'a pledge',
    { relation: 'pledge', subject: 'tencent', object: null, scene: null, status: 'pledged' },
    '据微信官方，2021-11-29，腾讯 作出承诺',
    'According to 微信, officially, on 2021-11-29, 腾讯 makes a pledge',
  ],
];

const DAYS: readonly (readonly [string, Partial<Told>, string, string])[] = [
  ['an announcement holds from its day', {}, '2021-11-29 起', 'since 2021-11-29'],
  ['a test knows only its day', { ...on, ...by('test', '记者') }, '2021-11-29', 'on 2021-11-29'],
  [
    'a report with words that begin',
    { ...media, ...day({ text: '自29日' }) },
    '2021-11-29 起',
    'since 2021-11-29',
  ],
  ['a report of a day', { ...media, ...on }, '2021-11-29', 'on 2021-11-29'],
  [
    'the day of publication',
    { ...media, ...day({ text: null, basis: 'published' }) },
    '截至 2021-11-29',
    'as of 2021-11-29',
  ],
  [
    '近日',
    { ...media, ...day({ text: '近日', basis: 'published', precision: 'vague' }) },
    '2021-11-29 前后',
    'around 2021-11-29',
  ],
  [
    'a month',
    { ...media, ...day({ text: '11月', start: '2021-11-01', end: '2021-11-30', precision: 'month' }) },
    '2021-11',
    'in 2021-11',
  ],
  [
    'a February',
    { ...media, ...day({ text: '2月', start: '2020-02-01', end: '2020-02-29', precision: 'month' }) },
    '2020-02',
    'in 2020-02',
  ],
  [
    'a year',
    { ...media, ...day({ text: '2013年', start: '2013-01-01', end: '2013-12-31', precision: 'year' }) },
    '2013',
    'in 2013',
  ],
  [
    'some days',
    { ...media, ...day({ text: '下旬', start: '2018-05-21', end: '2018-05-31', precision: 'range' }) },
    '2018-05-21 至 2018-05-31',
    'between 2018-05-21 and 2018-05-31',
  ],
  [
    'an open beginning',
    { ...media, ...day({ text: '前', start: null }) },
    '2021-11-29 之前',
    'before 2021-11-29',
  ],
  ['an open end', { ...media, ...day({ text: '以来', end: null }) }, '2021-11-29 起', 'since 2021-11-29'],
  [
    'no day at all',
    { ...media, ...day({ text: '曾', start: null, end: null, precision: 'vague', basis: 'context' }) },
    '日期不明',
    'on a day not given',
  ],
];

const SPEAKERS: readonly (readonly [string, Partial<Told>, string, string])[] = [
  ['a platform', by('official', '微信'), '微信官方', '微信, officially'],
  ['a platform that says it itself', by('official', '腾讯方面'), '腾讯方面', '腾讯方面, officially'],
  ['nobody named', by('official', null), '官方', 'an official statement'],
  ['a reporter', by('test', '记者'), '记者实测', '记者’s test'],
  ['an unnamed test', by('test', null), '实测', 'a test'],
  ['users', by('user', '网友'), '网友反映', '网友 (users)'],
  ['an insider', by('rumour', '知情人士'), '知情人士', '知情人士 (rumour)'],
  ['another paper', by('media', '某报'), '某报报道', '某报’s report'],
];

describe('a claim as a sentence', () => {
  it.each(ROWS)('%s', (_, part, zh, en) => {
    const claim = { ...CLAIM, ...part };
    expect(plainSentence(chineseSentence(claim, NAMES))).toBe(zh);
    expect(plainSentence(englishSentence(claim, NAMES))).toBe(en);
  });

  it.each([
    ...DAYS.map((row) => ['date', ...row] as const),
    ...SPEAKERS.map((row) => ['speaker', ...row] as const),
  ])('%s: %s', (role, _, part, zh, en) => {
    const claim = { ...CLAIM, ...part };
    const said = (parts: ReturnType<typeof chineseSentence>): string | undefined =>
      parts.find((p) => p.role === role)?.text;
    expect(said(chineseSentence(claim, NAMES))).toBe(zh);
    expect(said(englishSentence(claim, NAMES))).toBe(en);
  });

  it('marks the field that each part tells', () => {
    const parts = chineseSentence(CLAIM, NAMES).filter(({ role }) => role !== null);
    expect(parts.map(({ role, text }) => `${role} ${text}`)).toEqual([
      'speaker 微信官方',
      'date 2021-11-29 起',
      'subject 微信',
      'scene 群聊',
      'status 试行开放',
      'object 电商类外链',
    ]);
  });
});
