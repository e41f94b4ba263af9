import { describe, expect, it } from 'vitest';
import { factsOf } from '../../pipeline/facts/facts.ts';
import type { ExportedClaim, Fact } from '../../pipeline/types.ts';
import { saying } from './saying.ts';

/** `open 2021-09-17 ×2`: status, days, number of claims. */
const line = (fact: Fact): string => {
  const { start, end } = fact.date;
  const days = start === null ? '-' : start === end ? start : `${start}…${end}`;
  const claims = fact.sources.reduce((n, s) => n + s.claims.length + s.reposts.length, 0);
  return `${fact.status} ${days} ×${claims}`;
};

const CASES: readonly (readonly [string, readonly ExportedClaim[], readonly string[]])[] = [
  [
    'two articles on one day are one fact',
    [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'test', 'open', '2021-09-17')],
    ['open 2021-09-17 ×2'],
  ],
  [
    'another status is another fact',
    [saying('a', 'media', 'open', '2021-09-17'), saying('b', 'media', 'limited', '2021-09-17')],
    ['limited 2021-09-17 ×1', 'open 2021-09-17 ×1'],
  ],
  [
    'another day is another fact',
    [saying('a', 'media', 'closed', '2021-09-17'), saying('b', 'media', 'closed', '2021-09-18')],
    ['closed 2021-09-17 ×1', 'closed 2021-09-18 ×1'],
  ],
  [
    'a month joins the day in it',
    [saying('a', 'media', 'open', '2021-09-01…2021-09-30'), saying('b', 'official', 'open', '2021-09-28')],
    ['open 2021-09-28 ×2'],
  ],
  [
    'a month with two days in it joins the earlier, and does not make the two one',
    [
      saying('a', 'media', 'open', '2021-09-01…2021-09-30'),
      saying('b', 'media', 'open', '2021-09-28'),
      saying('c', 'media', 'open', '2021-09-17'),
    ],
    ['open 2021-09-17 ×2', 'open 2021-09-28 ×1'],
  ],
  [
    'two months that overlap leave what both allow',
    [
      saying('a', 'media', 'open', '2021-09-01…2021-09-30'),
      saying('b', 'media', 'open', '2021-07-01…2021-09-30', { precision: 'quarter' }),
    ],
    ['open 2021-09-01…2021-09-30 ×2'],
  ],
  [
    'an open span («近8年») is not the fact of a day in it',
    [
      saying('a', 'media', 'closed', '2013-11-30…2021-11-29', { precision: 'range' }),
      saying('b', 'test', 'closed', '2018-05-01'),
    ],
    ['closed 2013-11-30…2021-11-29 ×1', 'closed 2018-05-01 ×1'],
  ],
  [
    'what has no day stands by itself',
    [saying('a', 'media', 'closed', '-'), saying('b', 'media', 'closed', '2018-05-01')],
    ['closed - ×1', 'closed 2018-05-01 ×1'],
  ],
  [
    'another scene, and no scene, are other facts',
    [
      saying('a', 'media', 'open', '2021-09-17'),
      saying('b', 'media', 'open', '2021-09-17', { scene: 'moments' }),
      saying('c', 'media', 'open', '2021-09-17', { scene: null }),
    ],
    ['open 2021-09-17 ×1', 'open 2021-09-17 ×1', 'open 2021-09-17 ×1'],
  ],
  [
    'a class of links is not an app of the class',
    [
      saying('a', 'official', 'open', '2021-09-17', { pair: ['wechat', 'external-links'] }),
      saying('b', 'media', 'open', '2021-09-17'),
    ],
    ['open 2021-09-17 ×1', 'open 2021-09-17 ×1'],
  ],
  [
    'links go one way: the other way is another fact',
    [
      saying('a', 'media', 'open', '2021-09-17'),
      saying('b', 'media', 'open', '2021-09-17', { pair: ['taobao', 'wechat'] }),
    ],
    ['open 2021-09-17 ×1', 'open 2021-09-17 ×1'],
  ],
  [
    'wallets have no order, and meet at the counter unless another scene is named',
    [
      saying('a', 'media', 'open', '2021-09-30', {
        relation: 'code-interop',
        pair: ['wechat-pay', 'unionpay-quickpass'],
        scene: 'offline-code',
      }),
      saying('b', 'official', 'open', '2021-09-30', {
        relation: 'code-interop',
        pair: ['unionpay-quickpass', 'wechat-pay'],
        scene: null,
      }),
    ],
    ['open 2021-09-30 ×2'],
  ],
  [
    'paying at the checkout is paying; paying in a mini-program is not',
    [
      saying('a', 'media', 'open', '2021-09-28', { relation: 'acceptance', scene: 'online-checkout' }),
      saying('b', 'media', 'open', '2021-09-28', { relation: 'acceptance', scene: null }),
      saying('c', 'media', 'open', '2021-09-28', { relation: 'acceptance', scene: 'mini-program' }),
    ],
    ['open 2021-09-28 ×2', 'open 2021-09-28 ×1'],
  ],
  [
    'what was rejected does not count',
    [
      saying('a', 'media', 'open', '2021-09-17', { review: 'rejected' }),
      saying('b', 'media', 'open', '2021-09-17'),
      saying('c', 'media', 'closed', '2021-09-17', { review: 'rejected' }),
    ],
    ['open 2021-09-17 ×1'],
  ],
];

describe('claims become facts', () => {
  it.each(CASES)('%s', (_, claims, facts) => {
    expect(factsOf(claims).map(line)).toEqual(facts);
    expect(factsOf(claims.toReversed()).map(line)).toEqual(facts);
  });

  it('loses no claim that counts', () => {
    const claims = CASES.flatMap(([, some]) => some).filter((c) => c.review.state !== 'rejected');
    const kept = factsOf(claims).flatMap((f) => f.sources.flatMap((s) => [...s.claims, ...s.reposts]));
    expect(kept.map((c) => c.id).sort()).toEqual(claims.map((c) => c.id).sort());
  });
});

describe('the sources of a fact', () => {
  const only = (claims: readonly ExportedClaim[], originalOf?: (id: string) => string): Fact => {
    const [fact] = factsOf(claims, originalOf);
    if (fact === undefined) throw new Error('no fact');
    return fact;
  };
  const at = (day: string) => ({ published: `${day}T08:00:00+08:00` });

  it('stand earliest first, those without a time last', () => {
    const { published: _, ...untimed } = at('2021-09-17');
    const fact = only([
      {
        ...saying('z', 'media', 'open', '2021-09-17', untimed),
        article: { ...saying('z', 'media', 'open', '-').article, published: null },
      },
      saying('y', 'media', 'open', '2021-09-17', at('2021-09-19')),
      saying('x', 'media', 'open', '2021-09-17', { published: '2021-09-18T23:00:00Z' }),
    ]);
    expect(fact.sources.map((s) => s.article.id)).toEqual(['x', 'y', 'z']);
  });

  it('count reposts apart, even where the original says it in the book later', () => {
    const original = (id: string): string => (['b', 'c'].includes(id) ? 'a' : id);
    const fact = only(
      ['c', 'b', 'a', 'd'].map((id, i) => saying(id, 'media', 'open', '2021-09-17', at(`2021-09-2${i}`))),
      original,
    );
    expect(fact.sources.map((s) => [s.article.id, s.reposts.length])).toEqual([
      ['a', 2],
      ['d', 0],
    ]);
    expect([fact.reposts, fact.voices]).toEqual([2, 2]);
  });

  const SURE: readonly (readonly [string, readonly ExportedClaim[], string, number])[] = [
    ['ten who heard it', ['a', 'b', 'c'].map((a) => saying(a, 'rumour', 'open', '2021-09-17')), 'hearsay', 1],
    ['one outlet', [saying('a', 'media', 'open', '2021-09-17')], 'reported', 1],
    [
      'one outlet twice',
      ['a', 'b'].map((a) => saying(a, 'media', 'open', '2021-09-17', { outlet: '晨报' })),
      'reported',
      1,
    ],
    ['two outlets', ['a', 'b'].map((a) => saying(a, 'media', 'open', '2021-09-17')), 'backed', 2],
    [
      'ten that quote one notice',
      ['a', 'b', 'c'].map((a) => saying(a, 'official', 'open', '2021-09-17')),
      'backed',
      1,
    ],
    ['one test', [saying('a', 'test', 'open', '2021-09-17')], 'backed', 1],
    [
      'one outlet that tests and reports',
      [saying('a', 'test', 'open', '2021-09-17'), saying('a', 'media', 'open', '2021-09-17')],
      'backed',
      1,
    ],
    [
      'a notice and a test',
      [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'test', 'open', '2021-09-17')],
      'confirmed',
      2,
    ],
    [
      'a notice and hearsay',
      [saying('a', 'official', 'open', '2021-09-17'), saying('b', 'rumour', 'open', '2021-09-17')],
      'backed',
      2,
    ],
    [
      'two tests, one of them a repost by the outlet itself',
      ['a', 'b'].map((a) => saying(a, 'test', 'open', '2021-09-17', { outlet: '晨报' })),
      'backed',
      1,
    ],
    [
      'one outlet that a person has read',
      [saying('a', 'media', 'open', '2021-09-17', { review: 'accepted' })],
      'backed',
      1,
    ],
    [
      'hearsay that a person has read',
      [saying('a', 'rumour', 'open', '2021-09-17', { review: 'accepted' })],
      'hearsay',
      1,
    ],
  ];
  it.each(SURE)('make it sure: %s', (_, claims, sureness, voices) => {
    const fact = only(claims);
    expect([fact.sureness, fact.voices]).toEqual([sureness, voices]);
  });

  it('say who speaks, weightiest first', () => {
    const fact = only([
      saying('a', 'rumour', 'open', '2021-09-17'),
      saying('b', 'test', 'open', '2021-09-17'),
      saying('c', 'official', 'open', '2021-09-17'),
    ]);
    expect(fact.speakers).toEqual(['official', 'test', 'rumour']);
  });
});
