import type { CueEntry, Cues } from '../../types.ts';
import { fronted } from './fronted.ts';
import { patternCompiler } from './macros.ts';
import { narrowestOf, requiredOf } from './required.ts';

/** One class, ready to be looked for. An expression is made when it is first asked for. */
class Compiled {
  readonly #source: string;
  /** One bit of one word of a `Presence`. */
  readonly word: number;
  readonly bit: number;
  #any: RegExp | null = null;
  #each: RegExp | null = null;
  #starting: RegExp | null = null;
  #ending: RegExp | null = null;

  constructor(source: string, index: number) {
    this.#source = source;
    this.word = index >> 5;
    this.bit = 1 << (index & 31);
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

/** A cue class as data: its expression, and the UTF-16 units of which a text must hold one; null: any text may match. */
export interface CueClass {
  readonly name: string;
  readonly source: string;
  readonly units: readonly number[] | null;
}

/** Writes every cue class out as one expression. Throws `PatternError` where a word is no regular expression. */
export function writeCues(entries: readonly CueEntry[]): CueClass[] {
  const compile = patternCompiler(entries);
  return [...new Set(entries.map((e) => e.class))].map((name) => {
    const regex = compile(`<${name}>`);
    const units = narrowestOf(requiredOf(regex, 'units'));
    return { name, source: fronted(regex.source), units: units === null ? null : [...units] };
  });
}

/** Makes every cue class ready once. */
export function compileCues(written: readonly CueClass[]): Cues {
  const classes = new Map<string, Compiled>();
  const presence = new Presence(written.length);
  for (const [i, { name, source, units }] of written.entries()) {
    presence.add(i, units);
    classes.set(name, new Compiled(source, i));
  }
  const get = (name: string): Compiled => {
    const found = classes.get(name);
    if (found === undefined) throw new Error(`the lexicon has no cue class «${name}»`);
    return found;
  };
  return {
    has(name, text) {
      const { any, word, bit } = get(name);
      return presence.may(text, word, bit) && any.test(text);
    },
    find(name, text) {
      const { any, word, bit } = get(name);
      return presence.may(text, word, bit) ? any.exec(text) : null;
    },
    all(name, text) {
      const { each, word, bit } = get(name);
      return presence.may(text, word, bit) ? [...text.matchAll(each)] : NONE;
    },
    startOf: (name, text) => get(name).starting.exec(text)?.[0].length ?? 0,
    endOf: (name, text) => get(name).ending.exec(text)?.[0].length ?? 0,
  };
}

const NONE: readonly RegExpExecArray[] = [];

/**
 * Which classes may stand in a text, by one unit that each needs: one pass over a text answers for the 32 classes of one
 * word, and most texts have none of the words of most classes. A dozen classes are asked of a sentence and of its segment by turns, so
 * the last two answers are kept.
 */
class Presence {
  readonly #words: number;
  readonly #ofUnit: Int32Array;
  readonly #always: Int32Array;
  #found: Int32Array;
  #text = '';
  /** One bit for each word that has been looked for in the text. */
  #known = 0;
  #foundBefore: Int32Array;
  #textBefore = '';
  #knownBefore = 0;

  constructor(classes: number) {
    this.#words = (classes + 31) >> 5;
    this.#ofUnit = new Int32Array(0x10000 * this.#words);
    this.#found = new Int32Array(this.#words);
    this.#foundBefore = new Int32Array(this.#words);
    this.#always = new Int32Array(this.#words);
  }

  /** Class number `i` needs one of `units`; null: any text may hold it. */
  add(i: number, units: readonly number[] | null): void {
    const mark = (words: Int32Array, at: number): void => {
      words[at] = (words[at] ?? 0) | (1 << (i & 31));
    };
    if (units === null) mark(this.#always, i >> 5);
    for (const unit of units ?? []) mark(this.#ofUnit, (i >> 5) * 0x10000 + unit);
  }

  may(text: string, word: number, bit: number): boolean {
    if (text !== this.#text) {
      this.#turn();
      if (text !== this.#text) {
        this.#text = text;
        this.#known = 0;
      }
    }
    if ((this.#known & (1 << word)) === 0) this.#look(word);
    return ((this.#found[word] ?? 0) & bit) !== 0;
  }

  /** The last answer and the one before it change places. */
  #turn(): void {
    [this.#found, this.#foundBefore] = [this.#foundBefore, this.#found];
    [this.#text, this.#textBefore] = [this.#textBefore, this.#text];
    [this.#known, this.#knownBefore] = [this.#knownBefore, this.#known];
  }

  #look(word: number): void {
    const text = this.#text;
    const from = word * 0x10000;
    let found = this.#always[word] ?? 0;
    for (let i = 0; i < text.length; i += 1) found |= this.#ofUnit[from + text.charCodeAt(i)] ?? 0;
    this.#found[word] = found;
    this.#known |= 1 << word;
  }
}
