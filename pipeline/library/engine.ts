import { resolve } from 'node:path';
import { loadKnowledge } from '../read/knowledge/knowledge.ts';
import { buildEngine, type Engine } from '../reading.ts';

const built = new Map<string, Engine>();

/** The engine with the package's own names and rules, and those of lexicon files; made once for each list of files. */
export function engineFor(lexicon: readonly string[] = []): Engine {
  const files = lexicon.map((file) => resolve(file));
  const key = JSON.stringify(files);
  const engine = built.get(key) ?? buildEngine(loadKnowledge(files));
  built.set(key, engine);
  return engine;
}
