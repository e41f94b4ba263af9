import type { Command } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('stats')
    .description('count what the database holds')
    .option('--db <file>', 'the database', DATABASE)
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const stats = await withStore(flags, terminal, (store) => store.stats());
      if (flags.json === true) {
        terminal.out(`${JSON.stringify(stats, null, 2)}\n`);
        return;
      }
      const { articles, claims, byFormat, byKind, byRelation, byStatus, byReview, decisions, runs } = stats;
      const part = (name: string, counts: Readonly<Record<string, number>>): [string, string, number][] =>
        Object.entries(counts).map(([key, n], i) => [i === 0 ? name : '', key, n]);
      terminal.out(
        table([
          ...part('articles', { ...articles }),
          ...part('format', byFormat),
          ...part('claims', { ...claims }),
          ...part('kind', byKind),
          ...part('relation', byRelation),
          ...part('status', byStatus),
          ...part('review', byReview),
          ...part('other', { decisions, runs }),
        ]),
      );
    });
}
