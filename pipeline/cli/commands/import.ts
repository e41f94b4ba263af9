import type { Command } from 'commander';
import type { Taken } from '../../store/import.ts';
import type { Store } from '../../store/store.ts';
import type { ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { plain } from '../colour.ts';
import { inFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
}

interface Sum extends Taken {
  /** What is no claim, with its line. */
  readonly faults: readonly string[];
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('import')
    .description('take exported claims and the decisions on them into the database')
    .argument('<file>', 'an export in the format json or ndjson')
    .option('--db <file>', 'the database', DATABASE)
    .option('--json', 'print what was taken in as JSON')
    .action(async (file: string, flags: Flags) => {
      const path = inFile(file, terminal);
      const sum = await withStore(flags, terminal, (store) => importFile(path, store), { create: true });
      if (flags.json === true) terminal.out(`${JSON.stringify(sum, null, 2)}\n`);
      else terminal.out(sumText(sum, flags.db));
      for (const trouble of [...sum.faults, ...sum.refused]) terminal.err(`${plain(`${file}:${trouble}`)}\n`);
      if (sum.faults.length + sum.refused.length > 0) terminal.exit(1);
    });
}

async function importFile(path: string, store: Store): Promise<Sum> {
  const { readExport } = await import('../../export/read.ts');
  const runId = await store.beginRun({ version: 'import', at: new Date().toISOString() });
  const faults: string[] = [];
  let sum: Taken = { articles: 0, claims: 0, known: 0, decisions: 0, refused: [] };
  let pending: ExportedClaim[] = [];
  const write = async (): Promise<void> => {
    sum = added(sum, await store.importClaims(pending, runId));
    pending = [];
  };
  for await (const read of readExport(path)) {
    if ('fault' in read) {
      faults.push(`${read.line}: ${read.fault}`);
      continue;
    }
    const before = pending.at(-1);
    if (before !== undefined && before.article.path !== read.claim.article.path) await write();
    pending.push(read.claim);
  }
  await write();
  await store.finishRun(runId, sum, new Date().toISOString());
  return { ...sum, faults };
}

const added = (a: Taken, b: Taken): Taken => ({
  articles: a.articles + b.articles,
  claims: a.claims + b.claims,
  known: a.known + b.known,
  decisions: a.decisions + b.decisions,
  refused: [...a.refused, ...b.refused],
});

function sumText({ articles, claims, known, decisions }: Taken, db: string): string {
  const before = known > 0 ? `, ${known} were there already` : '';
  const texts =
    articles > 0
      ? 'An export holds no texts: show and search know these articles by their quotes, until they are read.\n'
      : '';
  return `${counted(claims, 'claim')} of ${counted(articles, 'new article')} and ${counted(decisions, 'decision')} taken into ${db}${before}\n${texts}`;
}
