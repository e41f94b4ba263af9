import { InvalidArgumentError } from 'commander';
import type { PageLimits } from '../clean/shape.ts';
import type { Field, FieldMap } from '../read/fields.ts';
import type { Limits } from '../read/limits.ts';
import type { IngestOptions } from '../run.ts';

export interface ReadingFlags {
  readonly field?: Partial<FieldMap>;
  readonly limit?: LimitFlags;
}

/** The flags as `ingest` takes them; undefined where none was given. */
export function readingOf({ field, limit }: ReadingFlags): IngestOptions['reading'] {
  if (field === undefined && limit === undefined) return undefined;
  return { fields: field ?? {}, limits: limit ?? {}, pages: limit ?? {} };
}

type LimitName = keyof Limits | keyof PageLimits;

/** Limits as the user names them. */
const LIMITS: ReadonlyMap<string, LimitName> = new Map<string, LimitName>([
  ['document', 'documentBytes'],
  ['record', 'recordBytes'],
  ['front-matter', 'frontMatterBytes'],
  ['unpack-ratio', 'unpackRatio'],
  ['page-elements', 'elements'],
  ['page-depth', 'depth'],
  ['page-characters', 'characters'],
]);
const FIELDS: ReadonlyMap<string, Field> = new Map<string, Field>(
  (['title', 'publisher', 'author', 'categories', 'published', 'url', 'content'] as const).map((f) => [f, f]),
);
const UNITS: Readonly<Record<string, number>> = { '': 1, K: 1 << 10, M: 1 << 20, G: 1 << 30 };

export type LimitFlags = Partial<Record<LimitName, number>>;

/** For `--limit NAME=SIZE`, which may be given more than once. */
export function collectLimit(value: string, before: LimitFlags = {}): LimitFlags {
  const [name = '', size = ''] = value.split('=', 2);
  const limit = LIMITS.get(name);
  if (limit === undefined) throw new InvalidArgumentError(`The limits are ${[...LIMITS.keys()].join(', ')}.`);
  const parts = /^(\d{1,9})([KMG]?)B?$/i.exec(size);
  const number = Number(parts?.[1]) * (UNITS[parts?.[2]?.toUpperCase() ?? ''] ?? Number.NaN);
  if (!Number.isSafeInteger(number) || number === 0)
    throw new InvalidArgumentError(`Write a size like ${name}=200MB, or a number.`);
  return { ...before, [limit]: number };
}

/** For `--field NAME=PATH`, which may be given more than once; the first path that holds something counts. */
export function collectField(value: string, before: Partial<FieldMap> = {}): Partial<FieldMap> {
  const equals = value.indexOf('=');
  const field = FIELDS.get(value.slice(0, equals));
  const path = value.slice(equals + 1);
  if (field === undefined || path === '')
    throw new InvalidArgumentError(
      `Write NAME=PATH, for example content=data.body; the names are ${[...FIELDS.keys()].join(', ')}.`,
    );
  return { ...before, [field]: [...(before[field] ?? []), path] };
}
