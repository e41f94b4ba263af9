/**
 * Blocks that are the editors' marks and not the article's own words. Each pattern must match the whole block;
 * none is longer than a signature, so a paragraph that only begins like one stays a paragraph.
 */
const WHOLE_BLOCK: readonly RegExp[] = [
  /^[（(【[]?\s*(?:责任编辑|责编|编辑|编审|审校|校对|主编|作者|撰文|记者|文字|摄影|图片|制图|来源|出品|监制|题图|头图)\s*[：:|｜/／][^。！？]{0,40}[）)】\]]?$/,
  /^文\s*[/／|｜丨]\s*[^。！？]{1,30}$/,
  /^\S{1,12}\s*新闻出品$/,
  /^(?:本文|文章)(?:来自|转载自|首发于|源自|系|由)[^。！？]{1,60}[。]?$/,
  /^原标题\s*[：:].{1,80}$/,
];

/** A dateline in bold at the head of a paragraph: «《某报》（上海，记者 某某）讯，». */
const DATELINE =
  /^(?:《[^》]{1,12}》|[一-龥]{2,8})?\s*[（(][^）)]{0,60}(?:记者|实习生|通讯员|编辑)[^）)]{0,40}[）)]\s*(?:讯|报道|电)?[，,：:]?$/;

/** Whether a whole block is a byline or an editor's mark. */
export const isByline = (text: string): boolean => text.length <= 90 && WHOLE_BLOCK.some((p) => p.test(text));

/** Whether bold words at the head of a paragraph are its dateline. */
export const isDateline = (text: string): boolean => text.length <= 120 && DATELINE.test(text);
