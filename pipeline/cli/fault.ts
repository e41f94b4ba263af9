import type { ExitCode } from './terminal.ts';

/** Something the user can mend: told in one line each, without a stack. */
export class Fault extends Error {
  readonly code: ExitCode;

  constructor(message: string, code: ExitCode) {
    super(message);
    this.name = 'Fault';
    this.code = code;
  }
}

/** Wrong usage. */
export const misuse = (message: string): Fault => new Fault(message, 2);

/** Nothing is wrong with the command, but it cannot run here. */
export const cannot = (message: string): Fault => new Fault(message, 3);
