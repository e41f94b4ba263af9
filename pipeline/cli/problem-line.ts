import type { Problem } from '../types.ts';
import { plain } from './colour.ts';

/** A problem as one line that editors can follow: `path:line:column severity: stage: message`. */
export function problemLine(problem: Problem): string {
  const { path, line, column, severity, stage, message } = problem;
  const place = [path, line, line === null ? null : column].filter((part) => part !== null).join(':');
  return plain(`${place} ${severity}: ${stage}: ${message}`.replaceAll('\n', ' '));
}
