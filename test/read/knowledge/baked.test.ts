import { appendFileSync, cpSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type bake, readBaked } from '../../../pipeline/read/knowledge/baked.ts';
import { packageRoot } from '../../../pipeline/read/knowledge/folder.ts';
import { write } from '../../../pipeline/read/knowledge/write.ts';

/** The module as it was built: only that one trusts what the build has written. */
const built: { readBaked: typeof readBaked; bake: typeof bake } = await import(
  pathToFileURL(join(packageRoot(), 'dist', 'pipeline', 'read', 'knowledge', 'baked.js')).href
);

const knowledge = write([]);

/** A package of its own with the same knowledge, baked there. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'baked-'));
  mkdirSync(join(root, 'dist'));
  cpSync(join(packageRoot(), 'extractors'), join(root, 'extractors'), { recursive: true });
  built.bake(knowledge, root);
  return root;
}

describe('knowledge that the build has written', () => {
  it('is what the YAML files come to', () => {
    expect(built.readBaked(copy())).toEqual(knowledge);
  });

  it.each(['lexicon/cues.yaml', 'lexicon/entities.yaml', 'platform/launch.yaml'])(
    'is not read once %s has changed',
    (file) => {
      const root = copy();
      expect(built.readBaked(root)).not.toBeNull();
      appendFileSync(join(root, 'extractors', file), '# another line\n');
      expect(built.readBaked(root)).toBeNull();
    },
  );

  it('is not read where there is none, nor by the sources, whose code may be newer', () => {
    expect(built.readBaked(mkdtempSync(join(tmpdir(), 'baked-')))).toBeNull();
    expect(readBaked()).toBeNull();
  });
});
