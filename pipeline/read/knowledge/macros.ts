import { type CueEntry, LETTER } from '../../types.ts';
import { bounded } from './bounded.ts';

/** What `<name>` means in a pattern when it names tokens and not a class of cue words. */
const TOKENS: Readonly<Record<string, string>> = {
  app: `[${LETTER.app}${LETTER.group}]`,
  'one-app': LETTER.app,
  pay: LETTER.payment,
  company: LETTER.company,
  reg: LETTER.regulator,
  links: LETTER['link-class'],
  group: LETTER.group,
  scene: LETTER.scene,
  date: LETTER.date,
  party: `[${LETTER.app}${LETTER.company}${LETTER.group}${LETTER.payment}]`,
  any: `[${LETTER.app}${LETTER.company}${LETTER.group}${LETTER.payment}${LETTER.regulator}${LETTER['link-class']}]`,
};

/** A pattern that cannot be compiled: which macro or sign is wrong. */
export class PatternError extends Error {}

export type Compile = (pattern: string) => RegExp;

/** A class that is repeated: it becomes a group, whose repetition is given an end before the class is written out. */
const REPEATED_CLASS = /(?<!\(\?)(<[a-z][a-z-]*>)(?=[*+{])/g;

/** A compiler for rule patterns: `<class>` becomes a token class or the alternation of a cue class's words. */
export function patternCompiler(cues: readonly CueEntry[]): Compile {
  const words = new Map<string, string[]>();
  for (const cue of cues) words.set(cue.class, [...(words.get(cue.class) ?? []), ...cue.words]);
  const expanded = new Map<string, string>();
  const classOf = (name: string, depth: number): string => {
    const known = expanded.get(name);
    if (known !== undefined) return known;
    const list = words.get(name);
    if (list === undefined) throw new PatternError(`<${name}> is neither a token class nor a cue class`);
    const longestFirst = [...list].sort((a, b) => b.length - a.length);
    const source = `(?:${longestFirst.map((w) => expand(w, depth + 1)).join('|')})`;
    expanded.set(name, source);
    return source;
  };
  const expand = (pattern: string, depth: number): string => {
    if (depth > 5) throw new PatternError('cue classes name each other in a circle');
    const ended = bounded(pattern.replace(REPEATED_CLASS, '(?:$1)'));
    return ended.replace(
      /(?<!\(\?)<([a-z][a-z-]*)>/g,
      (_, name: string) => TOKENS[name] ?? classOf(name, depth),
    );
  };
  return (pattern) => {
    try {
      return new RegExp(expand(pattern.replace(/(?<!\s)\s*\n\s*/g, ''), 0), 'gd');
    } catch (error) {
      if (error instanceof PatternError) throw error;
      throw new PatternError(error instanceof Error ? error.message : String(error));
    }
  };
}
