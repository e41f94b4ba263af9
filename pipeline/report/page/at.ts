import type { ReportCourse, ReportData, ReportRow } from '../data.ts';

/** What one matter looks like on a day. */
export interface Standing {
  readonly course: ReportCourse;
  readonly row: ReportRow;
  /** Nobody has spoken of it for more than a year. */
  readonly old: boolean;
}

const DAY = 86_400_000;
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY;
export const dayOf = (number: number): string => new Date(number * DAY).toISOString().slice(0, 10);

/** The same limit as in `facts/settings.ts`. */
const OLD_DAYS = 365;

/** The last day, up to `day`, of which anybody says so. */
export const heardOn = (row: ReportRow, day: string): string | null =>
  row.heard !== null && row.heard > day ? day : row.heard;

/** What is known of a matter on a day; null where nothing is. */
export function standing(course: ReportCourse, day: string): Standing | null {
  const row = course.steps.findLast((s) => s.from <= day)?.row ?? null;
  if (row === null) return null;
  const heard = heardOn(row, day);
  return { course, row, old: heard !== null && dayNumber(day) - dayNumber(heard) > OLD_DAYS };
}

/** `any`: all scenes; `none`: claims that name none. */
export type SceneChoice = string;

/** Standings by `subject\tobject`, for the relations and the scene that are looked at. */
export function standings(
  data: ReportData,
  relations: readonly string[],
  scene: SceneChoice,
  day: string,
): Map<string, Standing[]> {
  const cells = new Map<string, Standing[]>();
  const put = (key: string, found: Standing): void => {
    cells.set(key, [...(cells.get(key) ?? []), found]);
  };
  for (const course of data.courses) {
    if (!relations.includes(course.relation) || course.object === null) continue;
    if (scene !== 'any' && (course.scene ?? 'none') !== scene) continue;
    const found = standing(course, day);
    if (found === null) continue;
    put(`${course.subject}\t${course.object}`, found);
    if (course.relation === 'code-interop') put(`${course.object}\t${course.subject}`, found);
  }
  return cells;
}

/** What a cell shows: the statuses in it, each once, the weightiest for a user first. */
export function statusesOf(cell: readonly Standing[]): string[] {
  const found = new Set<string>(cell.map((s) => s.row.status ?? 'unknown'));
  return ORDER.filter((status) => found.has(status));
}

const ORDER = ['open', 'limited', 'trial', 'closed', 'pending', 'planned', 'required', 'unknown'];
