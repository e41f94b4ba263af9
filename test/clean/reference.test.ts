import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isByline } from '../../pipeline/clean/bylines.ts';
import { clean } from '../../pipeline/clean/clean.ts';
import { readSource } from '../../pipeline/read/read.ts';

/** Raw articles beside the text that cleaning must leave of them. */
const SETS = [
  { name: 'corpus', raw: 'corpus', text: 'test/gold/text' },
  { name: 'tryouts', raw: 'test/gold/tryouts/raw', text: 'test/gold/tryouts/text' },
  { name: 'shared gold', raw: '../shared/claims/gold/raw', text: '../shared/claims/gold/text' },
];

async function cleaned(path: string): Promise<string[]> {
  const { source } = readSource(path, readFileSync(path));
  if (source === null) throw new Error(`${path} was not read`);
  const article = await clean(source);
  return article.blocks.filter((b) => b.kind !== 'byline').map((b) => article.text.slice(b.start, b.end));
}

for (const set of SETS) {
  describe.skipIf(!existsSync(set.text))(
    `the text equals the reference: ${set.name} (skipped where ${set.text} is absent)`,
    () => {
      const files = existsSync(set.text)
        ? readdirSync(set.raw).filter((f) => /\.(md|html)$/.test(f) && f !== 'README.md')
        : [];
      it.each(files)('%s', async (file) => {
        const reference = readFileSync(join(set.text, `${basename(file, extname(file))}.txt`), 'utf8');
        const expected = reference.split('\n').filter((line) => line !== '' && !isByline(line));
        expect(await cleaned(join(set.raw, file))).toEqual(expected);
      });
    },
  );
}
