import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Characters (UTF-16 units) of which a text must hold at least one, or the expression cannot match in it. */
export type Clause = ReadonlySet<number>;

/** A class of more characters than this says too little to be worth a look. */
const WIDEST = 64;

/**
 * What a text must hold for `regex` to match in it: one character of every clause. Necessary, never sufficient; empty
 * where nothing can be said. An expression that ignores case says nothing.
 */
export function requiredOf(regex: RegExp): Clause[] {
  if (regex.ignoreCase) return [];
  return ofAlternatives(new RegExpParser().parsePattern(regex.source).alternatives);
}

function ofAlternatives(alternatives: readonly AST.Alternative[]): Clause[] {
  const each = alternatives.map((alternative) => alternative.elements.flatMap(ofElement));
  const [only] = each;
  if (each.length === 1 && only !== undefined) return only;
  const narrowest = each.map(narrowestOf);
  const union = new Set<number>();
  for (const clause of narrowest) {
    if (clause === null) return [];
    for (const code of clause) union.add(code);
  }
  return [union];
}

function ofElement(element: AST.Element): Clause[] {
  switch (element.type) {
    case 'Character':
      return element.value <= 0xffff ? [new Set([element.value])] : [];
    case 'CharacterClass':
      return ofClass(element);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives);
    case 'Quantifier':
      return element.min === 0 ? [] : ofElement(element.element);
    case 'Assertion':
      return 'alternatives' in element && !element.negate ? ofAlternatives(element.alternatives) : [];
    default:
      return [];
  }
}

function ofClass({ negate, elements }: AST.CharacterClass): Clause[] {
  const codes = new Set<number>();
  if (negate) return [];
  for (const element of elements) {
    if (element.type === 'Character') codes.add(element.value);
    else if (element.type === 'CharacterClassRange') {
      if (element.max.value - element.min.value > WIDEST) return [];
      for (let code = element.min.value; code <= element.max.value; code += 1) codes.add(code);
    } else return [];
  }
  return codes.size > 0 && codes.size <= WIDEST ? [codes] : [];
}

/** The clause that fewest characters satisfy, or null where there is none. */
export function narrowestOf(clauses: readonly Clause[]): Clause | null {
  return clauses.reduce<Clause | null>(
    (best, clause) => (best === null || clause.size < best.size ? clause : best),
    null,
  );
}
