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

/** A sign that leads to no rule by itself. */
const NOBODY = new Int32Array(0);

/** An edge has no width: «(?:^|，)^» finds it twice in one place, «$^» both in an empty text. */
const EDGES = [pairSign(BEGIN, BEGIN), pairSign(END, END), pairSign(END, BEGIN)];

/**
 * Every rule is listed under the signs of its most telling need, which must be met before the others are asked about.
 * Signs are few beside all that there could be: each gets a number of its own, so that what is known of a text stays
 * small enough to be at hand. A search marks the signs of a text with its own number, and nothing is made or cleared for
 * a text; the work grows with its length and with the rules that may match.
 */
class Index implements Candidates {
  /** Sign → its number; 0: no rule asks about it. */
  readonly #numberOf = new Uint32Array(SIGNS);
  /** Number of a sign → the rules that it leads to. */
  readonly #rules: Int32Array[] = [NOBODY];
  /** What each rule needs besides, the most telling first, as numbers of signs. */
  readonly #needs: readonly (readonly Int32Array[])[];
  readonly #always: readonly number[];
  /** Number of a sign → the last search that met it. */
  readonly #met: Uint32Array;
  readonly #taken: Uint32Array;
  #search = 0;
  #found: number[] = [];

  constructor(rules: readonly CompiledRule[], scope: Scope) {
    const own = rules.map((rule) => (rule.scope === scope ? rule.needs : []));
    this.#always = rules.flatMap((rule, i) => (rule.scope === scope && rule.needs.length === 0 ? [i] : []));
    this.#needs = own.map((needs) => needs.slice(1).map((clause) => this.#numbers(clause)));
    const led = new Map<number, number[]>();
    for (const [rule, [pivot]] of own.entries())
      for (const number of new Set(this.#numbers(pivot ?? [])))
        led.set(number, [...(led.get(number) ?? []), rule]);
    for (const [number, list] of led) this.#rules[number] = Int32Array.from(list);
    this.#met = new Uint32Array(this.#rules.length);
    this.#taken = new Uint32Array(rules.length);
  }

  #numbers(signs: readonly number[]): Int32Array {
    return Int32Array.from(signs, (sign) => {
      if (this.#numberOf[sign] === 0) this.#numberOf[sign] = this.#rules.push(NOBODY) - 1;
      return this.#numberOf[sign] ?? 0;
    });
  }

  of(text: string): number[] {
    this.#begin();
    let before = BEGIN;
    for (let i = 0; i < text.length; i += 1) {
      const unit = text.charCodeAt(i);
      this.#meet(unit);
      this.#meet(pairSign(before, unit));
      before = unit;
    }
    this.#meet(pairSign(before, END));
    for (const sign of EDGES) this.#meet(sign);
    return this.#choose();
  }

  /** The number of a new search; at the end of the numbers all marks are wiped and it begins anew. */
  #begin(): void {
    this.#found = [];
    this.#search += 1;
    if (this.#search <= 0xffff_fff0) return;
    this.#met.fill(0);
    this.#taken.fill(0);
    this.#search = 1;
  }

  #meet(sign: number): void {
    const number = this.#numberOf[sign] ?? 0;
    if (number === 0 || this.#met[number] === this.#search) return;
    this.#met[number] = this.#search;
    if (this.#rules[number] !== NOBODY) this.#found.push(number);
  }

  /** The rules that the signs lead to and whose other needs are met as well. */
  #choose(): number[] {
    const chosen = [...this.#always];
    for (const number of this.#found) {
      for (const rule of this.#rules[number] ?? NOBODY) {
        if (this.#taken[rule] === this.#search) continue;
        this.#taken[rule] = this.#search;
        if (this.#meetsAll(this.#needs[rule] ?? [])) chosen.push(rule);
      }
    }
    return chosen.sort((a, b) => a - b);
  }

  #meetsAll(needs: readonly Int32Array[]): boolean {
    for (const clause of needs) if (!this.#meetsOne(clause)) return false;
    return true;
  }

  #meetsOne(clause: Int32Array): boolean {
    for (let i = 0; i < clause.length; i += 1) if (this.#met[clause[i] ?? 0] === this.#search) return true;
    return false;
  }
}
