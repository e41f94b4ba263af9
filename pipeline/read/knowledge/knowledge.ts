import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EntityEntry, Knowledge } from '../../types.ts';
import { compileCues } from './cues.ts';
import { packageRoot } from './folder.ts';
import { loadLexicon } from './lexicon.ts';
import { loadRules } from './rules.ts';

/** The folders of rules, one a family. */
const FAMILIES = ['platform', 'scene', 'payment'];

/**
 * Loads the lexicon, the cues and the rules of the package and of the user's own lexicon files.
 * Throws `KnowledgeError` with every fault and its place.
 */
export function loadKnowledge(extra: readonly string[] = []): Knowledge {
  const root = join(packageRoot(), 'extractors');
  const lexicon = loadLexicon(join(root, 'lexicon'), extra);
  const rules = loadRules(
    FAMILIES.map((family) => join(root, family)),
    lexicon.cues,
  );
  const plain = rules.map(({ regex: _regex, unlessRegex: _unless, needs: _needs, ...rule }) => rule);
  return {
    lexicon,
    cues: compileCues(lexicon.cues),
    rules,
    walletOf: namesakes(lexicon.entities, 'app', 'payment', (id) => `${id}-pay`),
    typeOf: new Map(lexicon.entities.map((e) => [e.id, e.type])),
    traitOf: new Map(lexicon.entities.flatMap((e) => (e.trait === null ? [] : [[e.id, e.trait]]))),
    ownerOf: new Map(lexicon.entities.flatMap((e) => (e.owner === null ? [] : [[e.id, e.owner]]))),
    groupOf: new Map([
      ...namesakes(lexicon.entities, 'company', 'group', (id) => `${id}-apps`),
      ...namesakes(lexicon.entities, 'company', 'app', (id) => `${id}-app`),
      ...namesakes(lexicon.entities, 'company', 'app', (id) => id.replace(/-group$/, '')),
    ]),
    version: createHash('sha256')
      .update(JSON.stringify([lexicon, plain]))
      .digest('hex')
      .slice(0, 16),
  };
}

/** Entities of one type with the entity of another type that their id leads to. */
function namesakes(
  entities: readonly EntityEntry[],
  from: string,
  to: string,
  lead: (id: string) => string,
): Map<string, string> {
  const targets = new Set(entities.filter((e) => e.type === to).map((e) => e.id));
  const pairs = entities
    .filter((e) => e.type === from && targets.has(lead(e.id)))
    .map((e): [string, string] => [e.id, lead(e.id)]);
  return new Map(pairs);
}
