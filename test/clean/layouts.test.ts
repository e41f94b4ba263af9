import { Readability } from '@mozilla/readability';
import { JSDOM, VirtualConsole } from 'jsdom';
import { describe, expect, it } from 'vitest';
import { clean } from '../../pipeline/clean/clean.ts';
import { readSource } from '../../pipeline/read/read.ts';
import { STORIES } from './layouts/articles.ts';
import { LAYOUTS } from './layouts/layouts.ts';
import { measure } from './layouts/measure.ts';

async function ours(html: string): Promise<string> {
  const { source } = readSource('a.html', new TextEncoder().encode(html));
  if (source === null) throw new Error('not read');
  return (await clean(source)).text;
}
function plain(html: string): string {
  const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
  return new Readability(dom.window.document).parse()?.textContent ?? '';
}
const CASES = LAYOUTS.flatMap((layout) =>
  STORIES.map((story) => ({ layout, story, name: `${layout.name}: ${story.name}` })),
);

describe('on every layout the whole article is kept and next to nothing else', () => {
  it.each(CASES)('$name', async ({ layout, story }) => {
    const html = layout.page(story);
    const [own, theirs] = [measure(await ours(html), story), measure(plain(html), story)];
    expect(own.kept).toBeGreaterThanOrEqual(Math.max(0.99, theirs.kept));
    expect(own.foreign).toBeLessThanOrEqual(Math.max(0.02, Math.min(0.1, theirs.foreign)));
  });
});
