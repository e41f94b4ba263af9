import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import type { Command } from 'commander';
import type { Summary } from '../../run.ts';
import type { Problem } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { collect, type KnowledgeFlags, lexiconPaths, loadKnowledge } from '../engine.ts';
import { misuse } from '../fault.ts';
import { progressLine } from '../progress.ts';
import { collectField, collectLimit, type ReadingFlags, readingOf } from '../reading.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags, KnowledgeFlags, ReadingFlags {
  readonly json?: true;
  readonly quiet?: true;
  readonly threads: number;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('ingest')
    .description('read articles and write their claims into the database')
    .argument('<path...>', 'files and folders with articles, - for standard input')
    .option('--db <file>', 'the database', DATABASE)
    .option(
      '--lexicon <file>',
      'a lexicon file of your own, read after the built-in ones (repeatable)',
      collect,
    )
    .option(
      '--field <name=path>',
      'where crawls or front matter of yours keep a field (repeatable)',
      collectField,
    )
    .option('--limit <name=size>', 'how much is read of one file, record or page (repeatable)', collectLimit)
    .option('--threads <n>', 'threads that share the work', threadCount, availableParallelism())
    .option('--json', 'print the summary and the problems as JSON')
    .option('--quiet', 'print nothing but problems')
    .action(async (paths: string[], flags: Flags) => {
      const missing = paths.find((path) => path !== '-' && !existsSync(resolve(terminal.cwd, path)));
      if (missing !== undefined) throw misuse(`${missing}: there is no such file or folder; check the path`);
      const { summary, problems } = await ingestPaths(paths, flags, terminal);
      if (flags.json === true) terminal.out(`${JSON.stringify({ ...summary, problems }, null, 2)}\n`);
      else if (flags.quiet !== true) terminal.out(summaryText(summary, flags.db));
      if (summary.articles.failed > 0) terminal.exit(1);
    });
}

function threadCount(words: string): number {
  const count = Number(words);
  if (!Number.isInteger(count) || count < 1)
    throw misuse(`--threads ${words}: give a whole number from 1 on`);
  return count;
}

async function ingestPaths(
  paths: readonly string[],
  flags: Flags,
  terminal: Terminal,
): Promise<{ summary: Summary; problems: readonly Problem[] }> {
  const knowledge = await loadKnowledge(flags, terminal);
  const { buildEngine, ingest } = await import('../../run.ts');
  const { PathError } = await import('../../read/walk.ts');
  const { threads } = flags;
  const reading = readingOf(flags);
  const lexicons = lexiconPaths(flags, terminal);
  const talk = flags.json !== true;
  const line = progressLine(terminal, terminal.progress && talk && flags.quiet !== true);
  const problems: Problem[] = [];
  const work = withStore(
    flags,
    terminal,
    (store) =>
      ingest({
        paths,
        cwd: terminal.cwd,
        store,
        engine: buildEngine(knowledge),
        clock: Date.now,
        ...(reading !== undefined && { reading }),
        ...(threads > 1 && {
          async startPool() {
            holdLess();
            return (await import('../../threads/pool.ts')).startPool(threads - 1, lexicons, reading?.pages);
          },
        }),
        onProgress(progress) {
          if (progress.files >= MANY) holdLess();
          if (talk) line.show(progress);
          else if (progress.problem !== null) problems.push(progress.problem);
        },
      }),
    { create: true },
  );
  try {
    return { summary: await work, problems };
  } catch (error) {
    throw error instanceof PathError ? misuse(error.message) : error;
  } finally {
    line.end();
  }
}

/** Files from which on it counts what is held. */
const MANY = 500;
let holdsLess = false;

/**
 * What waits to be stored outlives two small collections and dies in the old space, which V8 lets grow to four times of
 * what lives in it before it looks: 250 MB of nothing with two threads. Looking at a third more costs less than 1 % of
 * the time. The flag is for the whole process, from now on.
 */
function holdLess(): void {
  if (!holdsLess) setFlagsFromString('--heap-growing-percent=33');
  holdsLess = true;
}

/** The summary for people, in two or three lines. */
export function summaryText(summary: Summary, db: string): string {
  const { articles, claims, rulesChanged, warnings, seconds } = summary;
  const total = articles.new + articles.changed + articles.unchanged + articles.failed;
  const counts = `${articles.new} new, ${articles.changed} changed, ${articles.unchanged} unchanged, ${articles.failed} failed`;
  const gone = articles.gone > 0 ? `, ${articles.gone} gone` : '';
  const again = rulesChanged > 0 ? ` (${rulesChanged} read again under changed rules)` : '';
  const kinds = Object.entries(claims).map(([kind, n]) => `${n} ${kind}`);
  const sum = Object.values(claims).reduce((a, b) => a + b, 0);
  const still = articles.new + articles.changed + articles.failed + articles.gone + rulesChanged === 0;
  return [
    `${counted(total, 'article')}: ${counts}${gone}${again}, in ${seconds.toFixed(1)} s\n`,
    `${counted(sum, 'claim')}${kinds.length > 0 ? ` (${kinds.join(', ')})` : ''} in ${db}\n`,
    still ? 'Nothing has changed.\n' : '',
    articles.failed + warnings > 0
      ? `${articles.failed} failed, ${counted(warnings, 'warning')}: see «pipeline problems»\n`
      : '',
  ].join('');
}
