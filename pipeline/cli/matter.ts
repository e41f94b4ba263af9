import type { Command } from 'commander';
import type { Store } from '../store/store.ts';
import type { ExportedClaim } from '../types.ts';
import { DATABASE, type DatabaseFlags } from './book.ts';
import { misuse } from './fault.ts';

/** Which pair and scene a command is asked about. */
export interface MatterFlags extends DatabaseFlags {
  readonly subject?: string;
  readonly object?: string;
  readonly scene?: string;
  readonly json?: true;
}

export const withMatter = (command: Command): Command =>
  command
    .option('--db <file>', 'the database', DATABASE)
    .option('--subject <id>', 'only this one: the app in which, the shop where one pays')
    .option('--object <id>', 'only this one: whose links, the way to pay')
    .option('--scene <id>', 'only this scene, - for claims that name none')
    .option('--json', 'print JSON');

/** The scene that is asked for: undefined for any, null for none. */
export const sceneOf = ({ scene }: MatterFlags): string | null | undefined => (scene === '-' ? null : scene);

/** Claims pair by pair. A name that is in no claim is a fault. */
export async function* pairsOf(
  store: Store,
  flags: Pick<MatterFlags, 'subject' | 'object'>,
): AsyncGenerator<readonly ExportedClaim[]> {
  const { subject, object } = flags;
  let some = false;
  const filter = {
    ...(subject === undefined ? {} : { subject }),
    ...(object === undefined ? {} : { object }),
  };
  for await (const claims of store.pairs(filter)) {
    some = true;
    yield claims;
  }
  const names = Object.values(filter);
  if (!some && names.length > 0) throw misuse(`${names.join(' → ')}: no claim in the book is about this`);
}

/** Gives the original of an article that is a repost, else its own id. */
export async function originals(store: Store): Promise<(articleId: string) => string> {
  const known = await store.originals();
  return (id) => known.get(id) ?? id;
}

/** Writes a JSON array, element by element. */
export function jsonArray(out: (text: string) => void): { add(element: unknown): void; end(): void } {
  let count = 0;
  return {
    add: (element) => {
      out(`${count === 0 ? '[\n' : ',\n'}${JSON.stringify(element)}`);
      count += 1;
    },
    end: () => out(count === 0 ? '[]\n' : '\n]\n'),
  };
}
