import type { CompiledRule } from '../types.ts';
import { narrowestOf, requiredOf } from './required.ts';

/** Which of a list of rules can match in a text at all, by the characters that their patterns need. */
export interface Candidates {
  /** Indexes into the list, ascending. */
  of(text: string): number[];
}

interface Entry {
  readonly rule: number;
  /** What must be there beside the character under which the rule is listed. */
  readonly clauses: readonly (readonly number[])[];
}

const made = new WeakMap<readonly CompiledRule[], Candidates>();

/** The index of a rule list; made once for each list. */
export function candidatesOf(rules: readonly CompiledRule[]): Candidates {
  const known = made.get(rules);
  if (known !== undefined) return known;
  const candidates = build(rules);
  made.set(rules, candidates);
  return candidates;
}

function build(rules: readonly CompiledRule[]): Candidates {
  const always: number[] = [];
  const listed: Entry[][] = Array.from({ length: 0x10000 });
  for (const [rule, { regex }] of rules.entries()) {
    const clauses = requiredOf(regex);
    const pivot = narrowestOf(clauses);
    if (pivot === null) {
      always.push(rule);
      continue;
    }
    const entry: Entry = { rule, clauses: clauses.filter((c) => c !== pivot).map((c) => [...c]) };
    for (const code of pivot) {
      const entries = listed[code];
      if (entries === undefined) listed[code] = [entry];
      else entries.push(entry);
    }
  }
  return { of: lookUp(listed, always) };
}

/**
 * Every search has a number of its own, which marks the characters and rules it has met: nothing is made or cleared for a
 * text, and the work grows with its length and with the rules that may match.
 */
function lookUp(
  listed: readonly (readonly Entry[] | undefined)[],
  always: readonly number[],
): Candidates['of'] {
  const seen = new Uint32Array(0x10000);
  const taken = new Set<number>();
  let search = 0;
  const isMet = (clause: readonly number[]): boolean => clause.some((code) => seen[code] === search);
  return (text) => {
    search += 1;
    const codes: number[] = [];
    for (let i = 0; i < text.length; i += 1) {
      const code = text.charCodeAt(i);
      if (seen[code] === search) continue;
      seen[code] = search;
      if (listed[code] !== undefined) codes.push(code);
    }
    taken.clear();
    for (const rule of always) taken.add(rule);
    for (const code of codes) {
      for (const { rule, clauses } of listed[code] ?? []) {
        if (!taken.has(rule) && clauses.every(isMet)) taken.add(rule);
      }
    }
    return [...taken].sort((a, b) => a - b);
  };
}
