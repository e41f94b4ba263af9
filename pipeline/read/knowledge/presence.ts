/** The UTF-16 units that one class asks for, each kind as the letters of a string; null: any unit will do. */
export interface Units {
  /** A text must hold one of them, or no word of the class stands in it. */
  readonly held: string | null;
  /** A word of the class, if it takes up any place, begins with one of them, */
  readonly first: string | null;
  /** and ends with one. */
  readonly last: string | null;
}

/** One bit for each class: place and mask in a row of 32-bit integers. */
export interface Bit {
  readonly word: number;
  readonly mask: number;
}

export const bitOf = (index: number): Bit => ({ word: index >> 5, mask: 1 << (index & 31) });

/**
 * Which classes may stand in a text at all, begin it or end it, by the units that each needs: most texts have none of the
 * words of most classes. Only the few thousand units that any class names have a row; what is asked most lies close together.
 */
export class Presence {
  /** Unit → its row; 0: no class names it. */
  readonly #rowOf = new Uint16Array(0x10000);
  /** Column by column, one column for 32 classes: of each row the classes that its unit may be enough for. */
  readonly #held: Rows;
  readonly #first: Rows;
  readonly #last: Rows;
  readonly #looks: readonly Look[];

  constructor(classes: readonly Units[]) {
    const units = new Set(classes.flatMap(({ held, first, last }) => unitsOf(held, first, last)));
    const size = { rows: 1 + units.size, words: (classes.length + 31) >> 5 };
    for (const [i, unit] of [...units].entries()) this.#rowOf[unit] = i + 1;
    const rowOf = (unit: number): number => this.#rowOf[unit] ?? 0;
    this.#held = rowsOf(
      classes.map(({ held }) => held),
      size,
      rowOf,
    );
    this.#first = rowsOf(
      classes.map(({ first }) => first),
      size,
      rowOf,
    );
    this.#last = rowsOf(
      classes.map(({ last }) => last),
      size,
      rowOf,
    );
    this.#looks = Array.from({ length: LOOKS }, () => new Look(size.words));
  }

  /** Whether a word of the class may stand in the text. */
  within(text: string, { word, mask }: Bit): boolean {
    const look = this.#lookAt(text);
    if ((look.known & (1 << word)) === 0) look.learn(word, this.#held);
    return ((look.found[word] ?? 0) & mask) !== 0;
  }

  /** Whether a word of the class that takes up any place may begin the text. */
  atStart(text: string, bit: Bit): boolean {
    return has(this.#first, this.#rowOf[text.charCodeAt(0)] ?? 0, bit);
  }

  /** Whether one may end it. */
  atEnd(text: string, bit: Bit): boolean {
    return has(this.#last, this.#rowOf[text.charCodeAt(text.length - 1)] ?? 0, bit);
  }

  /** What is known of the text. A sentence, its segments and what stands before and behind are asked about by turns. */
  #lookAt(text: string): Look {
    const at = (text.length ^ text.charCodeAt(0) ^ text.charCodeAt(text.length - 1)) & (LOOKS - 1);
    const look = this.#looks[at] ?? new Look(0);
    if (look.text !== text) look.begin(text, this.#rowOf);
    return look;
  }
}

/** How many texts are kept in mind. A power of two. */
const LOOKS = 16;

/** A text that is asked about, and what has been found out. */
class Look {
  text = '';
  /** One bit for each word that is known. */
  known = 0;
  readonly found: Int32Array;
  /** The rows of the text's units. */
  #rows = new Uint16Array(64);
  #count = 0;

  constructor(words: number) {
    this.found = new Int32Array(words);
  }

  begin(text: string, rowOf: Uint16Array): void {
    this.text = text;
    this.known = 0;
    if (this.#rows.length < text.length) this.#rows = new Uint16Array(2 * text.length);
    const rows = this.#rows;
    let count = 0;
    for (let i = 0; i < text.length; i += 1) {
      const row = rowOf[text.charCodeAt(i)] ?? 0;
      if (row > 0) rows[count++] = row;
    }
    this.#count = count;
  }

  learn(word: number, { bits, rows: height }: Rows): void {
    const rows = this.#rows;
    const from = word * height;
    let found = bits[from] ?? 0;
    for (let i = 0; i < this.#count; i += 1) found |= bits[from + (rows[i] ?? 0)] ?? 0;
    this.found[word] = found;
    this.known |= 1 << word;
  }
}

interface Rows {
  readonly bits: Int32Array;
  /** The height of a column. */
  readonly rows: number;
}

const has = ({ bits, rows }: Rows, row: number, { word, mask }: Bit): boolean =>
  ((bits[word * rows + row] ?? 0) & mask) !== 0;

/** Classes that ask for no unit stand in every row; in the first, which is that of all other units, stand only these. */
function rowsOf(
  asked: readonly (string | null)[],
  { rows, words }: { readonly rows: number; readonly words: number },
  rowOf: (unit: number) => number,
): Rows {
  const bits = new Int32Array(rows * words);
  for (const [i, units] of asked.entries()) {
    const { word, mask } = bitOf(i);
    const mark = (row: number): void => {
      bits[word * rows + row] = (bits[word * rows + row] ?? 0) | mask;
    };
    if (units === null) for (let row = 0; row < rows; row += 1) mark(row);
    else for (const unit of unitsOf(units)) mark(rowOf(unit));
  }
  return { bits, rows };
}

const unitsOf = (...strings: readonly (string | null)[]): number[] =>
  strings.flatMap((string) =>
    Array.from({ length: string?.length ?? 0 }, (_, i) => string?.charCodeAt(i) ?? 0),
  );
