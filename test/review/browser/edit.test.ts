import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { claim, dragOver, saved, shown, shownAfter } from './desk.ts';
import { stage } from './stage.ts';

inChromium('editing', () => {
  const { open } = stage('edit');

  it('keeps what the machine had said beside what the person made of it', async () => {
    const page = await (await open()).window();
    const id = shown(page);
    const before = await claim(page, id);
    await page.keyboard.press('e');
    await page.getByLabel('状态').selectOption('limited');
    await page.getByLabel('对象', { exact: true }).fill('天猫');
    await page.getByLabel('第一天').fill('2021-10-05');
    await page.getByRole('button', { name: '保存' }).click();
    await shownAfter(page, id);
    await saved(page);

    const after = await claim(page, id);
    expect(after).toMatchObject({ state: 'edited', machine: before.claim });
    expect(after.claim).toMatchObject({ status: 'limited', object: 'tmall', date: { start: '2021-10-05' } });
    expect(after.history).toMatchObject([{ action: 'edit', before: before.claim, after: after.claim }]);
    await page.keyboard.press('k');
    await expect.poll(() => page.locator('.sentence').textContent()).toContain('天猫');
  });

  it('takes the words that are selected in the article as evidence', async () => {
    const page = await (await open()).window();
    const id = shown(page);
    await page.keyboard.press('e');
    await page.getByTestId('draft-evidence').waitFor();
    await dragOver(page, '微信群聊里可以直接打开');
    await expect.poll(() => page.getByTestId('draft-evidence').textContent()).toBe('微信群聊里可以直接打开');
    await page.keyboard.press('Control+Enter');
    await shownAfter(page, id);
    await saved(page);
    const { claim: after, article } = await claim(page, id);
    expect(after.evidence.quote).toBe('微信群聊里可以直接打开');
    expect(article.text.slice(after.evidence.start, after.evidence.end)).toBe(after.evidence.quote);
  });

  it('moves the evidence by keys alone', async () => {
    const page = await (await open()).window();
    const id = shown(page);
    await page.keyboard.press('e');
    const quote = (await page.getByTestId('draft-evidence').textContent()) ?? '';
    await page.getByRole('button', { name: '结尾往前一字' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Space');
    await expect.poll(() => page.getByTestId('draft-evidence').textContent()).toBe(quote.slice(0, -2));
    await page.keyboard.press('Control+Enter');
    await shownAfter(page, id);
    await saved(page);
    expect((await claim(page, id)).claim.evidence.quote).toBe(quote.slice(0, -2));
  });

  it('refuses what no vocabulary holds, and forgets on Escape', async () => {
    const page = await (await open()).window();
    const id = shown(page);
    await page.keyboard.press('e');
    await page.getByLabel('主体', { exact: true }).fill('某某商城');
    expect(await page.getByRole('button', { name: '保存' }).isDisabled()).toBe(true);
    await page.keyboard.press('a');
    await page.getByLabel('状态').focus();
    await page.keyboard.press('Escape');
    await page.locator('.actions').waitFor();
    expect(shown(page)).toBe(id);
    expect((await claim(page, id)).history).toEqual([]);
  });
});
