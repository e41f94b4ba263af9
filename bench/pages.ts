/**
 * Page extraction beside three other extractors, in one run on the same pages: the share of the article's characters
 * that each keeps, the share of what it gives that is not the article's, and its time. The pages are the layouts in
 * `test/clean/layouts`, each with an article of 3 lines, of 8 and of 30. Writes `bench/PAGES.md`.
 *
 *   npm run bench:pages
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM, VirtualConsole } from 'jsdom';
import { parseHTML } from 'linkedom';
import { z } from 'zod';
import { clean } from '../pipeline/clean/clean.ts';
import { readSource } from '../pipeline/read/read.ts';
import { STORIES } from '../test/clean/layouts/articles.ts';
import { LAYOUTS } from '../test/clean/layouts/layouts.ts';
import { type Measure, measure } from '../test/clean/layouts/measure.ts';

interface Extractor {
  readonly name: string;
  readonly text: (html: string) => Promise<string>;
}

async function own(name: string, content: string): Promise<string> {
  const { source } = readSource(name, new TextEncoder().encode(content));
  return source === null ? '' : (await clean(source)).text;
}

const version = (name: string): string =>
  z
    .object({ version: z.string() })
    .parse(JSON.parse(readFileSync(`node_modules/${name}/package.json`, 'utf8'))).version;

const EXTRACTORS: readonly Extractor[] = [
  { name: 'hutong', text: (html) => own('a.html', html) },
  {
    name: `jsdom ${version('jsdom')} + Readability ${version('@mozilla/readability')}`,
    async text(html) {
      const dom = new JSDOM(html, { virtualConsole: new VirtualConsole() });
      const found = new Readability(dom.window.document).parse()?.textContent ?? '';
      dom.window.close();
      return found;
    },
  },
  {
    name: `linkedom ${version('linkedom')} + Readability ${version('@mozilla/readability')}`,
    text: async (html) => new Readability(parseHTML(html).document).parse()?.textContent ?? '',
  },
  {
    name: `Defuddle ${version('defuddle')}`,
    async text(html) {
      const { content } = await Defuddle(parseHTML(html).document, 'https://n.example.com/a', {});
      return parseHTML(`<html><body>${content}</body></html>`).document.body.textContent ?? '';
    },
  },
];

const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;
const percent = (share: number): string => `${(100 * share).toFixed(1)}`;

interface Row {
  readonly layout: string;
  readonly figures: readonly { readonly kept: number; readonly foreign: number }[];
}

async function compare(): Promise<{ rows: Row[]; milliseconds: number[] }> {
  const rows: Row[] = [];
  const times = EXTRACTORS.map((): number[] => []);
  for (const layout of LAYOUTS) {
    const figures: { kept: number; foreign: number }[] = [];
    for (const [i, extractor] of EXTRACTORS.entries()) {
      const measures: Measure[] = [];
      for (const story of STORIES) {
        const html = layout.page(story);
        await extractor.text(html).catch(() => '');
        const begun = performance.now();
        const text = await extractor.text(html).catch(() => '');
        times[i]?.push(performance.now() - begun);
        measures.push(measure(text, story));
      }
      figures.push({
        kept: mean(measures.map((m) => m.kept)),
        foreign: mean(measures.map((m) => m.foreign)),
      });
    }
    rows.push({ layout: layout.name, figures });
  }
  return { rows, milliseconds: times.map(mean) };
}

/** Milliseconds for the same articles as pieces of a feed, which need no DOM. */
async function fragmentTime(): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 10; round += 1)
    for (const { title, paragraphs } of STORIES) {
      const scrape = `---\ntitle: '${title}'\n---\n${paragraphs.map((t) => `<p>${t}</p>`).join('\n')}`;
      const begun = performance.now();
      await own('a.md', scrape);
      times.push(performance.now() - begun);
    }
  return mean(times);
}

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`;

function report(rows: readonly Row[], milliseconds: readonly number[], fragment: number): string {
  const names = EXTRACTORS.map((e) => e.name);
  const total = EXTRACTORS.map((_, i) => ({
    kept: mean(rows.map((r) => r.figures[i]?.kept ?? 0)),
    foreign: mean(rows.map((r) => r.figures[i]?.foreign ?? 1)),
  }));
  const cells = (figures: Row['figures']): string[] =>
    figures.map(({ kept, foreign }) => `${percent(kept)} / ${percent(foreign)}`);
  return [
    `# Page extraction, side by side\n\nWritten by \`npm run bench:pages\` on Node ${process.version}, ${cpus()[0]?.model.trim() ?? 'unknown'}.\n\n`,
    `${LAYOUTS.length} layouts of Chinese news sites, written for the project, each with the same three articles (of 3, 8 and 30 lines). `,
    'A cell says how many per cent of the article’s characters were kept, and how many per cent of what came out are not the article’s; ',
    'both are means over the three articles. Compared sentence by sentence, white space aside; the title and the line with time and ',
    'source count on neither side. The layouts were written while `pipeline/clean` was mended, so the first column is what it was ',
    'made for and not what it will do on an unknown site; `test/clean/layouts.test.ts` holds it there. How it fares on 67 real pages ',
    'of an open collection (which is not ours to copy here) was counted by a script beside plain Readability, and looked at on 12 of ',
    'the pages where the two differ: what it left out there were lists, disclaimers and credits.\n\n',
    line(['layout', ...names]),
    line(['---', ...names.map(() => '---')]),
    ...rows.map((r) => line([r.layout, ...cells(r.figures)])),
    line(['**all**', ...cells(total).map((c) => `**${c}**`)]),
    line(['milliseconds a page', ...milliseconds.map((ms) => ms.toFixed(1))]),
    `\nThe same articles as pieces of a feed, which need no DOM: ${fragment.toFixed(2)} milliseconds each in hutong. hutong keeps `,
    'the tree that parse5 makes (which is the one of jsdom) in linkedom, and takes jsdom for pages that hold what the two keep ',
    'differently; `test/clean/dom.test.ts` holds both to the same text, offset by offset.\n\n',
    'Not compared: `@extractus/article-extractor` 9.0.1 does not install here (a dependency of its linkedom is missing).\n',
  ].join('');
}

const { rows, milliseconds } = await compare();
const text = report(rows, milliseconds, await fragmentTime());
writeFileSync('bench/PAGES.md', text);
process.stdout.write(text);
