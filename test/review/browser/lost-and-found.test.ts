import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { allEvents, claim, press, queue, saved, shown, shownAfter } from './desk.ts';
import { stage } from './stage.ts';

inChromium('no decision is lost, and none is doubled', () => {
  const { open } = stage('lost');

  it('a reload in mid-queue leads back to the same claim', async () => {
    const page = await (await open()).window('?order=newest');
    const first = shown(page);
    await press(page, 'a');
    const second = await shownAfter(page, first);
    await press(page, 'a');
    const third = await shownAfter(page, second);
    await page.reload();
    await page.locator('.sentence').waitFor();
    expect(shown(page)).toBe(third);
    await press(page, 'k');
    await expect.poll(() => shown(page)).toBe(second);
    await press(page, 'u');
    await expect.poll(async () => (await claim(page, second)).state).toBe('unreviewed');
  });

  it('a reload right behind the key loses nothing', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    await page.route('**/api/decisions', (route) => route.abort());
    await press(page, 'a');
    await shownAfter(page, first);
    page.on('dialog', (dialog) => dialog.accept());
    await page.unroute('**/api/decisions');
    await page.reload();
    await saved(page);
    await expect.poll(async () => (await claim(page, first)).state).toBe('accepted');
    expect(await allEvents(page)).toHaveLength(1);
  });

  it('the server dies between two keys and is started again', async () => {
    const desk = await open();
    const page = await desk.window();
    const { items } = await queue(page);
    const [first = '', second = '', third = ''] = items.map(({ id }) => id);
    await press(page, 'a');
    await saved(page);
    await desk.server.kill();
    await expect.poll(() => shown(page)).toBe(second);
    await press(page, 'a');
    await expect.poll(() => shown(page)).toBe(third);
    await press(page, 'x');
    await press(page, '1');
    await expect.poll(() => page.locator('.save-state').textContent()).toContain('2');
    await page.locator('.trouble').waitFor();

    await desk.server.start();
    const again = await desk.context.newPage();
    await again.goto(desk.server.address);
    await saved(page);
    expect(await claim(page, first)).toMatchObject({ state: 'accepted' });
    expect(await claim(page, second)).toMatchObject({ state: 'accepted' });
    expect(await claim(page, third)).toMatchObject({ state: 'rejected' });
    expect(await allEvents(page)).toHaveLength(3);
    await expect.poll(() => page.locator('.trouble').count()).toBe(0);
  });

  it('an answer that is lost on the way makes no second event', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    let lost = 0;
    await page.route('**/api/decisions', async (route) => {
      await route.fetch();
      lost += 1;
      if (lost < 3) await route.abort();
      else await route.continue();
    });
    await press(page, 'a');
    await shownAfter(page, first);
    await saved(page);
    expect(lost).toBe(3);
    expect(await allEvents(page)).toHaveLength(1);
  });

  it('a window that is closed with something unsaved asks first', async () => {
    const page = await (await open()).window();
    await page.route('**/api/decisions', (route) => route.abort());
    await press(page, 'a');
    await page.locator('.save-state.waiting').waitFor();
    const [dialog] = await Promise.all([page.waitForEvent('dialog'), page.close({ runBeforeUnload: true })]);
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();
  });

  it('two windows of one browser see each other’s decisions at once, two browsers soon', async () => {
    const desk = await open();
    const one = await desk.window();
    const two = await desk.window('?view=table');
    const three = await desk.window('?view=table', await desk.otherBrowser());
    const first = shown(one);
    await press(one, 'a');
    const dot = `tr[data-claim="${first}"] .dot.accepted`;
    await two.locator(dot).waitFor();
    await expect.poll(() => three.locator(dot).count(), { timeout: 15_000 }).toBe(1);
    await press(one, 'u');
    await expect.poll(() => two.locator(dot).count()).toBe(0);
  });

  it('keys in two windows at once are all kept', async () => {
    const desk = await open();
    const one = await desk.window();
    const two = await desk.window('?order=newest');
    const { items } = await queue(one);
    const ids = items.map(({ id }) => id);
    for (let i = 0; i < 3; i += 1) await Promise.all([press(one, 'a'), press(two, 'a')]);
    await saved(one);
    await saved(two);
    const states = (await queue(one)).items.filter(({ state }) => state === 'accepted');
    const events = await allEvents(one);
    expect(new Set(events.map(({ id }) => id)).size).toBe(events.length);
    expect(states.length).toBe(new Set(events.map((event) => event.claim)).size);
    expect(ids.length).toBeGreaterThan(0);
  });
});
