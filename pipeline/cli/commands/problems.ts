import type { Command } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { problemLine } from '../problem-line.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('problems')
    .description('list the trouble of the last run: what could not be read, and what is doubtful')
    .option('--db <file>', 'the database', DATABASE)
    .option('--json', 'print JSON, one problem a line')
    .action(async (flags: Flags) => {
      const problems = await withStore(flags, terminal, (store) => store.problems());
      for (const { run_id: run, ...problem } of problems)
        terminal.out(
          flags.json === true ? `${JSON.stringify({ run, ...problem })}\n` : `${problemLine(problem)}\n`,
        );
      if (problems.length === 0 && flags.json !== true) terminal.out('No problems in the last run.\n');
    });
}
