import { readFileSync } from 'node:fs';
import { packageRoot } from '../read/knowledge/folder.ts';

/** The version in hutong's package.json. */
export function version(): string {
  const manifest: unknown = JSON.parse(readFileSync(`${packageRoot()}/package.json`, 'utf8'));
  const found =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
  return typeof found === 'string' ? found : 'unknown';
}
