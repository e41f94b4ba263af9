import { once } from 'node:events';
import { networkInterfaces } from 'node:os';
import { serve } from '@hono/node-server';
import type { Desk } from '../desk.ts';
import { buildApp } from './app.ts';
import { newToken } from './guard.ts';
import { loadPage } from './page.ts';

export interface ServeOptions {
  readonly desk: Desk;
  /** Folder of the built page. */
  readonly page: string;
  /** The address to listen on; 127.0.0.1 unless the user names another and a token. */
  readonly host: string;
  /** The wanted port; null for the usual one, or any where that is taken. */
  readonly port: number | null;
  /** What the address carries; made anew where there is none. */
  readonly token: string | null;
  readonly onFault: (error: unknown) => void;
}

export interface Running {
  /** The address to open, with its token. */
  readonly url: string;
  /** Stops listening; open connections are let go. */
  close(): Promise<void>;
}

/** A page keeps what is not saved under its address, so the server comes back under the same port. */
export const USUAL_PORT = 4618;

/** The port is taken by another program, or the host is none of this machine's. */
export class ListenError extends Error {}

/** Serves the review page until it is closed. Throws `PageError` where it is not built, and `ListenError`. */
export async function serveReview(options: ServeOptions): Promise<Running> {
  const { port } = options;
  if (port !== null) return listen(options, port);
  try {
    return await listen(options, USUAL_PORT);
  } catch (error) {
    if (!(error instanceof ListenError)) throw error;
    return listen(options, 0);
  }
}

async function listen(
  { desk, page, host, token: given, onFault }: ServeOptions,
  port: number,
): Promise<Running> {
  const files = loadPage(page);
  const token = given ?? newToken();
  const hosts: string[] = [];
  const app = buildApp({ desk, page: files, hosts, token, onFault });
  const server = serve({ fetch: app.fetch, hostname: host, port });
  try {
    await once(server, 'listening');
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new ListenError(`${host}:${port}: cannot listen there (${why}); give another --port`);
  }
  const address = server.address();
  const taken = typeof address === 'object' && address !== null ? address.port : port;
  hosts.push(...namesOf(host).map((name) => `${name}:${taken}`));
  return {
    url: `http://${shown(host)}:${taken}/?token=${encodeURIComponent(token)}`,
    async close() {
      const closed = once(server, 'close');
      server.close();
      if ('closeAllConnections' in server) server.closeAllConnections();
      await closed;
    },
  };
}

const shown = (host: string): string => {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
};

/** The names under which a server on `host` may be asked for. */
function namesOf(host: string): string[] {
  const own = ['127.0.0.1', 'localhost', '[::1]'];
  if (host !== '0.0.0.0' && host !== '::') return [...own, shown(host).toLowerCase()];
  const all = Object.values(networkInterfaces()).flatMap((faces) => faces ?? []);
  return [...own, ...all.map((face) => (face.family === 'IPv6' ? `[${face.address}]` : face.address))];
}
