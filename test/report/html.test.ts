import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../pipeline/facts/facts.ts';
import { collect, safeUrl } from '../../pipeline/report/collect.ts';
import { inertJson, reportHtml } from '../../pipeline/report/html.ts';
import { saying } from '../facts/saying.ts';

describe('data inside the page', () => {
  const hostile = ['</script><script>alert(1)</script>', '<!--<script>', '\u2028\u2029', '&lt;', ']]>'];
  it.each(hostile)('is inert and comes back: %j', (text) => {
    const json = inertJson({ text });
    expect(json).not.toMatch(/[<>&\u2028\u2029]/);
    expect(JSON.parse(json)).toEqual({ text });
  });
});

describe('the page', () => {
  const data = collect([], { entities: {}, scenes: {} }, '2026-01-01');
  const script = 'const a = "</script>"; const b = "<!-- <script>";';
  const html = reportHtml(data, { script, style: 'a { content: "</style>" }' });

  it('allows the one script and the one sheet that stand in it, and nothing else', () => {
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(html)?.[1] ?? '';
    const inline = (tag: string) => new RegExp(`<${tag}>([\\s\\S]*?)</${tag}>`).exec(html)?.[1] ?? '';
    const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain(`script-src ${hash(inline('script'))};`);
    expect(policy).toContain(`style-src ${hash(inline('style'))};`);
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
  });
  it('ends its script where it ends', () => {
    expect(html.match(/<\/script>/g)).toHaveLength(2);
    expect(html).not.toContain('<!-- <script>');
  });
  it('asks nothing of anybody', () => {
    expect(html).not.toMatch(/\b(?:src|href)=/);
  });
});

describe('an address', () => {
  it.each([
    ['https://example.com/a?b=1#c', 'https://example.com/a?b=1#c'],
    ['http://例子.测试/', 'http://xn--fsqu00a.xn--0zwm56d/'],
    ['javascript:alert(1)', null],
    [' JaVaScRiPt:alert(1)', null],
    ['data:text/html,<script>alert(1)</script>', null],
    ['file:///etc/passwd', null],
    ['not an address', null],
    [null, null],
  ])('%s', (url, safe) => {
    expect(safeUrl(url)).toBe(safe);
  });
});

describe('what is gathered', () => {
  it('numbers every claim and article once', () => {
    const claims = [
      saying('a', 'official', 'open', '2021-11-29'),
      saying('a', 'official', 'planned', '2021-11-29'),
      saying('b', 'test', 'open', '2021-11-29'),
    ];
    const facts = factsOf(claims);
    const data = collect(
      [{ facts, conflicts: [], courses: [] }],
      { entities: { wechat: '微信' }, scenes: {} },
      '2026-01-01',
    );
    expect([data.articles.length, data.claims.length, data.facts.length]).toEqual([2, 3, 2]);
    expect(data.facts.flatMap((f) => f.claims.map((at) => data.claims[at]?.status))).toEqual([
      'open',
      'open',
      'planned',
    ]);
    expect([data.first, data.last, data.names]).toEqual(['2021-11-29', '2021-11-29', { wechat: '微信' }]);
  });
});
