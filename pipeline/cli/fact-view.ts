import type {
  Conflict,
  Fact,
  FactDate,
  Ground,
  Matter,
  Plan,
  StateNote,
  StateRow,
  Support,
} from '../types.ts';
import { type Palette, plain } from './colour.ts';
import { table } from './table.ts';

/** `wechat → taobao`, `alipay ↔ wechat-pay`, `wechat`. */
export function pairText({ relation, subject, object }: Matter): string {
  if (object === null) return subject;
  return `${subject} ${relation === 'code-interop' ? '↔' : '→'} ${object}`;
}

/** `wechat → taobao @ group-chat`. */
export const matterText = (matter: Matter): string =>
  matter.scene === null ? pairText(matter) : `${pairText(matter)} @ ${matter.scene}`;

/** `2021-09-17`, `2021-09`, `2021`, `2021-09-01…2021-10-17`, `no day`. */
export function daysText({ start, end, precision }: FactDate): string {
  if (start === null || end === null) return start ?? end ?? 'no day';
  if (start === end) return start;
  if (precision === 'month' && start.slice(0, 7) === end.slice(0, 7)) return start.slice(0, 7);
  if (precision === 'year' && start.slice(0, 4) === end.slice(0, 4)) return start.slice(0, 4);
  return `${start}…${end}`;
}

const several = (n: number, one: string): string => `${n} ${one}${n === 1 ? '' : 's'}`;

/** `official, test: 3 articles, 1 repost`. */
export function supportText({ speakers, sources, reposts, reviewed }: Support): string {
  const parts = [several(sources.length, 'article')];
  if (reposts > 0) parts.push(several(reposts, 'repost'));
  if (reviewed > 0) parts.push(`${reviewed} accepted`);
  return `${speakers.join(', ')}: ${parts.join(', ')}`;
}

/** Colours by what it means for a user. */
export const statusText = (status: string | null, { good, bad, dim }: Palette): string => {
  if (status === null) return dim('not known');
  if (status === 'open') return good(status);
  return status === 'closed' ? bad(status) : status;
};

/** One pair's states: its name, a line a scene, and below each what is planned, contradicted and not known. */
export function stateText(rows: readonly StateRow[], palette: Palette): string {
  const [first] = rows;
  if (first === undefined) return '';
  const lines = table(rows.map(stateCells)).split('\n');
  const below = rows.map((row, i) => {
    const line = (lines[i] ?? '').replace(row.status ?? 'not known', (word) => statusText(word, palette));
    return `  ${line}\n${remarks(row)
      .map((r) => `      ${palette.dim('·')} ${r}\n`)
      .join('')}`;
  });
  return `${palette.bold(pairText(first))}  ${palette.dim(first.relation)}\n${below.join('')}`;
}

function stateCells(row: StateRow): string[] {
  const { since, began, heard } = row;
  const days = since === null ? '' : since.precision === 'range' ? since.start : daysText(since);
  const when = since === null ? '' : `${began ? 'since' : 'by'} ${days}`;
  const last = heard === null || heard === since?.end ? '' : `last word ${heard}`;
  const behind = row.sources.length === 0 ? [] : [row.sureness, supportText(row)];
  return [row.scene ?? 'no scene named', row.status ?? 'not known', when, last, ...behind];
}

function remarks(row: StateRow): string[] {
  const limits = row.conditions.map((c) => `«${plain(c)}»`).join(' ');
  return [
    ...(limits === '' ? [] : [`within limits: ${limits}`]),
    ...(row.deadline === null ? [] : [`to be done by ${row.deadline}`]),
    ...row.plans.map(planText),
    ...row.conflicts.map((c) => `${conflictWord(c)}: ${sidesText(c)}`),
    ...row.notes.map(noteText),
  ];
}

const PLAN: Readonly<Record<Plan['stage'], (days: string) => string>> = {
  ahead: (days) => `planned for ${days}`,
  due: (days) => `planned for ${days}, not confirmed yet`,
  passed: (days) => `planned for ${days}, not confirmed`,
  unset: (days) => `planned, no day named (announced ${days})`,
  asked: (days) => `asked for ${days}, waiting for the other side`,
};

const planText = ({ fact, stage }: Plan): string =>
  `${PLAN[stage](daysText(fact.date))} (${supportText(fact)})`;

/** What is not known, in words. */
export function noteText(note: StateNote): string {
  switch (note.code) {
    case 'old':
      return `nothing said since ${note.heard}`;
    case 'ended':
      return `said to have lasted to ${note.end}; nothing said of the time since`;
    case 'perhaps':
      return `perhaps ${note.fact.status}: said of ${daysText(note.fact.date)}, the day is not known`;
    case 'undated':
      return `${note.fact.status} once, nobody says when (${supportText(note.fact)})`;
    case 'rumoured':
      return `only ${note.fact.speakers.join(', ')} since: ${note.fact.status} ${daysText(note.fact.date)}`;
    case 'scenes':
      return `later words: ${note.facts.map((f) => `${f.scene} ${f.status} ${daysText(f.date)}`).join(', ')}`;
    case 'sceneless':
      return `a later word names no scene: ${note.fact.status} ${daysText(note.fact.date)}`;
    case 'general':
      return `a later word on links in general: ${note.fact.status} ${daysText(note.fact.date)}`;
    case 'elsewhere':
      return `not known here; known: ${note.scenes.map((s) => s ?? 'no scene named').join(', ')}`;
    case 'deadline':
      return `the day by which, ${note.deadline}, is over`;
  }
}

const CONFLICT: Readonly<Record<Conflict['kind'], string>> = {
  'announcement-test': 'announcement against test',
  parties: 'party against party',
  outlets: 'outlet against outlet',
  rumour: 'rumour against the rest',
  'within-article': 'one article says both',
  exception: 'not as announced of links in general',
  date: 'one change, two days',
};

/** `announcement against test`, `outlet against outlet, by degree`. */
export const conflictWord = ({ kind, about }: Conflict): string =>
  about === 'degree' ? `${CONFLICT[kind]}, by degree` : CONFLICT[kind];

/** `open 2021-11-29 | closed 2021-11-30`. */
export const sidesText = ({ sides }: Conflict): string =>
  sides
    .map((s) => `${sideName(s)}${s.status} ${s.facts.map((f) => daysText(f.date)).join(', ')}`)
    .join(' | ');

const sideName = ({ facts: [fact] }: Conflict['sides'][0]): string =>
  fact?.object === 'external-links' ? 'links in general ' : '';

const GROUND: Readonly<Record<Ground, string>> = {
  reviewed: 'a person has accepted it',
  official: 'the party or a regulator says so itself',
  voices: 'more say so independently',
  finer: 'it is told to the day',
  sooner: 'it was written down first',
};

/** Which of two days is better supported, and why; empty where the conflict is not about days. */
export function betterText({ better, sides, about }: Conflict): string {
  if (about !== 'date') return '';
  if (better === null) return 'nothing tells the two days apart';
  const [fact] = sides[better.side].facts;
  return `better supported: ${fact === undefined ? '' : daysText(fact.date)}, for ${GROUND[better.ground]}`;
}

/** One fact in one line: `2021-11-29  wechat → taobao @ group-chat  open  backed  official: 1 article`. */
export const factCells = (fact: Fact): string[] => [
  daysText(fact.date),
  matterText(fact),
  fact.status,
  fact.sureness,
  supportText(fact),
];
