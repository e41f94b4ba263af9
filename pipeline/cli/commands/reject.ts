import type { Command } from 'commander';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { decideOn } from '../decide.ts';
import { misuse } from '../fault.ts';
import { reviewerOf } from '../reviewer.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly reason?: string;
  readonly note?: string;
  readonly reviewer?: string;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('reject')
    .description('reject claims, for scripts; «review» is for people')
    .argument('<claim...>', 'ids of claims, or - for one a line on standard input')
    .option('--reason <reason>', 'not-said, wrong-pair, wrong-scene, wrong-status, wrong-day, …')
    .option('--note <text>', 'a note to keep with the decision')
    .option('--reviewer <name>', 'who decides (default: the name of your account)')
    .option('--db <file>', 'the database', DATABASE)
    .action(async (claims: string[], flags: Flags) => {
      const reason = flags.reason === undefined ? null : await reasonOf(flags.reason);
      const wish = {
        action: 'reject',
        reviewer: reviewerOf(flags.reviewer),
        reason,
        note: flags.note ?? null,
      } as const;
      await withStore(flags, terminal, (store) => decideOn(claims, wish, store, terminal));
    });
}

async function reasonOf(given: string): Promise<string> {
  const { REASONS } = await import('../../review/vocabulary.ts');
  const reason = REASONS.find(({ id, digit }) => id === given || digit === given);
  if (reason === undefined)
    throw misuse(`--reason ${given}: give one of ${REASONS.map((r) => r.id).join(', ')}`);
  return reason.id;
}
