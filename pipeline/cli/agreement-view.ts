import type { Agreement } from '../review/agreement.ts';
import { plain } from './colour.ts';
import { table } from './table.ts';

/** A line a pair of reviewers, and below the claims on which they differ. */
export function agreementText(agreements: readonly Agreement[]): string {
  if (agreements.length === 0) return 'No claim has been decided on by two reviewers.\n';
  return agreements.map(pairText).join('\n');
}

function pairText({ reviewers: [a, b], claims, raw, kappa, differences }: Agreement): string {
  const figure = kappa === null ? 'not defined (both always say the same)' : kappa.toFixed(3);
  const head = `${plain(a)} and ${plain(b)}: ${claims} claims, agreement ${raw.toFixed(3)}, kappa ${figure}\n`;
  const rows = differences.map(({ claim, verdicts }) => [
    `  ${claim}`,
    ...verdicts.map(({ reviewer, state, reason }) =>
      plain(`${reviewer}: ${state}${reason === null ? '' : ` (${reason})`}`),
    ),
  ]);
  return head + table(rows);
}
