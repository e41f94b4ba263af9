import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { packageRoot } from '../../read/knowledge/folder.ts';

/** What is asked for again and again, and waited for: its code is kept. */
const COMMANDS = [
  'ingest corpus --threads 1 --quiet',
  'stats',
  'search 微信',
  'state',
  'export --format ndjson --out -',
  'timeline',
  'problems',
];

/** Run by `npm run build` once the command is built into `bin`: tries it out, so that what V8 makes of it is kept. */
function tryOut(bin: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'try-out-'));
  try {
    for (const command of COMMANDS) {
      const args = [join(bin, 'keep.js'), ...command.split(' '), '--db', join(folder, 'claims.db')];
      execFileSync(process.execPath, args, { cwd: packageRoot(), stdio: 'pipe' });
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

tryOut(resolve(process.argv[2] ?? join(packageRoot(), 'dist', 'bin')));
