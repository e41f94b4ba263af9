import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './kept-code.ts';

/** The command as `bin.ts` runs it, which keeps at its end what V8 has made of its code. */
const files = filesOf(dirname(fileURLToPath(import.meta.url)));
process.once('exit', () => files.keep());
files.load('main.js');
