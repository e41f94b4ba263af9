import type { Hono } from 'hono';
import { Desk } from '../../../pipeline/review/desk.ts';
import { buildApp } from '../../../pipeline/review/server/app.ts';
import type { Store } from '../../../pipeline/store/store.ts';
import type { Claim, Lexicon } from '../../../pipeline/types.ts';
import { articleOf, claimOf, TEXT, withRun } from '../../store/fixtures.ts';

export const HOST = '127.0.0.1:4618';
export const TOKEN = 'a-token-for-the-tests';

const entity = (id: string, name: string) => ({
  id,
  name,
  type: 'app' as const,
  trait: null,
  owner: null,
  aliases: [],
});
export const LEXICON: Lexicon = {
  entities: [entity('wechat', '微信'), entity('zhihu', '知乎'), entity('weibo', '微博')],
  scenes: [{ id: 'group-chat', name: '群聊', hosts: [], aliases: [] }],
  cues: [],
};

export const deskOn = (book: Store, reviewer = 'li'): Desk =>
  new Desk({
    book,
    reviewer,
    lexicon: LEXICON,
    reasons: new Map([['access.can-open', '说能打开']]),
    version: '0.0.0',
    database: 'claims.db',
  });

export const appOn = (desk: Desk, faults: unknown[] = []): Hono =>
  buildApp({
    desk,
    hosts: [HOST],
    token: TOKEN,
    page: new Map([['/', { type: 'text/html; charset=utf-8', bytes: new Uint8Array([60, 62]) }]]),
    onFault: (error) => faults.push(error),
  });

/** A browser that has opened the printed address: it asks with the cookie, as the page does. */
export async function browserOn(app: Hono) {
  const welcome = await app.request(`http://${HOST}/?token=${TOKEN}`, { headers: { host: HOST } });
  const cookie = /^[^;]+/.exec(welcome.headers.get('set-cookie') ?? '')?.[0] ?? '';
  const own = { host: HOST, cookie, 'sec-fetch-site': 'same-origin' };
  return {
    welcome,
    cookie,
    get: (path: string, headers: Record<string, string> = {}) =>
      app.request(`http://${HOST}${path}`, { headers: { ...own, ...headers } }),
    post: (path: string, body: unknown, headers: Record<string, string> = {}) =>
      app.request(`http://${HOST}${path}`, {
        method: 'POST',
        headers: { ...own, origin: `http://${HOST}`, 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
  };
}

/** A book of two articles: `a.md` with c1 (open) and c2 (closed), which contradict each other, and `b.md` with c3. */
export async function smallBook(
  path: string,
  id: (n: number) => string = (n) => `c${n}`,
): Promise<{ store: Store; runId: number }> {
  const opened = await withRun(path);
  const save = (name: string, claims: readonly Claim[], publisher: string) => {
    const article = articleOf(name);
    const record = { ...article.record, publisher };
    return opened.store.saveArticle({
      runId: opened.runId,
      article: { ...article, record },
      claims,
      rulesVersion: 'r',
    });
  };
  const closed = { ...claimOf(id(2), 'closed'), evidence: { start: 15, end: 21, quote: TEXT.slice(15, 21) } };
  await save('a.md', [claimOf(id(1)), closed], '样报');
  await save('b.md', [{ ...claimOf(id(3)), object: 'weibo', scene: null, kind: 'platform' }], '别报');
  return opened;
}
