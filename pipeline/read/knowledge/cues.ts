import type { CueEntry, Cues } from '../../types.ts';
import { patternCompiler } from './macros.ts';

interface Compiled {
  readonly any: RegExp;
  readonly ending: RegExp;
}

/** Compiles every cue class once. Throws `PatternError` where a word is no regular expression. */
export function compileCues(entries: readonly CueEntry[]): Cues {
  const compile = patternCompiler(entries);
  const classes = new Map<string, Compiled>();
  for (const name of new Set(entries.map((e) => e.class))) {
    const source = compile(`<${name}>`).source;
    classes.set(name, { any: new RegExp(source), ending: new RegExp(`${source}$`) });
  }
  const get = (name: string): Compiled => {
    const found = classes.get(name);
    if (found === undefined) throw new Error(`the lexicon has no cue class «${name}»`);
    return found;
  };
  return {
    has: (name, text) => get(name).any.test(text),
    find: (name, text) => get(name).any.exec(text),
    endOf: (name, text) => get(name).ending.exec(text)?.[0].length ?? 0,
  };
}
