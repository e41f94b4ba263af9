import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import type { Written } from './baked.ts';
import { missingClasses } from './cue-faults.ts';
import { writeCues } from './cues.ts';
import { engineHash } from './engine.ts';
import { KnowledgeError } from './fault.ts';
import { FAMILIES, LEXICON, packageRoot } from './folder.ts';
import { loadLexicon } from './lexicon.ts';
import { loadRules } from './rules.ts';

/**
 * Writes the knowledge of the YAML files out: every pattern as one expression, with what a text must hold to match it.
 * Throws `KnowledgeError` with every fault and its place.
 */
export function write(extra: readonly string[]): Written {
  const root = join(packageRoot(), 'extractors');
  const folder = join(root, LEXICON);
  const lexicon = loadLexicon(folder, extra);
  const missing = missingClasses(lexicon, relative(process.cwd(), folder));
  if (missing.length > 0) throw new KnowledgeError(missing);
  const { rules, ways } = loadRules(
    FAMILIES.map((family) => join(root, family)),
    lexicon.cues,
  );
  const plain = rules.map(({ source: _source, unlessSource: _unless, ...rule }) => rule);
  const version = createHash('sha256')
    .update(JSON.stringify([lexicon, plain, engineHash()]))
    .digest('hex')
    .slice(0, 16);
  return { lexicon, rules, ways, cues: writeCues(lexicon.cues), version };
}
