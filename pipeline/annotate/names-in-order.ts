import type { Mention } from '../types.ts';

/** Whether a name that is known stands in a stretch of the twin, asked of one stretch after another. `named` in order of start. */
export function namesInOrder(named: readonly Mention[]): (start: number, end: number) => boolean {
  let next = 0;
  return (start, end) => {
    while (next < named.length && (named[next]?.end ?? 0) <= start) next += 1;
    return (named[next]?.start ?? end) < end;
  };
}
