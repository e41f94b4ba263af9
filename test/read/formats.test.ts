import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { clean } from '../../pipeline/clean/clean.ts';
import { entriesOf } from '../../pipeline/read/entries.ts';
import type { ReadOptions, ReadResult } from '../../pipeline/read/read.ts';
import { gz } from './traps.ts';
import { warcOf } from './warc.ts';

const FIXTURES = 'test/fixtures/formats';
let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'formats-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function readAll(absolute: string, path: string, options: ReadOptions = {}): Promise<ReadResult[]> {
  const results: ReadResult[] = [];
  for await (const entry of entriesOf({ absolute, path }, options)) results.push(await entry.read());
  return results;
}
const fixture = (name: string): Promise<ReadResult[]> => readAll(join(FIXTURES, name), name);
const written = (
  name: string,
  bytes: string | Uint8Array,
  options: ReadOptions = {},
): Promise<ReadResult[]> => {
  writeFileSync(join(folder, name), bytes);
  return readAll(join(folder, name), name, options);
};

/** Every result on a few lines, as a reader would check it. */
async function told(results: readonly ReadResult[]): Promise<string[]> {
  return Promise.all(
    results.map(async ({ source, problem }) => {
      if (source === null) return `${problem.path}:${problem.line ?? ''} ${problem.message}`;
      const { path, format, record, text, warnings } = await clean(source);
      const { title, publisher, author, published, url } = record;
      const facts = [path, format, title, publisher, author, published, url, text.replaceAll('\n', '/')];
      return [...facts, ...warnings.map((w) => `! ${w.message}`)].map((f) => f ?? '-').join(' | ');
    }),
  );
}

describe('each format gives its articles, with what it says of them', () => {
  it('RSS: whole articles, summaries with a warning, nothing with a problem', async () => {
    expect(await told(await fixture('rss-with-whole-articles.xml'))).toEqual([
      'rss-with-whole-articles.xml#2f8fe63a62 | rss | 地铁闸机开始认两家的码 | 湾区数码报 | 王小明 | 2021-09-13T14:10:00+08:00 | https://feed.example.com/a/1 | 闸机从今天起认两家的码。/乘客不必换应用。',
      'rss-with-whole-articles.xml#82a575d93e | rss | 只有摘要的一条 | 湾区数码报 | - | 2021-09-14T14:10:00+08:00 | https://feed.example.com/a/2 | 两家公司的人今天见了面…… | ! the feed holds only a summary; fetch the page for the whole article',
      'rss-with-whole-articles.xml#3bc807be51: the entry has no text; fetch its page and ingest that',
    ]);
  });
  it('Atom with XHTML', async () => {
    expect(await told(await fixture('atom-with-xhtml.atom'))).toEqual([
      'atom-with-xhtml.atom#897f499dc9 | atom | 钱包更新了 | 湾区数码报 | 湾区数码报 | 2021-09-17T09:23:00+08:00 | https://feed.example.com/a/7 | 钱包在本周五更新，可以扫对方的码。',
    ]);
  });
  it('JSON Feed', async () => {
    expect(await told(await fixture('json-feed.json'))).toEqual([
      'json-feed.json#ec31682fde | json-feed | 链接可以直接点开 | 湾区数码报 | - | 2021-09-17T09:23:00+08:00 | https://feed.example.com/a/9 | 链接可以直接点开。/不必再复制。',
    ]);
  });
  it('RDF', async () => {
    expect(await told(await fixture('rdf-of-the-first-days.rdf'))).toEqual([
      'rdf-of-the-first-days.rdf#82f8b95b14 | rss | 旧格式的一条 | 湾区数码报 | - | 2021-09-17T09:23:00+08:00 | https://feed.example.com/a/11 | 旧格式也要读得出来。',
    ]);
  });
  it('a Scrapy array', async () => {
    expect(await told(await fixture('scrapy-array.json'))).toEqual([
      'scrapy-array.json#1 | json | 第一篇 | 湾区数码报 | - | 2021-09-17T09:23:00+08:00 | https://crawl.example.com/1 | 第一段。/第二段。',
      'scrapy-array.json#2 | json | 第二篇 | 湾区数码报 | - | 2021-09-18T09:23:00+08:00 | https://crawl.example.com/2 | 有标签的正文。',
    ]);
  });
  it('Scrapy lines, of which some are broken', async () => {
    const name = 'scrapy-lines-with-one-broken.ndjson';
    expect(await told(await fixture(name))).toEqual([
      `${name}#1 | ndjson | 第一篇 | - | - | 2021-09-17T00:00:00+08:00 | https://crawl.example.com/1 | 第一篇的正文。`,
      `${name}#2:2 the record is broken JSON or was cut off; write it again`,
      `${name}#3 | ndjson | 第三篇 | - | - | 2021-09-17T00:00:00+08:00 | https://crawl.example.com/3 | 第三篇的正文。`,
      `${name}#4: «不是日子» is no date; write it like 2021-09-17T09:23:00+08:00`,
      `${name}#5: the record has no text; name the field that holds it, for example content=body`,
    ]);
  });
  it('a crawlee item with Markdown', async () => {
    expect(await told(await fixture('crawlee-item.json'))).toEqual([
      'crawlee-item.json | json | 抓取的一篇 | 湾区数码报 | 湾区数码报 | 2021-09-17T09:23:00+08:00 | https://crawl.example.com/a | 抓取的一篇/正文在这里，有一个链接。/第一项/第二项',
    ]);
  });
  it('news-please', async () => {
    expect(await told(await fixture('news-please.json'))).toEqual([
      'news-please.json | json | 新闻一则 | news.example.com | 王小明、李大同 | 2021-09-17T09:23:00+08:00 | https://news.example.com/1 | 新闻的第一段。/新闻的第二段。',
    ]);
  });
  it('Markdown in its layouts', async () => {
    const names = ['without-front-matter', 'with-crlf', 'with-byte-order-mark', 'with-toml'];
    const results = await Promise.all(names.map((n) => fixture(`markdown-${n}.md`)));
    expect(await told(results.flat())).toEqual([
      'markdown-without-front-matter.md | markdown | 没有卡片的一篇 | - | - | - | - | 没有卡片的一篇/正文是纯粹的 Markdown， 一段占两行。/第一条/第二条',
      'markdown-with-crlf.md | markdown | 来自另一种系统 | 湾区数码报 | 湾区数码报 | 2021-09-17T09:23:00+08:00 | - | 每行的末尾都多一个字符。',
      'markdown-with-byte-order-mark.md | markdown | 开头有记号 | - | - | 2021-09-17T00:00:00+08:00 | - | 开头的记号不是正文。',
      'markdown-with-toml.md | markdown | 加号之间 | 湾区数码报 | 湾区数码报 | 2021-09-17T09:23:00+08:00 | - | 加号之间也是卡片。',
    ]);
  });
  it('a page that SingleFile saved', async () => {
    const [line] = await told(await fixture('singlefile-page.html'));
    expect(line).toContain(
      'singlefile-page.html | singlefile | 存下来的一页 | - | - | - | https://saved.example.com/a/1 |',
    );
    expect(line).toContain('正文还在原来的地方，读的时候');
  });
  it('MHTML, without what its frames hold', async () => {
    const [line] = await told(await fixture('mhtml-with-an-advert-in-a-frame.mhtml'));
    expect(line).toContain('| mhtml | 另存的一页 | - | - | - | https://saved.example.com/a/2 | 浏览器另存');
    expect(line).not.toContain('广告');
  });
  it('WARC: the pages among the records, plain and gzipped', async () => {
    const archive = warcOf([
      { url: 'https://crawl.example.com/a.png', type: 'image/png', body: 'xx' },
      {
        url: 'https://crawl.example.com/1',
        type: 'text/html',
        body: '<html><body><p>档案里的第一页，它有一段正文。</p></body></html>',
      },
      {
        url: 'https://crawl.example.com/2',
        type: 'text/html; charset=utf-8',
        body: '<p>不写文档头的一页。</p>',
      },
      { url: 'https://crawl.example.com/404', type: 'text/html', status: 404, body: '<p>没有这一页。</p>' },
    ]);
    for (const [name, bytes] of [
      ['a.warc', archive],
      ['a.warc.gz', gz(archive)],
    ] as const) {
      expect(await told(await written(name, bytes))).toEqual([
        `${name}#2 | warc | - | - | - | - | https://crawl.example.com/1 | 档案里的第一页，它有一段正文。`,
        `${name}#3 | warc | - | - | - | - | https://crawl.example.com/2 | 不写文档头的一页。`,
      ]);
    }
  });
});

describe('a web archive that is damaged', () => {
  const pages = warcOf([
    { url: 'https://crawl.example.com/1', type: 'text/html', body: '<p>档案里的第一页。</p>' },
    { url: 'https://crawl.example.com/2', type: 'text/html', body: '<p>档案里的第二页。</p>' },
  ]);
  it('warns of the record that is longer than it says, prints nothing, and goes on', async () => {
    const text = Buffer.from(pages).toString('latin1');
    const second = text.indexOf('WARC/1.0', 10);
    const damaged = Buffer.from(
      `${text.slice(0, second - 4)}多出来的字节\r\n\r\n${text.slice(second)}`,
      'latin1',
    );
    const printed = [vi.spyOn(console, 'warn'), vi.spyOn(console, 'log')];
    const lines = await told(await written('longer.warc', damaged));
    expect(lines).toEqual([
      expect.stringMatching(
        /#1 .*第一页。 \| ! the record does not end where its length says \(\d+ bytes more\)/,
      ),
      expect.stringMatching(/#2 .*第二页。$/),
    ]);
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });
});

describe('a file of exported claims is a book and not an article', () => {
  const claim = {
    id: 'c1',
    rule: 'r',
    article: { id: 'a' },
    evidence: { quote: '微信' },
    review: { by: null },
  };
  it.each([
    ['claims.json', JSON.stringify([claim, claim])],
    ['claims.ndjson', `${JSON.stringify(claim)}\n${JSON.stringify(claim)}\n`],
  ])('%s is left alone', async (name, text) => expect(await written(name, text)).toEqual([]));
  it('a record with a text is read although it has an id and a rule', async () => {
    const record = { id: 'c1', rule: 'r', content: '微信今日开放外链。' };
    expect(await written('record.json', JSON.stringify(record))).toHaveLength(1);
  });
});

describe('what a file holds counts, not what it is called', () => {
  it('a feed that is called a page, and gzipped', async () => {
    const rss =
      '<rss version="2.0"><channel><title>报</title><item><guid>1</guid><description>甲。</description></item></channel></rss>';
    const [result] = await written('feed.html', gz(rss));
    expect(result?.source?.format).toBe('rss');
  });
  it('a page that is called Markdown', async () => {
    const [result] = await written('page.md', '<!doctype html><html><body><p>甲。</p></body></html>');
    expect(result?.source).toMatchObject({ format: 'html', htmlKind: 'page' });
  });
  it('a user’s own field names come before all others', async () => {
    const json = '{"t":"题","when":"2021-09-17","zw":"正文。","content":"不是这个"}';
    const fields = { title: ['t'], published: ['when'], content: ['zw'] };
    expect(await told(await written('own.json', json, { fields }))).toEqual([
      'own.json | json | 题 | - | - | 2021-09-17T00:00:00+08:00 | - | 正文。',
    ]);
  });
  it('a single record of a lines file keeps its number when others follow', async () => {
    const [result] = await written('one.jsonl', '{"content":"甲。"}\n');
    expect(result?.source?.path).toBe('one.jsonl#1');
  });
});
