import { relative, resolve } from 'node:path';
import type { Knowledge } from '../types.ts';
import { cannot } from './fault.ts';
import type { Terminal } from './terminal.ts';

export interface KnowledgeFlags {
  readonly lexicon?: readonly string[];
}

/** For `--lexicon FILE`, which may be given more than once. */
export const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];

/** Where the user's own lexicon files are. */
export const lexiconPaths = (flags: KnowledgeFlags, terminal: Terminal): string[] =>
  (flags.lexicon ?? []).map((file) => resolve(terminal.cwd, file));

/** Loads rules and lexicon. Every fault in them becomes one line with file, line and column. */
export async function loadKnowledge(flags: KnowledgeFlags, terminal: Terminal): Promise<Knowledge> {
  const { loadKnowledge: load } = await import('../read/knowledge/knowledge.ts');
  const { formatFault, KnowledgeError } = await import('../read/knowledge/fault.ts');
  try {
    return load(lexiconPaths(flags, terminal));
  } catch (error) {
    if (!(error instanceof KnowledgeError)) throw error;
    const lines = error.faults.map((f) =>
      formatFault({ ...f, file: relative(terminal.cwd, f.file) || f.file }),
    );
    throw cannot(lines.join('\npipeline: '));
  }
}
