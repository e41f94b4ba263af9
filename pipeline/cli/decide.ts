import { randomUUID } from 'node:crypto';
import type { Store } from '../store/store.ts';
import type { Decision } from '../types.ts';
import { Fault, misuse } from './fault.ts';
import { findClaim, noClaim } from './find.ts';
import type { Terminal } from './terminal.ts';

export interface Wish {
  readonly action: 'accept' | 'reject' | 'undo';
  readonly reviewer: string;
  readonly reason: string | null;
  readonly note: string | null;
}

/**
 * Decides on claims one by one, as their ids or the beginnings of these come (`-`: from standard input, one a line).
 * A line for each on stdout; for what cannot be decided one on stderr, and exit code 1 in the end.
 */
export async function decideOn(
  ids: readonly string[],
  wish: Wish,
  store: Store,
  terminal: Terminal,
): Promise<void> {
  for await (const id of named(ids, terminal)) {
    try {
      const claim = await decideOne(id, wish, store);
      const [row] = await store.standings([claim], wish.reviewer);
      terminal.out(`${claim} ${row?.state ?? ''}\n`);
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      terminal.err(`pipeline: ${error.message}\n`);
      terminal.exit(1);
    }
  }
}

async function* named(ids: readonly string[], terminal: Terminal): AsyncGenerator<string> {
  for (const id of ids) {
    if (id === '-')
      for (const line of (await textOf(terminal.stdin)).split(/\s+/)) yield* line === '' ? [] : [line];
    else yield id;
  }
}

async function textOf(stdin: Terminal['stdin']): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const chunk of stdin)
    text += typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
  return text;
}

async function decideOne(id: string, wish: Wish, store: Store): Promise<string> {
  const found = await findClaim(store, id);
  if (found === null) throw noClaim(id);
  const claim = found.claim.id;
  const seen = await store.reviewedClaim(claim, wish.reviewer);
  const last = seen?.history.findLast(
    (e) => e.reviewer === wish.reviewer && !e.undone && e.action !== 'undo',
  );
  if (wish.action === 'undo' && last === undefined)
    throw misuse(`${claim}: ${wish.reviewer} has decided nothing that could be taken back`);
  const event: Decision = {
    id: randomUUID(),
    claim,
    action: wish.action,
    before: wish.action === 'undo' ? null : (seen?.claim ?? null),
    after: null,
    reviewer: wish.reviewer,
    at: new Date().toISOString(),
    reason: wish.reason,
    note: wish.note,
    undoes: wish.action === 'undo' ? (last?.id ?? null) : null,
    group: null,
    machine: null,
  };
  const { refused } = await store.decide([event]);
  if (refused[0] !== undefined) throw misuse(`${claim}: ${refused[0].why}`);
  return claim;
}
