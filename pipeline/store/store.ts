import type { Kysely } from 'kysely';
import type { ClaimFilter, Decision, ExportedClaim, Problem, RepostJudge, Verdict } from '../types.ts';
import { findArticles, type Known, knownAll, type StoredArticle } from './articles.ts';
import { type Bulk, type BulkOutcome, type BulkUndo, recordBulk, undoBulk } from './bulk.ts';
import { type ReviewedClaim, readReviewedClaim } from './claim-view.ts';
import { readClaims } from './claims.ts';
import { freshenContested } from './contested.ts';
import { writeCopy } from './copy/write.ts';
import { type Receipt, type RecordOptions, readDecisions, record } from './decisions.ts';
import { type Facets, readFacets } from './facets.ts';
import { type FileStamp, readStamps, saveStamps } from './files.ts';
import { findClaims, type StoredClaim } from './find-claims.ts';
import { importClaims, type Taken } from './import.ts';
import { inText } from './in-text.ts';
import { type OpenOptions, openDatabase } from './open.ts';
import { type PairFilter, readPairs } from './pairs.ts';
import { type ArticleToSave, prepare } from './prepare.ts';
import type { Prints } from './prints.ts';
import { readProblems } from './problems.ts';
import { type QueuePage, type QueueRequest, readQueue } from './queue.ts';
import { type QueueRow, rowsOf } from './queue-row.ts';
import { type ArticleSource, readSource } from './readings.ts';
import { linkReposts, type Print, readKin, readOriginals } from './reposts.ts';
import { type SaveRequest, type SaveResult, saveArticle } from './save.ts';
import { fillIndex } from './search/fill.ts';
import { type SearchOptions, type SearchResult, search } from './search/search.ts';
import { readStats, type Stats } from './stats.ts';
import type { Tables } from './tables.ts';
import { asOne, inTransaction } from './transaction.ts';
import { readVerdicts } from './verdicts.ts';

export type { Known, StoredArticle } from './articles.ts';

export type { StoredClaim } from './find-claims.ts';

/** The book. Everything is asynchronous, so that a database on another machine can stand behind it. */
export class Store {
  private readonly db: Kysely<Tables>;

  constructor(db: Kysely<Tables>) {
    this.db = db;
  }

  /** Opens a run and gives its number. Times are ISO 8601 and come from the caller. */
  async beginRun(run: { readonly version: string; readonly at: string }): Promise<number> {
    const row = await this.db
      .insertInto('runs')
      .values({ version: run.version, started: run.at })
      .returning('id')
      .executeTakeFirstOrThrow();
    return row.id;
  }

  /** Closes a run with its summary. */
  async finishRun(runId: number, summary: unknown, at: string): Promise<void> {
    await this.db
      .updateTable('runs')
      .set({ finished: at, summary: JSON.stringify(summary) })
      .where('id', '=', runId)
      .execute();
  }

  /** Every path that was ever read, by path. */
  knownAll(): Promise<Map<string, Known>> {
    return knownAll(this.db);
  }

  /**
   * Does many writes in one transaction, which costs far less than one each: `work` is given the book to write to. A
   * write in it that throws takes back only itself; where `work` throws, nothing is written.
   */
  together<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return inTransaction(this.db, (t) => work(new Store(t)));
  }

  /** The same without parts, which is faster: any write that throws takes all of it back, and `work` must let it through. */
  asOne<T>(work: (store: Store) => Promise<T>): Promise<T> {
    return asOne(this.db, (t) => work(new Store(t)));
  }

  /** Saves an article with its claims in one transaction. */
  saveArticle({ article, claims, ...request }: ArticleToSave): Promise<SaveResult> {
    return this.savePrepared({ ...prepare(article, claims), ...request });
  }

  /** The same for an article that was made ready elsewhere; see `prepare.ts`. */
  savePrepared(request: SaveRequest): Promise<SaveResult> {
    return saveArticle(this.db, request);
  }

  /** Notes that articles were met unchanged in this run. */
  async markSeen(runId: number, paths: readonly string[]): Promise<void> {
    await inTransaction(this.db, async (t) => {
      for (let i = 0; i < paths.length; i += 500) {
        const some = paths.slice(i, i + 500);
        await t
          .updateTable('articles')
          .set({ last_run: runId, state: 'present' })
          .where('path', 'in', some)
          .execute();
      }
    });
  }

  /** Puts an article under another path; its id, its claims and all that was decided on them stay. */
  async moveArticle(from: string, to: string): Promise<void> {
    await this.db
      .updateTable('articles')
      .set({ path: to, state: 'present' })
      .where('path', '=', from)
      .execute();
  }

  /** Marks articles as gone; nothing is deleted. */
  async markGone(paths: readonly string[]): Promise<void> {
    await inTransaction(this.db, async (t) => {
      for (let i = 0; i < paths.length; i += 500) {
        await t
          .updateTable('articles')
          .set({ state: 'gone' })
          .where('path', 'in', paths.slice(i, i + 500))
          .execute();
      }
    });
  }

  /** What the files looked like whose articles have all been read under these rules, by path. */
  stamps(rulesVersion: string): Promise<Map<string, FileStamp>> {
    return readStamps(this.db, rulesVersion);
  }

  /** Notes that all articles of these files are in the book, read under these rules. */
  saveStamps(stamps: readonly FileStamp[], rulesVersion: string): Promise<void> {
    return saveStamps(this.db, stamps, rulesVersion);
  }

  /** Notes trouble with an article. */
  async saveProblem(runId: number, problem: Problem, at: string): Promise<void> {
    await this.db
      .insertInto('problems')
      .values({ run_id: runId, ...problem, at })
      .execute();
  }

  /** Problems of one run, of the latest by default, or of all, in the order in which they were met. */
  problems(runId?: number | 'all'): Promise<(Problem & { readonly run_id: number })[]> {
    return readProblems(this.db, runId);
  }

  /** Claims in a stable order, page by page. */
  claims(filter: ClaimFilter = {}): AsyncIterable<ExportedClaim> {
    return readClaims(this.db, filter);
  }

  /** The same claims, each with the text that its evidence points into. */
  claimsInText(filter: ClaimFilter = {}): AsyncIterable<{ claim: ExportedClaim; text: string }> {
    return inText(this.db, readClaims(this.db, filter));
  }

  /** Writes the claims and their articles into a new database, made for other tools; see `copy/write.ts`. */
  copyTo(path: string, filter: ClaimFilter = {}): Promise<number> {
    return writeCopy(path, this.claimsInText(filter));
  }

  /** Takes in exported claims of one article, with the decisions on them; see `import.ts`. */
  importClaims(claims: readonly ExportedClaim[], runId: number): Promise<Taken> {
    return importClaims(this.db, claims, runId);
  }

  /** Articles whose id begins with, or whose path is or ends with, the given words. */
  findArticles(what: string): Promise<StoredArticle[]> {
    return findArticles(this.db, what);
  }

  /** Claims whose id begins with the given words, with the text that they were made from; also lost ones. */
  findClaims(idPrefix: string): Promise<StoredClaim[]> {
    return findClaims(this.db, idPrefix);
  }

  /** Claims pair by pair, for facts; see `pairs.ts`. */
  pairs(filter: PairFilter = {}): AsyncIterable<readonly ExportedClaim[]> {
    return readPairs(this.db, filter);
  }

  /** Links new and changed articles to the earliest of the same story; see `reposts.ts`. */
  linkReposts(judge: RepostJudge, prints?: Prints): Promise<void> {
    return linkReposts(this.db, judge, prints);
  }

  /** Finds which claims others contradict, which the review would do otherwise; see `contested.ts`. */
  findContested(): Promise<void> {
    return freshenContested(this.db);
  }

  /** Every repost's article id with that of its original; an article that is not in here is an original. */
  originals(): Promise<Map<string, string>> {
    return readOriginals(this.db);
  }

  /** The original of an article that is a repost, and the reposts of one that is an original. */
  kin(article: string): Promise<{ readonly original: Print | null; readonly reposts: readonly Print[] }> {
    return readKin(this.db, article);
  }

  /** Sentences of present articles in which words stand; see `search/search.ts`. */
  search(words: readonly string[], options: SearchOptions): Promise<SearchResult> {
    return search(this.db, words, options);
  }

  /** Makes the index of words ready, which a search would do otherwise; see `search/fill.ts`. */
  async indexWords(): Promise<void> {
    await fillIndex(this.db);
  }

  /** Where the fields of an article were found, what was taken out of it, and the map back to its source. */
  source(article: string): Promise<ArticleSource> {
    return readSource(this.db, article);
  }

  /** Counts for `pipeline stats`. */
  stats(): Promise<Stats> {
    return readStats(this.db);
  }

  /** Appends decisions; see `record`. */
  decide(events: readonly Decision[], options: RecordOptions = {}): Promise<Receipt> {
    return record(this.db, events, options);
  }

  /** Every decision, or all on one claim, in the order in which they were written. */
  decisions(claim?: string): AsyncIterable<Decision> {
    return readDecisions(this.db, claim);
  }

  /** One decision about all claims that a filter holds; see `recordBulk`. */
  decideAll(bulk: Bulk): Promise<BulkOutcome> {
    return recordBulk(this.db, bulk);
  }

  /** Takes a bulk decision back as one; gives how many events were written. */
  undoAll(undo: BulkUndo): Promise<number> {
    return undoBulk(this.db, undo);
  }

  /** One page of the claims to review, in the words and states of one reviewer. */
  queue(request: QueueRequest): Promise<QueuePage> {
    return readQueue(this.db, request);
  }

  /** One claim with all that a person needs to decide on it; null where there is none. */
  reviewedClaim(id: string, reviewer: string): Promise<ReviewedClaim | null> {
    return readReviewedClaim(this.db, id, reviewer);
  }

  /** How claims stand for one reviewer. */
  standings(ids: readonly string[], reviewer: string): Promise<QueueRow[]> {
    return rowsOf(this.db, ids, reviewer);
  }

  /** How every claim stands with every reviewer who has decided on it; by claim. */
  verdicts(): AsyncIterable<Verdict> {
    return readVerdicts(this.db);
  }

  /** What a reviewer may filter by, and how far he or she has come. */
  facets(reviewer: string): Promise<Facets> {
    return readFacets(this.db, reviewer);
  }

  async close(): Promise<void> {
    await this.db.destroy();
  }
}

/** Opens the book at `path`; makes it where `create` says so. Throws `StoreError`. */
export async function openStore(path: string, options: OpenOptions = { create: true }): Promise<Store> {
  return new Store(await openDatabase(path, options));
}
