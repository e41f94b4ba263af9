import { Command, CommanderError } from 'commander';
import { register as accept } from './commands/accept.ts';
import { register as conflicts } from './commands/conflicts.ts';
import { register as dates } from './commands/dates.ts';
import { register as decisions } from './commands/decisions.ts';
import { register as evaluate } from './commands/evaluate.ts';
import { register as explain } from './commands/explain.ts';
import { register as exportClaims } from './commands/export.ts';
import { register as facts } from './commands/facts.ts';
import { register as importClaims } from './commands/import.ts';
import { register as ingest } from './commands/ingest.ts';
import { register as problems } from './commands/problems.ts';
import { register as reject } from './commands/reject.ts';
import { register as report } from './commands/report.ts';
import { register as review } from './commands/review.ts';
import { register as rules } from './commands/rules.ts';
import { register as schema } from './commands/schema.ts';
import { register as search } from './commands/search.ts';
import { register as show } from './commands/show.ts';
import { register as state } from './commands/state.ts';
import { register as stats } from './commands/stats.ts';
import { register as timeline } from './commands/timeline.ts';
import { register as undo } from './commands/undo.ts';
import { Fault } from './fault.ts';
import { codeOf } from './files.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** In the order of the help. */
const COMMANDS = [
  ingest,
  review,
  accept,
  reject,
  undo,
  decisions,
  exportClaims,
  importClaims,
  stats,
  search,
  state,
  timeline,
  facts,
  conflicts,
  report,
  show,
  explain,
  problems,
  rules,
  dates,
  evaluate,
  schema,
];

/** The command line as data: commands, options, help. Runs nothing. */
export function buildProgram(terminal: Terminal): Command {
  const program = new Command('pipeline')
    .description('Reads Chinese news articles and keeps the book of which platform opened what to whom.')
    .version(version(), '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print this help')
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      outputError: (text, write) => write(text.replace(/^error:/, 'pipeline:')),
    })
    .showSuggestionAfterError()
    .exitOverride();
  for (const register of COMMANDS) register(program, terminal);
  return program.addHelpText(
    'after',
    '\nExit codes: 0 all well, 1 done but not everything is well, 2 wrong usage, 3 cannot run.',
  );
}

/**
 * Runs one command line (without `node` and the script). Faults, and what the
 * system refuses (a full disk, a folder without rights), become one line and an exit code; a bug throws.
 */
export async function run(args: readonly string[], terminal: Terminal): Promise<void> {
  try {
    await buildProgram(terminal).parseAsync(args, { from: 'user' });
  } catch (error) {
    if (error instanceof CommanderError) terminal.exit(error.exitCode === 0 ? 0 : 2);
    else if (error instanceof Fault) {
      terminal.err(`pipeline: ${error.message}\n`);
      terminal.exit(error.code);
    } else if (error instanceof Error && codeOf(error) !== null) {
      terminal.err(`pipeline: ${error.message}\n`);
      terminal.exit(3);
    } else throw error;
  }
}
