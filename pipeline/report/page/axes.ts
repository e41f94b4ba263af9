import type { ReportCourse, ReportData } from '../data.ts';
import type { Axes } from './matrix.tsx';

/** More rows and columns than this make no picture; the rest stands in the table. */
const ROWS = 26;
const COLUMNS = 30;

/**
 * Rows and columns of a matrix, those with most words first; the same on every day, so that nothing jumps when the day
 * changes. What has nothing but one cell of its own stands last.
 */
export function axesOf(data: ReportData, relations: readonly string[]): Axes & { readonly left: number } {
  const courses = data.courses.filter((c) => relations.includes(c.relation) && c.object !== null);
  const both = (pick: (c: ReportCourse) => readonly string[], most: number): [string[], number] => {
    const weight = new Map<string, number>();
    for (const course of courses)
      for (const id of pick(course)) weight.set(id, (weight.get(id) ?? 0) + course.steps.length);
    const sorted = [...weight].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([id]) => id);
    return [sorted.slice(0, most), Math.max(0, sorted.length - most)];
  };
  const ends = (course: ReportCourse): readonly string[] => [course.subject, course.object ?? ''];
  const mutual = (course: ReportCourse): boolean => course.relation === 'code-interop';
  const [rows, moreRows] = both((c) => (mutual(c) ? ends(c) : [c.subject]), ROWS);
  const [columns, moreColumns] = both((c) => (mutual(c) ? ends(c) : [c.object ?? '']), COLUMNS);
  return { rows, columns, left: moreRows + moreColumns };
}
