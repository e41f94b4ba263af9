import { describe, expect, it } from 'vitest';
import { factsOf } from '../../pipeline/facts/facts.ts';
import { stateOf } from '../../pipeline/facts/state.ts';
import type { ExportedClaim, FactDate, StateRow } from '../../pipeline/types.ts';
import { saying } from './saying.ts';

const days = (date: FactDate | null): string =>
  date === null ? '-' : date.start === date.end ? `${date.start}` : `${date.start}…${date.end}`;
const line = (row: StateRow): string =>
  [
    row.status ?? 'unknown',
    ...(row.since === null ? [] : [`${row.began ? 'since' : 'by'} ${days(row.since)}`, `heard ${row.heard}`]),
    row.sureness,
    ...row.plans.map((p) => `${p.stage} ${days(p.fact.date)}`),
    ...row.conflicts.map((c) => `against ${c.kind}`),
    ...row.notes.map((n) => ('fact' in n ? `${n.code} ${n.fact.status}` : n.code)),
  ].join(', ');

type Case = readonly [name: string, day: string, claims: readonly ExportedClaim[], lines: readonly string[]];

const CASES: readonly Case[] = [
  ['nothing before its day', '2021-09-16', [saying('a', 'official', 'open', '2021-09-17')], []],
  [
    'on its day',
    '2021-09-17',
    [saying('a', 'official', 'open', '2021-09-17')],
    ['open, since 2021-09-17, heard 2021-09-17, backed'],
  ],
  [
    'the latest word, not the one that was published last',
    '2021-12-01',
    [
      saying('a', 'media', 'closed', '2013-11-22', { published: '2021-11-30T00:00:00Z' }),
      saying('b', 'official', 'open', '2021-11-29', { published: '2021-11-29T00:00:00Z' }),
    ],
    ['open, since 2021-11-29, heard 2021-11-29, backed'],
  ],
  [
    'since the first of an unbroken run, found so: at the latest then',
    '2021-11-01',
    [
      saying('a', 'test', 'closed', '2021-09-13'),
      saying('b', 'test', 'closed', '2021-10-17'),
      saying('c', 'official', 'open', '2021-11-29'),
    ],
    ['closed, by 2021-09-13, heard 2021-10-17, confirmed'],
  ],
  [
    'a run broken and taken up again begins again',
    '2018-06-01',
    [
      saying('a', 'media', 'closed', '2018-03-25'),
      saying('b', 'media', 'open', '2018-03-27'),
      saying('c', 'official', 'closed', '2018-04-11'),
      saying('d', 'media', 'closed', '2018-05-26', { basis: 'published' }),
    ],
    ['closed, since 2018-04-11, heard 2018-05-26, backed'],
  ],
  [
    'a month is not over: perhaps',
    '2021-09-15',
    [saying('a', 'media', 'closed', '2021-08-01'), saying('b', 'media', 'open', '2021-09-01…2021-09-30')],
    ['closed, since 2021-08-01, heard 2021-08-01, reported, perhaps open'],
  ],
  [
    'a month is over: so',
    '2021-09-30',
    [saying('a', 'media', 'closed', '2021-08-01'), saying('b', 'media', 'open', '2021-09-01…2021-09-30')],
    ['open, since 2021-09-01…2021-09-30, heard 2021-09-30, reported'],
  ],
  [
    'a plan whose day has come is not open by itself',
    '2022-04-08',
    [
      saying('a', 'official', 'planned', '2022-03-01…2022-03-31', { published: '2021-10-02T00:00:00Z' }),
      saying('b', 'media', 'closed', '2021-10-17'),
    ],
    ['closed, since 2021-10-17, heard 2021-10-17, reported, passed 2022-03-01…2022-03-31'],
  ],
  [
    'a plan and nothing else',
    '2022-03-10',
    [saying('a', 'official', 'planned', '2022-03-01…2022-03-31', { published: '2021-10-02T00:00:00Z' })],
    ['planned, backed, due 2022-03-01…2022-03-31'],
  ],
  [
    'a plan is not known before it is made',
    '2021-10-01',
    [saying('a', 'official', 'planned', '2022-03-01…2022-03-31', { published: '2021-10-02T00:00:00Z' })],
    [],
  ],
  [
    'a plan that came true before its day is gone',
    '2021-12-05',
    [
      saying('a', 'official', 'planned', '2022-03-01…2022-03-31', { published: '2021-10-02T00:00:00Z' }),
      saying('b', 'official', 'open', '2021-12-02'),
    ],
    ['open, since 2021-12-02, heard 2021-12-02, backed'],
  ],
  [
    'a plan for more than is open already stays',
    '2021-11-01',
    [
      saying('a', 'official', 'open', '2021-10-02', { conditions: ['多个城市'] }),
      saying('a', 'official', 'planned', '2022-03-01…2022-03-31', { published: '2021-10-02T00:00:00Z' }),
    ],
    ['open, since 2021-10-02, heard 2021-10-02, backed, ahead 2022-03-01…2022-03-31'],
  ],
  [
    'a plan without a day: its day is that of the announcement',
    '2023-01-01',
    [saying('a', 'official', 'planned', '2021-11-29')],
    ['planned, backed, unset 2021-11-29'],
  ],
  [
    'asked for is not open, and two requests are one',
    '2021-11-01',
    [saying('a', 'official', 'pending', '2021-09-28'), saying('b', 'media', 'pending', '2021-10-17')],
    ['pending, backed, asked 2021-09-28'],
  ],
  [
    'asked for, and granted',
    '2021-11-01',
    [saying('a', 'official', 'pending', '2021-09-28'), saying('b', 'media', 'open', '2021-10-09')],
    ['open, since 2021-10-09, heard 2021-10-09, reported'],
  ],
  [
    'tried step by step is no opening',
    '2021-12-01',
    [saying('a', 'official', 'trial', '2021-11-29')],
    ['trial, since 2021-11-29, heard 2021-11-29, backed'],
  ],
  [
    'hearsay does not change what was said by name',
    '2021-12-01',
    [saying('a', 'official', 'closed', '2021-10-10'), saying('b', 'rumour', 'open', '2021-11-17')],
    ['closed, since 2021-10-10, heard 2021-10-10, backed, rumoured open'],
  ],
  [
    'hearsay soon after what was said by name is a conflict, told once',
    '2021-12-01',
    [saying('a', 'official', 'closed', '2021-10-10'), saying('b', 'rumour', 'open', '2021-10-17')],
    ['closed, since 2021-10-10, heard 2021-10-10, backed, against rumour'],
  ],
  [
    'users alone do not overturn what was tried, and are told',
    '2022-03-31',
    [saying('a', 'test', 'closed', '2021-11-30'), saying('b', 'user', 'open', '2022-03-26')],
    ['closed, by 2021-11-30, heard 2021-11-30, backed, rumoured open'],
  ],
  [
    'users whose word a person has accepted do',
    '2022-03-31',
    [
      saying('a', 'test', 'closed', '2021-11-30'),
      saying('b', 'user', 'open', '2022-03-26', { review: 'accepted' }),
    ],
    ['open, by 2022-03-26, heard 2022-03-26, backed'],
  ],
  [
    'hearsay and nothing else',
    '2021-12-01',
    [saying('b', 'rumour', 'open', '2021-10-17')],
    ['open, by 2021-10-17, heard 2021-10-17, hearsay'],
  ],
  [
    'on one day what was tried goes before what was announced, and both are told',
    '2021-09-17',
    [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'test', 'closed', '2021-09-17')],
    ['closed, by 2021-09-17, heard 2021-09-17, backed, against announcement-test'],
  ],
  [
    'what a person has accepted goes before everything',
    '2021-09-17',
    [
      saying('a', 'official', 'open', '2021-09-17', { review: 'accepted' }),
      saying('b', 'test', 'closed', '2021-09-17'),
    ],
    ['open, since 2021-09-17, heard 2021-09-17, backed, against announcement-test'],
  ],
  [
    'what a person has rejected is not there',
    '2021-09-17',
    [
      saying('a', 'official', 'open', '2021-09-17'),
      saying('b', 'test', 'closed', '2021-09-17', { review: 'rejected' }),
    ],
    ['open, since 2021-09-17, heard 2021-09-17, backed'],
  ],
  [
    'a conflict that is still to come is not told',
    '2021-11-29',
    [saying('a', 'official', 'open', '2021-11-29'), saying('b', 'test', 'closed', '2021-11-30')],
    ['open, since 2021-11-29, heard 2021-11-29, backed'],
  ],
  [
    'without a day: not known since when, and so not known',
    '2021-12-01',
    [saying('a', 'media', 'closed', '-')],
    ['unknown, reported, undated closed'],
  ],
  [
    'nobody has spoken of it for years',
    '2021-08-01',
    [saying('a', 'media', 'closed', '2013-11-22')],
    ['closed, since 2013-11-22, heard 2013-11-22, reported, old'],
  ],
  [
    'an open span holds throughout',
    '2018-01-01',
    [saying('a', 'media', 'closed', '2013-11-30…2021-11-29', { precision: 'range' })],
    ['closed, since 2013-11-30…2021-11-29, heard 2018-01-01, reported'],
  ],
  [
    'an open span that was over when it was told',
    '2021-12-01',
    [
      saying('a', 'media', 'closed', '2013-11-30…2021-11-28', {
        precision: 'range',
        published: '2021-11-30T12:00:00+08:00',
      }),
    ],
    ['closed, since 2013-11-30…2021-11-28, heard 2021-11-28, reported, ended'],
  ],
  [
    'a later word without a scene',
    '2021-12-01',
    [
      saying('a', 'official', 'open', '2021-09-17'),
      saying('b', 'media', 'closed', '2021-11-29', { scene: null }),
    ],
    [
      'closed, since 2021-11-29, heard 2021-11-29, reported',
      'open, since 2021-09-17, heard 2021-09-17, backed, sceneless closed',
    ],
  ],
  [
    'a later word on a scene, where the summary names none',
    '2021-12-01',
    [
      saying('a', 'media', 'closed', '2013-01-01…2013-12-31', { scene: null, precision: 'year' }),
      saying('b', 'test', 'open', '2021-11-30'),
    ],
    [
      'closed, since 2013-01-01…2013-12-31, heard 2013-12-31, reported, old, scenes',
      'open, by 2021-11-30, heard 2021-11-30, backed',
    ],
  ],
  [
    'two open spans are heard of to the end of the later one',
    '2021-12-01',
    [
      saying('a', 'media', 'closed', '2013-11-30…2021-10-01', { precision: 'range' }),
      saying('b', 'media', 'closed', '2021-08-01…2021-11-29', { precision: 'range' }),
    ],
    ['closed, since 2013-11-30…2021-11-29, heard 2021-11-29, backed'],
  ],
  [
    'an order whose day is over',
    '2021-10-17',
    [
      saying('a', 'regulator', 'required', '2021-09-09', {
        relation: 'order',
        pair: ['miit', 'tencent'],
        scene: null,
        deadline: '2021-09-17',
      }),
    ],
    ['required, since 2021-09-09, heard 2021-09-09, backed, deadline'],
  ],
  [
    'a rule, a launch and a pledge have no state',
    '2021-12-01',
    [
      saying('a', 'official', 'published', '2021-11-29', { relation: 'policy', pair: ['wechat', null] }),
      saying('b', 'media', 'launched', '2021-11-29', { relation: 'launch', pair: ['wechat', null] }),
      saying('c', 'official', 'pledged', '2021-11-29', { relation: 'pledge', pair: ['tencent', null] }),
    ],
    [],
  ],
];

describe('the state as of a day', () => {
  it.each(CASES)('%s', (_, day, claims, lines) => {
    expect(stateOf(claims, day).map(line)).toEqual(lines);
    expect(stateOf(claims.toReversed(), day).map(line)).toEqual(lines);
  });

  it('notes a later word on links in general', () => {
    const general = factsOf([
      saying('b', 'official', 'open', '2021-11-29', { pair: ['wechat', 'external-links'] }),
      saying('b', 'official', 'open', '2021-11-29', { pair: ['wechat', 'external-links'], scene: 'moments' }),
    ]);
    const rows = stateOf([saying('a', 'test', 'closed', '2021-09-17')], '2021-12-01', { general });
    expect(rows.map(line)).toEqual(['closed, by 2021-09-17, heard 2021-09-17, backed, general open']);
    expect(
      stateOf([saying('a', 'test', 'closed', '2021-09-17')], '2021-11-28', { general }).map(line),
    ).toEqual(['closed, by 2021-09-17, heard 2021-09-17, backed']);
  });
});
