import type { Problem } from '../types.ts';
import type { Prepared } from './prepare.ts';
import { Prints } from './prints.ts';
import type { Store } from './store.ts';

export type Outcome = 'new' | 'changed' | 'unchanged' | 'failed';

/** What became of one article on its way through the stages, and what is to be written of it. */
export interface Done {
  readonly path: string;
  /** Files done before its own. */
  readonly files: number;
  readonly outcome: Outcome;
  /** Null where nothing is to be written: unchanged bytes under unchanged rules, or an article that failed. */
  readonly reading: Prepared | null;
  /** Why it failed. */
  readonly problem: Problem | null;
  readonly warnings: readonly Problem[];
}

export interface LedgerOptions {
  readonly store: Store;
  readonly runId: number;
  readonly rulesVersion: string;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  /** What to note where an article cannot be stored. */
  readonly troubleOf: (thrown: unknown, path: string) => Problem;
  /** Called for each article once it is in the database, in the order in which they came. */
  readonly onWritten: (done: Done) => void;
}

/** A transaction holds at most this many articles and this many characters, and waits no longer than this. */
const MOST_ARTICLES = 200;
const MOST_CHARACTERS = 2_000_000;
const LONGEST_MS = 250;

/**
 * Writes what the stages made, many articles in one transaction. Whoever dies before a transaction ends has written
 * nothing of it: the next run meets those articles as new.
 */
export class Ledger {
  /** The signatures of what it has written. */
  readonly prints = new Prints();
  private readonly options: LedgerOptions;
  private pending: Done[] = [];
  private characters = 0;
  private since: number;

  constructor(options: LedgerOptions) {
    this.options = options;
    this.since = options.clock();
  }

  /** Takes one article, and writes when enough have come together. */
  async add(done: Done): Promise<void> {
    this.pending.push(done);
    this.characters += done.reading?.text.length ?? 0;
    const full = this.pending.length >= MOST_ARTICLES || this.characters >= MOST_CHARACTERS;
    if (full || this.options.clock() - this.since >= LONGEST_MS) await this.write();
  }

  /** Writes what is left. */
  async write(): Promise<void> {
    const batch = this.pending;
    this.pending = [];
    this.characters = 0;
    if (batch.length > 0) {
      const written = batch.some(hasRows) ? await this.writeAll(batch) : batch;
      for (const done of written) {
        const { text, signature } = done.reading ?? {};
        if (text !== undefined && signature !== undefined) this.prints.add(text.hash, signature);
        this.options.onWritten(done);
      }
    }
    this.since = this.options.clock();
  }

  /** All as one, and where that fails, each by itself: an article that cannot be stored is a failed one, its batch goes on. */
  private async writeAll(batch: readonly Done[]): Promise<readonly Done[]> {
    const { store } = this.options;
    try {
      await store.asOne(async (book) => {
        for (const done of batch) await this.writeOne(done, book);
      });
      return batch;
    } catch {
      return store.together(async (book) => {
        const written: Done[] = [];
        for (const done of batch) written.push(await this.tryOne(done, book));
        return written;
      });
    }
  }

  private async tryOne(done: Done, book: Store): Promise<Done> {
    try {
      await book.together((part) => this.writeOne(done, part));
      return done;
    } catch (thrown) {
      const problem = this.options.troubleOf(thrown, done.path);
      const failed: Done = { ...done, outcome: 'failed', reading: null, problem };
      await this.writeOne(failed, book);
      return { ...failed, reading: done.reading };
    }
  }

  private async writeOne({ warnings, problem, reading }: Done, book: Store): Promise<void> {
    const { runId, rulesVersion, clock } = this.options;
    const at = new Date(clock()).toISOString();
    for (const said of [...warnings, ...(problem === null ? [] : [problem])])
      await book.saveProblem(runId, said, at);
    if (reading !== null) await book.savePrepared({ runId, rulesVersion, ...reading });
  }
}

const hasRows = ({ reading, problem, warnings }: Done): boolean =>
  reading !== null || problem !== null || warnings.length > 0;
