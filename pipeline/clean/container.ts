/**
 * Where the platforms that carry most Chinese news keep the article. Readability, which goes by looks, lets lists,
 * counters and advice into their pages or drops short paragraphs; the element itself does neither.
 */
const CONTAINERS: readonly string[] = [
  '[itemprop="articleBody"]',
  '#js_content', // WeChat
  '#artibody', // Sina
  '#endText', // NetEase
  '.post_body', // NetEase
  '.all-txt', // Guancha
  '.news_txt', // The Paper
  '.content-article', // Tencent
  '.art_contextBox', // Hexun
  '.rm_txt_con', // People
  '#rwb_zw', // People
  '#p-detail', // Xinhua
  '#detailContent', // Xinhua
  '.l-con > article', // Huanqiu
  '.TRS_Editor', // government sites
  '#paragraph', // IT Home
  '#main_content', // Ifeng
];
/** Less text than this is a shell that a script would fill. */
const LEAST = 80;

/** The element that holds the article where the page says so itself; null where only its looks tell. */
export function containerOf(document: Document): Element | null {
  const all = Array.from(document.querySelectorAll(CONTAINERS.join(', ')));
  for (const selector of all.length === 0 ? [] : CONTAINERS) {
    const [only, another] = all.filter((element) => element.matches(selector));
    if (only === undefined || another !== undefined) continue;
    if ((only.textContent?.trim().length ?? 0) >= LEAST) return only;
  }
  return null;
}
