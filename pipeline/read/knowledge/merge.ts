import type { Alias, EntityEntry, SceneEntry } from '../../types.ts';
import type { KnowledgeFault } from './fault.ts';
import { aliasKey } from './normal.ts';
import { officesIn } from './offices.ts';
import { AliasRegister, type Origin } from './register.ts';
import type { LexiconFile, RawAlias, RawEntity, RawScene } from './schema.ts';

export interface ReadFile {
  readonly data: LexiconFile;
  readonly origin: Origin;
}

interface RawEntry {
  readonly id: string;
  readonly name?: string | undefined;
  readonly label?: boolean | undefined;
  readonly aliases?: readonly RawAlias[] | undefined;
}

/** An entry as it was first written, and where. */
interface First<Raw> {
  readonly raw: Raw;
  readonly origin: Origin;
  readonly path: readonly PropertyKey[];
}

/** What sets entities and scenes apart when the entries of several files become one. */
interface Layer<Raw extends RawEntry, Entry> {
  readonly list: 'entities' | 'scenes';
  readonly entriesOf: (data: LexiconFile) => readonly Raw[] | undefined;
  /** The entry, or the names of the keys that a new one still lacks. */
  readonly finish: (raw: Raw, aliases: readonly Alias[]) => Entry | string[];
}

export function mergeEntities(files: readonly ReadFile[], faults: KnowledgeFault[]): EntityEntry[] {
  const firsts = firstEntries(files, ENTITIES, faults);
  for (const { raw, origin, path } of firsts.values()) {
    if (raw.owner && !firsts.has(raw.owner)) {
      faults.push(origin.fault([...path, 'owner'], `owner ${raw.owner} is no entity; add it, or write null`));
    }
  }
  for (const { raw, origin, path } of files.flatMap((file) => repeats(file, ENTITIES, firsts))) {
    const type = firsts.get(raw.id)?.raw.type;
    if (raw.type === undefined || raw.type === type) continue;
    faults.push(
      origin.fault(
        [...path, 'type'],
        `${raw.id} is of type ${type}; leave the type out or choose another id`,
      ),
    );
  }
  return finishAll(files, ENTITIES, firsts, faults);
}

export function mergeScenes(files: readonly ReadFile[], faults: KnowledgeFault[]): SceneEntry[] {
  return finishAll(files, SCENES, firstEntries(files, SCENES, faults), faults);
}

const ENTITIES: Layer<RawEntity, EntityEntry> = {
  list: 'entities',
  entriesOf: ({ entities, offices }) => [...(entities ?? []), ...officesIn(offices ?? [])],
  finish: ({ id, type, trait, name, owner, parts }, aliases) =>
    type === undefined || name === undefined
      ? [...(type === undefined ? ['type'] : []), ...(name === undefined ? ['name'] : [])]
      : {
          id,
          type,
          trait: trait ?? null,
          name,
          owner: owner ?? null,
          aliases,
          ...(parts === undefined ? {} : { parts }),
        },
};

const SCENES: Layer<RawScene, SceneEntry> = {
  list: 'scenes',
  entriesOf: (data) => data.scenes,
  finish: ({ id, name, hosts }, aliases) =>
    name === undefined ? ['name'] : { id, name, hosts: hosts ?? [], aliases },
};

function entriesIn<Raw extends RawEntry, Entry>(file: ReadFile, layer: Layer<Raw, Entry>): First<Raw>[] {
  const raws = layer.entriesOf(file.data) ?? [];
  return raws.map((raw, index) => ({ raw, origin: file.origin, path: [layer.list, index] }));
}

function firstEntries<Raw extends RawEntry, Entry>(
  files: readonly ReadFile[],
  layer: Layer<Raw, Entry>,
  faults: KnowledgeFault[],
): Map<string, First<Raw>> {
  const firsts = new Map<string, First<Raw>>();
  for (const entry of files.flatMap((file) => entriesIn(file, layer))) {
    const { raw, origin, path } = entry;
    if (!firsts.has(raw.id)) firsts.set(raw.id, entry);
    else if (!origin.extra) {
      faults.push(
        origin.fault([...path, 'id'], `${raw.id} is defined twice; put its aliases into one entry`),
      );
    }
  }
  return firsts;
}

function repeats<Raw extends RawEntry, Entry>(
  file: ReadFile,
  layer: Layer<Raw, Entry>,
  firsts: ReadonlyMap<string, First<Raw>>,
): First<Raw>[] {
  return entriesIn(file, layer).filter((entry) => firsts.get(entry.raw.id)?.raw !== entry.raw);
}

function finishAll<Raw extends RawEntry, Entry>(
  files: readonly ReadFile[],
  layer: Layer<Raw, Entry>,
  firsts: ReadonlyMap<string, First<Raw>>,
  faults: KnowledgeFault[],
): Entry[] {
  const register = new AliasRegister(faults);
  for (const entry of files.flatMap((file) => entriesIn(file, layer))) {
    addAliases(register, entry, firsts.get(entry.raw.id)?.raw === entry.raw);
  }
  const aliases = register.byOwner();
  return [...firsts.values()].flatMap(({ raw, origin, path }) => {
    const entry = layer.finish(raw, aliases.get(raw.id) ?? []);
    if (!Array.isArray(entry)) return [entry];
    const message = `${raw.id} is new here and lacks ${entry.join(' and ')}; add it, or mend the id`;
    faults.push(origin.fault([...path, 'id'], message));
    return [];
  });
}

/** An entry's name is an alias too, unless it is only a label or the list says more about that alias. */
function addAliases<Raw extends RawEntry>(
  register: AliasRegister,
  entry: First<Raw>,
  isFirst: boolean,
): void {
  const { raw, origin, path } = entry;
  const listed = raw.aliases ?? [];
  const name = raw.label ? undefined : raw.name;
  if (name !== undefined && isFirst && !listed.some((alias) => aliasKey(alias.text) === aliasKey(name))) {
    register.add(raw.id, { text: name }, origin, [...path, 'name']);
  }
  for (const [index, alias] of listed.entries()) {
    register.add(raw.id, alias, origin, [...path, 'aliases', index]);
  }
}
