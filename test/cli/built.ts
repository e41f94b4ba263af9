import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the command into a folder of its own under node_modules/ (where it finds the package and its dependencies)
 * and gives the path of its main file.
 */
export function buildCommand(name: string): string {
  const folder = join(ROOT, 'node_modules', '.cache', `built-${name}`);
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  execFileSync(tsc, ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder, '--sourceMap', 'false']);
  const main = join(folder, 'pipeline', 'cli', 'main.js');
  chmodSync(main, 0o755);
  return main;
}

/** Builds the review page to where a built command looks for it. */
export function buildPage(main: string): void {
  const vite = join(ROOT, 'node_modules', '.bin', 'vite');
  const folder = join(dirname(main), '..', 'review', 'page');
  execFileSync(vite, ['build', '--logLevel', 'warn', '--outDir', folder], { cwd: ROOT });
}

/** Builds the report's page to where a built command looks for it. */
export function buildReportPage(main: string): void {
  const vite = join(ROOT, 'node_modules', '.bin', 'vite');
  const folder = join(dirname(main), '..', 'report', 'page');
  const config = join(ROOT, 'vite.report.config.ts');
  execFileSync(vite, ['build', '-c', config, '--logLevel', 'warn', '--outDir', folder], { cwd: ROOT });
}
