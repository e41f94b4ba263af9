import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** A feed fragment as a scraper leaves it. */
export interface Fragment {
  readonly name: string;
  readonly text: string;
}

/** The articles of `corpus/` that are feed fragments in Markdown files: front matter, then HTML or plain lines. */
function originals(): { head: string; paragraphs: string[] }[] {
  return readdirSync('corpus')
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((name) => readFileSync(join('corpus', name), 'utf8'))
    .map((text) => {
      const end = text.indexOf('\n---', 3) + 4;
      return { head: text.slice(0, end), paragraphs: text.slice(end).split('\n') };
    });
}

/**
 * `count` fragments, no two alike: each is an article of the corpus with its days, its lines in another order where they
 * are whole, and a last line with its number. The same for the same count, so that runs can be compared.
 */
export function fragments(count: number): Fragment[] {
  const sources = originals();
  return Array.from({ length: count }, (_, i) => {
    const source = sources[i % sources.length] ?? { head: '', paragraphs: [] };
    const turn = Math.floor(i / sources.length) % 7;
    const text = source.paragraphs
      .join('\n')
      .replaceAll(/(\d{1,2})日/g, (_, day: string) => `${1 + ((Number(day) + turn) % 28)}日`);
    return {
      name: `${String(i).padStart(6, '0')}.md`,
      text: `${source.head}${text}\n\n<p>本文是第${i}篇。</p>\n`,
    };
  });
}

/** Writes the fragments into a folder. */
export function writeFragments(folder: string, all: readonly Fragment[]): void {
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of all) writeFileSync(join(folder, name), text);
}
