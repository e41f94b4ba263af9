import type { Desk } from '../review/desk.ts';
import type { Store } from '../store/store.ts';
import type { DatabaseFlags } from './book.ts';
import { type KnowledgeFlags, loadKnowledge } from './engine.ts';
import type { Terminal } from './terminal.ts';
import { version } from './version.ts';

/** A reviewer's desk on an open book. */
export async function deskOf(
  store: Store,
  reviewer: string,
  flags: DatabaseFlags & KnowledgeFlags,
  terminal: Terminal,
): Promise<Desk> {
  const { lexicon, rules } = await loadKnowledge(flags, terminal);
  const { Desk: desk } = await import('../review/desk.ts');
  return new desk({
    book: store,
    reviewer,
    lexicon,
    reasons: new Map(rules.map((rule) => [rule.id, rule.reason])),
    version: version(),
    database: flags.db,
  });
}
