import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { z } from 'zod';
import type { Lexicon, Rule } from '../../types.ts';
import type { CueClass } from './cues.ts';
import { isBuilt } from './engine.ts';
import { FAMILIES, LEXICON, packageRoot, yamlFiles } from './folder.ts';

/** A rule with its expressions written out. */
export interface WrittenRule extends Rule {
  readonly source: string;
  readonly unlessSource: string | null;
  readonly needs: readonly (readonly number[])[];
}

/** All knowledge as plain data: what the YAML files come to. */
export interface Written {
  readonly lexicon: Lexicon;
  readonly rules: readonly WrittenRule[];
  readonly cues: readonly CueClass[];
  readonly version: string;
}

const FILE = join('dist', 'knowledge.json');

/** Hash of every YAML file of the package, by name and content. */
function keyOf(root: string): string {
  const hash = createHash('sha256');
  for (const folder of [LEXICON, ...FAMILIES]) {
    for (const file of yamlFiles(join(root, 'extractors', folder)))
      hash.update(`${relative(root, file)}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/**
 * The knowledge as the build has written it, or null where the YAML files are no longer those of the build, or the code
 * is not (sources are run). Reading and checking the YAML takes a quarter of a second, this a few milliseconds.
 */
export function readBaked(root = packageRoot()): Written | null {
  const text = isBuilt() ? textOf(join(root, FILE)) : null;
  const end = text?.indexOf('\n') ?? -1;
  if (text === null || end < 0 || text.slice(0, end) !== keyOf(root)) return null;
  return written.parse(JSON.parse(text.slice(end + 1)));
}

/** The build's own file, as sound as the code beside it: what it holds was checked when it was written. */
const written = z.custom<Written>((value) => typeof value === 'object' && value !== null);

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Writes the knowledge where `readBaked` looks for it. */
export function bake(knowledge: Written, root = packageRoot()): void {
  writeFileSync(join(root, FILE), `${keyOf(root)}\n${JSON.stringify(knowledge)}`);
}
