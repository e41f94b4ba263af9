import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packageRoot } from '../read/knowledge/folder.ts';

/**
 * Lets `npx pipeline` find this checkout's own command: npx looks into `node_modules/.bin` first, and npm puts
 * only the commands of dependencies there. Run at the end of `npm run build`.
 */
function linkBin(): void {
  const root = packageRoot();
  const main = join(root, 'dist', 'bin', 'pipeline.js');
  const folder = join(root, 'node_modules', '.bin');
  const link = join(folder, 'pipeline');
  chmodSync(main, 0o755);
  // On Windows npx runs the package's own `bin` by itself, only slower.
  if (process.platform === 'win32') return;
  mkdirSync(folder, { recursive: true });
  rmSync(link, { force: true });
  symlinkSync(relative(folder, main), link);
}

linkBin();
