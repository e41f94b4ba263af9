#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { run } from './program.ts';
import { processTerminal } from './terminal.ts';

// V8 first makes bytecode of an expression, and machine code when it is asked for again. The expressions here are long
// and meet many sentences: making bytecode of them takes twice as long as making machine code, and then that comes too.
setFlagsFromString('--no-regexp-tier-up');

await run(process.argv.slice(2), processTerminal());
