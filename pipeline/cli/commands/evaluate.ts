import { existsSync, writeFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import type { Command } from 'commander';
import type { Evaluation } from '../../evaluate/evaluate.ts';
import type { Floors } from '../../evaluate/floors.ts';
import type { Gold } from '../../evaluate/gold.ts';
import type { ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { evaluationText, findingsText } from '../evaluation-view.ts';
import { cannot, misuse } from '../fault.ts';
import { textFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags {
  readonly show?: true;
  readonly floors?: string;
  readonly pin?: true;
  readonly lower?: true;
  readonly json?: true;
  readonly fromReviews?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('evaluate')
    .description('score the claims of the database against a gold file')
    .argument('[gold]', 'the gold file, one claim a line')
    .option('--db <file>', 'the database', DATABASE)
    .option('--show', 'print every miss and every false alarm with its sentence')
    .option('--floors <file>', 'fail (exit code 1) where a figure is below its floor in this file')
    .option('--pin', 'with --floors: raise the floors to what was measured')
    .option('--lower', 'with --pin: lower floors too')
    .option('--from-reviews', 'print a gold file of what people have decided, instead of scoring')
    .option('--json', 'print JSON')
    .action(async (path: string | undefined, flags: Flags) => {
      if ((path === undefined) !== (flags.fromReviews === true))
        throw misuse('evaluate takes a gold file, or --from-reviews to make one');
      if (path === undefined) return printGold(flags, terminal);
      if (flags.pin === true && flags.floors === undefined) throw misuse('--pin needs --floors FILE');
      if (flags.lower === true && flags.pin !== true) throw misuse('--lower needs --pin');
      const gold = await goldFrom(path, terminal);
      const { evaluate } = await import('../../evaluate/evaluate.ts');
      const evaluation = evaluate(gold, await claimsOf(flags, terminal));
      const { findings, ...figures } = evaluation;
      if (flags.json === true)
        terminal.out(`${JSON.stringify(flags.show === true ? evaluation : figures, null, 2)}\n`);
      else terminal.out((flags.show === true ? findingsText(findings) : '') + evaluationText(figures));
      if (flags.floors !== undefined)
        await holdFloors(flags.floors, basename(path), evaluation, flags, terminal);
    });
}

async function printGold(flags: Flags, terminal: Terminal): Promise<void> {
  const { goldFromReviews } = await import('../../evaluate/gold-from-reviews.ts');
  const gold = await withStore(flags, terminal, (store) => goldFromReviews(store.claims()));
  for (const line of gold.lines) terminal.out(`${line}\n`);
  const left =
    gold.unfinished === 0 ? '' : `; ${counted(gold.unfinished, 'article')} not reviewed to the end`;
  terminal.err(`${counted(gold.claims, 'claim')} of ${counted(gold.articles, 'article')}${left}\n`);
}

async function goldFrom(path: string, terminal: Terminal): Promise<Gold> {
  const { GoldFault, parseGold } = await import('../../evaluate/gold.ts');
  try {
    return parseGold(textFile(path, terminal), path);
  } catch (error) {
    throw error instanceof GoldFault ? cannot(error.message) : error;
  }
}

function claimsOf(flags: Flags, terminal: Terminal): Promise<ExportedClaim[]> {
  return withStore(flags, terminal, async (store) => {
    const claims: ExportedClaim[] = [];
    for await (const claim of store.claims()) claims.push(claim);
    return claims;
  });
}

async function holdFloors(
  path: string,
  gold: string,
  evaluation: Evaluation,
  flags: Flags,
  terminal: Terminal,
): Promise<void> {
  const { breachesOf, FloorsFault, parseFloors, pin } = await import('../../evaluate/floors.ts');
  const file = resolve(terminal.cwd, path);
  let floors: Floors = {};
  try {
    if (flags.pin !== true || existsSync(file)) floors = parseFloors(textFile(path, terminal), path);
  } catch (error) {
    throw error instanceof FloorsFault ? cannot(error.message) : error;
  }
  if (flags.pin === true) {
    floors = pin(floors, gold, evaluation, flags.lower === true);
    writeFileSync(file, `${JSON.stringify(floors, null, 2)}\n`);
  }
  for (const { level, figure, floor, measured } of breachesOf(floors, gold, evaluation)) {
    terminal.err(`pipeline: ${gold}: ${level} ${figure} is ${measured}, below its floor ${floor}\n`);
    terminal.exit(1);
  }
}
