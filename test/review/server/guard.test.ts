import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Store } from '../../../pipeline/store/store.ts';
import { collect, decisionOn, newDatabase } from '../../store/fixtures.ts';
import { appOn, browserOn, deskOn, HOST, smallBook, TOKEN } from './desk.ts';

let store: Store;
let app: ReturnType<typeof appOn>;
let browser: Awaited<ReturnType<typeof browserOn>>;
beforeAll(async () => {
  ({ store } = await smallBook(newDatabase()));
  app = appOn(deskOn(store));
  browser = await browserOn(app);
});
afterAll(() => store.close());

const { reviewer: _r, group: _g, machine: _m, ...event } = decisionOn('c1', 'decision-1');
const batch = { events: [event] };

describe('the address that is printed', () => {
  it('gives a cookie that scripts cannot read and other sites cannot send, and goes away from the address', () => {
    expect(browser.welcome.status).toBe(303);
    expect(browser.welcome.headers.get('location')).toBe('/');
    expect(browser.welcome.headers.get('set-cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(browser.cookie).not.toContain(TOKEN);
  });

  it('keeps the rest of the address', async () => {
    const answer = await app.request(`http://${HOST}/?view=table&token=${TOKEN}`, {
      headers: { host: HOST },
    });
    expect(answer.headers.get('location')).toBe('/?view=table');
  });

  it('with another token gives nothing', async () => {
    const answer = await app.request(`http://${HOST}/?token=wrong`, { headers: { host: HOST } });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([401, null]);
  });
});

describe('who may read', () => {
  it('the page itself', async () => {
    expect((await browser.get('/api/session')).status).toBe(200);
  });

  it.each([
    ['without the cookie', { cookie: '' }, 401],
    ['with the cookie of another start', { cookie: 'hutong-review-4618=xyz' }, 401],
    ['under another name (DNS rebinding)', { host: 'evil.example:4618' }, 403],
    ['under its name and another port', { host: '127.0.0.1:1' }, 403],
    ['without a name', { host: '' }, 403],
    ['from a page of another site', { 'sec-fetch-site': 'cross-site' }, 403],
    ['from another port of this machine', { 'sec-fetch-site': 'same-site' }, 403],
  ])('nobody %s', async (_, headers, status) => {
    const answer = await browser.get('/api/session', headers);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toEqual({ error: expect.any(String) });
  });

  it('but the page’s own files need no cookie', async () => {
    expect((await app.request(`http://${HOST}/`, { headers: { host: HOST } })).status).toBe(200);
  });
});

describe('who may write', () => {
  it.each([
    ['from a page of another site', { origin: 'http://evil.example', 'sec-fetch-site': 'cross-site' }, 403],
    ['whose browser says nothing but where it comes from', { origin: 'http://evil.example' }, 403],
    ['from a page without an origin', { origin: 'null' }, 403],
    ['without saying where from', { origin: '' }, 403],
    ['from a page opened by the user', { 'sec-fetch-site': 'none' }, 403],
    ['as a form', { 'content-type': 'text/plain' }, 415],
    ['without the cookie', { cookie: '' }, 401],
    ['under another name', { host: 'evil.example' }, 403],
  ])('nobody %s', async (_, headers, status) => {
    expect((await browser.post('/api/decisions', batch, headers)).status).toBe(status);
    expect(await collect(store.decisions())).toEqual([]);
  });

  it('the page itself', async () => {
    expect((await browser.post('/api/decisions', batch)).status).toBe(200);
  });
});

describe('every answer', () => {
  it.each(['/', '/api/session', '/api/nothing', '/nothing.js', '/?token=wrong'])(
    '%s is closed',
    async (path) => {
      const { headers } = await browser.get(path);
      const policy = headers.get('content-security-policy');
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect([...headers.keys()].filter((name) => name.startsWith('access-control'))).toEqual([]);
    },
  );

  it.each(['/../package.json', '/%2e%2e/package.json', '//etc/passwd'])('%s leads nowhere', async (path) => {
    expect((await browser.get(path)).status).toBe(404);
  });

  it('OPTIONS from elsewhere is told nothing', async () => {
    const answer = await app.request(`http://${HOST}/api/decisions`, {
      method: 'OPTIONS',
      headers: { host: HOST, origin: 'http://evil.example', 'access-control-request-method': 'POST' },
    });
    expect(answer.ok).toBe(false);
  });
});
