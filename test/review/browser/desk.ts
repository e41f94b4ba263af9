import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { ClaimView, Decision, Queue } from '../../../pipeline/review/wire.ts';
import { scrape } from '../../cli/articles.ts';
import { pipeline } from '../../cli/terminal.ts';
import { freePort, Server } from './server.ts';

/** Articles with seven claims; «Robots» holds none. */
export const NEWS: Readonly<Record<string, string>> = {
  'a-groups.md': scrape('群里的链接', [
    '10月7日，记者实测发现，微信群聊里可以直接打开淘宝链接。',
    '同日，天气晴朗，本市马拉松开跑。',
    '10月6日，知乎宣布支持微信登录。',
  ]),
  'b-paid.md': scrape('付款', ['饿了么已接入微信支付。', '优酷已接入微信支付。'], '2021-10-09'),
  'c-closed.md': scrape(
    '关门',
    ['10月10日，微信群聊无法打开淘宝链接。', '京东未开通支付宝支付。'],
    '2021-10-10',
  ),
};

/** A book, its server, and windows on it. */
export class Desk {
  readonly folder: string;
  readonly server: Server;
  readonly context: BrowserContext;
  private readonly browser: Browser;

  private constructor(folder: string, server: Server, browser: Browser, context: BrowserContext) {
    this.folder = folder;
    this.server = server;
    this.browser = browser;
    this.context = context;
  }

  /** Starts the server on a copy of a book, and opens a browser that has never been here. */
  static async open(browser: Browser, main: string, book: string, args: readonly string[]): Promise<Desk> {
    const folder = mkdtempSync(join(tmpdir(), 'review-'));
    cpSync(book, folder, { recursive: true });
    const server = new Server(main, folder, await freePort(), args);
    await server.start();
    return new Desk(folder, server, browser, await newContext(browser));
  }

  /** Another browser: another person's, or the same person's on another machine. */
  otherBrowser(): Promise<BrowserContext> {
    return newContext(this.browser);
  }

  /** Opens a window. `search` is what follows the address (`?view=table`). */
  async window(search = '', context = this.context): Promise<Page> {
    const page = await context.newPage();
    await page.goto(this.server.address);
    if (search !== '') await page.goto(`${this.server.origin}/${search}`);
    await page.locator('.sentence').waitFor();
    return page;
  }

  async close(): Promise<void> {
    await this.context.close();
    await this.server.kill();
    rmSync(this.folder, { recursive: true });
  }
}

/** Reads articles into a new book, `claims.db` in the folder that it gives. */
export async function bookOf(news: Readonly<Record<string, string>>): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'book-'));
  mkdirSync(join(folder, 'news'));
  for (const [name, text] of Object.entries(news)) writeFileSync(join(folder, 'news', name), text);
  await pipeline(['ingest', 'news', '--db', 'claims.db', '--quiet'], { cwd: folder });
  return folder;
}

const newContext = (browser: Browser): Promise<BrowserContext> =>
  browser.newContext({ locale: 'zh-CN', viewport: { width: 1280, height: 800 } });

/** Id of the claim that is shown. */
export const shown = (page: Page): string => new URL(page.url()).searchParams.get('claim') ?? '';

/** Waits until the page shows another claim than `id`, and gives that. */
export async function shownAfter(page: Page, id: string): Promise<string> {
  await expect.poll(() => shown(page)).not.toBe(id);
  return shown(page);
}

/**
 * Presses a key as a person does, who sees the claim first: a key that decides does nothing before its claim is there.
 */
export async function press(page: Page, key: string): Promise<void> {
  await page.waitForFunction(() => {
    const asked = new URL(location.href).searchParams.get('claim');
    return asked === null || document.querySelector(`.sentence[data-claim="${asked}"]`) !== null;
  });
  await page.keyboard.press(key);
}

export const saved = (page: Page): Promise<void> => page.locator('.save-state.saved').waitFor();

/** What the server knows of a claim, asked by the page itself. */
export const claim = (page: Page, id: string): Promise<ClaimView> =>
  page.evaluate(async (claimId) => (await fetch(`api/claims/${claimId}`)).json(), id);

/** The whole queue, as the server has it. */
export const queue = (page: Page, query = ''): Promise<Queue> =>
  page.evaluate(async (q) => (await fetch(`api/queue?limit=500&${q}`)).json(), query);

/** Every event about every claim of the queue. */
export async function allEvents(page: Page): Promise<Decision[]> {
  const { items } = await queue(page);
  const views = await Promise.all(items.map(({ id }) => claim(page, id)));
  return views.flatMap(({ history }) => history);
}

/** Presses the mouse on the first of the words in the article and lets it go behind the last. */
export async function dragOver(page: Page, words: string): Promise<void> {
  const box = await page.evaluate((text) => {
    const walker = document.createTreeWalker(
      document.getElementById('article-text') ?? document.body,
      NodeFilter.SHOW_TEXT,
    );
    const nodes: Text[] = [];
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode())
      if (node instanceof Text) nodes.push(node);
    const all = nodes.map((node) => node.data).join('');
    const point = (offset: number): [Text, number] => {
      let left = offset;
      for (const node of nodes) {
        if (left < node.length) return [node, left];
        left -= node.length;
      }
      throw new Error(`«${text}» is not in the article`);
    };
    const rect = (offset: number): DOMRect => {
      const range = document.createRange();
      const [node, at] = point(offset);
      range.setStart(node, at);
      range.setEnd(node, at + 1);
      return range.getBoundingClientRect();
    };
    const start = all.indexOf(text);
    const [first, last] = [rect(start), rect(start + text.length - 1)];
    return {
      from: [first.left + 1, first.top + first.height / 2],
      to: [last.right - 1, last.top + last.height / 2],
    };
  }, words);
  await page.mouse.move(box.from[0] ?? 0, box.from[1] ?? 0);
  await page.mouse.down();
  await page.mouse.move(box.to[0] ?? 0, box.to[1] ?? 0, { steps: 5 });
  await page.mouse.up();
}
