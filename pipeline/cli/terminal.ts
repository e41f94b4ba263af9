import type { Writable } from 'node:stream';

/** Where a command prints, and how it ends. Tests bring their own. */
export interface Terminal {
  /** To stdout: what was asked for. */
  readonly out: (text: string) => void;
  /** The same as a stream, for exports of any size. */
  readonly stdout: Writable;
  /** To stderr: progress, summaries, faults. */
  readonly err: (text: string) => void;
  /** Whether stderr is a terminal that a progress line may be written over. */
  readonly progress: boolean;
  /** Whether stdout may be coloured. */
  readonly colour: boolean;
  readonly stdin: AsyncIterable<string | Uint8Array>;
  /** Where stdin is a keyboard: whether each key comes at once, and is not shown. */
  readonly raw?: (on: boolean) => void;
  /** Working folder, against which paths are told. */
  readonly cwd: string;
  /** The highest code wins. */
  readonly exit: (code: ExitCode) => void;
}

/** 0 all well · 1 done, but not everything is well · 2 wrong usage · 3 cannot run. */
export type ExitCode = 0 | 1 | 2 | 3;

/** The terminal that the process runs in. */
export function processTerminal(): Terminal {
  process.stdout.on('error', endQuietly);
  return {
    out: (text) => void process.stdout.write(text),
    stdout: process.stdout,
    err: (text) => void process.stderr.write(text),
    progress: process.stderr.isTTY === true,
    colour: wantsColour(process.env, process.stdout.isTTY === true),
    stdin: process.stdin,
    raw: (on) => {
      if (process.stdin.isTTY === true) process.stdin.setRawMode(on);
    },
    cwd: process.cwd(),
    exit: (code) => {
      process.exitCode = Math.max(Number(process.exitCode ?? 0), code);
    },
  };
}

/** NO_COLOR (any value) wins, then FORCE_COLOR, then whether it is a terminal. */
export function wantsColour(env: Readonly<Record<string, string | undefined>>, isTerminal: boolean): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR && env.FORCE_COLOR !== '0') return true;
  return isTerminal && env.TERM !== 'dumb';
}

/** A reader that has seen enough (`| head`) is no fault. */
function endQuietly(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') process.exit();
  throw error;
}
