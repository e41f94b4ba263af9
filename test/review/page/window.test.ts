import { describe, expect, it } from 'vitest';
import { scrolledTo, windowOf } from '../../../pipeline/review/page/table/window.ts';

describe('the rows that are drawn', () => {
  it.each([
    ['at the top', 0, 600, 100_000, { first: 0, last: 30 }],
    ['in the middle', 34_000, 600, 100_000, { first: 988, last: 1030 }],
    ['at the end', 3_399_400, 600, 100_000, { first: 99_970, last: 100_000 }],
    ['of a short table', 0, 600, 5, { first: 0, last: 5 }],
    ['of none', 0, 600, 0, { first: 0, last: 0 }],
    ['scrolled beyond the end', 9_999, 600, 5, { first: 5, last: 5 }],
  ])('%s', (_, top, height, total, expected) => {
    expect(windowOf(top, height, 34, total)).toEqual(expected);
  });

  it('a row in sight does not scroll, others come to the nearer edge', () => {
    expect(scrolledTo(3, 0, 600, 34)).toBe(0);
    expect(scrolledTo(0, 500, 600, 34)).toBe(0);
    expect(scrolledTo(30, 0, 600, 34)).toBe(31 * 34 - 600);
  });
});
