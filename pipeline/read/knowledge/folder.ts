import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folders of knowledge below `extractors/`: words, and rules, one folder a family. */
export const LEXICON = 'lexicon';
export const FAMILIES = ['platform', 'scene', 'payment'];

/** The folder of hutong's package.json and knowledge, the same whether the code runs from source or from `dist/`. Throws when there is none. */
export function packageRoot(): string {
  const here = dirname(fileURLToPath(import.meta.url));
  for (let folder = here; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'extractors', LEXICON))) return folder;
    if (folder === dirname(folder)) throw new Error(`no extractors/${LEXICON} above ${here}`);
  }
}

/** Every `.yaml` and `.yml` file under a folder, in a stable order; hidden entries are left alone. A folder that is not there has none. */
export function yamlFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  const entries = readdirSync(folder, { withFileTypes: true }).filter((entry) => !entry.name.startsWith('.'));
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return yamlFiles(path);
    return /\.ya?ml$/.test(entry.name) ? [path] : [];
  });
}
