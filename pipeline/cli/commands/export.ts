import { resolve } from 'node:path';
import { type Command, Option } from 'commander';
import type { Book } from '../../export/book.ts';
import { type ExportFormat, FORMATS } from '../../export/formats.ts';
import type { Store } from '../../store/store.ts';
import type { ClaimFilter, ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { type FilterFlags, filterFrom, withFilter } from '../claim-filter.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags, FilterFlags {
  readonly format: ExportFormat;
  readonly out?: string;
}

export function register(program: Command, terminal: Terminal): void {
  const formats = Object.entries(FORMATS);
  withFilter(
    program
      .command('export')
      .description('write the claims to a file or to stdout')
      .option('--db <file>', 'the database', DATABASE)
      .addOption(
        new Option('--format <format>', formats.map(([name, { is }]) => `${name}: ${is}`).join('; '))
          .choices(formats.map(([name]) => name))
          .default('json'),
      )
      .option('--out <file>', 'the file, - for stdout (default: output/claims.FORMAT, stdout for ndjson)'),
  ).action((flags: Flags) =>
    withStore(flags, terminal, async (store) => {
      const { writeFile, writeTo } = await import('../../export/write.ts');
      const book = bookOf(store, filterFrom(flags));
      const out = flags.out ?? FORMATS[flags.format].out;
      if (out === '-') {
        await writeTo(terminal.stdout, book, flags.format);
        return;
      }
      const count = await writeFile(resolve(terminal.cwd, out), book, flags.format);
      terminal.err(`${count} ${flags.format === 'facts-json' ? 'facts' : 'claims'} in ${out}\n`);
    }),
  );
}

function bookOf(store: Store, filter: ClaimFilter): Book {
  return {
    claims: () => store.claims(filter),
    inText: () => store.claimsInText(filter),
    async *facts() {
      const { factsOf } = await import('../../facts/facts.ts');
      const claims: ExportedClaim[] = [];
      for await (const claim of store.claims(filter)) claims.push(claim);
      const originals = await store.originals();
      yield* factsOf(claims, (article) => originals.get(article) ?? article);
    },
  };
}
