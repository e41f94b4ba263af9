import type { Command } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { decideOn } from '../decide.ts';
import { reviewerOf } from '../reviewer.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly note?: string;
  readonly reviewer?: string;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('accept')
    .description('accept claims, for scripts; «review» is for people')
    .argument('<claim...>', 'ids of claims, or - for one a line on standard input')
    .option('--note <text>', 'a note to keep with the decision')
    .option('--reviewer <name>', 'who decides (default: the name of your account)')
    .option('--db <file>', 'the database', DATABASE)
    .action((claims: string[], flags: Flags) => {
      const wish = {
        action: 'accept',
        reviewer: reviewerOf(flags.reviewer),
        reason: null,
        note: flags.note ?? null,
      } as const;
      return withStore(flags, terminal, (store) => decideOn(claims, wish, store, terminal));
    });
}
