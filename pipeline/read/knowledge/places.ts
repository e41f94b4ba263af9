import { createRequire } from 'node:module';
import type { Document, YAMLMap } from 'yaml';

export interface Position {
  readonly line: number;
  readonly column: number;
}

export type Path = readonly PropertyKey[];

/** A YAML file with the places of its parts; lines and columns count from 1. */
export interface PlacedYaml {
  readonly data: unknown;
  readonly error: { readonly at: Position; readonly message: string } | null;
  /** The node at a path, or the nearest one above it that is there. */
  readonly at: (path: Path) => Position;
  /** A key of the map at a path. */
  readonly atKey: (path: Path, key: PropertyKey | undefined) => Position;
}

/** Loaded when a place is asked for: a lexicon in order needs none. */
const yamlPackage = (): typeof import('yaml') => createRequire(import.meta.url)('yaml');

export function placeYaml(text: string): PlacedYaml {
  const yaml = yamlPackage();
  const lines = new yaml.LineCounter();
  const doc = yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const find = finder(yaml, doc);
  const at = (path: Path) => place(find(path));
  const atKey = (path: Path, key: PropertyKey | undefined) => place(find(path, key));
  const first = doc.errors[0];
  if (first !== undefined)
    return { data: null, error: { at: place(first.pos[0]), message: first.message }, at, atKey };
  try {
    return { data: doc.toJS({ maxAliasCount: 1000 }), error: null, at, atKey };
  } catch (error) {
    return { data: null, error: { at: at([]), message: String(error) }, at, atKey };
  }
}

function finder({ isCollection, isMap, isScalar, isSeq }: typeof import('yaml'), doc: Document) {
  const pairOf = (map: YAMLMap, key: PropertyKey | undefined) =>
    map.items.find((item) => isScalar(item.key) && item.key.value === key);
  return (path: Path, key?: PropertyKey): number => {
    let node: unknown = doc.contents;
    let offset = rangeStart(doc.contents) ?? 0;
    // A schema may take a bare list for a named one: then the name is in the path but not in the file.
    const bare = isSeq(doc.contents) && typeof path[0] === 'string';
    for (const step of bare ? path.slice(1) : path) {
      if (!isCollection(node)) break;
      const next: unknown = isMap(node) ? pairOf(node, step)?.value : node.get(step, true);
      const start = rangeStart(next);
      if (start === null) break;
      offset = start;
      node = next;
    }
    return (isMap(node) ? rangeStart(pairOf(node, key)?.key) : null) ?? offset;
  };
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}
