import type { Command } from 'commander';
import type { Store } from '../../store/store.ts';
import type { Decision } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { textFile } from '../files.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  const decisions = program
    .command('decisions')
    .description('the log of all decisions: print it, or take in another’s')
    .option('--db <file>', 'the database', DATABASE);
  decisions
    .command('export')
    .description('print the log, one event a line as JSON')
    .action(() => withStore(decisions.opts<Flags>(), terminal, (store) => print(store, terminal)));
  decisions
    .command('apply')
    .description('take in a log that another database printed; what is here already stays as it is')
    .argument('<file>', 'the log, - for standard input')
    .action((file: string) =>
      withStore(decisions.opts<Flags>(), terminal, (store) => apply(file, store, terminal)),
    );
}

async function print(store: Store, terminal: Terminal): Promise<void> {
  const { logLine } = await import('../../review/log.ts');
  for await (const event of store.decisions()) terminal.out(logLine(event));
}

const BATCH = 200;

async function apply(file: string, store: Store, terminal: Terminal): Promise<void> {
  const { parseLog } = await import('../../review/log.ts');
  const { events, bad } = parseLog(await readText(file, terminal));
  const before = await count(store);
  const refused: { id: string; why: string }[] = [];
  for (let i = 0; i < events.length; i += BATCH) {
    const some: Decision[] = events.slice(i, i + BATCH);
    refused.push(...(await store.decide(some, { asWritten: true })).refused);
  }
  for (const { number, why } of bad) terminal.err(`${file}:${number}: no decision: ${why}\n`);
  for (const { id, why } of refused) terminal.err(`${file}: decision ${id}: ${why}\n`);
  const taken = (await count(store)) - before;
  const known = events.length - refused.length - taken;
  terminal.out(
    `${counted(taken, 'decision')} taken in, ${known} were here already, ${refused.length + bad.length} refused\n`,
  );
  if (refused.length + bad.length === 0) return;
  terminal.err('What is refused stays in the file: apply it again when the claims are here.\n');
  terminal.exit(1);
}

async function count(store: Store): Promise<number> {
  let n = 0;
  for await (const _event of store.decisions()) n += 1;
  return n;
}

async function readText(file: string, terminal: Terminal): Promise<string> {
  if (file !== '-') return textFile(file, terminal);
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of terminal.stdin)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text;
}
