import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { inChromium, launch } from '../chromium.ts';
import { buildCommand, buildReportPage } from '../cli/built.ts';

const HOSTILE = '</script><img src=x onerror="document.title=1"><b>粗</b>';
const article = (title: string, day: string, ...paragraphs: string[]): string =>
  `---\ntitle: ${JSON.stringify(title)}\nauthor: '样报<i>'\nurl: 'javascript:document.title=2'\ndate: ${day}T04:00:00Z\n---\n\n${paragraphs.join('\n\n')}\n`;

const ARTICLES = {
  'a.md': article(
    '第一天',
    '2021-11-29',
    '11月29日，微信宣布，群聊里可以打开淘宝链接。',
    '饿了么已接入微信支付。',
  ),
  'b.md': article(
    HOSTILE,
    '2021-12-01',
    '11月30日，记者实测发现，微信群聊里仍无法打开淘宝链接。',
    '朋友圈里也无法打开淘宝链接。',
  ),
  'c.md': article('钱包', '2021-12-02', '12月2日，微信支付宣布与云闪付实现条码互认。'),
};

inChromium('the report', () => {
  let folder = '';
  let browser: Browser;
  let page: Page;
  const said: string[] = [];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'report-'));
    mkdirSync(join(folder, 'news'));
    for (const [name, text] of Object.entries(ARTICLES)) writeFileSync(join(folder, 'news', name), text);
    const main = buildCommand('report');
    buildReportPage(main);
    for (const args of [['ingest', 'news', '--quiet'], ['report']]) {
      const { status, stderr } = spawnSync(process.execPath, [main, ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
      expect(stderr).not.toMatch(/^pipeline: /m);
      expect(status).toBe(0);
    }
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
    rmSync(folder, { recursive: true });
  });

  const open = async (): Promise<Page> => {
    said.length = 0;
    page = await browser.newPage({ viewport: { width: 1500, height: 1000 } });
    page.on('console', (m) => said.push(m.text()));
    page.on('pageerror', (e) => said.push(e.message));
    page.on('request', (r) => r.url().startsWith('file:') || said.push(`asks for ${r.url()}`));
    await page.goto(`file://${join(folder, 'output/report.html')}`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  };
  afterEach(async () => {
    expect(said).toEqual([]);
    await page.close();
  });
  const cell = (name: string) => page.getByRole('button', { name });
  const toDay = async (day: string): Promise<void> => {
    await page.getByLabel('日期', { exact: true }).fill(day);
  };

  it('shows what the axes are, however few the columns', async () => {
    await open();
    const axes = page.locator('svg.matrix .axis');
    expect(await axes.count()).toBe(4);
    const beyond = await axes.evaluateAll((texts) =>
      texts.map((text) => {
        const box = text.closest('svg')?.getBoundingClientRect();
        const { left, right } = text.getBoundingClientRect();
        return Math.max(right - (box?.right ?? 0), (box?.left ?? 0) - left);
      }),
    );
    expect(Math.max(...beyond)).toBeLessThanOrEqual(0);
  });

  it('leads from a cell to the words of both articles', async () => {
    await open();
    await cell('微信，淘宝，').click();
    const details = page.getByRole('complementary');
    await details.getByRole('heading', { name: '微信里的淘宝' }).waitFor();
    const text = await details.textContent();
    expect(text).toContain('群聊里仍无法打开淘宝链接');
    expect(text).toMatch(/群聊：(?:不通|开放)/);
    expect(text).toContain('宣布与实测不符');
  });

  it('knows on a day what was said by then, and of a scene what was said of it', async () => {
    await open();
    await toDay('2021-11-29');
    await cell('微信，淘宝，2021-11-29：群聊开放').waitFor();
    await toDay('2021-11-28');
    await cell('微信，淘宝，2021-11-28：没有说法').waitFor();
    await page.getByRole('button', { name: '下一变化' }).click();
    await cell('微信，淘宝，2021-11-29：群聊开放').waitFor();
    await toDay('2021-12-01');
    await page.getByLabel('哪个场景').selectOption('朋友圈');
    await cell('微信，淘宝，2021-12-01：朋友圈不通').waitFor();
    await page.getByLabel('看哪一天', { exact: true }).and(page.locator('input')).press('Home');
    await cell('微信，淘宝，2021-11-29：没有说法').waitFor();
  });

  it('shows what a hostile article says as text, and follows no address of its', async () => {
    await open();
    await cell('微信，淘宝，').click();
    await page.getByRole('complementary').getByText(HOSTILE).first().waitFor();
    expect(await page.title()).toBe('互联互通：谁向谁开放');
    expect(await page.locator('main img, main b b, main i').count()).toBe(0);
    expect(await page.locator('a:not([href^="#"])').count()).toBe(0);
  });

  it('is walked by keyboard: arrows, Enter, Escape back to the cell', async () => {
    await open();
    const links = page.getByRole('group', { name: /^在谁那里与谁的链接/ });
    await links.locator('[tabindex="0"]').focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('微信里的淘宝');
    await page.keyboard.press('Escape');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell')))
      .toBe('0-0');
    const payments = page.getByRole('group', { name: /^在谁那里与付款方式/ });
    await payments.locator('[tabindex="0"]').focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    await expect
      .poll(() => page.evaluate(() => document.activeElement?.getAttribute('data-cell')))
      .toBe('1-1');
  });

  it('tells the story by points that lead to their words, and the same as a table', async () => {
    await open();
    const story = page.getByRole('region', { name: '时间线' });
    await story.getByLabel('谁与谁').selectOption({ index: 0 });
    await story
      .getByRole('button', { name: /^2021-11-30/ })
      .first()
      .focus();
    await page.keyboard.press('Enter');
    await page.getByRole('complementary').getByText('无法打开').first().waitFor();
    const points = await story.getByRole('button').count();
    await story.locator('summary').click();
    expect(await story.locator('tbody tr').count()).toBe(points);
    await story.locator('.cited a').first().click();
    await expect.poll(() => page.locator('details[open] > .claims > li:target').count()).toBe(1);
  });

  it('lists the conflict with the words of both sides', async () => {
    await open();
    const conflicts = page.getByRole('region', { name: /^矛盾/ });
    expect(await conflicts.locator('li').count()).toBe(1);
    expect(await conflicts.locator('.side blockquote').count()).toBe(2);
  });

  it('prints with every table unfolded and no knobs', async () => {
    await open();
    await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('details:not([open])').count()).toBe(0);
    expect(await page.locator('button:visible, input:visible, select:visible').count()).toBe(0);
    const pdf = await page.pdf();
    expect(pdf.length).toBeGreaterThan(10_000);
  });

  it('gives every sign a shape of its own', async () => {
    await open();
    const shapes = await page
      .locator('.legend li svg')
      .evaluateAll((all) => all.map((svg) => svg.innerHTML.replace(/ class="[^"]*"/g, '')));
    expect(new Set(shapes).size).toBe(shapes.length - 1); // «faded» is a closed one
  });
});
