import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { packageRoot, yamlFiles } from '../../../pipeline/read/knowledge/folder.ts';
import { placeYaml } from '../../../pipeline/read/knowledge/places.ts';
import { loadYaml, record, words } from '../../../pipeline/read/knowledge/yaml.ts';

describe('the quick parser and the one that knows places', () => {
  it.each(yamlFiles(join(packageRoot(), 'extractors')))('read the same in %s', (file) => {
    const text = readFileSync(file, 'utf8');
    expect(loadYaml(file, text, z.unknown()).data).toEqual(placeYaml(text).data);
  });

  it.each([
    'a: 1688',
    'a: 2021-09-17',
    'a: yes',
    'a: 012',
    'a: ~',
    'a: 1e3',
    'a: "360"',
    'a:',
    '',
    '- x\n- y',
  ])('read the same in «%s»', (text) => {
    expect(loadYaml('f.yaml', text, z.unknown()).data).toEqual(placeYaml(text).data);
  });
});

describe('loadYaml', () => {
  const schema = z.array(record({ id: words, words: z.array(words) }));
  const text = '- id: one\n  words: [a, b]\n- id: two\n  words:\n    - c\n    - d\n';

  it('finds the place of what a later look complains of', () => {
    const loaded = loadYaml('f.yaml', text, schema);
    expect(loaded.data).toHaveLength(2);
    expect(loaded.at([1, 'words', 1])).toEqual({ line: 6, column: 7 });
    expect(loaded.fault([0, 'id'], 'is taken')).toEqual({
      file: 'f.yaml',
      line: 1,
      column: 7,
      message: 'is taken',
    });
  });

  it('goes to the nearest node above where a part is missing', () => {
    expect(loadYaml('f.yaml', text, schema).at([1, 'reason', 'x'])).toEqual({ line: 3, column: 3 });
  });

  it('has no data where there is a fault', () => {
    const loaded = loadYaml('f.yaml', text.replace('one', '""'), schema);
    expect(loaded.data).toBeNull();
    expect(loaded.faults).toEqual([
      { file: 'f.yaml', line: 1, column: 7, message: '[0].id: is empty; write the words or delete the line' },
    ]);
  });
});
