import type { Value } from '../values.ts';

/** Words that say a date by themselves. */
export interface WordEntry {
  readonly words: readonly string[];
  readonly value: Value;
  /** What may not follow: «今日头条», «次日达». */
  readonly not?: readonly string[];
  /** Characters that may not stand before: «出现在», «体现在». */
  readonly notBefore?: string;
  /** 'clause': only after punctuation or at the start; 'free' (default): anywhere. */
  readonly place?: 'clause' | 'free';
}

const fromPublished = (plus: number): Value => ({ kind: 'days', from: 'published', plus, aside: false });
const fromAnchor = (plus: number, aside = false): Value => ({ kind: 'days', from: 'anchor', plus, aside });
const NOW: Value = { kind: 'now', vague: false };
const RECENTLY: Value = { kind: 'now', vague: true };
const ONCE: Value = { kind: 'undated', from: 'published' };
const AFTERWARDS: Value = { kind: 'undated', from: 'anchor' };

export const WORDS: readonly WordEntry[] = [
  { words: ['大前天'], value: fromPublished(-3) },
  {
    words: ['前天', '前日', '前晚', '前夜', '前儿个', '前儿'],
    value: fromPublished(-2),
    not: ['猫', '津', '线', '活', '本'],
    notBefore: '之以目此先提日年月当大',
  },
  {
    words: ['昨起', '昨天', '昨日', '昨晚', '昨夜', '昨晨', '昨早', '昨儿个', '昨儿', '昨个儿'],
    value: fromPublished(-1),
    not: ['重现', '黄花'],
  },
  {
    words: ['今天', '今日', '今晚', '今早', '今晨', '今夜', '今儿个', '今儿', '今个儿'],
    notBefore: '年当至的',
    value: fromPublished(0),
    not: ['头条', '资本', '美术馆', '俄罗斯', '水印', '特价', '爆料'],
  },
  {
    words: ['明天', '明日', '明晚', '明早', '明晨', '明儿个', '明儿'],
    notBefore: '声说证表申注标指透判查阐',
    value: fromPublished(1),
    not: ['方舟', '之星', '之后', '系', '控股'],
  },
  {
    words: ['后天', '后日'],
    value: fromPublished(2),
    not: ['性', '培养', '的努力', '努力', '习得', '形成', '猫', '津', '均', '活'],
    notBefore: '之以此随最其今往然前背',
  },
  { words: ['大后天'], value: fromPublished(3) },

  {
    words: ['当日', '当天', '当晚', '当夜', '同日', '同一天', '同一日', '同天', '同晚'],
    value: fromAnchor(0),
    not: ['达', '送', '配', '递', '涨幅', '价', '留存', '开盘', '收盘价'],
  },
  {
    words: ['这一天', '这天', '那一天', '那天', '那晚', '那一日', '那一晚', '那天晚上', '是日'],
    value: fromAnchor(0),
    place: 'clause',
  },
  {
    words: ['次日', '翌日', '第二天', '隔天', '第二日', '转天', '次晨'],
    value: fromAnchor(1),
    not: ['达', '送', '配', '递', '留存'],
  },
  ...['三', '四', '五', '六', '七', '八', '九', '十'].map(
    (n, i): WordEntry => ({
      words: [`第${n}天`, `第${n}日`],
      value: { kind: 'nth-day', nth: i + 3 },
      notBefore: '每续',
    }),
  ),
  {
    words: [
      '前一天',
      '前一日',
      '前一晚',
      '前一夜',
      '前一天晚上',
      '此前一天',
      '此前一日',
      '此前一晚',
      '头天',
      '头一天',
    ],
    value: fromAnchor(-1, true),
  },

  {
    words: [
      '截至目前',
      '截止目前',
      '截至当前',
      '截至现在',
      '截至发稿',
      '截至发稿时',
      '截至发稿前',
      '截止发稿',
      '截止发稿时',
      '截至本文发稿',
      '截至本报发稿',
      '截至记者发稿',
      '截至记者发稿时',
      '发稿时',
      '发稿前',
      '到目前为止',
      '目前为止',
      '截至目前为止',
      '迄今为止',
      '时至今日',
      '目前',
      '眼下',
      '现阶段',
      '现在',
      '现如今',
      '如今',
      '此刻',
      '截稿前',
      '截稿时',
      '交稿前',
      '写到这里',
      '写到这儿',
      '写稿时',
      '写稿的时候',
      '写这篇稿子时',
      '写这篇稿子的时候',
      '写这篇文章时',
      '写这篇文章的时候',
      '动笔前',
      '动笔之前',
      '就在刚才',
      '就在刚刚',
    ],
    value: NOW,
    notBefore: '出体表呈展发实兑涌浮再',
    not: ['位置', '版本', '价'],
  },
  {
    words: ['当前'],
    value: NOW,
    not: [
      '位置',
      '页',
      '账号',
      '版本',
      '价',
      '环境',
      '设备',
      '网络',
      '系统',
      '浏览器',
      '操作',
      '分享',
      '网页',
      '内容',
      '应用',
      '地区',
    ],
  },
  {
    words: ['时下', '当下'],
    value: NOW,
    notBefore: '同当此那届平按',
    not: ['线', '单', '载', '架', '滑', '发', '调'],
  },
  {
    words: [
      '近日',
      '日前',
      '最近',
      '近期',
      '近来',
      '近几日',
      '近几天',
      '近两日',
      '近两天',
      '这几天',
      '这几日',
      '这两天',
      '这两日',
      '前几天',
      '前几日',
      '前两天',
      '前两日',
      '前些天',
      '前些日子',
      '连日来',
      '近些天',
    ],
    value: RECENTLY,
    not: ['的', '一次', '一期', '一个', '一家', '浏览', '联系人', '使用', '点'],
  },
  {
    words: [
      '曾经',
      '此前',
      '在此之前',
      '在这之前',
      '先前',
      '早前',
      '早先',
      '早些时候',
      '多年来',
      '多年前',
      '多年以来',
      '数年来',
      '长期以来',
      '长久以来',
      '一直以来',
      '一度',
      '近年来',
      '近年',
      '近些年',
      '近几年',
      '前几年',
      '前些年',
      '几年前',
      '多日前',
      '数年前',
      '若干年前',
      '早年',
      '早年间',
      '不久前',
      '不久之前',
      '前不久',
      '前段时间',
      '前阵子',
      '前一阵',
      '前一阵子',
      '前期',
    ],
    value: ONCE,
    not: ['电量', '沧海', '量'],
  },
  // «从前天起» begins with «前天».
  {
    words: ['从前'],
    value: ONCE,
    not: ['天', '年', '日', '晚', '夜', '期', '几', '两', '台', '端', '面', '往', '排'],
  },
  { words: ['原本', '原先', '起初', '最初', '当初'], value: ONCE, not: ['的', '版'] },
  { words: ['以往', '往年', '过往'], value: ONCE, notBefore: '与比跟和像同较照如' },
  {
    words: ['之前', '以前', '过去', '曾几何时'],
    value: ONCE,
    place: 'clause',
    not: ['的', '式', '了', '后'],
  },
  {
    words: ['随后', '此后', '其后', '而后', '尔后', '没过多久', '不久之后', '不久后'],
    value: AFTERWARDS,
    not: ['居上', '者'],
    notBefore: '随跟',
  },
  { words: ['后来'], value: AFTERWARDS, not: ['居上', '者', '电', '人'], notBefore: '天日周月年时' },
  { words: ['之后', '不久'], value: AFTERWARDS, place: 'clause' },
  {
    words: ['当时', '彼时', '其时', '那时', '那时候', '同一时间', '同一时刻'],
    value: { kind: 'echo', ahead: false },
  },
  { words: ['届时'], value: { kind: 'echo', ahead: true } },
  {
    words: ['至今', '迄今'],
    value: NOW,
    not: ['年', '天', '日', '晚', '早', '晨', '夜', '后'],
    notBefore: '截甚乃',
  },
  { words: ['即日起', '从即日起', '自即日起', '即日'], value: { kind: 'announcement' } },
];

/** «曾» is a surname too: it counts before one of these, or between two 汉字 that make no name of it. */
export const AFTER_ZENG =
  '在于经被因对向与就称说为是有多公明表推发接要屡数把将以从和跟同一两三试尝遭用率首担任获主联通指提两几传开关给做打拿参连出写推承计考宣爆屏封暂反回';
/** Words whose last character is 曾, and which say no past. */
export const BEFORE_ZENG = '未不何似';
/** Last characters of a title or a role: what follows them is likely a surname. */
export const BEFORE_SURNAME = '者辑总裁师文理授长士席官员家人摄影图/';
