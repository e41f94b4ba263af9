import type { CompiledRule } from '../types.ts';
import { type Clause, narrowestOf, requiredOf } from './required.ts';

/** Which of a list of rules can match in a text at all, by the characters that their patterns need. */
export interface Candidates {
  /** Indexes into the list, ascending. */
  of(text: string): number[];
}

interface Entry {
  readonly index: number;
  readonly clauses: readonly Clause[];
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
  const byCode = new Map<number, Entry[]>();
  for (const [index, { regex }] of rules.entries()) {
    const clauses = requiredOf(regex);
    const pivot = narrowestOf(clauses);
    if (pivot === null) {
      always.push(index);
      continue;
    }
    const entry = { index, clauses: clauses.filter((clause) => clause !== pivot) };
    for (const code of pivot) byCode.set(code, [...(byCode.get(code) ?? []), entry]);
  }
  return {
    of(text) {
      const codes = new Set<number>();
      for (let i = 0; i < text.length; i += 1) codes.add(text.charCodeAt(i));
      const found = new Set(always);
      for (const code of codes) {
        for (const { index, clauses } of byCode.get(code) ?? []) {
          if (!found.has(index) && clauses.every((clause) => meets(clause, codes))) found.add(index);
        }
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}

function meets(clause: Clause, codes: ReadonlySet<number>): boolean {
  const [fewer, more] = clause.size < codes.size ? [clause, codes] : [codes, clause];
  for (const code of fewer) if (more.has(code)) return true;
  return false;
}
