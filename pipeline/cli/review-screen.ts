import type { ClaimView, Neighbour } from '../review/wire.ts';
import { claimFields, claimLine, markedSentence } from './claim-view.ts';
import { type Palette, plain } from './colour.ts';

export const KEYS =
  'a accept · x reject, then a digit · e edit · s skip · u undo · j k next, previous · n next undecided · / search · ? keys · q end';

/** One claim as a person decides on it. */
export function claimScreen(view: ClaimView, number: number, colours: Palette): string {
  const { claim, article, rule, state, lost } = view;
  const origin = [article.publisher, article.published?.slice(0, 10)].filter((x) => x != null).join(' ');
  const shown = { ...claim, id: view.id, rule: rule.id };
  const marks = [
    view.changedSince === null ? '' : '    the rules read it otherwise since it was decided on\n',
    view.machine === null ? '' : `    the rules say: ${claimLine({ ...shown, ...view.machine }, colours)}\n`,
    lost ? '    no rule makes it any more\n' : '',
  ];
  return [
    `\n${colours.dim(`${number}  ${view.id}  ${state}`)}  ${plain(article.title ?? article.path)}  ${colours.dim(plain(origin))}\n`,
    `  ${claimLine(shown, colours)}\n`,
    `  ${markedSentence(article.text, claim.evidence, colours)}\n`,
    claimFields(shown),
    ...marks,
    ...view.contrary.slice(0, 3).map((other) => besideText('contrary', other)),
    ...view.agreeing.slice(0, 3).map((other) => besideText('the same', other)),
  ].join('');
}

const besideText = (how: string, { article, start, quote, status }: Neighbour): string =>
  `${plain(`    ${how}: ${status} ${start ?? 'no day'} ${article.publisher ?? ''} «${quote.replaceAll('\n', '⏎')}»`)}\n`;
