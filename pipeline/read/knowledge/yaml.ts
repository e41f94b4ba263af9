import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import type { KnowledgeFault } from './fault.ts';
import { type Path, type PlacedYaml, type Position, placeYaml } from './places.ts';

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
 * every issue becomes a fault with its place. A file that is in order is read by the quicker parser, which knows no
 * places; they are looked up only when somebody asks for one.
 */
export function loadYaml<T>(file: string, text: string, schema: z.ZodType<T>): LoadedYaml<T> {
  let placed: PlacedYaml | null = null;
  const places = () => {
    placed ??= placeYaml(text);
    return placed;
  };
  const at = (path: Path) => places().at(path);
  const fault = (path: Path, message: string): KnowledgeFault => ({ file, ...at(path), message });
  const fail = (faults: readonly KnowledgeFault[]): LoadedYaml<T> => ({ data: null, faults, at, fault });

  const quick = schema.safeParse(quickData(text));
  if (quick.success) return { data: quick.data, faults: [], at, fault };
  const { data, error } = places();
  if (error !== null) return fail([{ file, ...error.at, message: `not YAML: ${oneLine(error.message)}` }]);
  const parsed = schema.safeParse(data);
  if (parsed.success) return { data: parsed.data, faults: [], at, fault };
  const told = (issue: Issue) => ({ file, ...placeOf(places(), issue), message: worded(issue) });
  return fail(parsed.error.issues.flatMap(leaves).map(told));
}

/** What the file holds, or a value that no schema takes: the slower parser then says what is wrong. */
function quickData(text: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA }) ?? null;
  } catch {
    return Symbol('not YAML');
  }
}

/** A foreign key is shown itself, not what stands behind it. */
function placeOf(places: PlacedYaml, issue: Issue): Position {
  if (issue.code !== 'unrecognized_keys') return places.at(issue.path);
  return places.atKey(issue.path, issue.keys[0]);
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

type Issue = z.core.$ZodIssue;

/** A union says only that nothing fitted; the branch with the deepest complaint says why. */
function leaves(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const depth = (branch: readonly Issue[]) => Math.max(0, ...branch.map((one) => one.path.length));
  const best = [...issue.errors].sort((a, b) => depth(b) - depth(a))[0];
  if (best === undefined || depth(best) === 0) return [issue];
  return best.flatMap((inner) => leaves({ ...inner, path: [...issue.path, ...inner.path] }));
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
  return text.replace(/(?<!\s)\s*\n\s*/g, ' ');
}
