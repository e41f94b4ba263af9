import {
  type Document,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  type YAMLMap,
} from 'yaml';
import { z } from 'zod';
import type { KnowledgeFault } from './fault.ts';

export interface Position {
  readonly line: number;
  readonly column: number;
}

type Path = readonly PropertyKey[];

export interface LoadedYaml<T> {
  /** Null exactly when there are faults. */
  readonly data: T | null;
  readonly faults: readonly KnowledgeFault[];
  /** Where a zod issue's path stands in the file: the node itself, or the nearest one above it that is there. */
  readonly at: (path: Path) => Position;
  /** A fault at a path, for what only a later look finds. */
  readonly fault: (path: Path, message: string) => KnowledgeFault;
}

/**
 * Parses one YAML file and checks it against a schema. Never throws on what the file holds: every syntax error and
 * every issue becomes a fault with its place.
 */
export function loadYaml<T>(file: string, text: string, schema: z.ZodType<T>): LoadedYaml<T> {
  const lines = new LineCounter();
  const doc = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const at = (path: Path) => place(offsetOf(doc, path));
  const fault = (path: Path, message: string): KnowledgeFault => ({ file, ...at(path), message });
  const fail = (faults: readonly KnowledgeFault[]): LoadedYaml<T> => ({ data: null, faults, at, fault });

  if (doc.errors.length > 0) {
    return fail(
      doc.errors
        .slice(0, 1)
        .map((e) => ({ file, ...place(e.pos[0]), message: `not YAML: ${oneLine(e.message)}` })),
    );
  }
  const plain = toPlain(doc);
  if (plain.error !== null) return fail([fault([], `not YAML that can be read: ${oneLine(plain.error)}`)]);
  const parsed = schema.safeParse(plain.value);
  if (parsed.success) return { data: parsed.data, faults: [], at, fault };
  const told = (issue: Issue) => ({ file, ...place(issueOffset(doc, issue)), message: worded(issue) });
  return fail(parsed.error.issues.flatMap(leaves).map(told));
}

/** An object that names its keys when it meets a foreign one. */
export function record<S extends z.ZodRawShape>(shape: S) {
  const keys = Object.keys(shape).join(', ');
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === 'unrecognized_keys'
        ? `unknown key ${quoted(issue.keys)}; use one of ${keys}`
        : undefined,
  });
}

/** Text that is not blank. Says so when YAML made a number or a date of it. */
export const words = z
  .string({
    error: (issue) =>
      typeof issue.input === 'number' || typeof issue.input === 'boolean'
        ? `YAML reads this as a ${typeof issue.input}; put it in quotes`
        : undefined,
  })
  .refine((text) => text.trim() !== '', 'is empty; write the words or delete the line');

function toPlain(doc: Document): { value: unknown; error: string | null } {
  try {
    return { value: doc.toJS({ maxAliasCount: 1000 }), error: null };
  } catch (error) {
    return { value: null, error: error instanceof Error ? error.message : String(error) };
  }
}

function offsetOf(doc: Document, path: Path): number {
  let node: unknown = doc.contents;
  let offset = rangeStart(node) ?? 0;
  for (const key of filePath(doc, path)) {
    if (!isCollection(node)) break;
    const next: unknown = isMap(node) ? pairOf(node, key)?.value : node.get(key, true);
    const start = rangeStart(next);
    if (start === null) break;
    offset = start;
    node = next;
  }
  return offset;
}

/** A schema may take a bare list for a named one: then the name is in the path but not in the file. */
function filePath(doc: Document, path: Path): Path {
  return isSeq(doc.contents) && typeof path[0] === 'string' ? path.slice(1) : path;
}

function pairOf(map: YAMLMap, key: PropertyKey | undefined) {
  return map.items.find((item) => isScalar(item.key) && item.key.value === key);
}

function rangeStart(node: unknown): number | null {
  if (typeof node !== 'object' || node === null || !('range' in node) || !Array.isArray(node.range))
    return null;
  const start: unknown = node.range[0];
  return typeof start === 'number' ? start : null;
}

type Issue = z.core.$ZodIssue;

/** A union says only that nothing fitted; the branch with the deepest complaint says why. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((one) => one.path.length));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (best === undefined || depth(best) === 0) return [issue];
  return best.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }));
}

/** A foreign key is shown itself, not what stands behind it. */
function issueOffset(doc: Document, issue: Issue): number {
  const offset = offsetOf(doc, issue.path);
  if (issue.code !== 'unrecognized_keys') return offset;
  const map = doc.getIn(filePath(doc, issue.path), true);
  const pair = isMap(map) ? pairOf(map, issue.keys[0]) : undefined;
  return rangeStart(pair?.key) ?? offset;
}

function worded(issue: Issue): string {
  const where = issue.path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('');
  return `${where.replace(/^\./, '') || 'file'}: ${oneLine(issue.message)}`;
}

function quoted(keys: readonly string[]): string {
  return keys.map((key) => JSON.stringify(key)).join(', ');
}

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ');
}
