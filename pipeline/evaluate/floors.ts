import { z } from 'zod';
import type { Evaluation } from './evaluate.ts';
import { LEVELS, type LevelName } from './keys.ts';

const figure = z.number().min(0).max(1);
const floor = z.strictObject({ p: figure, r: figure, f1: figure });
const floors = z.record(z.string(), z.strictObject({ core: floor, dated: floor, attributed: floor }));

/** Pinned floors: for each gold file, by its name, the least that each level must reach. */
export type Floors = z.output<typeof floors>;

/** A floors file that cannot be read. */
export class FloorsFault extends Error {}

/** A figure on the wrong side of its floor. */
export interface Breach {
  readonly gold: string;
  readonly level: LevelName;
  readonly figure: 'p' | 'r' | 'f1';
  readonly floor: number;
  readonly measured: number;
}

const FIGURES = ['p', 'r', 'f1'] as const;

/** Reads a floors file. Throws FloorsFault with the field that is wrong. */
export function parseFloors(text: string, name: string): Floors {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new FloorsFault(`${name}: not JSON`);
  }
  const result = floors.safeParse(value);
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  throw new FloorsFault(
    `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'is not a floors file'}`,
  );
}

/** The figures that are below their floors; none where the gold file has no floors yet. */
export function breachesOf(floors: Floors, gold: string, evaluation: Evaluation): Breach[] {
  const own = floors[gold];
  if (own === undefined) return [];
  return LEVELS.flatMap((level) =>
    FIGURES.filter((f) => evaluation[level][f] < own[level][f]).map((f) => ({
      gold,
      level,
      figure: f,
      floor: own[level][f],
      measured: evaluation[level][f],
    })),
  );
}

/**
 * Floors with this gold file pinned at what was measured. Floors only rise: where a figure is below its floor,
 * the floor stays, unless `lower` is true.
 */
export function pin(floors: Floors, gold: string, evaluation: Evaluation, lower: boolean): Floors {
  const own = lower ? undefined : floors[gold];
  const level = (name: LevelName) => ({
    p: Math.max(evaluation[name].p, own?.[name].p ?? 0),
    r: Math.max(evaluation[name].r, own?.[name].r ?? 0),
    f1: Math.max(evaluation[name].f1, own?.[name].f1 ?? 0),
  });
  return {
    ...floors,
    [gold]: { core: level('core'), dated: level('dated'), attributed: level('attributed') },
  };
}
