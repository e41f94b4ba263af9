import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import { type ExportFormat, FORMATS } from '../../export/formats.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly format: ExportFormat;
  readonly out?: string;
}

export function register(program: Command, terminal: Terminal): void {
  const formats = Object.entries(FORMATS);
  program
    .command('export')
    .description('write the claims to a file or to stdout')
    .option('--db <file>', 'the database', DATABASE)
    .addOption(
      new Option('--format <format>', formats.map(([name, { is }]) => `${name}: ${is}`).join('; '))
        .choices(formats.map(([name]) => name))
        .default('json'),
    )
    .option('--out <file>', 'the file, - for stdout (default: output/claims.FORMAT, stdout for ndjson)')
    .action((flags: Flags) =>
      withStore(flags, terminal, async (store) => {
        const { writeFile, writeTo } = await import('../../export/write.ts');
        const book = { claims: () => store.claims(), inText: () => store.claimsInText() };
        const out = flags.out ?? FORMATS[flags.format].out;
        if (out === '-') {
          await writeTo(terminal.stdout, book, flags.format);
          return;
        }
        const count = await writeFile(resolve(terminal.cwd, out), book, flags.format);
        terminal.err(`${count} claims in ${out}\n`);
      }),
    );
}
