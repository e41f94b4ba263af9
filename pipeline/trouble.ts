import type { Problem } from './types.ts';

export type Stage = Problem['stage'];

/** Trouble with one article on its way through the stages. */
export class Trouble extends Error {
  readonly problem: Problem;

  constructor(problem: Problem, cause?: unknown) {
    super(problem.message, { cause });
    this.name = 'Trouble';
    this.problem = problem;
  }
}

/** What was thrown at a stage, as trouble with the article at `path`; trouble that has a stage already keeps it. */
export function troubleOf(stage: Stage, thrown: unknown, path: string): Trouble {
  if (thrown instanceof Trouble) return thrown;
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  const message = words.split('\n', 1)[0]?.trim() || 'failed without saying why';
  return new Trouble({ stage, severity: 'error', path, line: null, column: null, message }, thrown);
}

/** Runs one stage on one article. Whatever it throws becomes trouble that names the stage. */
export function during<T>(stage: Stage, path: string, work: () => T): T {
  try {
    return work();
  } catch (thrown) {
    throw troubleOf(stage, thrown, path);
  }
}

/** The same, where the trouble is to be looked at later. */
export function tried<T>(stage: Stage, path: string, work: () => T): T | Trouble {
  try {
    return work();
  } catch (thrown) {
    return troubleOf(stage, thrown, path);
  }
}
