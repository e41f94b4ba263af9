import type { SourceRecord } from '../types.ts';
import { BlockBuilder, type BlockText } from './blocks.ts';
import { isBetter } from './choose.ts';
import { removeClutter } from './clutter.ts';
import { containerOf } from './container.ts';
import type { PageDom, ReadDom } from './dom/dom.ts';
import { fullDom } from './dom/full.ts';
import { quickDom } from './dom/quick.ts';
import { blocksOf } from './fragment.ts';
import { hiddenClasses, isHidden } from './hidden.ts';
import { pageMetadata } from './metadata.ts';
import { NoiseCount } from './noise.ts';
import { fitsDom, type PageLimits } from './shape.ts';
import { trunkOf } from './trunk.ts';
import { walkDom } from './walk-dom.ts';

/** What is left of a full page: the article's own text and what the page says of it. */
export interface PageContent extends BlockText {
  readonly record: SourceRecord | null;
  /** Why the page was read in another way than pages are, or null. */
  readonly doubt: string | null;
}

/**
 * Takes the article out of a full page with a DOM and Readability. Nothing in the page runs and nothing is fetched. A
 * page that is too large, too deep or broken for a DOM is read as it streams by, with its navigation.
 */
export async function readPage(
  html: string,
  limits?: PageLimits,
  read: ReadDom = domOf,
): Promise<PageContent> {
  if (!fitsDom(html, limits))
    return streamed(
      html,
      'the page is too large or too deep for a DOM and was read with its navigation; raise a page limit to read it as a page',
    );
  let dom: PageDom | null = null;
  try {
    dom = await read(withoutStyles(html));
    return await articleIn(dom, html);
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message.split('\n', 1)[0] : 'it is broken';
    return streamed(html, `no DOM could be made of the page (${why}); it was read with its navigation`);
  } finally {
    dom?.close();
  }
}

/** The quick tree where it holds the same as the full one, else the full one. */
const domOf: ReadDom = async (html) => (await quickDom(html)) ?? fullDom(html);

async function articleIn(dom: PageDom, html: string): Promise<PageContent> {
  const { Readability } = await import('@mozilla/readability');
  const { document } = dom;
  const record = pageMetadata(document);
  const noise = removeHidden(document, hiddenClasses(html));
  const textOf = (root: Node): BlockText => {
    const builder = new BlockBuilder({ hiddenClasses: new Set(), keepHidden: true });
    walkDom(root, html, dom, builder);
    return builder.finish();
  };
  const own = containerOf(document);
  let title = record.title;
  let text: BlockText;
  if (own !== null) text = textOf(own);
  else {
    removeClutter(document);
    const trunk = trunkOf(document);
    const helped = trunk === null ? null : textOf(trunk.element);
    const readable = new Readability(document, { charThreshold: 100, serializer: (node) => node }).parse();
    const found = textOf(readable?.content ?? document.body);
    title ??= readable?.title || null;
    text = helped === null || isBetter(found, helped, trunk?.isFirst ?? false) ? found : helped;
  }
  return { ...text, noise: [...noise.list(), ...text.noise], record: { ...record, title }, doubt: null };
}

const streamed = (html: string, doubt: string): PageContent => ({ ...blocksOf(html), record: null, doubt });

/** The page with its style sheets blanked: they say nothing of the text, and offsets stay. */
function withoutStyles(html: string): string {
  const parts: string[] = [];
  const opening = /<style\b/gi;
  let from = 0;
  for (let found = opening.exec(html); found !== null; found = opening.exec(html)) {
    const begin = html.indexOf('>', found.index) + 1;
    const end = begin === 0 ? -1 : html.indexOf('</', begin);
    if (end < 0) break;
    parts.push(html.slice(from, begin), ' '.repeat(end - begin));
    from = end;
    opening.lastIndex = end;
  }
  return parts.length === 0 ? html : parts.join('') + html.slice(from);
}

/**
 * Takes out what readers never see, and counts it. An element that holds most of the page's text, or all its sentences, is the article,
 * hidden until a script shows it: it stays, and is shown, or Readability would take it out.
 */
function removeHidden(document: Document, classes: ReadonlySet<string>): NoiseCount {
  const noise = new NoiseCount();
  const all = document.body.textContent?.length ?? 0;
  const allStops = stopsIn(document.body);
  for (const element of document.body.querySelectorAll('[style], [hidden], [class], [aria-hidden]')) {
    const attributes = Object.fromEntries(Array.from(element.attributes, (a) => [a.name, a.value]));
    const unseen = isHidden(element.localName, attributes, classes);
    const stops = unseen ? stopsIn(element) : 0;
    const isArticle = (element.textContent?.length ?? 0) * 2 >= all || (stops > 0 && allStops - stops < 2);
    if (unseen && !isArticle) {
      if (element.textContent?.trim()) noise.add('hidden', 1, element.textContent);
      element.remove();
    } else for (const name of ['hidden', 'style', 'aria-hidden']) element.removeAttribute(name);
  }
  return noise;
}

const stopsIn = (element: Element): number => element.textContent?.match(/[。！？]/gu)?.length ?? 0;
