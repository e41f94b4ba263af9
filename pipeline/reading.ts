import { annotate } from './annotate/annotate.ts';
import { buildMatcher, lazyCut, type Matcher } from './annotate/mentions/index.ts';
import { stampWarnings } from './annotate/stamp.ts';
import { clean } from './clean/clean.ts';
import type { PageLimits } from './clean/shape.ts';
import { extract } from './extract/extract.ts';
import { wordLists } from './read/knowledge/word-lists.ts';
import { refine } from './refine/refine.ts';
import { signatureOfText } from './reposts/judge.ts';
import { type Prepared, prepare } from './store/prepare.ts';
import { during, troubleOf } from './trouble.ts';
import type { Article, Claim, Document, Draft, Knowledge, Lexicon, Problem, Source } from './types.ts';

/** All that the stages need to know of words, made ready once. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
}

export interface Reading {
  readonly document: Document;
  readonly drafts: readonly Draft[];
  readonly claims: readonly Claim[];
}

/** What a source has become, or why it has not. */
interface Outcome<Reading> {
  readonly reading: Reading | null;
  readonly problem: Problem | null;
  readonly warnings: readonly Problem[];
}

export type Made = Outcome<{
  readonly article: Article;
  readonly claims: readonly Claim[];
  /** See `Document.twin`. */
  readonly twin: string;
}>;

/** The same as the book takes it: plain data, so that another thread can have made it. */
export type Ready = Outcome<Prepared>;

export const buildEngine = (knowledge: Knowledge): Engine => ({
  knowledge,
  matcher: matcherOf(knowledge.lexicon),
});

/** Finds the names of a lexicon; nodejieba's list of words is read by the first sentence that has to be cut. */
export const matcherOf = (lexicon: Lexicon): Matcher => buildMatcher(lexicon, lazyCut(wordLists));

/** What the engine sees in one article, and what it makes of it. Pure. Throws Trouble that names the stage. */
export function read(article: Article, engine: Engine, id: string): Reading {
  const { knowledge, matcher } = engine;
  const { path } = article;
  const document = during('annotate', path, () => annotate(article, matcher, knowledge));
  const drafts = during('extract', path, () => extract(document, knowledge));
  const claims = during('refine', path, () => refine(document, drafts, id, knowledge));
  return { document, drafts, claims };
}

/** One source through the stages from clean to refine; `id` is its article's. Never throws. */
export async function make(
  source: Source,
  id: string,
  engine: Engine,
  limits?: Partial<PageLimits>,
): Promise<Made> {
  const { path } = source;
  try {
    const article = await clean(source, limits).catch((thrown: unknown) => {
      throw troubleOf('clean', thrown, path);
    });
    // The DOM of a page is let go only when the loop comes round.
    if (source.htmlKind === 'page') await new Promise(setImmediate);
    const { document, claims } = read(article, engine, id);
    const warnings = [...article.warnings, ...stampWarnings(document, engine.knowledge.cues)];
    return { reading: { article, claims, twin: document.twin }, problem: null, warnings };
  } catch (thrown) {
    return { reading: null, problem: troubleOf('clean', thrown, path).problem, warnings: [] };
  }
}

/** The same, made ready for the book. */
export async function makeReady(...about: Parameters<typeof make>): Promise<Ready> {
  const made = await make(...about);
  if (made.reading === null) return { ...made, reading: null };
  const { article, claims, twin } = made.reading;
  return { ...made, reading: prepare(article, claims, signatureOfText(twin)) };
}
