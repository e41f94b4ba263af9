import type { CompiledRule } from '../types.ts';

/** Which of a list of rules can match in a text at all, by the characters that their patterns need. */
export interface Candidates {
  /** Indexes into the list, ascending. */
  of(text: string): number[];
  /** Those of `rules`, in their order, that can match in a part of the text for which they were found. */
  among(rules: readonly number[], part: string): number[];
}

const made = new WeakMap<readonly CompiledRule[], Candidates>();

/** The index of a rule list; made once for each list. */
export function candidatesOf(rules: readonly CompiledRule[]): Candidates {
  const known = made.get(rules);
  if (known !== undefined) return known;
  const candidates = new Index(rules);
  made.set(rules, candidates);
  return candidates;
}

const UNITS = 0x10000;

/**
 * Every rule is listed under the characters of its narrowest need. A search marks the characters that a text has with its
 * own number, so that nothing is made or cleared for a text, and the work grows with its length and with the rules that
 * may match.
 */
class Index implements Candidates {
  readonly #always: readonly number[];
  readonly #listed: readonly (Int32Array | undefined)[];
  /** What each rule needs, the narrowest first. */
  readonly #needs: readonly (readonly (readonly number[])[])[];
  readonly #seen = new Uint32Array(UNITS);
  readonly #taken: Uint32Array;
  #search = 0;

  constructor(rules: readonly CompiledRule[]) {
    const always: number[] = [];
    const listed = new Map<number, number[]>();
    this.#needs = rules.map(({ needs }, rule) => {
      const narrowestFirst = needs.toSorted((a, b) => a.length - b.length);
      const [pivot] = narrowestFirst;
      if (pivot === undefined) always.push(rule);
      for (const unit of pivot ?? []) listed.set(unit, [...(listed.get(unit) ?? []), rule]);
      return narrowestFirst;
    });
    this.#always = always;
    const table: (Int32Array | undefined)[] = new Array(UNITS).fill(undefined);
    for (const [unit, list] of listed) table[unit] = Int32Array.from(list);
    this.#listed = table;
    this.#taken = new Uint32Array(rules.length);
  }

  of(text: string): number[] {
    const search = this.#begin();
    const seen = this.#seen;
    const lists: Int32Array[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      if (seen[unit] === search) continue;
      seen[unit] = search;
      const list = this.#listed[unit];
      if (list !== undefined) lists.push(list);
    }
    const found = [...this.#always];
    for (const list of lists) this.#take(list, search, found);
    return found.sort((a, b) => a - b);
  }

  among(rules: readonly number[], part: string): number[] {
    const search = this.#begin();
    for (let i = 0; i < part.length; i += 1) this.#seen[part.charCodeAt(i)] = search;
    const found: number[] = [];
    for (const rule of rules) if (this.#hasAll(this.#needs[rule] ?? [], search)) found.push(rule);
    return found;
  }

  /** The number of a new search; at the end of the numbers all marks are wiped and it begins anew. */
  #begin(): number {
    this.#search += 1;
    if (this.#search > 0xffff_fff0) {
      this.#seen.fill(0);
      this.#taken.fill(0);
      this.#search = 1;
    }
    return this.#search;
  }

  #take(list: Int32Array, search: number, found: number[]): void {
    for (const rule of list) {
      if (this.#taken[rule] === search || !this.#hasAll(this.#needs[rule] ?? [], search)) continue;
      this.#taken[rule] = search;
      found.push(rule);
    }
  }

  #hasAll(needs: readonly (readonly number[])[], search: number): boolean {
    const seen = this.#seen;
    for (let i = 0; i < needs.length; i += 1) {
      const units = needs[i] ?? [];
      let met = false;
      for (let k = 0; k < units.length && !met; k += 1) met = seen[units[k] ?? 0] === search;
      if (!met) return false;
    }
    return true;
  }
}
