/** Elements that hold no article, whatever they are called. */
const TAGS = 'nav, footer, aside, form, dialog';
/** What stands around an article is called so: a class or an id that begins or ends with one of these words. */
const WORDS =
  'nav|navbar|navigation|menu|crumbs?|breadcrumbs?|foot|footer|copyright|statement|disclaimer|comments?|replies|related?|recommend|recommends|recommended|recommendations?|share|sharing|side|sidebar|aside|ads?|advert\\w{0,10}|hot|rank|ranking|tags?|keywords?|prev|next|pager|pagination|login|qr-?code|subscribe';
const NAMES = new RegExp(
  `(?:^|\\s)(?:(?:${WORDS})(?=$|[-_\\s\\d])|[\\w-]*[-_](?:${WORDS})\\d{0,3}(?=$|\\s))`,
  'i',
);
/** Words with which the same element may hold the article after all. */
const MAIN = /artic|content|detail|main|body|text|post|news|wrap|page/i;
const SENTENCE = /[，。！？；]/gu;
/** Signs that the rest of a page must have to be an article. */
const LEAST = 5;

/**
 * Takes out what by its tag or its name is not the article: navigation, lists of other articles, comments, adverts. What
 * holds the heading stays, and what holds half of the page's sentences, unless its name leaves no doubt and an article
 * is left without it.
 */
export function removeClutter(document: Document): void {
  const all = sentencesIn(document.body);
  let left = all;
  const named = document.body.querySelectorAll('[class], [id]');
  for (const element of [...document.body.querySelectorAll(TAGS), ...named]) {
    const name = `${element.getAttribute('class') ?? ''} ${element.id}`;
    if (!element.matches(TAGS) && !NAMES.test(name)) continue;
    if (!element.isConnected || element.querySelector('h1') !== null) continue;
    const here = sentencesIn(element);
    const beyondDoubt = !MAIN.test(name) && left - here >= LEAST;
    if (here * 2 >= all && !beyondDoubt) continue;
    element.remove();
    left -= here;
  }
}

/** Signs that end or part a sentence. */
const sentencesIn = (element: Element): number => element.textContent?.match(SENTENCE)?.length ?? 0;
