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
import { during, type Stage, Trouble, tried, troubleOf } from './trouble.ts';
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

/** A source, and the id that its article has or is to have. */
export interface ToMake {
  readonly source: Source;
  readonly id: string;
}

/**
 * Sources through the stages from clean to refine; what becomes of them comes back in their order. Each stage goes through
 * all of them before the next begins: its code and tables are too large for a processor to keep at hand while an article
 * goes through all others, so that sixteen together take a fifth less than one by one. Never throws.
 */
export async function makeAll(
  all: readonly ToMake[],
  engine: Engine,
  limits?: Partial<PageLimits>,
): Promise<Made[]> {
  const articles: (Article | Trouble)[] = [];
  for (const { source } of all) articles.push(await cleaned(source, limits));
  const { knowledge, matcher } = engine;
  const pass = <A, B>(stage: Stage, before: readonly (A | Trouble)[], work: (one: A, at: number) => B) =>
    before.map((one, at): B | Trouble =>
      one instanceof Trouble ? one : tried(stage, all[at]?.source.path ?? '', () => work(one, at)),
    );
  const documents = pass('annotate', articles, (article) => annotate(article, matcher, knowledge));
  const found = pass('extract', documents, (document) => ({
    document,
    drafts: extract(document, knowledge),
  }));
  const made = pass('refine', found, ({ document, drafts }, at): Made => {
    const { article, twin } = document;
    const claims = refine(document, drafts, all[at]?.id ?? '', knowledge);
    const warnings = [...article.warnings, ...stampWarnings(document, knowledge.cues)];
    return { reading: { article, claims, twin }, problem: null, warnings };
  });
  return made.map((one) => (one instanceof Trouble ? failed(one) : one));
}

const failed = ({ problem }: Trouble) => ({ reading: null, problem, warnings: [] }) as const;

async function cleaned(source: Source, limits?: Partial<PageLimits>): Promise<Article | Trouble> {
  try {
    return await clean(source, limits);
  } catch (thrown) {
    return troubleOf('clean', thrown, source.path);
  } finally {
    // The DOM of a page is let go only when the loop comes round.
    if (source.htmlKind === 'page') await new Promise(setImmediate);
  }
}

/** The same, made ready for the book. */
export async function makeAllReady(...about: Parameters<typeof makeAll>): Promise<Ready[]> {
  const made = await makeAll(...about);
  return made.map((one) => {
    if (one.reading === null) return { ...one, reading: null };
    const { article, claims, twin } = one.reading;
    const ready = tried('store', article.path, () => prepare(article, claims, signatureOfText(twin)));
    return ready instanceof Trouble ? failed(ready) : { ...one, reading: ready };
  });
}
