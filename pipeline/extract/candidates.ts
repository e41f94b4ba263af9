import { BEGIN, type CompiledRule, END, pairSign, SIGNS } from '../types.ts';

/** Which rules of one scope can match in a text at all, by the signs that their patterns need. */
export interface Candidates {
  /** Indexes into the list of all rules, ascending. */
  of(text: string): number[];
}

type Scope = CompiledRule['scope'];
type ByScope = Readonly<Record<Scope, Candidates>>;

const made = new WeakMap<readonly CompiledRule[], ByScope>();

/** The indexes of a rule list, one for each scope; made once for each list. */
export function candidatesOf(rules: readonly CompiledRule[]): ByScope {
  const known = made.get(rules);
  if (known !== undefined) return known;
  const candidates = { segment: new Index(rules, 'segment'), sentence: new Index(rules, 'sentence') };
  made.set(rules, candidates);
  return candidates;
}

/** An edge has no width: «(?:^|，)^» finds it twice in one place, «$^» both in an empty text. */
const EDGES = [pairSign(BEGIN, BEGIN), pairSign(END, END), pairSign(END, BEGIN)];

type Needs = readonly (readonly number[])[];

/**
 * Every rule is listed under the signs of its most telling need. A search marks the signs that a text has with its own
 * number, so that nothing is made or cleared for a text, and the work grows with its length and with the rules that may
 * match.
 */
class Index implements Candidates {
  readonly #always: readonly number[];
  readonly #listed: readonly (Int32Array | undefined)[];
  /** What each rule needs besides, the most telling first. */
  readonly #needs: readonly Needs[];
  readonly #seen = new Uint32Array(SIGNS);
  readonly #taken: Uint32Array;
  #search = 0;
  #lists: Int32Array[] = [];

  constructor(rules: readonly CompiledRule[], scope: Scope) {
    const always: number[] = [];
    const listed = new Map<number, number[]>();
    for (const [rule, { needs, scope: own }] of rules.entries()) {
      if (own !== scope) continue;
      const [pivot] = needs;
      if (pivot === undefined) always.push(rule);
      for (const sign of new Set(pivot)) listed.set(sign, [...(listed.get(sign) ?? []), rule]);
    }
    this.#needs = rules.map(({ needs }) => needs.slice(1));
    this.#always = always;
    const table: (Int32Array | undefined)[] = new Array(SIGNS).fill(undefined);
    for (const [sign, list] of listed) table[sign] = Int32Array.from(list);
    this.#listed = table;
    this.#taken = new Uint32Array(rules.length);
  }

  of(text: string): number[] {
    const search = this.#begin();
    let before = BEGIN;
    for (const sign of EDGES) this.#mark(sign, search);
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      this.#mark(unit, search);
      this.#mark(pairSign(before, unit), search);
      before = unit;
    }
    this.#mark(pairSign(before, END), search);
    const found = [...this.#always];
    for (const list of this.#lists) this.#take(list, search, found);
    return found.sort((a, b) => a - b);
  }

  /** The number of a new search; at the end of the numbers all marks are wiped and it begins anew. */
  #begin(): number {
    this.#lists = [];
    this.#search += 1;
    if (this.#search > 0xffff_fff0) {
      this.#seen.fill(0);
      this.#taken.fill(0);
      this.#search = 1;
    }
    return this.#search;
  }

  #mark(sign: number, search: number): void {
    if (this.#seen[sign] === search) return;
    this.#seen[sign] = search;
    const list = this.#listed[sign];
    if (list !== undefined) this.#lists.push(list);
  }

  #take(list: Int32Array, search: number, found: number[]): void {
    for (const rule of list) {
      if (this.#taken[rule] === search || !this.#hasAll(this.#needs[rule] ?? [], search)) continue;
      this.#taken[rule] = search;
      found.push(rule);
    }
  }

  #hasAll(needs: Needs, search: number): boolean {
    const seen = this.#seen;
    for (let i = 0; i < needs.length; i += 1) {
      const signs = needs[i] ?? [];
      let met = false;
      for (let k = 0; k < signs.length && !met; k += 1) met = seen[signs[k] ?? 0] === search;
      if (!met) return false;
    }
    return true;
  }
}
