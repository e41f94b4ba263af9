import { rmSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll } from 'vitest';
import { launch } from '../../chromium.ts';
import { buildCommand, buildPage } from '../../cli/built.ts';
import { bookOf, Desk, NEWS } from './desk.ts';

/**
 * Builds the command and its page (into a folder of the name, so that test files do not meet in it), starts a Chromium,
 * and closes after each test what that has opened.
 */
export function stage(name: string) {
  let browser: Browser | null = null;
  let main = '';
  const desks: Desk[] = [];
  const books = new Map<typeof NEWS, string>();
  beforeAll(async () => {
    main = buildCommand(`review-${name}`);
    buildPage(main);
    browser = await launch();
  });
  afterEach(async () => {
    for (const desk of desks.splice(0)) await desk.close();
  });
  afterAll(async () => {
    await browser?.close();
    for (const folder of books.values()) rmSync(folder, { recursive: true });
  });
  return {
    async open(news = NEWS, args: readonly string[] = []): Promise<Desk> {
      if (browser === null) throw new Error('no browser');
      const book = books.get(news) ?? (await bookOf(news));
      books.set(news, book);
      const desk = await Desk.open(browser, main, book, args);
      desks.push(desk);
      return desk;
    },
  };
}
