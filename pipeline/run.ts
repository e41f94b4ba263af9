import { annotate } from './annotate/annotate.ts';
import { buildMatcher, type Matcher } from './annotate/mentions/index.ts';
import { stampWarnings } from './annotate/stamp.ts';
import { folded } from './annotate/twin.ts';
import { clean } from './clean/clean.ts';
import { extract } from './extract/extract.ts';
import { entriesOf } from './read/entries.ts';
import type { Entry } from './read/entry.ts';
import { pathKey, walk } from './read/walk.ts';
import { refine } from './refine/refine.ts';
import { repostJudge } from './reposts/judge.ts';
import { type Done, Ledger, type Outcome } from './store/ledger.ts';
import { articleId } from './store/rows.ts';
import type { Known, Store } from './store/store.ts';
import { during, troubleOf } from './trouble.ts';
import type { Article, Claim, Document, Draft, Knowledge, Problem, Source } from './types.ts';

/** All that the stages need to know of words, made ready once. */
export interface Engine {
  readonly knowledge: Knowledge;
  readonly matcher: Matcher;
}

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
  readonly warnings: number;
  readonly seconds: number;
}

export interface Reading {
  readonly document: Document;
  readonly drafts: readonly Draft[];
  readonly claims: readonly Claim[];
}

export const buildEngine = (knowledge: Knowledge): Engine => ({
  knowledge,
  matcher: buildMatcher(knowledge.lexicon),
});

/**
 * The way from articles to the book: read → clean → annotate → extract → refine → store. Trouble with an article
 * becomes a problem row and the run goes on. Throws PathError, before anything is written, for a path that is not
 * there.
 */
export async function ingest(options: IngestOptions): Promise<Summary> {
  const { store, engine, clock } = options;
  const begun = clock();
  const files = [...walk(options.paths, options.cwd)];
  const known = await store.knownAll();
  const { version } = engine.knowledge;
  const runId = await store.beginRun({ version, at: iso(begun) });
  const run: Run = { ...options, known, met: new Set(), seen: [] };
  const tally = { new: 0, changed: 0, unchanged: 0, failed: 0, gone: 0 };
  let rulesChanged = 0;
  let warnings = 0;
  const ledger = new Ledger({
    store,
    runId,
    rulesVersion: version,
    clock,
    troubleOf: (thrown, path) => troubleOf('store', thrown, path).problem,
    onWritten({ path, files: before, outcome, problem, reading, warnings: said }) {
      tally[outcome] += 1;
      warnings += said.length;
      if (outcome === 'unchanged' && reading !== null) rulesChanged += 1;
      options.onProgress?.({ files: before, totalFiles: files.length, path, outcome, problem });
    },
  });
  for (const [before, file] of files.entries()) {
    for await (const entry of entriesOf(file))
      await ledger.add({ ...(await pass(entry, run)), files: before });
  }
  await ledger.write();
  await store.markSeen(runId, run.seen);
  const gone = goneOf(run);
  await store.markGone(gone);
  await store.linkReposts(repostJudge(folded));
  const summary: Summary = {
    articles: { ...tally, gone: gone.length },
    rulesChanged,
    claims: (await store.stats()).byKind,
    warnings,
    seconds: (clock() - begun) / 1000,
  };
  await store.finishRun(runId, summary, iso(clock()));
  return summary;
}

/** What the engine sees in one article, and what it makes of it. Pure. Throws Trouble that names the stage. */
export function read(article: Article, engine: Engine, id: string): Reading {
  const { knowledge, matcher } = engine;
  const { path } = article;
  const document = during('annotate', path, () => annotate(article, matcher, knowledge));
  const drafts = during('extract', path, () => extract(document, knowledge));
  const claims = during('refine', path, () => refine(document, drafts, id, knowledge));
  return { document, drafts, claims };
}

interface Run extends IngestOptions {
  readonly known: ReadonlyMap<string, Known>;
  readonly met: Set<string>;
  /** Paths that were met unchanged. */
  readonly seen: string[];
}

/** One article through all stages but the last. Never throws: trouble is part of what comes back. */
async function pass(entry: Entry, run: Run): Promise<Omit<Done, 'files'>> {
  const { path, sha256 } = entry;
  run.met.add(path);
  const before = run.known.get(path);
  const sameBytes = before?.sha256 === sha256;
  const outcome = before === undefined ? 'new' : sameBytes ? 'unchanged' : 'changed';
  const nothing = { path, outcome, reading: null, problem: null, warnings: [] } as const;
  if (sameBytes && before.rulesVersion === run.engine.knowledge.version) {
    run.seen.push(path);
    return nothing;
  }
  try {
    const { source, problem } = await entry.read();
    if (source === null) return { ...nothing, outcome: 'failed', problem };
    return { ...nothing, ...(await readSource(source, run.engine)) };
  } catch (thrown) {
    return { ...nothing, outcome: 'failed', problem: troubleOf('read', thrown, path).problem };
  }
}

async function readSource(source: Source, engine: Engine): Promise<Pick<Done, 'reading' | 'warnings'>> {
  const { path } = source;
  const article = await clean(source).catch((thrown: unknown) => {
    throw troubleOf('clean', thrown, path);
  });
  // The DOM of a page is let go only when the loop comes round.
  if (source.htmlKind === 'page') await new Promise(setImmediate);
  const { document, claims } = read(article, engine, articleId(path));
  return { reading: { article, claims }, warnings: [...article.warnings, ...stampWarnings(document)] };
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
