import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { allEvents, press, queue } from './desk.ts';
import { stage } from './stage.ts';

inChromium('the table', () => {
  const { open } = stage('bulk');

  it('decides a whole filter after a question that names the number, and undoes it as one', async () => {
    const page = await (await open()).window('?view=table&relation=acceptance&status=open');
    const { total } = await queue(page, 'relation=acceptance&status=open');
    expect(total).toBe(2);
    await page.getByRole('button', { name: '全部接受' }).click();
    await expect
      .poll(() => page.getByRole('dialog').getByRole('heading').textContent())
      .toBe('接受 2 条断言？');
    await page.getByRole('dialog').getByRole('button', { name: '接受 2 条' }).click();
    await expect.poll(() => page.locator('tr .dot.accepted').count()).toBe(2);
    const decided = await queue(page);
    expect(decided.items.filter(({ state }) => state === 'accepted')).toHaveLength(2);

    await page.locator('.table-scroll').click({ position: { x: 5, y: 200 } });
    await page.keyboard.press('u');
    await expect.poll(() => page.locator('tr .dot.accepted').count()).toBe(0);
    expect((await queue(page)).decided).toBe(0);
  });

  it('asks nothing and does nothing without a filter', async () => {
    const page = await (await open()).window('?view=table');
    await page.getByText('先设一个筛选').waitFor();
    expect(await page.getByRole('button', { name: '全部拒绝' }).isDisabled()).toBe(true);
  });

  it('keeps filter, order and row in the address, through a reload and back', async () => {
    const page = await (await open()).window('?view=table');
    await page.locator('summary', { hasText: '状态' }).click();
    await page.getByRole('checkbox', { name: '不开放' }).check();
    await expect.poll(() => new URL(page.url()).searchParams.getAll('status')).toEqual(['closed']);
    await page.getByRole('button', { name: '日期', exact: true }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('order')).toBe('day');
    await page.getByRole('button', { name: /^日期/ }).click();
    await expect.poll(() => new URL(page.url()).searchParams.get('descending')).toBe('true');
    const rows = async (): Promise<(string | null)[]> =>
      page.locator('tr[data-claim]').evaluateAll((all) => all.map((row) => row.getAttribute('data-claim')));
    const { items } = await queue(page, 'status=closed&order=day&descending=true');
    await expect.poll(rows).toEqual(items.map(({ id }) => id));
    await page.reload();
    await expect.poll(rows).toEqual(items.map(({ id }) => id));
    await page.goBack();
    await page.goBack();
    await page.goBack();
    await expect.poll(async () => (await rows()).length).toBe((await queue(page)).total);
  });

  it('shows the row under the cursor, also where there is little room', async () => {
    const page = await (await open()).window('?view=table');
    await page.setViewportSize({ width: 1280, height: 480 });
    const { items } = await queue(page);
    await page.goto(page.url().replace(/claim=[^&]*/, `claim=${items.at(-1)?.id}`));
    await page.locator('.preview .sentence').waitFor();
    const hidden = (): Promise<number> =>
      page.locator('tr.chosen').evaluate((row) => {
        const pane = row.closest('.table-scroll')?.getBoundingClientRect();
        return row.getBoundingClientRect().bottom - (pane?.bottom ?? 0);
      });
    await expect.poll(hidden).toBeLessThanOrEqual(0);
  });

  it('decides row by row with the same keys', async () => {
    const page = await (await open()).window('?view=table');
    await page.locator('tr[data-claim]').nth(2).click();
    await press(page, 'a');
    await expect.poll(() => page.locator('tr[data-claim]').nth(2).locator('.dot.accepted').count()).toBe(1);
    await press(page, 'k');
    await press(page, 'Enter');
    await page.locator('.article').waitFor();
    await page.locator('.save-state.saved').waitFor();
    expect(await allEvents(page)).toHaveLength(1);
  });

  it('searches on / and leaves the keys to the field', async () => {
    const page = await (await open()).window('?view=table');
    await page.keyboard.press('/');
    await page.keyboard.type('优酷');
    await expect.poll(() => page.locator('tr[data-claim]').count()).toBe(1);
    await page.keyboard.type('xa');
    await expect.poll(() => page.getByText('这个筛选下没有断言。').count()).toBe(1);
    expect(await allEvents(page)).toEqual([]);
  });
});
