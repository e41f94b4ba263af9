import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { packageRoot } from './folder.ts';

/** The stages that make claims of a text. */
const STAGES = ['annotate', 'extract', 'refine'];

/** Whether the built code runs, and not its sources. */
export const isBuilt = (): boolean =>
  !relative(join(packageRoot(), 'dist'), fileURLToPath(import.meta.url)).startsWith('..');

/**
 * Hash of the code that makes claims of a text, by name and content: the same words are read otherwise by another
 * engine, so articles that an older one has read are read again. Throws where the code is not there.
 */
export function engineHash(root = packageRoot()): string {
  const pipeline = isBuilt() ? join(root, 'dist', 'pipeline') : join(root, 'pipeline');
  const hash = createHash('sha256');
  for (const file of STAGES.flatMap((stage) => codeFiles(join(pipeline, stage))))
    hash.update(`${relative(pipeline, file).replaceAll('\\', '/')}\n`).update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

const codeFiles = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.d)\.[jt]s$/.test(name))
    .sort()
    .map((name) => join(folder, name));
