import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A feed item as scrapers leave it. */
export function scrape(title: string, paragraphs: readonly string[], day = '2021-10-08'): string {
  const date = new Date(`${day}T04:00:00Z`).toUTCString();
  const body = paragraphs.map((p) => `<p>${p}</p>`).join('\n');
  return `\n---\ntitle: '${title}'\ncategories: \n - 样报\nauthor: 样报\ndate: ${date}\n---\n\n<div>\n${body}\n</div>\n`;
}

export const OPENED = scrape('群里的链接', [
  '10月7日，记者实测发现，微信群聊里可以直接打开淘宝链接。',
  '同日，天气晴朗，本市马拉松开跑。',
]);
export const PAID = scrape('付款', ['饿了么已接入微信支付。'], '2021-10-09');

/** A new folder with two articles in `news/`. */
export function newsFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'pipeline-'));
  mkdirSync(join(folder, 'news'));
  for (const [name, text] of Object.entries({ 'a-opened.md': OPENED, 'b-paid.md': PAID }))
    put(folder, name, text);
  return folder;
}

export function put(folder: string, name: string, text: string | Uint8Array): void {
  writeFileSync(join(folder, 'news', name), text);
}
