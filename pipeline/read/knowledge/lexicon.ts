import { readFileSync } from 'node:fs';
import type { Lexicon } from '../../types.ts';
import { brokenWords, repeatedCues } from './cue-faults.ts';
import { KnowledgeError, type KnowledgeFault } from './fault.ts';
import { yamlFiles } from './folder.ts';
import { mergeEntities, mergeScenes, type ReadFile } from './merge.ts';
import { lexiconFile } from './schema.ts';
import { loadYaml } from './yaml.ts';

/**
 * Reads every YAML file under `folder`, then the user's own files, which may add aliases to ids that are there,
 * new entities and scenes, and words to cue classes. Throws `KnowledgeError` with every fault of every file.
 */
export function loadLexicon(folder: string, extra: readonly string[] = []): Lexicon {
  const faults: KnowledgeFault[] = [];
  const files = yamlFiles(folder).map((path) => readLexiconFile(path, false, faults));
  const own = extra.map((path) => readLexiconFile(path, true, faults));
  const readable = [...files, ...own].filter((file) => file !== null);
  const lexicon: Lexicon = {
    entities: mergeEntities(readable, faults),
    scenes: mergeScenes(readable, faults),
    cues: readable.flatMap((file) => file.data.cues ?? []),
  };
  // Words that lean on classes of a file that cannot be read are no faults of their own.
  if (readable.length === files.length + own.length) faults.push(...brokenWords(readable));
  faults.push(...repeatedCues(readable));
  if (faults.length > 0) throw new KnowledgeError(faults);
  return lexicon;
}

function readLexiconFile(path: string, extra: boolean, faults: KnowledgeFault[]): ReadFile | null {
  const text = readText(path, faults);
  if (text === null) return null;
  const loaded = loadYaml(path, text, lexiconFile);
  faults.push(...loaded.faults);
  if (loaded.data === null) return null;
  const place = (at: readonly PropertyKey[]) => `${path}:${loaded.at(at).line}`;
  return { data: loaded.data, origin: { fault: loaded.fault, place, extra } };
}

function readText(path: string, faults: KnowledgeFault[]): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path));
  } catch (error) {
    faults.push({ file: path, line: 1, column: 1, message: whyUnreadable(error) });
    return null;
  }
}

function whyUnreadable(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOENT') return 'there is no such file; mend the path';
  if (code === 'EISDIR') return 'is a folder; name a YAML file in it';
  if (code === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8; save it as UTF-8';
  return `cannot be read: ${error instanceof Error ? error.message : String(error)}`;
}
