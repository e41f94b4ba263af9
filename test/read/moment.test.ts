import { describe, expect, it } from 'vitest';
import { readMoment } from '../../pipeline/read/moment.ts';

describe('stamps and the instants that they name, in Beijing time', () => {
  it.each([
    ['Mon, 13 Sep 2021 16:10:00 GMT', '2021-09-14T00:10:00+08:00'],
    ['Sun, 17 Oct 2021 08:53:20 GMT', '2021-10-17T16:53:20+08:00'],
    ['Fri, 17 Sep 2021 09:23:00 +0800', '2021-09-17T09:23:00+08:00'],
    ['17 Sep 21 09:23 +08:00', '2021-09-17T09:23:00+08:00'],
    ['2021-09-17', '2021-09-17T00:00:00+08:00'],
    ['2021-09-17 09:23', '2021-09-17T09:23:00+08:00'],
    ['2021/9/7 9:03:05', '2021-09-07T09:03:05+08:00'],
    ['2021年9月17日 09:23', '2021-09-17T09:23:00+08:00'],
    ['2021-09-17T09:23:00.123Z', '2021-09-17T17:23:00+08:00'],
    ['2021-09-17T09:23:00-05:00', '2021-09-17T22:23:00+08:00'],
    ['Fri Sep 17 2021 09:23:00 GMT+0800 (中国标准时间)', '2021-09-17T09:23:00+08:00'],
    ['September 17, 2021', '2021-09-17T00:00:00+08:00'],
    ['Fri, 17 Sep 2021 09:23:00 CST', '2021-09-17T09:23:00+08:00'],
    ['1631841780', '2021-09-17T09:23:00+08:00'],
    ['1631841780000', '2021-09-17T09:23:00+08:00'],
  ])('%s', (stamp, iso) => {
    expect(readMoment(stamp)).toEqual({ iso, doubt: null });
  });
});

describe('a clock time that a feed labels GMT', () => {
  it.each([
    ['Tue, 30 Nov 2021 17:24:02 GMT', '2021-11-30T17:24:02+08:00'],
    ['Tue, 30 Nov 2021 21:59:59 +0000', '2021-11-30T21:59:59+08:00'],
    ['2021-11-30T17:00:00Z', '2021-11-30T17:00:00+08:00'],
  ])('would be night in Beijing and is read as it stands: %s', (stamp, iso) => {
    const moment = readMoment(stamp);
    expect(moment?.iso).toBe(iso);
    expect(moment?.doubt).toContain(stamp);
  });
  it.each([
    'Tue, 30 Nov 2021 16:59:59 GMT',
    'Tue, 30 Nov 2021 22:00:00 GMT',
    'Tue, 30 Nov 2021 02:00:00 +0800',
  ])('is believed by day, or with another offset: %s', (stamp) =>
    expect(readMoment(stamp)?.doubt).toBeNull(),
  );
});

describe('what is no date', () => {
  it.each([
    '',
    '昨天',
    'soon',
    'abc 12',
    '2021',
    '2021-13-01',
    '2021-02-30',
    'Fri, 31 Feb 2021 09:00:00 GMT',
    '2021-09-17 25:00',
    '2021-09-17 09:75',
    '0001-01-01',
    '9999-01-01',
    '12345',
    '2021-09-17T09:23:00+99:00',
    '17 Foo 2021',
    'x'.repeat(5000),
  ])('%s', (stamp) => expect(readMoment(stamp)).toBeNull());
});
