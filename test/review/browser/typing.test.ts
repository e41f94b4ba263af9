import { expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { allEvents, queue, shown } from './desk.ts';
import { stage } from './stage.ts';

inChromium('the keys are dead', () => {
  const { open } = stage('typing');

  it('while an input method composes, in a field and elsewhere', async () => {
    const desk = await open();
    const page = await desk.window();
    const first = shown(page);
    const cdp = await desk.context.newCDPSession(page);
    await page.keyboard.press('/');
    for (const letters of ['x', 'xa', 'xan'])
      await cdp.send('Input.imeSetComposition', {
        text: letters,
        selectionStart: letters.length,
        selectionEnd: letters.length,
      });
    expect(new URL(page.url()).searchParams.get('q')).toBeNull();
    await cdp.send('Input.insertText', { text: '淘宝' });
    await expect.poll(() => new URL(page.url()).searchParams.get('q')).toBe('淘宝');
    await page.keyboard.press('Escape');

    await page.evaluate(() => {
      for (const init of [
        { key: 'a', isComposing: true },
        { key: 'Process', keyCode: 229 },
        { key: 'a', keyCode: 229 },
      ])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { ...init, bubbles: true }));
    });
    expect(await allEvents(page)).toEqual([]);
    expect((await queue(page)).items.map(({ id }) => id)).toContain(first);
  });

  it('while a modifier is held, in a text field, in a list, in a dialog', async () => {
    const page = await (await open()).window();
    const first = shown(page);
    for (const chord of ['Control+a', 'Alt+x', 'Meta+a', 'Shift+A']) await page.keyboard.press(chord);
    await page.getByLabel('顺序').focus();
    await page.keyboard.press('a');
    await page.keyboard.press('/');
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await page.locator('body').click({ position: { x: 400, y: 12 } });
    await page.keyboard.press('?');
    await page.keyboard.press('j');
    await page.keyboard.press('Escape');
    expect(shown(page)).toBe(first);
    expect(await allEvents(page)).toEqual([]);
  });
});
