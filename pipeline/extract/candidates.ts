import { BEGIN, END, type Knowledge, pairSign, SIGNS, type WayTable } from '../types.ts';

/** Which rules of one scope can match in a text at all, by the signs that their patterns need. */
export interface Candidates {
  /** Indexes into the list of all rules, ascending. */
  of(text: string): number[];
}

type ByScope = Readonly<Record<'segment' | 'sentence', Candidates>>;

const made = new WeakMap<Knowledge['ways'], ByScope>();

/** One for each scope; made once for each list of rules. */
export function candidatesOf({ ways }: Pick<Knowledge, 'ways'>): ByScope {
  const known = made.get(ways);
  if (known !== undefined) return known;
  const candidates = { segment: new Index(ways.segment), sentence: new Index(ways.sentence) };
  made.set(ways, candidates);
  return candidates;
}

/** An edge has no width: «(?:^|，)^» finds it twice in one place, «$^» both in an empty text. */
const EDGES = [pairSign(BEGIN, BEGIN), pairSign(END, END), pairSign(END, BEGIN)];

/**
 * Every way of every rule is listed under the signs of its rarest clause, which must be met before its others are asked
 * about. Signs are few beside all that there could be: those of one clause have numbers that follow one another, so that
 * what a text holds is a few thousand bits, of which a clause asks about many at a time. All ways lie in one array, each
 * in one piece: most of the time of a search that hops about in memory goes by in waiting for it.
 */
class Index implements Candidates {
  readonly #table: WayTable;
  /** Sign → its number; 0: no rule asks about it. */
  readonly #numberOf: Uint16Array | Uint32Array;
  /** One bit for the number of each sign: whether the text holds it. */
  readonly #held: Int32Array;

  constructor(table: WayTable) {
    this.#table = table;
    this.#numberOf = table.signs.length > 0xffff ? new Uint32Array(SIGNS) : new Uint16Array(SIGNS);
    for (const [number, sign] of table.signs.entries()) if (number > 0) this.#numberOf[sign] = number;
    this.#held = new Int32Array((table.signs.length + 31) >> 5);
  }

  of(text: string): number[] {
    const { always, places, ways, ledFrom } = this.#table;
    const found = this.#look(text);
    const chosen = [...always];
    for (let i = 0; i < found.length; i += 1) {
      const number = found[i] ?? 0;
      for (let k = ledFrom[number] ?? 0; k < (ledFrom[number + 1] ?? 0); k += 1) {
        const way = places[k] ?? 0;
        const rule = ways[way] ?? 0;
        if (!chosen.includes(rule) && isOpen(ways, way, this.#held)) chosen.push(rule);
      }
    }
    return chosen.length < 2 ? chosen : chosen.sort((a, b) => a - b);
  }

  /** Notes what the text holds, and gives the numbers of those of its signs that lead to a way. */
  #look(text: string): number[] {
    const { ledFrom } = this.#table;
    const numberOf = this.#numberOf;
    const held = this.#held.fill(0);
    const found: number[] = [];
    const meet = (sign: number): void => {
      const number = numberOf[sign] ?? 0;
      const word = held[number >> 5] ?? 0;
      const bit = 1 << (number & 31);
      if (number === 0 || (word & bit) !== 0) return;
      held[number >> 5] = word | bit;
      if (ledFrom[number] !== ledFrom[number + 1]) found.push(number);
    };
    let before = BEGIN;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      meet(unit);
      meet(pairSign(before, unit));
      before = unit;
    }
    meet(pairSign(before, END));
    for (let i = 0; i < EDGES.length; i += 1) meet(EDGES[i] ?? 0);
    return found;
  }
}

/** Whether a text holds a sign of every clause of the way at a place of the table. */
function isOpen(ways: Int32Array, way: number, held: Int32Array): boolean {
  const end = ways[way + 1] ?? 0;
  for (let at = way + 2; at < end; ) {
    const next = at + 1 + (ways[at] ?? 0);
    let met = false;
    for (let i = at + 1; i < next && !met; i += 2)
      met = ((held[ways[i] ?? 0] ?? 0) & (ways[i + 1] ?? 0)) !== 0;
    if (!met) return false;
    at = next;
  }
  return true;
}
