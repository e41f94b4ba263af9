import { Writable } from 'node:stream';
import { run } from '../../pipeline/cli/program.ts';
import type { Terminal } from '../../pipeline/cli/terminal.ts';

export interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Setting {
  readonly cwd: string;
  readonly stdin?: string;
  readonly colour?: boolean;
  readonly progress?: boolean;
}

/** Runs one command line in this process and gives what it printed. */
export async function pipeline(args: readonly string[], setting: Setting): Promise<Outcome> {
  let code = 0;
  let out = '';
  let err = '';
  const stdin = setting.stdin ?? '';
  await run(args, {
    out: (text) => {
      out += text;
    },
    stdout: new Writable({
      write(chunk, _encoding, done) {
        out += String(chunk);
        done();
      },
    }),
    err: (text) => {
      err += text;
    },
    progress: setting.progress ?? false,
    colour: setting.colour ?? false,
    stdin: (async function* () {
      yield stdin;
    })(),
    cwd: setting.cwd,
    exit: (wanted) => {
      code = Math.max(code, wanted);
    },
  });
  return { code, out, err };
}

/** A terminal that nobody reads. */
export const silent: Terminal = {
  out: () => {},
  stdout: new Writable(),
  err: () => {},
  progress: false,
  colour: false,
  stdin: (async function* () {})(),
  cwd: '.',
  exit: () => {},
};
