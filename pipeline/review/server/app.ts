import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { type Desk, Mismatch } from '../desk.ts';
import { bulkRequest, bulkUndo, decisionBatch, type Refusal } from '../wire.ts';
import { type GuardOptions, guards } from './guard.ts';
import type { PageFile } from './page.ts';
import { parseQuery } from './query.ts';

export interface AppOptions extends GuardOptions {
  readonly desk: Desk;
  readonly page: ReadonlyMap<string, PageFile>;
  /** Told of what should not have happened; the person at the page sees that something went wrong. */
  readonly onFault: (error: unknown) => void;
}

/** The largest request, in bytes: a batch of 500 edits. */
const LARGEST = 8_000_000;

/** The server as a function of requests; `wire.ts` says what it answers. */
export function buildApp({ desk, page, onFault, ...guard }: AppOptions): Hono {
  const app = new Hono();
  const { everywhere, api } = guards(guard);
  app.use('*', everywhere);
  app.use('/api/*', api);
  app.use(
    '/api/*',
    bodyLimit({ maxSize: LARGEST, onError: (c) => refuse(c, 413, 'the request is too large') }),
  );
  app.get('/api/session', async (c) => c.json(await desk.session()));
  app.get('/api/queue', async (c) => {
    const query = parseQuery(new URL(c.req.url).searchParams);
    return query.success
      ? c.json(await desk.queue(query.data))
      : refuse(c, 400, z.prettifyError(query.error));
  });
  app.get('/api/claims/:id', async (c) => {
    const view = await desk.claim(c.req.param('id'));
    return view === null ? refuse(c, 404, `there is no claim ${c.req.param('id')}`) : c.json(view);
  });
  app.post('/api/decisions', (c) => taking(c, decisionBatch, ({ events }) => desk.decide(events)));
  app.post('/api/bulk', (c) => taking(c, bulkRequest, (bulk) => desk.bulk(bulk)));
  app.post('/api/bulk/undo', (c) => taking(c, bulkUndo, (undo) => desk.undoBulk(undo)));
  app.all('/api/*', (c) => refuse(c, 404, 'there is nothing at this address'));
  app.get('*', (c) => {
    const file = page.get(c.req.path);
    return file === undefined
      ? refuse(c, 404, 'there is nothing at this address')
      : c.body(file.bytes, 200, { 'Content-Type': file.type });
  });
  app.onError((error, c) => answerTo(error, c, onFault));
  return app;
}

/** Checks the body of a write and answers with what `work` makes of it. */
async function taking<T extends z.ZodType>(
  c: Context,
  schema: T,
  work: (body: z.output<T>) => Promise<object>,
): Promise<Response> {
  const body = schema.safeParse(await c.req.json().catch(() => undefined));
  return body.success ? c.json(await work(body.data)) : refuse(c, 400, z.prettifyError(body.error));
}

function answerTo(error: Error, c: Context, onFault: (error: unknown) => void): Response {
  if (error instanceof Mismatch) return c.json({ error: error.message, count: error.count }, 409);
  if ('code' in error && typeof error.code === 'string' && error.code.startsWith('SQLITE_BUSY'))
    return refuse(c, 503, 'the database is busy');
  onFault(error);
  return refuse(c, 500, error.message);
}

const refuse = (c: Context, status: 400 | 404 | 413 | 500 | 503, error: string): Response =>
  c.json({ error } satisfies Refusal, status);
