import { describe, expect, it } from 'vitest';
import { agreeing, contradicted, contrary } from '../../pipeline/facts/compare.ts';
import { conflictsOf, exceptionsOf } from '../../pipeline/facts/conflicts.ts';
import { factsOf } from '../../pipeline/facts/facts.ts';
import type { Conflict, ConflictSide, ExportedClaim } from '../../pipeline/types.ts';
import { saying } from './saying.ts';

const side = ({ status, facts }: ConflictSide): string =>
  `${status} ${facts.map((f) => f.date.start).join('+')}`;
const line = (c: Conflict): string =>
  `${c.kind} ${c.about}: ${side(c.sides[0])} | ${side(c.sides[1])}${c.better === null ? '' : ` → ${c.better.side} ${c.better.ground}`}`;

type Case = readonly [string, readonly ExportedClaim[], readonly string[]];

const CONFLICTS: readonly Case[] = [
  [
    'an announcement, and a test that finds it shut the next day',
    [saying('a', 'official', 'open', '2021-11-29'), saying('b', 'test', 'closed', '2021-11-30')],
    ['announcement-test contrary: open 2021-11-29 | closed 2021-11-30'],
  ],
  [
    'tests on many days go against one announcement together',
    [
      saying('a', 'official', 'open', '2021-11-01'),
      saying('b', 'test', 'closed', '2021-11-05'),
      saying('c', 'test', 'closed', '2021-11-20'),
    ],
    ['announcement-test contrary: open 2021-11-01 | closed 2021-11-05+2021-11-20'],
  ],
  [
    'an announced stop that is not carried out',
    [saying('a', 'official', 'closed', '2021-11-01'), saying('b', 'test', 'open', '2021-11-03')],
    ['announcement-test contrary: closed 2021-11-01 | open 2021-11-03'],
  ],
  [
    'open without a word of limits, found with extra steps',
    [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'test', 'limited', '2021-09-18')],
    ['announcement-test degree: open 2021-09-17 | limited 2021-09-18'],
  ],
  [
    'two outlets on one day',
    [saying('a', 'media', 'open', '2021-10-17'), saying('b', 'media', 'closed', '2021-10-17')],
    ['outlets contrary: closed 2021-10-17 | open 2021-10-17'],
  ],
  [
    'unnamed sources against the party',
    [saying('a', 'rumour', 'trial', '2022-03-29'), saying('b', 'official', 'closed', '2022-03-29')],
    ['rumour contrary: closed 2022-03-29 | trial 2022-03-29'],
  ],
  [
    'unnamed sources, and the party that denies it days later',
    [saying('a', 'rumour', 'trial', '2022-03-29'), saying('b', 'official', 'closed', '2022-04-08')],
    ['rumour contrary: trial 2022-03-29 | closed 2022-04-08'],
  ],
  [
    'two parties',
    [saying('a', 'official', 'closed', '2018-05-26'), saying('b', 'official', 'open', '2018-05-26')],
    ['parties contrary: closed 2018-05-26 | open 2018-05-26'],
  ],
  [
    'one article that says both of one day',
    [saying('a', 'test', 'closed', '2020-07-29'), saying('a', 'test', 'open', '2020-07-29')],
    ['within-article contrary: closed 2020-07-29 | open 2020-07-29'],
  ],
  [
    'the wallet at the checkout, said with and without the checkout',
    [
      saying('a', 'user', 'open', '2022-03-29', { relation: 'acceptance', scene: 'online-checkout' }),
      saying('b', 'official', 'closed', '2022-03-29', { relation: 'acceptance', scene: null }),
    ],
    ['announcement-test contrary: closed 2022-03-29 | open 2022-03-29'],
  ],
];

const NONE: readonly Case[] = [
  [
    'a change: a test before the announcement',
    [saying('a', 'test', 'closed', '2021-09-13'), saying('b', 'official', 'open', '2021-09-17')],
    [],
  ],
  [
    'a change back, announced between the word and the finding',
    [
      saying('a', 'official', 'open', '2021-11-01'),
      saying('b', 'official', 'closed', '2021-11-10'),
      saying('c', 'test', 'closed', '2021-11-12'),
    ],
    [],
  ],
  [
    'what is found more than a month later is news of its own',
    [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'test', 'closed', '2021-11-28')],
    [],
  ],
  [
    'two tests on two days',
    [saying('a', 'test', 'closed', '2020-07-29'), saying('a', 'test', 'open', '2020-07-30')],
    [],
  ],
  [
    'different scenes',
    [
      saying('a', 'official', 'open', '2021-09-17', { scene: 'private-chat' }),
      saying('b', 'test', 'closed', '2021-09-17', { scene: 'group-chat' }),
    ],
    [],
  ],
  [
    'a scene, and no scene named',
    [
      saying('a', 'official', 'open', '2021-09-17', { scene: null }),
      saying('b', 'test', 'closed', '2021-09-17'),
    ],
    [],
  ],
  [
    'a class of links, and an app',
    [
      saying('a', 'official', 'open', '2021-09-17', { pair: ['wechat', 'external-links'] }),
      saying('b', 'test', 'closed', '2021-09-17'),
    ],
    [],
  ],
  [
    'the other direction',
    [
      saying('a', 'official', 'open', '2021-09-17'),
      saying('b', 'test', 'closed', '2021-09-17', { pair: ['taobao', 'wechat'] }),
    ],
    [],
  ],
  [
    'open within limits, and limited',
    [
      saying('a', 'official', 'open', '2021-09-17', { conditions: ['升级最新版本微信'] }),
      saying('b', 'test', 'limited', '2021-09-17'),
    ],
    [],
  ],
  [
    'rolled out step by step, and open for the one who tried',
    [saying('a', 'official', 'trial', '2021-11-29'), saying('b', 'test', 'open', '2021-11-30')],
    [],
  ],
  [
    'not yet, and planned; not yet, and asked for',
    [
      saying('a', 'media', 'closed', '2021-10-17'),
      saying('b', 'official', 'planned', '2021-10-17'),
      saying('c', 'official', 'pending', '2021-10-17'),
    ],
    [],
  ],
  [
    'a year, and a day in it',
    [saying('a', 'media', 'closed', '2021-01-01…2021-12-31'), saying('b', 'test', 'open', '2021-11-30')],
    [],
  ],
  [
    'an open span, and a day in it',
    [
      saying('a', 'media', 'closed', '2013-11-30…2021-11-29', { precision: 'range' }),
      saying('b', 'test', 'open', '2021-10-17'),
    ],
    [],
  ],
  ['no day', [saying('a', 'media', 'closed', '-'), saying('b', 'test', 'open', '2021-10-17')], []],
  [
    'what was rejected',
    [
      saying('a', 'official', 'open', '2021-11-29', { review: 'rejected' }),
      saying('b', 'test', 'closed', '2021-11-30'),
    ],
    [],
  ],
];

const DATES: readonly Case[] = [
  [
    'the party against an outlet',
    [saying('a', 'media', 'open', '2021-09-26'), saying('b', 'official', 'open', '2021-09-28')],
    ['date date: open 2021-09-26 | open 2021-09-28 → 1 official'],
  ],
  [
    'two outlets against one',
    [
      saying('a', 'media', 'closed', '2018-04-11'),
      saying('b', 'media', 'closed', '2018-04-12'),
      saying('c', 'media', 'closed', '2018-04-11'),
    ],
    ['date date: closed 2018-04-11 | closed 2018-04-12 → 0 voices'],
  ],
  [
    'a day against a month',
    [saying('a', 'media', 'open', '2021-08-01…2021-08-31'), saying('b', 'media', 'open', '2021-09-03')],
    ['date date: open 2021-08-01 | open 2021-09-03 → 1 finer'],
  ],
  [
    'whoever wrote first, where nothing else tells them apart',
    [
      saying('a', 'media', 'launched', '2022-01-04', {
        relation: 'launch',
        published: '2022-03-01T00:00:00Z',
      }),
      saying('b', 'media', 'launched', '2022-01-05', {
        relation: 'launch',
        published: '2022-02-01T00:00:00Z',
      }),
    ],
    ['date date: launched 2022-01-04 | launched 2022-01-05 → 1 sooner'],
  ],
  [
    'what a person has accepted',
    [
      saying('a', 'media', 'open', '2021-09-26', { review: 'accepted' }),
      saying('b', 'official', 'open', '2021-09-28'),
    ],
    ['date date: open 2021-09-26 | open 2021-09-28 → 0 reviewed'],
  ],
  [
    'not: a test on another day',
    [saying('a', 'official', 'open', '2021-11-29'), saying('b', 'test', 'open', '2021-11-30')],
    [],
  ],
  [
    'not: «at present» on another day',
    [
      saying('a', 'media', 'closed', '2021-11-29', { basis: 'published' }),
      saying('b', 'media', 'closed', '2021-11-30', { basis: 'published' }),
    ],
    [],
  ],
  [
    'not: shut, opened, and shut again',
    [
      saying('a', 'media', 'closed', '2018-03-25'),
      saying('b', 'media', 'open', '2018-03-27'),
      saying('c', 'media', 'closed', '2018-04-11'),
    ],
    [],
  ],
  [
    'not: two steps with different limits',
    [
      saying('a', 'official', 'open', '2021-10-02', { conditions: ['首批覆盖三成店铺'] }),
      saying('b', 'official', 'open', '2021-10-20', { conditions: ['覆盖全部店铺'] }),
    ],
    [],
  ],
  [
    'not: two days that one article tells',
    [saying('a', 'media', 'open', '2021-10-02'), saying('a', 'media', 'open', '2021-10-20')],
    [],
  ],
  [
    'not: a rule published again',
    [
      saying('a', 'official', 'published', '2018-05-18', { relation: 'policy' }),
      saying('b', 'official', 'published', '2018-05-29', { relation: 'policy' }),
    ],
    [],
  ],
];

describe('a conflict is found:', () => {
  it.each(CONFLICTS)('%s', (_, claims, lines) => {
    expect(conflictsOf(claims).map(line)).toEqual(lines);
    expect(conflictsOf(claims.toReversed()).map(line)).toEqual(lines);
  });
});

describe('no conflict is:', () => {
  it.each(NONE)('%s', (_, claims, lines) => expect(conflictsOf(claims).map(line)).toEqual(lines));
});

describe('a day is told in two ways:', () => {
  it.each(DATES)('%s', (_, claims, lines) => expect(conflictsOf(claims).map(line)).toEqual(lines));
});

describe('beside a claim stand', () => {
  const claim = saying('a', 'official', 'open', '2021-11-29');
  const others = [
    saying('b', 'test', 'open', '2021-12-01'),
    saying('c', 'test', 'closed', '2021-11-30'),
    saying('d', 'test', 'open', '2022-03-01'),
    saying('e', 'media', 'open', '-'),
    saying('f', 'test', 'closed', '2021-11-30', { scene: 'moments' }),
    saying('g', 'test', 'open', '2021-11-29', { review: 'rejected' }),
  ];
  const articles = (claims: readonly ExportedClaim[]): string[] => claims.map((c) => c.article.id);

  it('those that say the same around its days', () => {
    expect(articles(agreeing(claim, [claim, ...others]))).toEqual(['b', 'e']);
  });
  it('those that contradict it, and it beside them', () => {
    expect(articles(contrary(claim, [claim, ...others]))).toEqual(['c']);
    const [, found] = others;
    expect(found && articles(contrary(found, [claim, ...others]))).toEqual(['a']);
  });
  it('those that contradict it also where a person has rejected it', () => {
    const rejected = saying('a', 'official', 'open', '2021-11-29', { review: 'rejected' });
    expect(articles(contrary(rejected, [rejected, ...others]))).toEqual(['c']);
  });
  it('a mark on everything that is contradicted', () => {
    expect([...contradicted([claim, ...others])].map((id) => id.split('-')[1])).toEqual(['a', 'c']);
  });
});

describe('what is announced of links in general', () => {
  const links = { pair: ['wechat', 'external-links'] } as const;
  const general = factsOf([saying('a', 'official', 'open', '2021-11-29', links)]);
  const EXCEPTIONS: readonly Case[] = [
    [
      'does not hold for an app',
      [saying('b', 'test', 'closed', '2021-11-30')],
      ['exception contrary: open 2021-11-29 | closed 2021-11-30'],
    ],
    ['holds for it with extra steps', [saying('b', 'test', 'limited', '2021-11-30')], []],
    ['is of another scene', [saying('b', 'test', 'closed', '2021-11-30', { scene: 'moments' })], []],
    ['came later', [saying('b', 'test', 'closed', '2021-11-28')], []],
    ['came long before', [saying('b', 'test', 'closed', '2022-01-28')], []],
    ['is taken back for it by name', [saying('b', 'official', 'closed', '2021-12-02')], []],
  ];
  it.each(EXCEPTIONS)('%s', (_, claims, lines) => {
    expect(exceptionsOf(factsOf(claims), general).map(line)).toEqual(lines);
  });
  it('is no exception where it is tried step by step', () => {
    const trial = factsOf([saying('a', 'official', 'trial', '2021-11-29', links)]);
    expect(exceptionsOf(factsOf([saying('b', 'test', 'closed', '2021-11-30')]), trial)).toEqual([]);
  });
});
