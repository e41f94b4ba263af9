import { basename, extname } from 'node:path';
import { type Command, Option } from 'commander';
import type { Book } from '../../export/book.ts';
import { type ExportFormat, FORMATS } from '../../export/formats.ts';
import type { Store } from '../../store/store.ts';
import type { ClaimFilter, ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { type FilterFlags, filterFrom, withFilter } from '../claim-filter.ts';
import { misuse } from '../fault.ts';
import { outFile } from '../files.ts';
import { checkScenes } from '../matter.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags, FilterFlags {
  readonly format: ExportFormat | 'sqlite';
  readonly out?: string;
}

export function register(program: Command, terminal: Terminal): void {
  const formats = [
    ...Object.entries(FORMATS),
    ['sqlite', { is: 'a database for SQL and Datasette' }] as const,
  ];
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
      const { format } = flags;
      const filter = filterFrom(flags);
      await checkScenes(flags.scene ?? [], terminal);
      if (format === 'sqlite') return copyDatabase(store, filter, flags, terminal);
      const { writeFile, writeTo } = await import('../../export/write.ts');
      const book = bookOf(store, filter);
      const out = flags.out ?? FORMATS[format].out;
      if (out === '-') {
        await writeTo(terminal.stdout, book, format);
        return;
      }
      const count = await writeFile(outFile(out, flags.db, terminal), book, format);
      terminal.err(`${counted(count, format === 'facts-json' ? 'fact' : 'claim')} in ${out}\n`);
    }),
  );
}

async function copyDatabase(
  store: Store,
  filter: ClaimFilter,
  { db, out = 'output/claims.sqlite' }: Flags,
  terminal: Terminal,
): Promise<void> {
  if (out === '-') throw misuse('a database cannot go to stdout; name a file with --out');
  const { atomically } = await import('../../export/write.ts');
  const { datasetteMetadata } = await import('../../store/copy/datasette.ts');
  const { writeFile } = await import('node:fs/promises');
  const name = basename(out, extname(out));
  const metadata = `${out.slice(0, out.length - extname(out).length)}.metadata.json`;
  let count = 0;
  await atomically(outFile(out, db, terminal), async (draft) => {
    count = await store.copyTo(draft, filter);
  });
  await atomically(outFile(metadata, db, terminal), (draft) =>
    writeFile(draft, `${JSON.stringify(datasetteMetadata(name), null, 2)}\n`),
  );
  terminal.err(`${counted(count, 'claim')} in ${out}, described for Datasette in ${metadata}\n`);
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
