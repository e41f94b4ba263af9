import { describe, expect, it } from 'vitest';
import { blocksOf } from '../../pipeline/clean/fragment.ts';

const counts = (html: string): Record<string, number> =>
  Object.fromEntries(blocksOf(html).noise.map((n) => [n.kind, n.count]));

/** Trap → HTML, text, what was taken out. */
const CASES: readonly (readonly [string, string, string, Record<string, number>])[] = [
  [
    'a tag around every character',
    '<p><zkspan>扫</zkspan><zkspan>码</zkspan><x-y>付</x-y>款</p>',
    '扫码付款',
    {},
  ],
  [
    'a coloured clause',
    '<p>试点<span class="accentTextColor">先在三城</span>开始。</p>',
    '试点先在三城开始。',
    {},
  ],
  ['bare text between blocks', '<p>甲。</p>乙。<div>丙。</div>丁。', '甲。\n乙。\n丙。\n丁。', {}],
  ['a line break', '<p>甲<br>乙<br/>丙</p>', '甲\n乙\n丙', {}],
  ['an image in a sentence', '<p>甲<img alt="不是文字" src="a.png">乙</p>', '甲乙', {}],
  ['a script in a sentence', '<p>甲<script>document.write("<p>丁</p>")</script>乙</p>', '甲乙', {}],
  ['empty blocks', '<p> </p><p>\u3000\u3000甲</p><p>&nbsp;</p>', '甲', {}],
  ['white space of every sort', '<p>\u3000甲 \u3000\n乙&nbsp;&nbsp;丙\t</p>', '甲 乙 丙', {}],
  ['spaces of the source', '<p>9 月 17 日，App 更新</p>', '9 月 17 日，App 更新', {}],
  ['zero-width characters', '<p>扫\u200b码\u200d付\ufeff款</p>', '扫码付款', { invisible: 3 }],
  ['a soft hyphen', '<p>互&shy;通</p>', '互通', { invisible: 1 }],
  ['direction marks', '<p>互\u202e通\u202c</p>', '互通', { invisible: 2 }],
  ['NUL and controls', '<p>互\u0000\u0007通</p>', '互通', { invisible: 2 }],
  ['an icon of a private font', '<p>互\ue001通</p>', '互通', { invisible: 1 }],
  ['display none', '<p>互<i style="color:red; display: none">水印</i>通</p>', '互通', { hidden: 1 }],
  ['font size nought', '<p>互<span style="font-size:0">水印</span>通</p>', '互通', { hidden: 1 }],
  ['font size nought point nine', '<p>互<span style="font-size:0.9em">联</span>通</p>', '互联通', {}],
  ['off screen', '<p>互<b style="position:absolute;left:-9999px">水印</b>通</p>', '互通', { hidden: 1 }],
  ['the hidden attribute', '<p>互<em hidden>水<b>印</b></em>通</p>', '互通', { hidden: 1 }],
  [
    'a hidden block in mid-sentence',
    '<div>互<div style="display:none">水印<p>甲</p></div>通</div>',
    '互通',
    { hidden: 1 },
  ],
  [
    'a class that a style sheet hides',
    '<style>@import "a";/* .k{display:none} */.wm, span.w2 {display:none}@media print{.k{display:none}}</style><p>互<u class="a wm">水</u>联<span class="w2">印</span><span class="k">互</span>通</p>',
    '互联互通',
    { hidden: 2 },
  ],
  [
    'an article that a script would show',
    '<div style="visibility: hidden; opacity: 0"><p>这一段要等脚本跑完才看得见。</p></div>',
    '这一段要等脚本跑完才看得见。',
    {},
  ],
  [
    'an article that is all hidden',
    '<div style="display:none"><p>整篇都被藏起来，只好照样读出来。</p></div>',
    '整篇都被藏起来，只好照样读出来。',
    {},
  ],
  ['pinyin in brackets', '<p>互联(lián)互通（tōng）</p>', '互联互通', { 'reading-aid': 2 }],
  ['zhuyin in brackets', '<p>互通(ㄊㄨㄥ)了</p>', '互通了', { 'reading-aid': 1 }],
  ['ruby', '<p><ruby>联<rp>(</rp><rt>lián</rt><rp>)</rp></ruby>通</p>', '联通', { 'reading-aid': 1 }],
  [
    'a Latin name in brackets',
    '<p>苹果支付(Apple Pay)与淘宝(taobao)</p>',
    '苹果支付(Apple Pay)与淘宝(taobao)',
    {},
  ],
  [
    'a pinyin that markup cut in pieces',
    '<p><z>联</z><z>(</z><z>li</z><z>á</z><z>n</z><z>)</z><z>通</z></p>',
    '联通',
    { 'reading-aid': 1 },
  ],
  [
    'a tail of advice and adverts',
    '<p>正文到此为止。</p><p>（责任编辑：甲乙）</p><p>免责声明：转载内容仅供参考。</p><p>扫码下载本站客户端</p>',
    '正文到此为止。\n（责任编辑：甲乙）',
    { tail: 2 },
  ],
  [
    'a list of other articles',
    '<p>正文到此为止。</p><h3>相关阅读</h3><ul><li>某平台宣布开放</li><li>某钱包更新协议</li></ul>',
    '正文到此为止。',
    { tail: 3 },
  ],
  [
    'words of a tail in the body',
    '<p>商家须扫码下载客户端，否则无法收款。</p><p>声明：平台称将逐步放开。</p><p>记者随后再次尝试，页面已经可以打开。</p>',
    '商家须扫码下载客户端，否则无法收款。\n声明：平台称将逐步放开。\n记者随后再次尝试，页面已经可以打开。',
    {},
  ],
  [
    'a heading of a tail with an article after it',
    '<p>甲。</p><p>相关阅读</p><p>这一段是正文，它有完整的句子，也有句号。</p><p>结尾。</p>',
    '甲。\n相关阅读\n这一段是正文，它有完整的句子，也有句号。\n结尾。',
    {},
  ],
];

describe('noise is taken out and counted, and the article left', () => {
  it.each(CASES)('%s', (_, html, text, noise) => {
    expect(blocksOf(html).text).toBe(text);
    expect(counts(html)).toEqual(noise);
  });
});

describe('kinds of blocks', () => {
  const kindsOf = (html: string): string[] => {
    const { text, blocks } = blocksOf(html);
    return blocks.map((b) => `${b.kind} ${text.slice(b.start, b.end)}`);
  };
  it('tells headings, items and captions', () => {
    expect(
      kindsOf('<h2>题</h2><ul><li>一<li>二</ul><figure><img><figcaption>图</figcaption></figure><p>文</p>'),
    ).toEqual(['heading 题', 'list-item 一', 'list-item 二', 'caption 图', 'paragraph 文']);
  });
  it('splits a dateline in bold off its paragraph, and only that', () => {
    expect(
      kindsOf(
        '<p><strong>《某报》（上海，记者 张三）讯，</strong>今天可以扫了。</p><p><b>今天</b>可以扫了。</p>',
      ),
    ).toEqual([
      'byline 《某报》（上海，记者 张三）讯，',
      'paragraph 今天可以扫了。',
      'paragraph 今天可以扫了。',
    ]);
  });
  it('keeps editors’ marks as bylines', () => {
    const marks = [
      '（编辑：甲乙）',
      'ZAKER 新闻出品',
      '文 / 丙丁',
      '本文来自微信公众号：某某观察',
      '责任编辑：戊',
    ];
    expect(kindsOf(marks.map((m) => `<p>${m}</p>`).join(''))).toEqual(marks.map((m) => `byline ${m}`));
  });
});

describe('the map back to the source', () => {
  it('points from every run of the text to the same characters of the source', () => {
    const html = '<p>扫&amp;码<i style="display:none">水</i>\u200b付\n\n 款</p><p>互联(lián)互通</p>';
    const { text, sourceMap } = blocksOf(html);
    expect(text).toBe('扫&码付 款\n互联互通');
    const runs: string[] = [];
    for (let i = 0; i < sourceMap.length; i += 2) {
      const [at = 0, from = 0, next = text.length] = sourceMap.slice(i, i + 3);
      const run = text.slice(at, next).replace('\n', '');
      runs.push(run);
      if (run !== '&' && run !== ' ')
        expect(html.slice(from, from + run.length).replace(/\s/g, ' ')).toBe(run);
    }
    expect(runs.join('')).toBe(text.replace('\n', ''));
  });
});
