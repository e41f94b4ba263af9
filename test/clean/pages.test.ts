import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/clean.ts';
import { readSource } from '../../pipeline/read/read.ts';
import type { Article } from '../../pipeline/types.ts';

async function articleOf(html: string): Promise<Article> {
  const { source } = readSource('a.html', new TextEncoder().encode(html));
  if (source === null) throw new Error('not read');
  return clean(source);
}

const BODY = `<p>两家钱包的用户从这个月起可以互相扫码，商户不用再摆两张码牌，收银员只要看一眼手机就知道钱到了没有。</p>
<p>记者在三家便利店试了试，都能付成，只有一家要先更新应用；店主说，更新以后再没有出过错，客人也不再问用哪一家付。</p>
<p>平台的人说，其余城市会陆续开通，时间还没有定，商户可以先在后台登记。</p>`;
const NAVIGATION = '<div class="nav"><a href="/">首页</a><a href="/t">科技</a><a href="/f">财经</a></div>';
const page = (head: string, body: string): string =>
  `<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8">${head}</head><body>${NAVIGATION}${body}<div class="footer">备案号一二三</div></body></html>`;
const LINES = 3;

describe('the record of a page comes from the first place that has it, and says from which', () => {
  it.each([
    [
      'JSON-LD in a graph',
      `<script type="application/ld+json">{"@graph":[{"@type":"WebPage"},{"@type":"NewsArticle","headline":"钱包互相扫码","datePublished":"2021-09-17T01:23:00Z","author":[{"name":"王小明"}],"publisher":{"name":"湾区数码报"},"url":"https://n.example.com/1"}]}</script><meta property="og:title" content="别的题">`,
      '',
      [
        '钱包互相扫码',
        '湾区数码报',
        '王小明',
        '2021-09-17T09:23:00+08:00',
        'https://n.example.com/1',
        'json-ld',
      ],
    ],
    [
      'broken JSON-LD, then meta tags',
      `<script type="application/ld+json">{"@type":"NewsArticle","headline":</script><meta property="og:title" content="钱包互相扫码"><meta name="author" content="me@example.com"><meta property="article:published_time" content="2021-09-17 09:23:00"><link rel="canonical" href="https://n.example.com/2">`,
      '',
      ['钱包互相扫码', null, null, '2021-09-17T09:23:00+08:00', 'https://n.example.com/2', 'meta og:title'],
    ],
    [
      'the visible line, and a heading within the title',
      '<title>钱包互相扫码_科技_湾区数码网</title>',
      '<h1>钱包互相扫码</h1><div><span>2021年09月17日09:23</span> 来源：<a href="/s">湾区数码报</a><span>57人参与</span></div>',
      ['钱包互相扫码', '湾区数码报', null, '2021-09-17T09:23:00+08:00', null, 'h1'],
    ],
    [
      'a time element',
      '<title>钱包互相扫码-湾区新闻</title>',
      '<time datetime="2021-09-17T09:23:00+08:00">前天</time>',
      ['钱包互相扫码', null, null, '2021-09-17T09:23:00+08:00', null, 'title'],
    ],
    [
      'a source that is nobody, and a day within a sentence',
      '<title>钱包互相扫码</title>',
      '<div>来源：网络</div><p>早在2019-05-06就有人试过这样做，没有成。</p>',
      ['钱包互相扫码', null, null, null, null, 'title'],
    ],
  ])('%s', async (_, head, body, expected) => {
    const { record } = await articleOf(page(head, `${body}<article>${BODY}</article>`));
    const { title, publisher, author, published, url, origin } = record;
    expect([title, publisher, author, published, url, origin?.title]).toEqual(expected);
  });
});

describe('the article is taken out of its page', () => {
  const body = (article: Article): string[] => article.text.split('\n');
  it('without navigation and footer', async () => {
    const lines = body(await articleOf(page('<title>题</title>', `<article>${BODY}</article>`)));
    expect(lines).toHaveLength(LINES);
    expect(lines[0]).toMatch(/^两家钱包/);
  });
  it('from the platform’s own element, and not the list that looks like it', async () => {
    const list = `<div class="list">${'<p>【观察】另一篇文章的题目很长，也有逗号，看起来像正文一样。</p>'.repeat(8)}</div>`;
    const lines = body(await articleOf(page('', `<div><div class="all-txt">${BODY}</div>${list}</div>`)));
    expect(lines).toHaveLength(LINES);
  });
  it('that a script would show: WeChat', async () => {
    const html = page(
      '<script>var ct = "1631841780";</script>',
      `<h1 id="activity-name">钱包互相扫码</h1><a id="js_name"> 湾区数码 </a><div id="js_content" style="visibility: hidden; opacity: 0;">${BODY}</div>`,
    );
    const article = await articleOf(html);
    expect(body(article)).toHaveLength(LINES);
    expect(article.record).toMatchObject({
      title: '钱包互相扫码',
      publisher: '湾区数码',
      published: '2021-09-17T09:23:00+08:00',
    });
  });
  it('without its watermarks, which are counted', async () => {
    const marked = BODY.replaceAll('，', '<i class="wm">湾区独家</i>，');
    const article = await articleOf(page('<style>.wm{font-size:0}</style>', `<article>${marked}</article>`));
    expect(article.text).not.toContain('独家');
    expect(article.noise?.find((n) => n.kind === 'hidden')?.count).toBe(marked.split('wm').length - 1);
  });
  it('with a map to where its words stand in the page', async () => {
    const html = page('', `<article>${BODY.replaceAll('钱', '&#38065;')}</article>`);
    const { text, sourceMap = [] } = await articleOf(html);
    const at = text.indexOf('记者');
    const index = sourceMap.findLastIndex((offset, i) => i % 2 === 0 && offset <= at);
    const from = (sourceMap[index + 1] ?? Number.NaN) + at - (sourceMap[index] ?? 0);
    expect(html.slice(from, from + 2)).toBe('记者');
  });
});

describe('a hostile page', () => {
  it('runs nothing and fetches nothing', async () => {
    const evil =
      '<script>globalThis.ran = true; document.body.innerHTML = "x"</script><img src="http://127.0.0.1:9/x" onerror="globalThis.ran = true"><link rel="stylesheet" href="http://127.0.0.1:9/x.css"><iframe src="http://127.0.0.1:9/"></iframe>';
    const article = await articleOf(page(evil, `${evil}<article>${BODY}</article>`));
    expect(article.text.split('\n')).toHaveLength(LINES);
    expect('ran' in globalThis).toBe(false);
  });
  it('of 100,000 nested tags is read without a DOM, and says so', async () => {
    const article = await articleOf(page('', `${'<div><b>'.repeat(50_000)}${BODY}`));
    expect(article.text).toContain('两家钱包');
    expect(article.warnings.map((w) => w.message).join()).toMatch(/too large or too deep/);
  });
  it.each([
    ['styles that do not end', `${'<style>'.repeat(50_000)}`],
    ['comments that do not end', `<style>${'/*'.repeat(200_000)}</style>`],
    ['attributes', `<p ${'a=1 '.repeat(100_000)}>`],
    ['a style sheet without rules', `<style>${'a{'.repeat(100_000)}</style>`],
    ['JSON-LD that nests', `<script type="application/ld+json">${'['.repeat(100_000)}</script>`],
    ['brackets after a character', `<p>${'联('.repeat(100_000)}</p>`],
    ['titles', `<title>${'_'.repeat(100_000)}</title>`],
    ['spaces', `<p>${' \u3000'.repeat(200_000)}x</p>`],
  ])('of many %s is read in seconds', async (_, trap) => {
    const begun = performance.now();
    await articleOf(page('', `${trap}<article>${BODY}</article>`)).catch((thrown: unknown) => {
      expect(thrown).toBeInstanceOf(Error);
    });
    expect(performance.now() - begun).toBeLessThan(8000);
  });
});
