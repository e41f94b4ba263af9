import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Span } from '../../types.ts';
import { heldText } from '../pack.ts';
import type { Tables } from '../tables.ts';
import { fillIndex } from './fill.ts';
import { queryFor } from './pairs.ts';
import type { Script } from './script.ts';
import { type Found, patternsFor, sentencesWith } from './sentences.ts';

export interface SearchOptions {
  readonly limit: number;
  /** Told while articles that were saved since the last search are put into the index. */
  readonly onProgress?: (done: number, left: number) => void;
}

/** A sentence in which the words stand, or an article's title. */
export interface Hit {
  readonly article: {
    readonly id: string;
    readonly path: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
  };
  readonly in: 'text' | 'title';
  /** The sentence and its place: UTF-16 offsets into the article's text, or into its title. */
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** Where the words stand, as offsets into `text`. */
  readonly marks: readonly Span[];
  /** How many of the words stand in this sentence; all stand in its article. */
  readonly words: number;
  /** Ids of the claims that rest on words of the sentence. */
  readonly claims: readonly string[];
}

export interface SearchResult {
  /** The words that were looked for: as given, or cut into words where nothing holds them as given. */
  readonly words: readonly string[];
  /** Best first: most words in one sentence, then a claim in it, then the latest article. */
  readonly hits: readonly Hit[];
  /** Articles that hold all words; where there are more than are weighed, about how many. */
  readonly articles: number;
  /** Whether there were more articles than are weighed; `articles` then also counts those that are gone. */
  readonly cut: boolean;
}

/** Articles that are weighed against each other, those that came last into the book first; more is not worth the time. */
const WEIGHED = 300;
/** Sentences of one article that are shown. */
const PER_ARTICLE = 3;

/**
 * Finds the sentences of present articles in which words stand: each word as it is written, in either script. All
 * words must stand in the article. Where no article holds them all, long ones are cut into words by nodejieba.
 */
export async function search(
  db: Kysely<Tables>,
  words: readonly string[],
  { limit, onProgress }: SearchOptions,
): Promise<SearchResult> {
  const script = await fillIndex(db, onProgress);
  const asGiven = await lookFor(db, words, script, limit);
  if (asGiven.hits.length > 0 || !words.some((word) => word.length > 2)) return asGiven;
  const { cutIntoWords } = await import('./cut.ts');
  const cut = cutIntoWords(words);
  return cut.length > words.length ? lookFor(db, cut, script, limit) : asGiven;
}

async function lookFor(
  db: Kysely<Tables>,
  words: readonly string[],
  script: Script,
  limit: number,
): Promise<SearchResult> {
  const query = queryFor(words, script.fold);
  if (query === null) return { words, hits: [], articles: 0, cut: false };
  const candidates = await candidatesFor(db, query);
  const patterns = patternsFor(words, script);
  const found = candidates.map((article) => ({ article, sentences: sentencesIn(article, patterns) }));
  const holding = found.filter(({ sentences }) => sentences.length > 0);
  const ids = holding.map(({ article }) => article.id);
  const claims = await claimsOf(db, ids);
  const hits = holding.flatMap(({ article, sentences }) => {
    const all = sentences.map((sentence) => hitOf(article, sentence, claims.get(article.id) ?? []));
    return all.sort(better).slice(0, PER_ARTICLE);
  });
  const isCut = candidates.length === WEIGHED;
  return {
    words,
    hits: hits.sort(better).slice(0, limit),
    articles: isCut ? await countFor(db, query) : holding.length,
    cut: isCut,
  };
}

const candidate = z.object({
  id: z.string(),
  path: z.string(),
  title: z.string().nullable(),
  publisher: z.string().nullable(),
  published: z.string().nullable(),
  text: heldText,
});
type Candidate = z.infer<typeof candidate>;

async function candidatesFor(db: Kysely<Tables>, query: string): Promise<Candidate[]> {
  const { rows } = await sql`
    SELECT a.id, a.path, a.title, a.publisher, a.published, x.text
    FROM search_pairs p
    JOIN search_rows r ON r.id = p.rowid JOIN articles a ON a.id = r.article_id
    JOIN article_texts x ON x.key = a.text_key
    WHERE search_pairs MATCH ${query} AND a.state = 'present' ORDER BY p.rowid DESC LIMIT ${WEIGHED}`.execute(
    db,
  );
  return rows.map((found) => candidate.parse(found));
}

async function countFor(db: Kysely<Tables>, query: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    SELECT count(*) AS n FROM search_pairs WHERE search_pairs MATCH ${query}`.execute(db);
  return rows[0]?.n ?? 0;
}

interface Place extends Found {
  readonly in: 'text' | 'title';
}

/** The title is a sentence beside the text's; a word may stand in either. */
function sentencesIn({ title, text }: Candidate, patterns: readonly RegExp[]): Place[] {
  const all = title === null ? text : `${title}\n${text}`;
  const shift = all.length - text.length;
  return sentencesWith(all, patterns).map((s) => {
    if (s.end < shift) return { ...s, in: 'title' };
    const back = ({ start, end }: Span): Span => ({ start: start - shift, end: end - shift });
    return { ...s, ...back(s), marks: s.marks.map(back), in: 'text' };
  });
}

interface Evidence extends Span {
  readonly id: string;
}

async function claimsOf(db: Kysely<Tables>, articles: readonly string[]): Promise<Map<string, Evidence[]>> {
  const byArticle = new Map<string, Evidence[]>();
  for (let i = 0; i < articles.length; i += 500) {
    const rows = await db
      .selectFrom('claims')
      .innerJoin('articles', 'articles.key', 'claims.article_key')
      .select(['claims.id', 'articles.id as article_id', 'claims.start', 'claims.end'])
      .where('articles.id', 'in', articles.slice(i, i + 500))
      .where('claims.state_code', '=', 0)
      .whereRef('claims.text_key', '=', 'articles.text_key')
      .orderBy('claims.position')
      .execute();
    for (const { article_id: article, ...evidence } of rows)
      byArticle.set(article, [...(byArticle.get(article) ?? []), evidence]);
  }
  return byArticle;
}

function hitOf({ text, ...article }: Candidate, place: Place, claims: readonly Evidence[]): Hit {
  const { start, end } = place;
  return {
    article,
    in: place.in,
    start,
    end,
    text: (place.in === 'title' ? (article.title ?? '') : text).slice(start, end),
    marks: place.marks.map((m) => ({ start: m.start - start, end: m.end - start })),
    words: place.words,
    claims: place.in === 'title' ? [] : claims.filter((c) => c.start < end && c.end > start).map((c) => c.id),
  };
}

const better = (a: Hit, b: Hit): number =>
  b.words - a.words ||
  Math.sign(b.claims.length) - Math.sign(a.claims.length) ||
  compare(b.article.published ?? '', a.article.published ?? '') ||
  compare(a.article.path, b.article.path) ||
  a.start - b.start;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
