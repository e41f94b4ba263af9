import type { Command } from 'commander';
import type { Store } from '../store/store.ts';
import type { ExportedClaim } from '../types.ts';
import { DATABASE, type DatabaseFlags } from './book.ts';
import { loadKnowledge } from './engine.ts';
import { misuse } from './fault.ts';
import type { Terminal } from './terminal.ts';

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
    .option('--scene <id>', 'only this scene, none (or -) for claims that name none')
    .option('--json', 'print JSON');

/** The scene that is asked for: undefined for any, null for none. One that the lexicon does not know is a fault. */
export async function sceneOf(
  { scene }: MatterFlags,
  terminal: Terminal,
): Promise<string | null | undefined> {
  if (scene === undefined) return undefined;
  if (scene === '-' || scene === 'none') return null;
  await checkScenes([scene], terminal);
  return scene;
}

/** Throws a fault that names the scenes there are, where one of `scenes` is none of them. */
export async function checkScenes(scenes: readonly (string | null)[], terminal: Terminal): Promise<void> {
  if (scenes.every((scene) => scene === null)) return;
  const { lexicon } = await loadKnowledge({}, terminal);
  const known = lexicon.scenes.map(({ id }) => id);
  const unknown = scenes.find((scene) => scene !== null && !known.includes(scene));
  if (unknown !== undefined) throw misuse(`--scene ${unknown}: no scene; there are ${known.join(', ')}`);
}

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
  if (!some && names.length > 0)
    throw misuse(`${names.join(' → ')}: no claim in the book is about this${idHint(names)}`);
}

const idHint = (names: readonly string[]): string =>
  names.every((name) => /^[a-z0-9-]+$/.test(name)) ? '' : '; name one id, such as wechat for 微信';

/** Gives the original of an article that is a repost, else its own id. */
export async function originals(store: Store): Promise<(articleId: string) => string> {
  const known = await store.originals();
  return (id) => known.get(id) ?? id;
}

/** Writes a JSON array, element by element; with an `indent`, as `JSON.stringify` would write it indented so. */
export function jsonArray(
  out: (text: string) => void,
  indent = 0,
): { add(element: unknown): void; end(): void } {
  const margin = ' '.repeat(indent);
  let count = 0;
  return {
    add: (element) => {
      const text = JSON.stringify(element, null, indent).replaceAll('\n', `\n${margin}`);
      out(`${count === 0 ? '[\n' : ',\n'}${margin}${text}`);
      count += 1;
    },
    end: () => out(count === 0 ? '[]\n' : '\n]\n'),
  };
}
