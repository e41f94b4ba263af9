import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot, yamlFiles } from '../../../pipeline/read/knowledge/folder.ts';

describe('packageRoot', () => {
  it('is the folder of this package', () => {
    const manifest = z
      .object({ name: z.string() })
      .parse(JSON.parse(readFileSync(join(packageRoot(), 'package.json'), 'utf8')));
    expect(manifest.name).toBe('hutong');
    expect(existsSync(join(packageRoot(), 'extractors', 'lexicon', 'entities.yaml'))).toBe(true);
  });
});

describe('yamlFiles', () => {
  it('gives nothing for a folder that is not there', () => {
    expect(yamlFiles(join(packageRoot(), 'no-such-folder'))).toEqual([]);
  });

  it('gives the same order every time', () => {
    const files = yamlFiles(join(packageRoot(), 'extractors'));
    expect(files).toEqual([...files].sort());
    expect(files.some((file) => file.endsWith('scenes.yaml'))).toBe(true);
  });
});
