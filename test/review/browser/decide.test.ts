import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { allEvents, claim, press, queue, saved, shown, shownAfter } from './desk.ts';
import { stage } from './stage.ts';

inChromium('deciding with one key', () => {
  const { open } = stage('decide');

  it('accepts, rejects with a reason, skips and goes on by itself', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    await press(page, 'a');
    const second = await shownAfter(page, first);
    await press(page, 'x');
    await press(page, '3');
    const third = await shownAfter(page, second);
    await press(page, 's');
    await shownAfter(page, third);
    await saved(page);

    expect(await claim(page, first)).toMatchObject({ state: 'accepted' });
    const rejected = await claim(page, second);
    expect(rejected.state).toBe('rejected');
    expect(rejected.history).toMatchObject([
      { action: 'reject', reason: expect.any(String), before: rejected.claim },
    ]);
    expect(await claim(page, third)).toMatchObject({ state: 'unreviewed', history: [] });
    await expect.poll(() => page.locator('.progress-text').textContent()).toContain('2 / ');
  });

  it('takes back the last decision, and the one before', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    await press(page, 'a');
    const second = await shownAfter(page, first);
    await press(page, 'a');
    await shownAfter(page, second);
    await press(page, 'u');
    await expect.poll(() => shown(page)).toBe(second);
    await press(page, 'u');
    await expect.poll(() => shown(page)).toBe(first);
    await saved(page);
    expect((await claim(page, first)).state).toBe('unreviewed');
    expect((await claim(page, second)).state).toBe('unreviewed');
    expect(await allEvents(page)).toHaveLength(4);
  });

  it('goes back and forth, to the next that is undecided, and says when all are decided', async () => {
    const page = await (await open()).window();
    const { items } = await queue(page);
    const ids = items.map(({ id }) => id);
    await press(page, 'j');
    await expect.poll(() => shown(page)).toBe(ids[1]);
    await press(page, 'a');
    await expect.poll(() => shown(page)).toBe(ids[2]);
    await press(page, 'k');
    await expect.poll(() => shown(page)).toBe(ids[1]);
    await press(page, 'k');
    await expect.poll(() => shown(page)).toBe(ids[0]);
    await press(page, 'n');
    await expect.poll(() => shown(page)).toBe(ids[2]);
    for (const id of ids.slice(2)) {
      await expect.poll(() => shown(page)).toBe(id);
      await press(page, 'a');
    }
    await expect.poll(() => shown(page)).toBe(ids[0]);
    await press(page, 'a');
    await page.locator('.done').waitFor();
    await saved(page);
    expect((await queue(page)).decided).toBe(ids.length);
  });

  it('prints every key on its button, and its button does the same', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    for (const key of ['a', 'x', 'e', 's', 'u', 'j', 'k', 'n'])
      expect(await page.locator(`button:has(kbd:text-is("${key}"))`).count(), key).toBe(1);
    await page.getByRole('button', { name: '接受' }).click();
    await shownAfter(page, first);
    await press(page, '?');
    await page.getByRole('dialog').waitFor();
    await press(page, 'a');
    await press(page, 'Escape');
    await saved(page);
    expect(await allEvents(page)).toHaveLength(1);
  });

  it('rejects only the claim that was asked about, and with its own note', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    await press(page, 'x');
    await page.getByLabel('备注').fill('第一条的备注');
    await page.locator('.m-other[data-start]').first().click();
    const second = await shownAfter(page, first);
    await press(page, '1');
    await press(page, 'x');
    await press(page, '2');
    await shownAfter(page, second);
    await saved(page);
    expect((await claim(page, second)).history).toMatchObject([{ action: 'reject', note: null }]);
    expect(await allEvents(page)).toHaveLength(1);
  });

  it('opens another claim of the article with a click on its words', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    await page.locator('.m-other[data-start]').first().click();
    await shownAfter(page, first);
  });
});
