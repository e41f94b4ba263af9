import { type Command, InvalidArgumentError, Option } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { misuse } from '../fault.ts';
import { problemLine } from '../problem-line.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
  readonly run?: number;
  readonly all?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('problems')
    .description('list the trouble of the last run: what could not be read, and what is doubtful')
    .option('--db <file>', 'the database', DATABASE)
    .addOption(new Option('--run <n>', 'of the run with this number').argParser(runNumber).conflicts('all'))
    .option('--all', 'of all runs')
    .option('--json', 'print JSON, one problem a line')
    .action(async (flags: Flags) => {
      const run = flags.all === true ? 'all' : flags.run;
      const problems = await withStore(flags, terminal, async (store) => {
        const { runs } = await store.stats();
        if (flags.run !== undefined && flags.run > runs)
          throw misuse(
            `--run ${flags.run}: there is no such run; there ${runs === 1 ? 'was' : 'were'} ${runs}`,
          );
        return store.problems(run);
      });
      for (const { run_id: run, ...problem } of problems)
        terminal.out(
          flags.json === true
            ? `${JSON.stringify({ run, ...problem })}\n`
            : `${flags.all === true ? `run ${run}: ` : ''}${problemLine(problem)}\n`,
        );
      const where =
        flags.all === true ? 'any run' : flags.run === undefined ? 'the last run' : `run ${flags.run}`;
      if (problems.length === 0 && flags.json !== true) terminal.out(`No problems in ${where}.\n`);
    });
}

function runNumber(words: string): number {
  if (!/^[1-9]\d{0,8}$/.test(words)) throw new InvalidArgumentError('Give the number of a run, from 1 on.');
  return Number(words);
}
