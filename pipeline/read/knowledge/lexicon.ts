import { readFileSync } from 'node:fs';
import type { CueEntry, EntityEntry, EntityType, Lexicon, SceneEntry } from '../../types.ts';
import { KnowledgeError, type KnowledgeFault } from './fault.ts';
import { yamlFiles } from './folder.ts';
import { aliasKey } from './normal.ts';
import { AliasRegister, type Origin } from './register.ts';
import { type LexiconFile, lexiconFile, type RawAlias } from './schema.ts';
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
  if (faults.length > 0) throw new KnowledgeError(faults);
  return lexicon;
}

/** The words of one cue class, of all its entries together. */
export function cueWords(cues: readonly CueEntry[], name: string): string[] {
  return cues.filter((cue) => cue.class === name).flatMap((cue) => cue.words);
}

interface ReadFile {
  readonly data: LexiconFile;
  readonly origin: Origin;
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
    const why =
      error instanceof TypeError ? 'is not UTF-8; save it as UTF-8' : `cannot be read (${String(error)})`;
    faults.push({ file: path, line: 1, column: 1, message: why });
    return null;
  }
}

interface Head {
  readonly id: string;
  readonly name: string;
  readonly type: EntityType;
  readonly owner: string | null;
}

interface RawHead {
  readonly id: string;
  readonly name?: string | undefined;
  readonly type?: EntityType | undefined;
  readonly owner?: string | null | undefined;
  readonly label?: boolean | undefined;
  readonly aliases?: readonly RawAlias[] | undefined;
}

function mergeEntities(files: readonly ReadFile[], faults: KnowledgeFault[]): EntityEntry[] {
  return merge(files, 'entities', (data) => data.entities ?? [], faults);
}

function mergeScenes(files: readonly ReadFile[], faults: KnowledgeFault[]): SceneEntry[] {
  const scenes = merge(
    files,
    'scenes',
    (data) => (data.scenes ?? []).map((s) => ({ ...s, type: 'app' as const })),
    faults,
  );
  return scenes.map(({ id, name, aliases }) => ({ id, name, aliases }));
}

function merge(
  files: readonly ReadFile[],
  list: 'entities' | 'scenes',
  entriesOf: (data: LexiconFile) => readonly RawHead[],
  faults: KnowledgeFault[],
): EntityEntry[] {
  const heads = new Map<string, Head>();
  const register = new AliasRegister(faults);
  for (const { data, origin } of files) {
    for (const [index, raw] of entriesOf(data).entries()) {
      const path = [list, index];
      const isNew = !heads.has(raw.id);
      const fault = isNew ? headFault(raw) : repeatFault(raw, heads.get(raw.id), origin.extra);
      if (fault !== null) {
        faults.push(origin.fault([...path, fault.key], fault.message));
        continue;
      }
      if (isNew) heads.set(raw.id, headOf(raw));
      addAliases(register, raw, isNew, origin, path);
    }
  }
  const aliases = register.byOwner();
  return [...heads.values()].map((head) => ({ ...head, aliases: aliases.get(head.id) ?? [] }));
}

function headOf(raw: RawHead): Head {
  return { id: raw.id, name: raw.name ?? raw.id, type: raw.type ?? 'app', owner: raw.owner ?? null };
}

function headFault(raw: RawHead): { key: string; message: string } | null {
  const missing = [raw.type === undefined ? 'type' : null, raw.name === undefined ? 'name' : null].filter(
    (m) => m !== null,
  );
  if (missing.length === 0) return null;
  return {
    key: 'id',
    message: `${raw.id} is new here and lacks ${missing.join(' and ')}; add it, or mend the id`,
  };
}

function repeatFault(
  raw: RawHead,
  head: Head | undefined,
  extra: boolean,
): { key: string; message: string } | null {
  if (!extra) return { key: 'id', message: `${raw.id} is defined twice; put its aliases into one entry` };
  if (raw.type !== undefined && head !== undefined && raw.type !== head.type) {
    return {
      key: 'type',
      message: `${raw.id} is of type ${head.type}; leave the type out or choose another id`,
    };
  }
  return null;
}

/** An entry's name is an alias too, unless it is only a label or the list says more about that alias. */
function addAliases(
  register: AliasRegister,
  raw: RawHead,
  isNew: boolean,
  origin: Origin,
  path: readonly PropertyKey[],
): void {
  const listed = raw.aliases ?? [];
  const name = raw.label ? undefined : raw.name;
  if (name !== undefined && isNew && !listed.some((alias) => aliasKey(alias.text) === aliasKey(name))) {
    register.add(raw.id, { text: name }, origin, [...path, 'name']);
  }
  for (const [index, alias] of listed.entries())
    register.add(raw.id, alias, origin, [...path, 'aliases', index]);
}
