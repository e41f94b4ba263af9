import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { claim, saved, shown } from './desk.ts';
import { stage } from './stage.ts';

/** Every text that is seen, with its contrast against the ground behind it, where that is below 4.5. */
const faint = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const canvas = document.createElement('canvas').getContext('2d', { willReadFrequently: true });
    const rgba = (colour: string): number[] => {
      if (canvas === null) return [0, 0, 0, 0];
      canvas.clearRect(0, 0, 1, 1);
      canvas.fillStyle = colour;
      canvas.fillRect(0, 0, 1, 1);
      return [...canvas.getImageData(0, 0, 1, 1).data];
    };
    const light = ([r = 0, g = 0, b = 0]: number[]): number => {
      const [x = 0, y = 0, z = 0] = [r, g, b]
        .map((v) => v / 255)
        .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
      return 0.2126 * x + 0.7152 * y + 0.0722 * z;
    };
    const ground = (element: Element | null): number[] => {
      if (element === null) return [255, 255, 255, 255];
      const colour = rgba(getComputedStyle(element).backgroundColor);
      return (colour[3] ?? 0) > 250 ? colour : ground(element.parentElement);
    };
    const found: string[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent?.trim() ?? '';
      if (
        element === null ||
        text === '' ||
        !element.checkVisibility() ||
        element.closest(':disabled, option')
      )
        continue;
      const [a, b] = [light(rgba(getComputedStyle(element).color)), light(ground(element))];
      const contrast = (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
      if (contrast < 4.5) found.push(`${contrast.toFixed(2)} ${element.className} ${text.slice(0, 30)}`);
    }
    return found;
  });

inChromium('the look of the page', () => {
  const { open } = stage('look');

  it('has enough contrast in both views, by day and by night', async () => {
    const page = await (await open()).window();
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      for (const view of ['逐条', '表格']) {
        await page.getByRole('button', { name: view, exact: true }).click();
        await page.locator('.sentence').waitFor();
        await page.mouse.move(0, 0);
        expect(await faint(page), `${colorScheme} ${view}`).toEqual([]);
      }
    }
  });

  it('fits at 200 % without scrolling sideways, and the claim and its buttons are there', async () => {
    const page = await (await open()).window();
    await page.setViewportSize({ width: 640, height: 400 });
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(wide).toBeLessThanOrEqual(0);
    await page.locator('.actions').scrollIntoViewIfNeeded();
    expect(await page.getByRole('button', { name: '接受' }).isVisible()).toBe(true);
  });

  it('works without a mouse: landmarks, a way to the claim, a ring around what has the focus', async () => {
    const page = await (await open()).window();
    const id = shown(page);
    for (const role of ['banner', 'navigation', 'main'] as const)
      expect(await page.getByRole(role).count()).toBe(1);
    for (const name of ['队列', '文章', '断言'])
      expect(await page.getByRole('region', { name, exact: true }).count(), name).toBe(1);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('跳到断言');
    await page.keyboard.press('Enter');
    for (let i = 0; i < 30; i += 1) {
      await page.keyboard.press('Tab');
      const here = await page.evaluate(() => [
        document.activeElement?.textContent ?? '',
        getComputedStyle(document.activeElement ?? document.body).outlineStyle,
      ]);
      expect(here[1], here[0]).not.toBe('none');
      if (here[0]?.startsWith('接受')) break;
    }
    await page.keyboard.press('Enter');
    await saved(page);
    expect((await claim(page, id)).state).toBe('accepted');
  });

  it('speaks English too, and remembers it', async () => {
    const page = await (await open()).window();
    await page.getByRole('button', { name: 'English' }).click();
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('According to');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await page.reload();
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('According to');
    expect(await faint(page)).toEqual([]);
  });
});
