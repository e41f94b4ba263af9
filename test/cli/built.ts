import { execFileSync } from 'node:child_process';
import { chmodSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/**
 * Builds the command into a folder of its own under node_modules/ (where it finds the package and its dependencies)
 * and gives the path of its main file; its modules lie beside it, under `pipeline/`.
 */
export function buildCommand(name: string): string {
  const folder = join(ROOT, 'node_modules', '.cache', `built-${name}`);
  const tsc = join(ROOT, 'node_modules', '.bin', 'tsc');
  execFileSync(tsc, ['-p', join(ROOT, 'tsconfig.build.json'), '--outDir', folder, '--sourceMap', 'false']);
  const config = join(ROOT, 'vite.bin.config.ts');
  vite('-c', config, '--outDir', join(folder, 'bin'));
  const main = join(folder, 'bin', 'pipeline.js');
  chmodSync(main, 0o755);
  return main;
}

/** Tries a built command out, as the build does at its end. */
export const tryOut = (main: string): void => {
  const script = join(dirname(main), '..', 'pipeline', 'cli', 'start', 'try-out.js');
  execFileSync(process.execPath, [script, dirname(main)]);
};

/** Builds the review page to where a built command looks for it. */
export function buildPage(main: string): void {
  vite('--outDir', join(dirname(main), '..', 'pipeline', 'review', 'page'));
}

/** Builds the report's page to where a built command looks for it. */
export function buildReportPage(main: string): void {
  const config = join(ROOT, 'vite.report.config.ts');
  vite('-c', config, '--outDir', join(dirname(main), '..', 'pipeline', 'report', 'page'));
}

function vite(...options: string[]): void {
  const command = join(ROOT, 'node_modules', '.bin', 'vite');
  execFileSync(command, ['build', '--logLevel', 'error', ...options], { cwd: ROOT });
}
