import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** `CHROMIUM_PATH`, or the first Chromium on the path; null where there is none. */
function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const files = folders.flatMap((folder) => NAMES.map((name) => join(folder, name)));
  const asked = process.env.CHROMIUM_PATH;
  return (asked === undefined ? files : [asked]).find(isExecutable) ?? null;
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const path = findChromium();

/** Tests that need a real Chromium. Where there is none they are skipped, and say so; on CI they fail. */
export function inChromium(name: string, tests: () => void): void {
  if (path !== null || process.env.CI === 'true') describe(name, tests);
  else describe.skip(`${name} (no Chromium: install one or set CHROMIUM_PATH)`, tests);
}

/** Starts the Chromium that was found. Its sandbox needs rights that containers do not give. */
export function launch(): Promise<Browser> {
  if (path === null) throw new Error('no Chromium: install Debian’s chromium or set CHROMIUM_PATH');
  return chromium.launch({ executablePath: path, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
