import { appendFileSync, cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { engineHash } from '../../../pipeline/read/knowledge/engine.ts';
import { packageRoot } from '../../../pipeline/read/knowledge/folder.ts';

/** A package with the same engine. */
function copy(): string {
  const root = mkdtempSync(join(tmpdir(), 'engine-'));
  for (const stage of ['annotate', 'extract', 'refine', 'store'])
    cpSync(join(packageRoot(), 'pipeline', stage), join(root, 'pipeline', stage), { recursive: true });
  return root;
}

describe('the hash of the engine', () => {
  it('is the same for the same code elsewhere', () => {
    expect(engineHash(copy())).toBe(engineHash());
  });

  it.each(['annotate/dates/index.ts', 'extract/extract.ts', 'refine/place.ts'])(
    'is another once a line of %s has changed, so that an upgrade reads every article again',
    (file) => {
      const root = copy();
      appendFileSync(join(root, 'pipeline', file), '// another line\n');
      expect(engineHash(root)).not.toBe(engineHash());
    },
  );

  it('is another with a new file, and the same whatever changes in stages that make no claims', () => {
    const root = copy();
    appendFileSync(join(root, 'pipeline', 'store', 'store.ts'), '// another line\n');
    mkdirSync(join(root, 'pipeline', 'refine', 'notes'));
    writeFileSync(join(root, 'pipeline', 'refine', 'notes', 'README.md'), 'no code\n');
    expect(engineHash(root)).toBe(engineHash());
    writeFileSync(join(root, 'pipeline', 'refine', 'another.ts'), 'export {};\n');
    expect(engineHash(root)).not.toBe(engineHash());
  });

  it('cannot be told where there is no code', () => {
    expect(() => engineHash(mkdtempSync(join(tmpdir(), 'engine-')))).toThrow(/ENOENT/);
  });
});
