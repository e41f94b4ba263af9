import { once } from 'node:events';
import { createServer, type Server as HttpServer } from 'node:http';
import { afterAll, expect, it } from 'vitest';
import { inChromium } from '../../chromium.ts';
import { allEvents, queue, shown } from './desk.ts';
import { freePort } from './server.ts';
import { stage } from './stage.ts';

const TITLE = '<img src=x onerror="window.hacked=1"><script>window.hacked=2</script>';
const AUTHOR = '"><svg onload=window.hacked=3>';
const BODY =
  '10月7日，微信群聊可以打开淘宝链接<b onclick="window.hacked=4">{{constructor}}</b><script>window.hacked=5</script>。';
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const HOSTILE = {
  'h.md': `\n---\ntitle: '${TITLE}'\ncategories: \n - '<i>样报</i>'\nauthor: '${AUTHOR}'\ndate: Fri, 08 Oct 2021 04:00:00 GMT\n---\n\n<div>\n<p>${escaped(BODY)}</p>\n</div>\n`,
};

inChromium('an article full of markup and scripts', () => {
  const { open } = stage('hostile');

  it('shows as text, in both views', async () => {
    const page = await (await open(HOSTILE)).window();
    const said: string[] = [];
    page.on('console', (message) => said.push(message.text()));
    page.on('dialog', (dialog) => said.push(dialog.message()));
    await expect.poll(() => page.locator('.article-head h1').textContent()).toBe(TITLE);
    expect(await page.locator('.article').textContent()).toContain(BODY);
    expect(await page.locator('.article-head').textContent()).toContain(AUTHOR);
    await page.keyboard.press('e');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '表格' }).click();
    await page.locator('tr[data-claim]').first().waitFor();
    expect(await page.locator('main img, main script, main svg, main b[onclick]').count()).toBe(0);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(said).toEqual([]);
  });

  it('could not run a script if it became markup after all', async () => {
    const page = await (await open(HOSTILE)).window();
    await page.evaluate(() => {
      const place = document.createElement('div');
      place.innerHTML = '<img src="data:," onerror="window.hacked=1">';
      const script = document.createElement('script');
      script.textContent = 'window.hacked=2';
      document.body.append(place, script);
    });
    await page.waitForTimeout(200);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });

  it('needs nothing from elsewhere', async () => {
    const desk = await open(HOSTILE);
    const asked: string[] = [];
    desk.context.on('request', (request) => asked.push(new URL(request.url()).origin));
    const page = await desk.window();
    await page.keyboard.press('?');
    expect(new Set(asked)).toEqual(new Set([desk.server.origin]));
  });
});

inChromium('a foreign page', () => {
  const { open } = stage('foreign');
  let foreign: HttpServer | null = null;
  afterAll(() => foreign?.close());

  it('cannot write, though the cookie goes along with what it sends', async () => {
    const desk = await open();
    const page = await desk.window();
    const id = shown(page);
    const { items } = await queue(page);
    const port = await freePort();
    foreign = createServer((_, response) => {
      response.setHeader('Content-Type', 'text/html');
      response.end('<title>foreign</title><body>');
    }).listen(port, '127.0.0.1');
    await once(foreign, 'listening');

    const other = await desk.context.newPage();
    await other.goto(`http://127.0.0.1:${port}/`);
    const answers = await other.evaluate(
      async ({ api, claim }) => {
        const event = {
          id: 'foreign-event-1',
          claim,
          action: 'accept',
          before: null,
          after: null,
          at: '2026-11-21T10:00:00.000Z',
          reason: null,
          note: null,
          undoes: null,
        };
        const body = JSON.stringify({ events: [event] });
        const tries: RequestInit[] = [
          { method: 'POST', body, mode: 'no-cors' },
          { method: 'POST', body, mode: 'no-cors', headers: { 'Content-Type': 'text/plain' } },
          { method: 'POST', body, headers: { 'Content-Type': 'application/json' } },
        ];
        const seen: string[] = [];
        for (const init of tries)
          seen.push(
            await fetch(`${api}/api/decisions`, { ...init, credentials: 'include' }).then(
              async (r) => `${r.type} ${(await r.text()).length}`,
              () => 'refused',
            ),
          );
        seen.push(
          await fetch(`${api}/api/queue`, { credentials: 'include' }).then(
            (r) => r.text(),
            () => 'refused',
          ),
        );
        return seen;
      },
      { api: desk.server.origin, claim: id },
    );
    expect(answers).toEqual(['refused', 'refused', 'refused', 'refused']);

    await other.evaluate(
      ({ api }) => {
        const form = document.createElement('form');
        form.method = 'post';
        form.enctype = 'text/plain';
        form.action = `${api}/api/decisions`;
        const field = document.createElement('input');
        field.name = '{"events":[{"id":"foreign-event-2","action":"accept","x":"';
        field.value = '"}]}';
        form.append(field);
        document.body.append(form);
        form.submit();
      },
      { api: desk.server.origin },
    );
    await other.waitForLoadState();
    expect(await allEvents(page)).toEqual([]);
    expect((await queue(page)).items).toEqual(items);
  });

  it('cannot hold the page in a frame', async () => {
    const desk = await open();
    await desk.window();
    const response = await desk.context.request.get(desk.server.origin);
    expect(response.headers()['content-security-policy']).toContain("frame-ancestors 'none'");
  });
});
