import { describe, expect, it } from 'vitest';
import { type Fault, type Matter, readFrontMatter } from '../../pipeline/read/front-matter.ts';

function matterOf(text: string): Matter {
  const result = readFrontMatter(text);
  if ('message' in result) throw new Error(result.message);
  return result;
}
function faultOf(text: string): Fault {
  const result = readFrontMatter(text);
  if (!('message' in result)) throw new Error('no fault');
  return result;
}

const FEED = `
---
title: '甲平台''乙''互通'
categories:
 - 新媒体
 - 某网
author: 某某财经
date: Mon, 13 Sep 2021 16:10:00 GMT
---

<p>正文。</p>
`;

describe('front matter in all its layouts', () => {
  it('reads a feed scrape: a blank line first, quotes doubled in quotes', () => {
    const { record, body } = matterOf(FEED);
    expect(record).toMatchObject({
      title: "甲平台'乙'互通",
      publisher: '某某财经',
      author: '某某财经',
      categories: ['新媒体', '某网'],
      published: '2021-09-14T00:10:00+08:00',
      url: null,
    });
    expect(record.origin).toMatchObject({ title: 'front matter: title', publisher: 'front matter: author' });
    expect(body.trim()).toBe('<p>正文。</p>');
  });
  it('reads the same with CRLF', () => {
    expect(matterOf(FEED.replaceAll('\n', '\r\n')).record).toEqual(matterOf(FEED).record);
  });
  it('reads TOML between plus signs', () => {
    const { record, body } = matterOf(
      '+++\ntitle = "题"\ndate = 2021-09-17T09:23:00+08:00\ntags = ["支付"]\n+++\n正文',
    );
    expect(record).toMatchObject({
      title: '题',
      published: '2021-09-17T09:23:00+08:00',
      categories: ['支付'],
    });
    expect(body.trim()).toBe('正文');
  });
  it('reads a local day of TOML as a day in Beijing', () => {
    expect(matterOf('+++\ndate = 2021-09-17\n+++\n文').record.published).toBe('2021-09-17T00:00:00+08:00');
  });
  it('takes a text without front matter as body', () => {
    expect(matterOf('# 题\n\n正文').body).toBe('# 题\n\n正文');
  });
  it.each([
    ['张三', ['新媒体', '某报'], '某报'],
    ['某某网', ['某报'], '某某网'],
    ['李四', ['资讯', 'channel'], null],
  ])(
    'takes an author that is an outlet as the publisher, not a person: %s',
    (author, categories, publisher) => {
      const text = `---\nauthor: ${author}\ncategories: [${categories.join(', ')}]\n---\n文`;
      expect(matterOf(text).record.publisher).toBe(publisher);
    },
  );
  it('leaves what is no address', () => {
    expect(matterOf('---\nurl: javascript:alert(1)\n---\n文').record.url).toBeNull();
  });
});

describe('a broken front matter is told with its place and what to do', () => {
  it.each([
    ['no end', '\n---\ntitle: 题\n<p>文</p>', 2, 1, /does not end; add a line «---»/],
    ['no YAML', '---\ntitle: 题\nauthor: "某\n---\n文', 4, 1, /not YAML/],
    ['a tab', '---\ntitle:\n\t- 题\n---\n文', 3, 1, /not YAML/],
    [
      'a date that is none',
      '\n---\ntitle: 题\ndate: 不日\n---\n文',
      4,
      7,
      /«不日» is no date; write it like/,
    ],
    ['a list and no fields', '---\n- 甲\n- 乙\n---\n文', 2, 1, /holds no fields/],
    ['code to run', '---js\n{ title: process.exit(9) }\n---\n文', 1, 1, /«js» is not read and never run/],
    ['broken TOML', '+++\ntitle = \n+++\n文', 2, 9, /not TOML/],
    [
      'a billion laughs',
      `---\na: &a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: &c [*b,*b,*b,*b,*b,*b,*b,*b,*b]\nd: [*c,*c,*c,*c,*c,*c,*c,*c,*c]\n---\n文`,
      2,
      1,
      /Excessive alias count/,
    ],
    ['a deep nest', `---\na: ${'['.repeat(30_000)}\n---\n文`, 2, 1, /front matter/],
    [
      'a matter without end that is long',
      `---\na: ${'x'.repeat(70_000)}\n---\n文`,
      1,
      1,
      /within 65536 bytes/,
    ],
  ])('%s', (_, text, line, column, message) => {
    const fault = faultOf(text);
    expect(fault.message).toMatch(message);
    expect(fault.message).not.toContain('\n');
    expect(fault.line).toBe(line);
    if (column > 1) expect(fault.column).toBe(column);
  });
});
