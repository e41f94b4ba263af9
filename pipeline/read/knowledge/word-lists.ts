import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { WordLists } from '../../types.ts';

/**
 * The lists that nodejieba cuts by, as they came with it. Its path is asked for, not itself: it builds two trees of the
 * whole list and one of keywords when it is loaded.
 */
export function wordLists(): WordLists {
  const root = dirname(createRequire(import.meta.url).resolve('nodejieba/package.json'));
  const folder = join(root, 'submodules', 'cppjieba', 'dict');
  return {
    words: readFileSync(join(folder, 'jieba.dict.utf8')),
    added: readFileSync(join(folder, 'user.dict.utf8'), 'utf8'),
  };
}
