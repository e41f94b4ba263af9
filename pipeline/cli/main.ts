#!/usr/bin/env node
import { setFlagsFromString } from 'node:v8';
import { run } from './program.ts';
import { processTerminal } from './terminal.ts';

// V8 first makes bytecode of an expression, and machine code when it is asked for again. The expressions here are long
// and meet many sentences: making bytecode of them takes twice as long as making machine code, and then that comes too.
setFlagsFromString('--no-regexp-tier-up');
// What waits to be stored outlives two small collections and dies in the old space, which V8 lets grow to four times of
// what lives in it before it looks: with a thread or two, 250 MB of nothing. Looking at a third costs less than 1 % of the time.
setFlagsFromString('--heap-growing-percent=33');

await run(process.argv.slice(2), processTerminal());
