import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { BEGIN, END, pairSign } from '../../types.ts';

/** Signs (see `Way`) of which a text must hold at least one, or the expression cannot match in it. */
export type Clause = ReadonlySet<number>;

/**
 * Whether pairs of units are asked for too. A search for them takes longer, and is worth it where many expressions wait.
 * «ends»: only what a match begins and ends with, where it stands at an edge of the text already.
 */
export type Grain = 'units' | 'pairs' | 'ends';

/** What is known of a part of an expression. */
interface Part {
  /** The units with which what it matches may begin and end; null: any. */
  readonly first: ReadonlySet<number> | null;
  readonly last: ReadonlySet<number> | null;
  /** Whether it may match nothing. */
  readonly empty: boolean;
  /** Whether it is one unit of a few, and nothing else. */
  readonly isSign: boolean;
  readonly clauses: readonly Clause[];
}

/** A set of more units or pairs than this says too little to be worth a look. */
const WIDEST = 64;
const MOST_PAIRS = 512;
/** Of the clauses of one expression those that rule out most; behind the first none of more signs than `FEW`. */
const MOST_CLAUSES = 4;
const FEW = 100;

const NONE: ReadonlySet<number> = new Set();
const NOTHING: Part = { first: NONE, last: NONE, empty: true, isSign: false, clauses: [] };
const ANYTHING: Part = { first: null, last: null, empty: false, isSign: false, clauses: [] };

/**
 * What a text must hold for `regex` to match in it: one sign of every clause, the most telling clause first. Necessary,
 * never sufficient; empty where nothing can be said. An expression that ignores case says nothing.
 *
 * A pair of units is needed where one part must be followed by another: what the first ends with, then what the second
 * begins with. Both edges of the text count as units, so that «能$» needs a 能 before the end and not just anywhere.
 */
export function requiredOf(regex: RegExp, grain: Grain): Clause[] {
  if (regex.ignoreCase || regex.multiline) return [];
  const { clauses } = ofAlternatives(new RegExpParser().parsePattern(regex.source).alternatives, grain);
  return tellingOf(clauses);
}

/** The units with which what `regex` matches at an edge of a text begins and ends, if it takes up any place; null: any. */
export function endsOf(regex: RegExp): Pick<Part, 'first' | 'last'> {
  if (regex.ignoreCase || regex.multiline) return ANYTHING;
  return ofAlternatives(new RegExpParser().parsePattern(regex.source).alternatives, 'ends');
}

/** A group of more alternatives than this is not gone through one by one. */
const MOST_CASES = 80;

/**
 * What a text must hold for `regex` to match in it, case by case: all clauses of one of the cases, the most telling first.
 * A case is one way through the expression's outer alternatives and through the group with the most alternatives in each,
 * of which a match takes one: «不能用|没有(?:入口|按钮)» has three cases. Empty where a case needs nothing that is known.
 */
export function casesOf(regex: RegExp): Clause[][] {
  if (regex.ignoreCase || regex.multiline) return [];
  const ways = new RegExpParser()
    .parsePattern(regex.source)
    .alternatives.flatMap((one) => waysOf(one.elements));
  const cases = ways.map((elements) => tellingOf(ofElements(elements, 'pairs').clauses));
  return cases.some((clauses) => clauses.length === 0) ? [] : cases;
}

function waysOf(elements: readonly AST.Element[]): (readonly AST.Element[])[] {
  const sizes = elements.map((element) => (isGroup(element) ? element.alternatives.length : 0));
  const most = Math.max(0, ...sizes);
  const at = sizes.indexOf(most);
  const group = elements[at];
  if (most < 2 || most > MOST_CASES || group === undefined || !isGroup(group)) return [elements];
  return group.alternatives.map((one) => [
    ...elements.slice(0, at),
    ...one.elements,
    ...elements.slice(at + 1),
  ]);
}

const isGroup = (element: AST.Element): element is AST.Group | AST.CapturingGroup =>
  element.type === 'Group' || element.type === 'CapturingGroup';

/** The most telling of some clauses, each once. */
function tellingOf(clauses: readonly Clause[]): Clause[] {
  const weighed = clauses.map((clause) => ({ clause, weight: weightOf(clause) }));
  const telling: Clause[] = [];
  for (const { clause } of weighed.sort((a, b) => a.weight - b.weight)) {
    if (telling.length === MOST_CLAUSES || (telling.length > 0 && clause.size > FEW)) break;
    if (!telling.some((one) => one === clause || isSame(one, clause))) telling.push(clause);
  }
  return telling;
}

function isSame(a: Clause, b: Clause): boolean {
  if (a.size !== b.size) return false;
  for (const sign of a) if (!b.has(sign)) return false;
  return true;
}

/** What is known of elements of which pairs were asked: most stand in many of an expression's cases. */
const known = new WeakMap<AST.Element, Part>();

function inPairs(element: AST.Element): Part {
  const before = known.get(element);
  if (before !== undefined) return before;
  const part = ofElement(element, 'pairs');
  known.set(element, part);
  return part;
}

const ofElements = (elements: readonly AST.Element[], grain: Grain): Part =>
  ofSequence(
    elements.map((element) => (grain === 'pairs' ? inPairs(element) : ofElement(element, grain))),
    grain,
  );

function ofAlternatives(alternatives: readonly AST.Alternative[], grain: Grain): Part {
  const each = alternatives.map(({ elements }) => ofElements(elements, grain));
  const [only] = each;
  if (each.length === 1 && only !== undefined) return only;
  const lightest = each.map((part) => narrowestOf(part.clauses));
  const all = lightest.every((clause) => clause !== null);
  return {
    first: union(each.map((part) => part.first)),
    last: union(each.map((part) => part.last)),
    empty: each.some((part) => part.empty),
    isSign: false,
    clauses: all ? [new Set(lightest.flatMap((clause) => [...(clause ?? [])]))] : [],
  };
}

function ofSequence(parts: readonly Part[], grain: Grain): Part {
  const reversed = parts.toReversed();
  const clauses: Clause[] = [];
  for (const [i, part] of parts.entries()) {
    const pairs =
      grain !== 'pairs' || part.empty
        ? []
        : pairsAt(part, parts.slice(i + 1), reversed.slice(parts.length - i));
    // A pair says of a single sign that it is there.
    clauses.push(...pairs, ...(pairs.length > 0 && part.isSign ? [] : part.clauses));
  }
  return {
    first: edgeOf(parts, 'first').units,
    last: edgeOf(reversed, 'last').units,
    empty: parts.every((part) => part.empty),
    isSign: false,
    clauses,
  };
}

/** What a part makes with its neighbours: those behind it, in order, and those before it, the nearest first. */
function pairsAt(part: Part, behind: readonly Part[], before: readonly Part[]): Clause[] {
  const [after, ahead] = [edgeOf(behind, 'first'), edgeOf(before, 'last')];
  return [
    ...(after.empty ? [] : pairsOf(part.last, after.units)),
    ...(ahead.empty ? [] : pairsOf(ahead.units, part.first)),
  ];
}

/** The units at one edge of parts that follow one another, seen from that edge, and whether they may match nothing. */
function edgeOf(
  parts: readonly Part[],
  edge: 'first' | 'last',
): { units: ReadonlySet<number> | null; empty: boolean } {
  const end = parts.findIndex((part) => !part.empty);
  const seen = end < 0 ? parts : parts.slice(0, end + 1);
  return { units: union(seen.map((part) => part[edge])), empty: end < 0 };
}

/** The units of which any text begins with one that `elements` match; null where it may be any, an edge, or none at all. */
export function frontOf(elements: readonly AST.Element[]): ReadonlySet<number> | null {
  const { units, empty } = edgeOf(
    elements.map((element) => ofElement(element, 'units')),
    'first',
  );
  return units === null || empty || units.has(BEGIN) || units.has(END) ? null : units;
}

/** The pairs of two sets that were reckoned before: the cases of an expression have most of their neighbours in common. */
const paired = new WeakMap<ReadonlySet<number>, WeakMap<ReadonlySet<number>, Clause>>();

function pairsOf(left: ReadonlySet<number> | null, right: ReadonlySet<number> | null): Clause[] {
  if (left === null || right === null || left.size * right.size > MOST_PAIRS) return [];
  const ofLeft = paired.get(left) ?? new WeakMap<ReadonlySet<number>, Clause>();
  paired.set(left, ofLeft);
  const before = ofLeft.get(right);
  if (before !== undefined) return [before];
  const pairs = new Set<number>();
  for (const a of left) for (const b of right) pairs.add(pairSign(a, b));
  ofLeft.set(right, pairs);
  return [pairs];
}

function union(sets: readonly (ReadonlySet<number> | null)[]): ReadonlySet<number> | null {
  const [only] = sets;
  if (sets.length === 1 && only !== undefined) return only;
  const all = new Set<number>();
  for (const set of sets) {
    if (set === null) return null;
    for (const unit of set) all.add(unit);
  }
  return all.size > MOST_PAIRS ? null : all;
}

const oneOf = (units: ReadonlySet<number>): Part => ({
  first: units,
  last: units,
  empty: false,
  isSign: true,
  clauses: [units],
});
const atEdge = (unit: number): Part => ({
  first: new Set([unit]),
  last: new Set([unit]),
  empty: false,
  isSign: false,
  clauses: [],
});

function ofElement(element: AST.Element, grain: Grain): Part {
  switch (element.type) {
    case 'Character':
      return element.value <= 0xffff ? oneOf(new Set([element.value])) : ANYTHING;
    case 'CharacterClass':
      return ofClass(element);
    case 'Group':
    case 'CapturingGroup':
      return ofAlternatives(element.alternatives, grain);
    case 'Quantifier':
      return ofQuantifier(element, grain);
    case 'Assertion':
      return ofAssertion(element, grain);
    case 'Backreference':
      return { ...ANYTHING, empty: true };
    default:
      return ANYTHING;
  }
}

function ofQuantifier({ min, max, element }: AST.Quantifier, grain: Grain): Part {
  if (max === 0) return NOTHING;
  const part = ofElement(element, grain);
  return min > 0 ? part : { ...part, empty: true, isSign: false, clauses: [] };
}

/** What looks around takes up no place: what stands before it and behind it are neighbours. */
function ofAssertion(element: AST.Assertion, grain: Grain): Part {
  if (element.kind === 'start') return grain === 'ends' ? NOTHING : atEdge(BEGIN);
  if (element.kind === 'end') return grain === 'ends' ? NOTHING : atEdge(END);
  if (!('alternatives' in element) || element.negate) return NOTHING;
  return { ...NOTHING, clauses: ofAlternatives(element.alternatives, grain).clauses };
}

function ofClass({ negate, elements }: AST.CharacterClass): Part {
  const codes = new Set<number>();
  if (negate) return ANYTHING;
  for (const element of elements) {
    if (element.type === 'Character') codes.add(element.value);
    else if (element.type === 'CharacterClassRange') {
      if (element.max.value - element.min.value > WIDEST) return ANYTHING;
      for (let code = element.min.value; code <= element.max.value; code += 1) codes.add(code);
    } else return ANYTHING;
  }
  return codes.size > 0 && codes.size <= WIDEST ? oneOf(codes) : ANYTHING;
}

/** How many texts hold a sign, roughly: one unit is as frequent as a few dozen pairs. */
function weightOf(clause: Clause): number {
  let weight = 0;
  for (const sign of clause) weight += sign < 0x10000 ? 24 : 1;
  return weight;
}

/** The clause that fewest texts satisfy, or null where there is none. */
export function narrowestOf(clauses: readonly Clause[]): Clause | null {
  return clauses.reduce<Clause | null>(
    (best, clause) => (best === null || weightOf(clause) < weightOf(best) ? clause : best),
    null,
  );
}
