import type { Cues, Knowledge, Segment, Sentence, Token } from '../types.ts';

/** How a frame assigns the two ends of a relation. */
export type Assign = (parts: Parts) => { subjects: readonly string[]; objects: readonly string[] };

/** What a frame looks at. */
export interface Parts {
  readonly tokens: readonly Token[];
  /** Encoded offsets of the words that the rule matched. */
  readonly start: number;
  readonly end: number;
  readonly sentence: Sentence;
  readonly segment: Segment;
  readonly cues: Cues;
  readonly traitOf: Knowledge['traitOf'];
}

/** Whose things are opened, sold and paid for, and who lets others in: an app, its company or a group of apps. */
export const isProvider = (t: Token): boolean =>
  t.class === 'app' || t.class === 'company' || t.class === 'group';
/** «支付宝以外的钱包»: what is spoken of is all but this one. */
export const isLeftOut = (t: Token, { encoded }: Sentence): boolean =>
  /^(?:以外|之外)的/.test(encoded.slice(t.at + 1)) && !/除(?:了)?$/.test(encoded.slice(0, t.at));
/** Nobody can be told to be a card, and no card comes out as a product. */
export const isCard = (t: Token): boolean => t.ids.every((id) => /-cards?$/.test(id));
/** What may come out as a whole. */
export const isProduct = (t: Token): boolean =>
  (t.class === 'app' && !t.isThing) || (t.class === 'payment' && !isCard(t));
export const isPayment = (t: Token): boolean => t.class === 'payment';
/** The ids of tokens, each once, in the order of the text. */
export const ids = (tokens: readonly Token[]): string[] => [...new Set(tokens.flatMap((t) => t.ids))];
export const marked = (tokens: readonly Token[], ...marks: Token['mark'][]): Token[] =>
  tokens.filter((t) => marks.includes(t.mark));

/** «乙的链接，甲称正在测试中»: who says so opens nothing, and is nothing that is opened. */
export const speaks = (t: Token, segment: Segment, { speeches, segments }: Sentence): boolean =>
  speeches.some(
    ({ type, entity, firstSegment }) =>
      type === 'official' && segments[firstSegment] === segment && entity !== null && t.ids.includes(entity),
  );

/** «谷歌能搜到甲的文章，百度不行»: where one searches, engines are places. */
export const areSearched = (
  named: readonly Token[],
  { encoded }: Sentence,
  traitOf: Knowledge['traitOf'],
): boolean =>
  named.every((t) => t.ids.every((id) => traitOf.get(id) === 'engine')) &&
  /[搜检]索|搜[到得不]|收录|抓取/.test(encoded);
