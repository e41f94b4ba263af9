import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Context, MiddlewareHandler } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';

export interface GuardOptions {
  /** Host names (with port) under which the page is asked for; every other Host header is turned away. */
  readonly hosts: readonly string[];
  /** What the address that the command prints carries; whoever brings it gets the cookie. */
  readonly token: string;
}

/** Scripts, styles and pictures from here and nothing from elsewhere; nothing inline, no frames, no forms. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const HEADERS: Readonly<Record<string, string>> = {
  'Content-Security-Policy': POLICY,
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'Referrer-Policy': 'no-referrer',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Cache-Control': 'no-store',
};

const turnAway = (c: Context, status: 401 | 403 | 415, error: string): Response =>
  c.json({ error }, status, HEADERS);

/**
 * Who may ask what. A page from elsewhere that is made to stand under another name (DNS rebinding) is stopped by the
 * Host header, one that asks from under its own name by Origin and Sec-Fetch-Site, and a program without the token by
 * the cookie. No CORS header is ever sent.
 */
export function guards({ hosts, token }: GuardOptions): {
  everywhere: MiddlewareHandler;
  api: MiddlewareHandler;
} {
  const secret = randomBytes(32).toString('base64url');
  const isHost = (name: string | undefined): boolean => hosts.includes((name ?? '').toLowerCase());

  return {
    async everywhere(c, next) {
      if (!isHost(c.req.header('host')))
        return turnAway(c, 403, 'this name is not served here; open the address that the command printed');
      const given = c.req.query('token');
      if (given !== undefined && c.req.method === 'GET') return welcome(c, given);
      await next();
      for (const [name, value] of Object.entries(HEADERS)) c.header(name, value);
    },

    async api(c, next) {
      const site = c.req.header('sec-fetch-site');
      const isWrite = c.req.method !== 'GET';
      const isOwn = site === undefined || site === 'same-origin' || (site === 'none' && !isWrite);
      if (!isOwn) return turnAway(c, 403, 'only the review page itself may ask this');
      if (isWrite && !isHost(/^http:\/\/([^/]+)$/.exec(c.req.header('origin') ?? '')?.[1]))
        return turnAway(c, 403, 'only the review page itself may write');
      if (isWrite && !/^application\/json\b/.test(c.req.header('content-type') ?? ''))
        return turnAway(c, 415, 'a write is JSON');
      if (!same(getCookie(c, cookieOf(c)) ?? '', secret))
        return turnAway(c, 401, 'open the address that the command printed');
      return next();
    },
  };

  function welcome(c: Context, given: string): Response {
    if (!same(given, token))
      return turnAway(c, 401, 'the token is not of this server; open the address that it printed');
    setCookie(c, cookieOf(c), secret, { httpOnly: true, sameSite: 'Strict', path: '/' });
    const { pathname, searchParams: rest } = new URL(c.req.url);
    rest.delete('token');
    const query = rest.size === 0 ? '' : `?${rest}`;
    return c.body(null, 303, { ...HEADERS, Location: `${pathname}${query}` });
  }
}

/** Cookies do not mind the port: servers beside each other need names of their own. */
const cookieOf = (c: Context): string =>
  `hutong-review-${/(?<!\d)\d*$/.exec(c.req.header('host') ?? '')?.[0]}`;

/** Compares in a time that tells nothing of where two texts part. */
function same(a: string, b: string): boolean {
  const [x, y] = [a, b].map((text) => createHash('sha256').update(text).digest());
  return x !== undefined && y !== undefined && timingSafeEqual(x, y);
}

export const newToken = (): string => randomBytes(18).toString('base64url');
