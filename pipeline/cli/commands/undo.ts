import type { Command } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { decideOn } from '../decide.ts';
import { reviewerOf } from '../reviewer.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly reviewer?: string;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('undo')
    .description('take back the last decision on claims')
    .argument('<claim...>', 'ids of claims, or - for one a line on standard input')
    .option('--reviewer <name>', 'whose decision (default: the name of your account)')
    .option('--db <file>', 'the database', DATABASE)
    .action((claims: string[], flags: Flags) => {
      const wish = {
        action: 'undo',
        reviewer: reviewerOf(flags.reviewer),
        reason: null,
        note: null,
      } as const;
      return withStore(flags, terminal, (store) => decideOn(claims, wish, store, terminal));
    });
}
