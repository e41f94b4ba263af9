import { describe, expect, it } from 'vitest';
import { conflictsAmong } from '../../pipeline/facts/conflicts.ts';
import { factsOf } from '../../pipeline/facts/facts.ts';
import { stateOf } from '../../pipeline/facts/state.ts';
import { stepsOf } from '../../pipeline/facts/steps.ts';
import { saying } from './saying.ts';

const claims = [
  saying('a', 'media', 'closed', '2013-01-01…2013-12-31', { precision: 'year' }),
  saying('b', 'official', 'planned', '2021-10-01…2021-10-31', { published: '2021-09-01T00:00:00Z' }),
  saying('c', 'official', 'open', '2021-11-29'),
  saying('d', 'test', 'closed', '2021-11-30'),
  saying('e', 'media', 'open', '2022-01-01…2022-03-31', { precision: 'range' }),
  saying('f', 'official', 'open', '2021-11-29', { scene: 'moments' }),
];
const facts = factsOf(claims);
const courses = stepsOf(facts, conflictsAmong(facts));

describe('the state through time', () => {
  it('changes where something is said, planned, due or over', () => {
    const [own = []] = courses.filter((c) => c.some((s) => s.row?.scene === 'group-chat'));
    expect(own.map((s) => [s.from, s.row?.status, ...(s.row?.plans.map((p) => p.stage) ?? [])])).toEqual([
      ['2013-01-01', null],
      ['2013-12-31', 'closed'],
      ['2021-09-01', 'closed', 'ahead'],
      ['2021-10-01', 'closed', 'due'],
      ['2021-11-01', 'closed', 'passed'],
      ['2021-11-29', 'open'],
      ['2021-11-30', 'closed'],
      ['2022-01-01', 'open'],
    ]);
  });

  it.each([
    '2012-06-01',
    '2013-06-01',
    '2018-01-01',
    '2021-10-17',
    '2021-11-29',
    '2021-12-01',
    '2022-02-02',
    '2026-01-01',
  ])('is on %s what the state of that day is', (day) => {
    const rows = courses.flatMap((steps) => steps.findLast((s) => s.from <= day)?.row ?? []);
    const brief = (r: (typeof rows)[number]) => [
      r.scene,
      r.status,
      r.since?.start,
      r.plans.map((p) => p.stage),
    ];
    const bySceneName = (a: unknown[], b: unknown[]) => (String(a[0]) < String(b[0]) ? -1 : 1);
    expect(rows.map(brief).sort(bySceneName)).toEqual(stateOf(claims, day).map(brief).sort(bySceneName));
  });
});
