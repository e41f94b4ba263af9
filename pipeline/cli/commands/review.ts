import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import type { Desk } from '../../review/desk.ts';
import type { Store } from '../../store/store.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { openBrowser } from '../browser.ts';
import { deskOf } from '../desk.ts';
import { collect, type KnowledgeFlags } from '../engine.ts';
import { cannot, misuse } from '../fault.ts';
import { reviewerOf } from '../reviewer.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags, KnowledgeFlags {
  readonly reviewer?: string;
  readonly port?: number;
  readonly host: string;
  readonly token?: string;
  readonly open: boolean;
  readonly terminal?: true;
  readonly agreement?: true;
  readonly json?: true;
}

const HERE = '127.0.0.1';
const SHORTEST_TOKEN = 16;

export function register(program: Command, terminal: Terminal): void {
  program
    .command('review')
    .description('decide on claims beside their sentences, in the browser or on the terminal')
    .option('--db <file>', 'the database', DATABASE)
    .option('--reviewer <name>', 'who decides (default: the name of your account)')
    .option('--port <number>', 'the port of the page', portOf)
    .option(
      '--host <address>',
      'the address to listen on; another than this machine’s own needs --token',
      HERE,
    )
    .option('--token <secret>', `a secret of your own for the address, ${SHORTEST_TOKEN} characters or more`)
    .option('--no-open', 'print the address and open no browser')
    .option('--terminal', 'review on the terminal, with the same keys')
    .option('--agreement', 'say how far the reviewers agree, and where they differ')
    .option('--json', 'with --agreement: print JSON')
    .option(
      '--lexicon <file>',
      'a lexicon file of your own, read after the built-in ones (repeatable)',
      collect,
    )
    .action(async (flags: Flags) => {
      if (flags.json === true && flags.agreement !== true) throw misuse('--json needs --agreement');
      checkClosed(flags);
      const reviewer = reviewerOf(flags.reviewer);
      await withStore(flags, terminal, async (store) => {
        if (flags.agreement === true) return tellAgreement(store, flags, terminal);
        const desk = await deskOf(store, reviewer, flags, terminal);
        if (flags.terminal !== true) return servePage(desk, flags, terminal);
        const { reviewOnTerminal } = await import('../terminal-review.ts');
        return reviewOnTerminal(desk, terminal);
      });
    });
}

async function tellAgreement(store: Store, flags: Flags, terminal: Terminal): Promise<void> {
  const { agreementsOf } = await import('../../review/agreement.ts');
  const { agreementText } = await import('../agreement-view.ts');
  const agreements = await agreementsOf(store.verdicts());
  terminal.out(flags.json === true ? `${JSON.stringify(agreements, null, 2)}\n` : agreementText(agreements));
}

/** Nobody else may ask for the page unless the user gives them the secret. */
function checkClosed({ host, token }: Flags): void {
  if (token !== undefined && token.length < SHORTEST_TOKEN)
    throw misuse(`--token: too short; take ${SHORTEST_TOKEN} characters or more`);
  if (host !== HERE && host !== 'localhost' && token === undefined)
    throw misuse(`--host ${host} lets others in: give a --token that only they know`);
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) throw new InvalidArgumentError('a port is a number up to 65535.');
  return port;
}

/** Serves the page until the process is told to stop. */
async function servePage(desk: Desk, flags: Flags, terminal: Terminal): Promise<void> {
  const { ListenError, serveReview } = await import('../../review/server/serve.ts');
  const { PageError } = await import('../../review/server/page.ts');
  try {
    const running = await serveReview({
      desk,
      page: await builtPage(),
      host: flags.host,
      port: flags.port ?? null,
      token: flags.token ?? null,
      onFault: (error) =>
        terminal.err(`pipeline: ${error instanceof Error ? error.message : String(error)}\n`),
    });
    terminal.out(`${running.url}\n`);
    terminal.err('Open this address to review; Ctrl-C ends it. Every decision is saved at once.\n');
    if (flags.open) openBrowser(running.url);
    await stopped();
    await running.close();
  } catch (error) {
    throw error instanceof ListenError || error instanceof PageError ? cannot(error.message) : error;
  }
}

/** Where the page was built: beside this command, as one of its modules or in its few files, where that was built too. */
async function builtPage(): Promise<string> {
  for (const place of ['../../review/page', '../pipeline/review/page']) {
    const beside = fileURLToPath(new URL(place, import.meta.url));
    if (existsSync(join(beside, 'assets'))) return beside;
  }
  const { packageRoot } = await import('../../read/knowledge/folder.ts');
  return join(packageRoot(), 'dist/pipeline/review/page');
}

const stopped = (): Promise<void> =>
  new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
