import { run } from './program.ts';
import { processTerminal } from './terminal.ts';

void run(process.argv.slice(2), processTerminal());
