import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';
import { parseSync, Visitor } from 'oxc-parser';
import { writeCues } from '../../pipeline/read/knowledge/cues.ts';
import { packageRoot } from '../../pipeline/read/knowledge/folder.ts';
import { loadKnowledge } from '../../pipeline/read/knowledge/knowledge.ts';

export interface Shipped {
  readonly name: string;
  readonly regex: RegExp;
}

/** The expressions of rules and cue classes, written out. They meet one sentence at a time. */
export function knowledgeExpressions(): Shipped[] {
  const { rules, lexicon, partsOf } = loadKnowledge();
  return [
    ...rules.map(({ id, regex }) => ({ name: `${id}: pattern`, regex })),
    ...rules.flatMap(({ id, unlessRegex }) =>
      unlessRegex === null ? [] : [{ name: `${id}: unless`, regex: unlessRegex }],
    ),
    ...[...partsOf].map(([id, regex]) => ({ name: `parts of ${id}`, regex })),
    ...writeCues(lexicon.cues).map(({ name, source }) => ({ name: `<${name}>`, regex: new RegExp(source) })),
  ];
}

/** Every expression that is written in a source file between slashes. They may meet a text of any length. */
export function codeExpressions(): Shipped[] {
  const folder = join(packageRoot(), 'pipeline');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\.tsx?$/.test(path))
    .sort()
    .flatMap((path) => literalsIn(path, readFileSync(join(folder, path), 'utf8')));
}

function literalsIn(path: string, source: string): Shipped[] {
  const found: Shipped[] = [];
  new Visitor({
    Literal(node) {
      if (!('regex' in node) || node.regex === undefined) return;
      const { pattern, flags } = node.regex;
      found.push({ name: `${path}: ${pattern}`, regex: new RegExp(pattern, flags) });
    },
  }).visit(parseSync(path, source).program);
  return found;
}

/** Runs of literal characters, and characters of classes, in the order in which they are written. */
export function wordsOf(regex: RegExp): string[] {
  const words = new Set<string>();
  const { source, flags } = regex;
  const ast = new RegExpParser().parsePattern(source, 0, source.length, {
    unicode: flags.includes('u'),
    unicodeSets: flags.includes('v'),
  });
  visitRegExpAST(ast, {
    onAlternativeEnter({ elements }) {
      let run = '';
      for (const element of elements) {
        if (element.type === 'Character') run += String.fromCodePoint(element.value);
        else {
          words.add(run);
          run = '';
        }
      }
      words.add(run);
    },
    onCharacterEnter({ parent, value }) {
      if (parent.type === 'CharacterClass') words.add(String.fromCodePoint(value));
    },
    onCharacterClassRangeEnter({ min }) {
      words.add(String.fromCodePoint(min.value));
    },
  });
  words.delete('');
  return [...words];
}
