import type { Progress } from '../run.ts';
import { plain } from './colour.ts';
import { problemLine } from './problem-line.ts';
import type { Terminal } from './terminal.ts';

const EVERY_MS = 80;

interface ProgressLine {
  show(progress: Progress): void;
  end(): void;
}

/** One line on stderr that is written over, and above it a line for every article that failed. */
export function progressLine(terminal: Terminal, live: boolean): ProgressLine {
  let last = 0;
  const wipe = (): void => {
    if (live && last > 0) terminal.err('\r\x1b[K');
  };
  return {
    show({ files, totalFiles, path, problem }) {
      if (problem !== null) {
        wipe();
        terminal.err(`${problemLine(problem)}\n`);
      }
      const now = performance.now();
      if (!live || now - last < EVERY_MS) return;
      last = now;
      terminal.err(`\r\x1b[K${files + 1}/${totalFiles} ${plain(path).slice(-60)}`);
    },
    end: wipe,
  };
}
