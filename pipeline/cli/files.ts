import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { cannot, misuse } from './fault.ts';
import type { Terminal } from './terminal.ts';

/** The text of a file that the user names. One that is not there is wrong usage, one that cannot be read a fault. */
export function textFile(file: string, terminal: Terminal): string {
  const path = inFile(file, terminal);
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw cannot(`${file}: cannot be read (${error instanceof Error ? error.message : String(error)})`);
  }
}

/** The full path of a file to be read. One that is not there, or a folder, is wrong usage. */
export function inFile(file: string, terminal: Terminal): string {
  const path = resolve(terminal.cwd, file);
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) throw misuse(`${file}: there is no such file; check the path`);
  if (found.isDirectory()) throw misuse(`${file}: is a folder; name a file`);
  return path;
}

/** The full path of a file to be written. A folder, or the database that is read, is wrong usage. */
export function outFile(out: string, db: string, terminal: Terminal): string {
  const path = resolve(terminal.cwd, out);
  if (path === resolve(terminal.cwd, db)) throw misuse(`${out}: is the database itself; name another file`);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() === true)
    throw misuse(`${out}: is a folder; name a file`);
  return path;
}

/** What the system calls the error (`ENOENT`, `ENOSPC` …), where it comes from the system. */
export const codeOf = (error: unknown): string | null =>
  error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string'
    ? error.code
    : null;
