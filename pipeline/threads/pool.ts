import { fileURLToPath } from 'node:url';
import { Piscina } from 'piscina';
import type { PageLimits } from '../clean/shape.ts';
import type { Ready, ToMake } from '../reading.ts';

/** Threads that take sources through the stages from clean to refine. */
export interface Pool {
  /** Sources that may be under way at once. */
  readonly width: number;
  /** Whether its threads have enough to do for a while: what comes now is better made by the one who asks. */
  readonly isFull: boolean;
  /** What becomes of the sources, in their order. */
  make(all: readonly ToMake[]): Promise<readonly Ready[]>;
  close(): Promise<void>;
}

/**
 * Sources given to a thread and not yet back that keep it busy while this one stores a batch. They wait at the thread
 * itself, because a thread that had to ask for the next one would wait until this one has stored.
 */
const ENOUGH = 64;
/** Of a thread's memory for what has just been made: an article takes 2 MB on its way, V8 would take 48. */
const YOUNG_MB = 24;
/**
 * Articles that this one may have made by itself before the first of the threads' comes back, which takes two seconds
 * from their start: what is made of them is small, and waits in the order of the files.
 */
const AHEAD = 512;

/**
 * Starts `threads` threads beside this one, each with rules and lexicon of its own: `lexicons` are the user's own files,
 * which have been loaded here without a fault.
 */
export function startPool(
  threads: number,
  lexicons: readonly string[],
  limits: Partial<PageLimits> = {},
): Pool {
  const pool = new Piscina<readonly ToMake[], Ready[]>({
    filename: fileURLToPath(new URL('./worker.js', import.meta.url)),
    minThreads: threads,
    maxThreads: threads,
    concurrentTasksPerWorker: ENOUGH,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_MB },
    workerData: { lexicons, limits },
  });
  let given = 0;
  return {
    width: threads * ENOUGH + AHEAD,
    get isFull() {
      return given >= threads * ENOUGH;
    },
    async make(all) {
      given += all.length;
      try {
        return await pool.run(all);
      } finally {
        given -= all.length;
      }
    },
    close: () => pool.destroy(),
  };
}
