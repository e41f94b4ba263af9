/**
 * Clauses that say who brings the text and not what happened: datelines, bylines, credits. Every outlet writes its
 * own, so they tell nothing about whether two texts are one.
 */
const FRAME =
  /^(?:.{0,16}(?:电|讯|消息|报道|出品|供稿)|.{0,8}(?:记者|通讯员|实习生|编辑|责编|编审|校对|作者|来源|原标题|转自|转载|摄影|监制|审核|文图|供图|原文链接|本文来自|点击).*)$/u;
/** A dateline that runs into the first sentence: «本报北京9月17日讯». */
const DATELINE = /^.{0,14}\d日(?:电|讯|消息|报道)/u;
/** A point within a number parts nothing. */
const BREAK = /(?:(?!(?<=\d)\.\d)[^\p{L}\p{N}])+/u;

/** The clauses of a folded text (Simplified, half-width): letters and digits between any other signs, in lower case. */
export const clausesOf = (folded: string): string[] =>
  folded
    .toLowerCase()
    .split(BREAK)
    .filter((clause) => clause !== '');

/** The clauses without what only frames the story. */
export const storyOf = (clauses: readonly string[]): string[] =>
  clauses
    .filter((clause) => clause.length > 40 || !FRAME.test(clause))
    .map((clause) => clause.replace(DATELINE, ''))
    .filter((clause) => clause !== '');
