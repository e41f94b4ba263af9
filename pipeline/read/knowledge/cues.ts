import type { CueEntry, Cues } from '../../types.ts';
import { fronted } from './fronted.ts';
import { patternCompiler } from './macros.ts';
import { type Bit, bitOf, Presence, type Units } from './presence.ts';
import { endsOf, narrowestOf, requiredOf } from './required.ts';

/** One class, ready to be looked for. An expression is made when it is first asked for. */
class Compiled {
  readonly #source: string;
  /** Its place in a `Presence`. */
  readonly bit: Bit;
  #any: RegExp | null = null;
  #each: RegExp | null = null;
  #starting: RegExp | null = null;
  #ending: RegExp | null = null;

  constructor(source: string, index: number) {
    this.#source = source;
    this.bit = bitOf(index);
  }

  get any(): RegExp {
    this.#any ??= new RegExp(this.#source);
    return this.#any;
  }

  get each(): RegExp {
    this.#each ??= new RegExp(this.#source, 'g');
    return this.#each;
  }

  get starting(): RegExp {
    this.#starting ??= new RegExp(`^${this.#source}`);
    return this.#starting;
  }

  get ending(): RegExp {
    this.#ending ??= new RegExp(`${this.#source}$`);
    return this.#ending;
  }
}

/** A cue class as data: its expression, and the units that a text must have to match it. */
export interface CueClass extends Units {
  readonly name: string;
  readonly source: string;
}

/** Writes every cue class out as one expression. Throws `PatternError` where a word is no regular expression. */
export function writeCues(entries: readonly CueEntry[]): CueClass[] {
  const compile = patternCompiler(entries);
  return [...new Set(entries.map((e) => e.class))].map((name) => {
    const regex = compile(`<${name}>`);
    const { first, last } = endsOf(regex);
    return {
      name,
      source: fronted(regex.source),
      held: lettersOf(narrowestOf(requiredOf(regex, 'units'))),
      first: lettersOf(first),
      last: lettersOf(last),
    };
  });
}

const lettersOf = (units: ReadonlySet<number> | null): string | null =>
  units === null ? null : String.fromCharCode(...units);

/** Makes every cue class ready once. */
export function compileCues(written: readonly CueClass[]): Cues {
  const classes = new Map<string, Compiled>();
  const presence = new Presence(written);
  for (const [i, { name, source }] of written.entries()) classes.set(name, new Compiled(source, i));
  const get = (name: string): Compiled => {
    const found = classes.get(name);
    if (found === undefined) throw new Error(`the lexicon has no cue class «${name}»`);
    return found;
  };
  return {
    has(name, text) {
      const cue = get(name);
      return presence.within(text, cue.bit) && cue.any.test(text);
    },
    find(name, text) {
      const cue = get(name);
      return presence.within(text, cue.bit) ? cue.any.exec(text) : null;
    },
    all(name, text) {
      const cue = get(name);
      return presence.within(text, cue.bit) ? [...text.matchAll(cue.each)] : NONE;
    },
    startOf(name, text) {
      const cue = get(name);
      return presence.atStart(text, cue.bit) ? (cue.starting.exec(text)?.[0].length ?? 0) : 0;
    },
    endOf(name, text) {
      const cue = get(name);
      return presence.atEnd(text, cue.bit) ? (cue.ending.exec(text)?.[0].length ?? 0) : 0;
    },
  };
}

const NONE: readonly RegExpExecArray[] = [];
