import { describe, expect, it } from 'vitest';
import { findDates } from '../../../pipeline/annotate/dates/index.ts';

const FIRST = '9月13日举行发布会。';
const SECOND = '4月13日也开过会。';
const THIRD = '发言人并不讳言。';
const FOURTH = '当日午后，企业回应。';

describe('paragraphs', () => {
  it('come from `breaks` where the text has no line ends', () => {
    const parts = [FIRST, SECOND, THIRD, FOURTH];
    const breaks = parts.map((_, i) => parts.slice(0, i).join('').length);
    const first = findDates(parts.join(''), { published: '2021-09-14', breaks }).at(-1);
    const without = findDates(parts.join(''), { published: '2021-09-14' }).at(-1);
    expect([first?.text, first?.first]).toEqual(['当日午后', '2021-09-13']);
    expect([without?.text, without?.first]).toEqual(['当日午后', '2021-04-13']);
  });

  it('are lines where no breaks are given', () => {
    const lines = [FIRST, SECOND, THIRD, FOURTH].join('\n');
    expect(findDates(lines, { published: '2021-09-14' }).at(-1)?.first).toBe('2021-09-13');
  });

  it('may begin behind the first mention', () => {
    const text = `${FIRST}${FOURTH}`;
    expect(findDates(text, { published: '2021-09-14', breaks: [FIRST.length] }).at(-1)?.first).toBe(
      '2021-09-13',
    );
  });
});
