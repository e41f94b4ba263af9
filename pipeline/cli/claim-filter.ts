import { type Command, InvalidArgumentError } from 'commander';
import type { ClaimFilter } from '../types.ts';
import { misuse } from './fault.ts';

/** What the filter options leave behind; `filterFrom` makes a filter of it. */
export interface FilterFlags {
  readonly kind?: NonNullable<ClaimFilter['kind']>;
  readonly relation?: NonNullable<ClaimFilter['relation']>;
  readonly subject?: readonly string[];
  readonly object?: readonly (string | null)[];
  readonly scene?: readonly (string | null)[];
  readonly status?: NonNullable<ClaimFilter['status']>;
  readonly publisher?: readonly (string | null)[];
  readonly rule?: readonly string[];
  readonly state?: NonNullable<ClaimFilter['state']>;
  readonly from?: string;
  readonly to?: string;
  readonly words?: readonly string[];
  readonly conflict?: true;
  readonly lost?: true;
}

const CHOICES = {
  kind: ['platform', 'scene', 'payment'],
  relation: ['access', 'acceptance', 'code-interop', 'order', 'policy', 'launch', 'pledge'],
  status: [
    'open',
    'limited',
    'closed',
    'trial',
    'pending',
    'planned',
    'required',
    'published',
    'launched',
    'pledged',
  ],
  state: ['unreviewed', 'accepted', 'rejected', 'edited'],
} as const satisfies {
  [K in 'kind' | 'relation' | 'status' | 'state']: ClaimFilter[K];
};

/** Adds the options that say which claims are wanted: the same wherever claims are chosen. */
export function withFilter(command: Command): Command {
  return command
    .option('--kind <list>', CHOICES.kind.join(', '), oneOf(CHOICES.kind))
    .option('--relation <list>', CHOICES.relation.join(', '), oneOf(CHOICES.relation))
    .option('--subject <list>', 'ids of the lexicon, such as wechat,qq', listOf)
    .option('--object <list>', 'ids of the lexicon, none for claims without one', listWithNone)
    .option('--scene <list>', 'scenes, none for claims without one', listWithNone)
    .option('--status <list>', CHOICES.status.join(', '), oneOf(CHOICES.status))
    .option('--publisher <list>', 'publishers, none for articles without one', listWithNone)
    .option('--rule <list>', 'ids of rules', listOf)
    .option('--state <list>', CHOICES.state.join(', '), oneOf(CHOICES.state))
    .option('--from <day>', 'claims whose days reach this one or a later one', day)
    .option('--to <day>', 'claims whose days reach this one or an earlier one', day)
    .option('--words <list>', 'words that all stand in the quote or the title', listOf)
    .option('--conflict', 'claims whose contrary is said of a day at most 7 days away')
    .option('--lost', 'also claims that no rule makes any more');
}

/** The filter that the options ask for; no option, no condition. A `from` behind `to` is a fault. */
export function filterFrom(flags: FilterFlags): ClaimFilter {
  const { kind, relation, subject, object, scene, status, publisher, rule, state } = flags;
  const { from, to, words, conflict, lost } = flags;
  if (from !== undefined && to !== undefined && from > to)
    throw misuse(`--from ${from} is later than --to ${to}`);
  return {
    ...(kind && { kind }),
    ...(relation && { relation }),
    ...(subject && { subject }),
    ...(object && { object }),
    ...(scene && { scene }),
    ...(status && { status }),
    ...(publisher && { publisher }),
    ...(rule && { rule }),
    ...(state && { state }),
    ...(from && { from }),
    ...(to && { to }),
    ...(words && { words }),
    ...(conflict && { conflict }),
    ...(lost && { lost }),
  };
}

/** A list with commas; the option may also be given more than once. */
function listOf(text: string, before: readonly string[] = []): readonly string[] {
  const values = text.split(',').map((value) => value.trim());
  if (values.some((value) => value === '')) throw new InvalidArgumentError('A value of the list is empty.');
  return [...before, ...values];
}

const listWithNone = (text: string, before: readonly (string | null)[] = []): readonly (string | null)[] => [
  ...before,
  ...listOf(text).map((value) => (value === 'none' || value === '-' ? null : value)),
];

const oneOf =
  <T extends string>(choices: readonly T[]) =>
  (text: string, before: readonly T[] = []): readonly T[] => [
    ...before,
    ...listOf(text).map((value) => {
      const choice = choices.find((c) => c === value);
      if (choice === undefined) throw new InvalidArgumentError(`Allowed are ${choices.join(', ')}.`);
      return choice;
    }),
  ];

function day(text: string): string {
  const isDay = /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text));
  if (!isDay || new Date(text).toISOString().slice(0, 10) !== text)
    throw new InvalidArgumentError('It must be a day such as 2021-11-29.');
  return text;
}
