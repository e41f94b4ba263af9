import { LETTER, pairSign, type Rule, SIGNS, type WayTable } from '../../types.ts';
import type { Clause } from './required.ts';

/** A rule's scope, and the cases in which its pattern can match; none where nothing is known. */
export interface Cases {
  readonly scope: Rule['scope'];
  readonly cases: readonly (readonly Clause[])[];
}

/** The tables of a list of rules; `texts`, such as the rules' own examples, tell which signs are common. */
export function waysOf(rules: readonly Cases[], texts: readonly string[]): Record<Rule['scope'], WayTable> {
  const held = frequencies(texts);
  return { segment: tableOf(rules, 'segment', held), sentence: tableOf(rules, 'sentence', held) };
}

function tableOf(rules: readonly Cases[], scope: Rule['scope'], held: Uint32Array): WayTable {
  const own = rules.map((rule) => (rule.scope === scope ? rule.cases : []));
  const { signs, clauseOf } = numbered(own.flat(), held);
  const ways: number[] = [];
  const led: number[][] = signs.map(() => []);
  for (const [rule, cases] of own.entries())
    for (const clauses of cases) {
      const [rarest, ...others] = clauses.map(clauseOf).sort((a, b) => a.weight - b.weight);
      const place = ways.length;
      const end = others.reduce((sum, { masks }) => sum + masks.length, place + 2);
      ways.push(rule, end, ...others.flatMap(({ masks }) => masks));
      for (const number of rarest?.numbers ?? []) led[number]?.push(place);
    }
  const ledFrom = [0];
  for (const places of led) ledFrom.push((ledFrom.at(-1) ?? 0) + places.length);
  const always = rules.flatMap((rule, i) => (rule.scope === scope && rule.cases.length === 0 ? [i] : []));
  return {
    always: Int32Array.from(always),
    signs: Int32Array.from(signs),
    ledFrom: Int32Array.from(ledFrom),
    places: Int32Array.from(led.flat()),
    ways: Int32Array.from(ways),
  };
}

interface Numbered {
  readonly numbers: readonly number[];
  /** How many texts meet it, roughly; the clause that fewest meet is asked about before all others. */
  readonly weight: number;
  /** How many integers follow, then places of 32 bits, each with its mask. */
  readonly masks: readonly number[];
}

/** Names stand in a text as letters, which no written text holds: each in one of so many. */
const LETTER_IN = 4;

/** Sign → how many of the texts hold it. */
function frequencies(texts: readonly string[]): Uint32Array {
  const counts = new Uint32Array(SIGNS);
  for (const text of texts) {
    const signs = new Set<number>();
    for (let i = 0; i < text.length; i += 1) {
      signs.add(text.charCodeAt(i));
      signs.add(pairSign(text.charCodeAt(i), text.charCodeAt(i + 1)));
    }
    for (const sign of signs) counts[sign] = (counts[sign] ?? 0) + 1;
  }
  for (const letter of Object.values(LETTER)) counts[letter.charCodeAt(0)] = texts.length / LETTER_IN;
  return counts;
}

/** The signs of all cases, with 0 before them, and a clause in their numbers. Those of one clause follow one another. */
function numbered(
  cases: readonly (readonly Clause[])[],
  held: Uint32Array,
): {
  readonly signs: readonly number[];
  readonly clauseOf: (clause: Clause) => Numbered;
} {
  // Pairs of a name or an edge stand in no written text; how many cases ask about one tells how common it is.
  const asked = new Uint32Array(SIGNS);
  const numberOf = new Uint32Array(SIGNS);
  const signs = [0];
  for (const clauses of cases)
    for (const clause of clauses)
      for (const sign of clause) {
        asked[sign] = (asked[sign] ?? 0) + 1;
        if (numberOf[sign] === 0) numberOf[sign] = signs.push(sign) - 1;
      }
  return {
    signs,
    clauseOf(clause) {
      const numbers = Array.from(clause, (sign) => numberOf[sign] ?? 0);
      const weight = [...clause].reduce((sum, sign) => sum + ((held[sign] || asked[sign]) ?? 0), 0);
      return { numbers, weight, masks: masked(numbers) };
    },
  };
}

function masked(numbers: readonly number[]): number[] {
  const masks = new Map<number, number>();
  for (const number of numbers) masks.set(number >> 5, (masks.get(number >> 5) ?? 0) | (1 << (number & 31)));
  return [2 * masks.size, ...[...masks].flat()];
}
