import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';

/** The review server as a process of its own, so that it can be killed as if the power had failed. */
export class Server {
  private readonly main: string;
  private readonly cwd: string;
  private readonly args: readonly string[];
  private child: ChildProcess | null = null;
  /** The address with the launch token, as the command prints it. */
  address = '';
  readonly port: number;

  constructor(main: string, cwd: string, port: number, args: readonly string[] = []) {
    this.main = main;
    this.cwd = cwd;
    this.port = port;
    this.args = args;
  }

  get origin(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const args = ['review', '--db', 'claims.db', '--port', String(this.port), '--no-open', ...this.args];
    const child = spawn(process.execPath, [this.main, ...args], { cwd: this.cwd });
    this.child = child;
    this.address = await new Promise((found, failed) => {
      let said = '';
      const hear = (chunk: Buffer): void => {
        said += chunk.toString();
        const address = /http:\/\/127\.0\.0\.1:\d+\/\S*/.exec(said)?.[0];
        if (address !== undefined) found(address);
      };
      child.stdout.on('data', hear);
      child.stderr.on('data', hear);
      child.once('exit', () => failed(new Error(`the review server is gone: ${said}`)));
    });
  }

  /** Kills it at once: nothing is tidied up. */
  async kill(): Promise<void> {
    const { child } = this;
    this.child = null;
    if (child === null || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }
}

/** A port that nobody listens on at the moment. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port');
  return address.port;
}
