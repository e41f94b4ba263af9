#!/usr/bin/env node
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { filesOf } from './kept-code.ts';

filesOf(dirname(fileURLToPath(import.meta.url))).load('main.js');
