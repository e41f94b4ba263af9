import { type AST, RegExpParser } from '@eslint-community/regexpp';
import { frontOf } from './required.ts';

/** A class of more units than this takes as long to look up as what it saves. */
const WIDEST = 256;

/**
 * The same expression, which asks what stands ahead before it looks behind: «(?<!不|没|未)(?:能|可)打开» becomes
 * «(?=[能可])(?<!不|没|未)(?:能|可)打开». An engine tries an expression at every place of a text, and looking behind is most
 * of what that costs; nearly every place is ruled out by its first sign.
 *
 * What is added is no new demand: where the rest of the alternative takes up at least one unit, and can begin with
 * these units only, it fails wherever another one stands. It takes up no place and holds no group, so that every match
 * and every group is what it was.
 */
export function fronted(source: string): string {
  const guards: Guard[] = [];
  for (const alternative of new RegExpParser().parsePattern(source).alternatives) guard(alternative, guards);
  let written = source;
  for (const { at, words } of guards.sort((a, b) => b.at - a.at))
    written = written.slice(0, at) + words + written.slice(at);
  return written;
}

interface Guard {
  readonly at: number;
  readonly words: string;
}

function guard({ elements }: AST.Alternative, guards: Guard[]): void {
  for (const [i, element] of elements.entries()) {
    if (looksBehind(element) && elements[i - 1]?.type !== 'Assertion') {
      const front = frontOf(elements.slice(i));
      if (front !== null && front.size <= WIDEST)
        guards.push({ at: element.start, words: `(?=${classOf(front)})` });
    }
    for (const inner of alternativesOf(element)) guard(inner, guards);
  }
}

const looksBehind = (element: AST.Element): boolean =>
  element.type === 'Assertion' && element.kind === 'lookbehind';

/** The alternatives of a group; what only looks around is left as it is. */
function alternativesOf(element: AST.Element): readonly AST.Alternative[] {
  if (element.type === 'Quantifier') return alternativesOf(element.element);
  return element.type === 'Group' || element.type === 'CapturingGroup' ? element.alternatives : [];
}

const classOf = (units: ReadonlySet<number>): string =>
  `[${[...units].map((unit) => String.fromCharCode(unit).replace(/[\\\]^-]/, '\\$&')).join('')}]`;
