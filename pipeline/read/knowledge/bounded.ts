import { type AST, RegExpParser, visitRegExpAST } from '@eslint-community/regexpp';

/**
 * How often a group may follow itself. Adverbs and the like pile up three or four deep in Chinese («目前也都还可以»), and
 * their alternatives begin alike («还», «还是»), so that an endless repetition would be tried in exponentially many ways.
 */
const MOST = 6;

/** The expression with every endless repetition of a group made one of at most `MOST`. Throws where it cannot be parsed. */
export function bounded(source: string): string {
  if (!/\)(?:[*+]|\{\d+,\})/.test(source)) return source;
  const endless: AST.Quantifier[] = [];
  visitRegExpAST(new RegExpParser().parsePattern(source), {
    onQuantifierEnter(quantifier) {
      if (quantifier.max === Number.POSITIVE_INFINITY && isGroup(quantifier.element))
        endless.push(quantifier);
    },
  });
  return endless
    .sort((a, b) => b.end - a.end)
    .reduce((text, { min, end, greedy, element }) => {
      const counted = `{${min},${Math.max(min, MOST)}}${greedy ? '' : '?'}`;
      return text.slice(0, element.end) + counted + text.slice(end);
    }, source);
}

const isGroup = ({ type }: AST.QuantifiableElement): boolean => type === 'Group' || type === 'CapturingGroup';
