import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { ExportFormat } from '../../export/write.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly format: ExportFormat;
  readonly out?: string;
}

/** Where a format goes when nobody says: the book as a file, lines to the next program. */
const OUT: Readonly<Record<ExportFormat, string>> = { json: 'output/claims.json', ndjson: '-' };

export function register(program: Command, terminal: Terminal): void {
  program
    .command('export')
    .description('write the claims to a file or to stdout')
    .option('--db <file>', 'the database', DATABASE)
    .addOption(
      new Option('--format <format>', 'one JSON array, or one claim a line')
        .choices(['json', 'ndjson'])
        .default('json'),
    )
    .option('--out <file>', `the file, - for stdout (default: ${OUT.json} for json, - for ndjson)`)
    .action((flags: Flags) =>
      withStore(flags, terminal, async (store) => {
        const { writeClaims, writeClaimsFile } = await import('../../export/write.ts');
        const out = flags.out ?? OUT[flags.format];
        if (out === '-') {
          await writeClaims(store.claims(), flags.format, terminal.stdout);
          return;
        }
        const count = await writeClaimsFile(store.claims(), flags.format, resolve(terminal.cwd, out));
        terminal.err(`${count} claims in ${out}\n`);
      }),
    );
}
