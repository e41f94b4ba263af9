import type { Evaluation, Finding } from '../evaluate/evaluate.ts';
import { plain } from './colour.ts';
import { table } from './table.ts';

/** The figures: a line a level, a line a relation, a line a rule (those with most wrong claims first). */
export function evaluationText(figures: Omit<Evaluation, 'findings'>): string {
  const levels = (['core', 'dated', 'attributed'] as const).map((name) => {
    const { p, r, f1, tp, fp, fn } = figures[name];
    const [P, R, F] = [p, r, f1].map((x) => x.toFixed(3));
    return `${name.padEnd(11)} P ${P}  R ${R}  F1 ${F}   (hit ${tp}, false ${fp}, missed ${fn})\n`;
  });
  const relations = Object.entries(figures.relations).map(([name, f]) => [name, f.gold, f.missed, f.alarms]);
  const rules = Object.entries(figures.rules)
    .sort(([a, x], [b, y]) => y.wrong - x.wrong || y.right - x.right || (a < b ? -1 : 1))
    .map(([name, f]) => [name, f.right, f.spared, f.wrong]);
  return [
    ...levels,
    `\n${table([['relation', 'gold', 'missed', 'false'], ...relations])}`,
    `\n${table([['rule', 'right', 'optional', 'wrong'], ...rules])}`,
  ].join('');
}

const NAMES = { miss: 'MISS ', alarm: 'ALARM', date: 'DATE ', who: 'WHO  ' } as const;

/** Every finding on a line: what, where, which claim, by which rule, and the sentence. */
export function findingsText(findings: readonly Finding[]): string {
  return findings
    .map(({ kind, article, claim, gold, got, rule, sentence }) => {
      const differs = gold === null ? '' : ` | gold ${gold} got ${got ?? ''}`;
      const by = rule === null ? '' : ` | ${rule}`;
      return plain(`${NAMES[kind]} ${article} ${claim}${differs}${by} | ${sentence}`.replaceAll('\n', ' '));
    })
    .map((line) => `${line}\n`)
    .join('');
}
