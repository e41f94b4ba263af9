import { createHash } from 'node:crypto';
import { folded } from './annotate/twin.ts';
import type { PageLimits } from './clean/shape.ts';
import { entriesOf } from './read/entries.ts';
import type { Entry } from './read/entry.ts';
import type { ReadOptions } from './read/settings.ts';
import { type FoundFile, isThere, pathKey, walk } from './read/walk.ts';
import { type Engine, makeAllReady, type ToMake } from './reading.ts';
import { repostJudge } from './reposts/judge.ts';
import { stampsOf, wholeFiles } from './store/files.ts';
import { type Done, Ledger, type Outcome } from './store/ledger.ts';
import { Moves } from './store/moves.ts';
import { articleId } from './store/rows.ts';
import type { Known, Store } from './store/store.ts';
import { Batches, first, type MakeBatch, type OnItsWay, settled, TOGETHER } from './threads/batches.ts';
import type { Pool } from './threads/pool.ts';
import { troubleOf } from './trouble.ts';
import type { Problem } from './types.ts';

export { buildEngine, type Engine, type Reading, read } from './reading.ts';

export interface IngestOptions {
  /** Files and folders, as the user gave them. */
  readonly paths: readonly string[];
  /** Folder against which paths are told and told apart. */
  readonly cwd: string;
  readonly store: Store;
  readonly engine: Engine;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
  readonly onProgress?: (progress: Progress) => void;
  /** The user's own names for fields, and limits. */
  readonly reading?: ReadOptions & { readonly pages?: Partial<PageLimits> };
  /** Starts threads that share the work, once it is much; without it all is done here. */
  readonly startPool?: () => Promise<Pool>;
}

/** Where the run stands after an article. */
export interface Progress {
  /** Files done before this one, and all files. */
  readonly files: number;
  readonly totalFiles: number;
  readonly path: string;
  readonly outcome: Outcome;
  readonly problem: Problem | null;
}

export interface Summary {
  readonly articles: Readonly<Record<Outcome | 'gone', number>>;
  /** Unchanged articles that were read again, because rules or lexicon have changed since. */
  readonly rulesChanged: number;
  /** Claims that stand in the book after the run, by kind. */
  readonly claims: Readonly<Record<string, number>>;
  /** Articles that stand in the book after the run, by the format of their files. */
  readonly formats: Readonly<Record<string, number>>;
  readonly warnings: number;
  readonly seconds: number;
}

/**
 * The way from articles to the book: read → clean → annotate → extract → refine → store. Trouble with an article
 * becomes a problem row and the run goes on. Throws PathError, before anything is written, for a path that is not
 * there.
 */
export async function ingest(options: IngestOptions): Promise<Summary> {
  const { store, clock } = options;
  const begun = clock();
  const skipped: Problem[] = [];
  const files = [...walk(options.paths, options.cwd, (problem) => skipped.push(problem))];
  const known = await store.knownAll();
  const version = versionOf(options);
  const runId = await store.beginRun({ version, at: iso(begun) });
  const stamps = await store.stamps(version);
  const whole = wholeFiles(files, stamps, known);
  const failedFiles = new Set<number>();
  const run = begin(options, version, known, whole);
  const tally = { new: 0, changed: 0, unchanged: 0, failed: 0, gone: 0 };
  const index = indexing(store);
  let rulesChanged = 0;
  let warnings = skipped.length;
  for (const problem of skipped) await store.saveProblem(runId, problem, iso(begun));
  const ledger = new Ledger({
    store,
    runId,
    rulesVersion: version,
    clock,
    troubleOf: (thrown, path) => troubleOf('store', thrown, path).problem,
    onWritten({ path, files: before, outcome, problem, reading, warnings: said }) {
      tally[outcome] += 1;
      if (outcome === 'failed') failedFiles.add(before);
      warnings += said.length;
      if (outcome === 'unchanged' && reading !== null) rulesChanged += 1;
      options.onProgress?.({ files: before, totalFiles: files.length, path, outcome, problem });
    },
  });
  try {
    for await (const done of passAll(files, run)) {
      await ledger.add(done);
      await index(tally.new + tally.changed);
    }
  } finally {
    await run.pool?.close();
  }
  await ledger.write();
  await store.markSeen(runId, run.seen);
  const gone = goneOf(run);
  await store.markGone(gone);
  const read = files.filter((file, i) => !whole.has(file.path) && !failedFiles.has(i));
  await store.saveStamps(stampsOf(read, begun), version);
  await store.linkReposts(repostJudge(folded), ledger.prints);
  await store.findContested();
  if (tally.new + tally.changed >= WORTH_INDEXING) await store.indexWords();
  const { byKind, byFormat } = await store.stats();
  const summary: Summary = {
    articles: { ...tally, gone: gone.length },
    rulesChanged,
    claims: byKind,
    formats: byFormat,
    warnings,
    seconds: (clock() - begun) / 1000,
  };
  await store.finishRun(runId, summary, iso(clock()));
  return summary;
}

/**
 * Articles that are put into the index of words at once, while other threads go on. Fewer are left to the next search,
 * which does it in a tenth of a second.
 */
const WORTH_INDEXING = 500;

/** Told how many articles the run has read, keeps the index up with them. */
function indexing(store: Store): (read: number) => Promise<void> {
  let indexed = 0;
  return async (read) => {
    if (read - indexed < WORTH_INDEXING) return;
    indexed = read;
    await store.indexWords();
  };
}

interface Run extends IngestOptions {
  readonly version: string;
  readonly known: Map<string, Known>;
  readonly moves: Moves;
  /** The articles of each file that need not be read: it has not changed since all of it was read under these rules. */
  readonly whole: ReadonlyMap<string, readonly string[]>;
  readonly met: Set<string>;
  /** Paths that were met unchanged. */
  readonly seen: string[];
  /** Sources that have been sent through the stages. */
  sources: number;
  readonly batches: Batches;
  pool: Pool | null;
}

function begin(options: IngestOptions, version: string, known: Map<string, Known>, whole: Run['whole']): Run {
  const moves = new Moves(known, (path) => isThere(path, options.cwd));
  const batches = new Batches((all) => makeOf(all, run));
  const run: Run = {
    ...options,
    version,
    known,
    moves,
    whole,
    met: new Set(),
    seen: [],
    sources: 0,
    batches,
    pool: null,
  };
  return run;
}

/** Every article of the files through all stages but the last, in their order, however many are under way at once. */
async function* passAll(files: readonly FoundFile[], run: Run): AsyncGenerator<Done> {
  const fresh = files.filter(
    ({ path }) => !run.whole.has(path) && run.known.get(path)?.rulesVersion !== run.version,
  );
  if (fresh.length >= WORTH_THREADS) await startThreads(run);
  const underWay: OnItsWay<Done>[] = [];
  const width = (): number => run.pool?.width ?? TOGETHER;
  for (const [before, file] of files.entries()) {
    const articles = run.whole.get(file.path);
    if (articles !== undefined) underWay.push(...articles.map((path) => unread(path, before, run)));
    else {
      for await (const entry of entriesOf(file, run.reading)) {
        underWay.push(await pass(entry, before, run));
        while (underWay.length >= width()) yield* first(underWay);
      }
    }
    while (underWay.length >= width()) yield* first(underWay);
  }
  while (underWay.length > 0) yield* first(underWay);
}

/** An article of a file that is as it was. */
function unread(path: string, files: number, run: Run): OnItsWay<Done> {
  run.met.add(path);
  run.seen.push(path);
  return settled({ path, files, outcome: 'unchanged', reading: null, problem: null, warnings: [] });
}

/**
 * Reads one entry, which must be done before its file goes on, and sends it through the stages. Neither promise is ever
 * refused: trouble is part of what comes back.
 */
async function pass(entry: Entry, files: number, run: Run): Promise<OnItsWay<Done>> {
  const { path, sha256 } = entry;
  run.met.add(path);
  const before = run.known.get(path) ?? (await movedHere(path, sha256, run));
  const sameBytes = before?.sha256 === sha256;
  const outcome = before === undefined ? 'new' : sameBytes ? 'unchanged' : 'changed';
  const nothing = { path, files, outcome, reading: null, problem: null, warnings: [] } as const;
  if (sameBytes && before.rulesVersion === run.version) {
    run.seen.push(path);
    return settled(nothing);
  }
  const failed = (problem: Problem | null): Done => ({ ...nothing, outcome: 'failed', problem });
  const troubled = (thrown: unknown): Done => failed(troubleOf('read', thrown, path).problem);
  try {
    const { source, problem } = await entry.read();
    if (source === null) return settled(failed(problem));
    run.sources += 1;
    if (run.sources === WORTH_THREADS) await startThreads(run);
    const { done: made, begin } = await run.batches.add({ source, id: before?.id ?? articleId(path) });
    const done = made.then((m) => (m.reading === null ? failed(m.problem) : { ...nothing, ...m }), troubled);
    return { done, begin };
  } catch (thrown) {
    return settled(troubled(thrown));
  }
}

/** What is known of an article that was renamed or moved: it goes on under its new path, with all that was decided. */
async function movedHere(path: string, sha256: string, run: Run): Promise<Known | undefined> {
  const from = run.moves.from(path, sha256);
  if (from === null) return undefined;
  await run.store.moveArticle(from.path, path);
  run.known.delete(from.path);
  run.known.set(path, from.known);
  return from.known;
}

/** Threads take a second to start, in which one of them reads this many: they start at once where so many files are to be read. */
const WORTH_THREADS = 200;

async function startThreads(run: Run): Promise<void> {
  run.pool ??= (await run.startPool?.()) ?? null;
}

/** Made by the threads, or here while they have enough to do: this one has less than they to read and to store. */
async function makeOf(all: readonly ToMake[], run: Run): ReturnType<MakeBatch> {
  if (run.pool?.isFull === false) return { made: run.pool.make(all) };
  // What the threads have made comes in only when the loop comes round.
  if (run.pool !== null) await new Promise(setImmediate);
  return { made: Promise.resolve(await makeAllReady(all, run.engine, run.reading?.pages)) };
}

/** What articles are read under: rules, lexicon, and the user's own names for fields and limits, where there are any. */
function versionOf({ engine, reading }: IngestOptions): string {
  const { version } = engine.knowledge;
  if (reading === undefined) return version;
  const own = createHash('sha256').update(JSON.stringify(reading)).digest('hex').slice(0, 8);
  return `${version}-${own}`;
}

/**
 * Known articles under the given paths that the run no longer met. Standard input says nothing of what is gone, and
 * a file that could not be read to its end (met under its own name) nothing of its records.
 */
function goneOf({ known, met, paths, cwd }: Run): string[] {
  const roots = paths.filter((path) => path !== '-').map((path) => pathKey(path, cwd));
  const under = (path: string): boolean =>
    roots.some((root) =>
      root === '.' ? !path.startsWith('../') : path === root || /^[/#]/.test(rest(path, root)),
    );
  const ofMetFile = (path: string): boolean =>
    [...path.matchAll(/#/g)].some((mark) => met.has(path.slice(0, mark.index)));
  return [...known]
    .filter(([, { state }]) => state === 'present')
    .map(([path]) => path)
    .filter((path) => under(path) && !met.has(path) && !ofMetFile(path));
}

const rest = (path: string, root: string): string => (path.startsWith(root) ? path.slice(root.length) : '');

const iso = (milliseconds: number): string => new Date(milliseconds).toISOString();
