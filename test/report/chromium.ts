import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';
import { describe } from 'vitest';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];
const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((at) => NAMES.map((name) => join(at, name)));

/** `CHROMIUM_PATH`, or the first Chromium on the path; undefined where there is none. */
const file = [process.env.CHROMIUM_PATH ?? '', ...onPath].find((at) => at !== '' && existsSync(at));

/** Tests that need a real Chromium. Where there is none they are skipped, and say so; on CI they fail. */
export function inChromium(name: string, tests: () => void): void {
  if (file !== undefined || process.env.CI === 'true') describe(name, tests);
  else describe.skip(`${name} (no Chromium: install one or set CHROMIUM_PATH)`, tests);
}

/** Starts the Chromium that was found. Its sandbox needs rights that containers do not give. */
export function launch(): Promise<Browser> {
  if (file === undefined) throw new Error('no Chromium: install Debian’s chromium or set CHROMIUM_PATH');
  return chromium.launch({ executablePath: file, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
