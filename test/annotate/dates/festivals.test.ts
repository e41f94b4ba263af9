import { describe, expect, it } from 'vitest';
import { FESTIVALS } from '../../../pipeline/annotate/dates/tables/festivals.ts';

/** Month and day of the Chinese calendar, as ICU prints them. */
const LUNAR: Readonly<Record<string, string>> = {
  'spring-festival': '1/1',
  lantern: '1/15',
  'dragon-boat': '5/5',
  qixi: '7/7',
  'mid-autumn': '8/15',
  'double-ninth': '9/9',
};
/** Where ICU puts a new moon on the wrong side of midnight. */
const ICU_IS_OFF = new Set([
  '2012 qixi',
  '2027 spring-festival',
  '2027 lantern',
  '2030 spring-festival',
  '2030 lantern',
]);

const chinese = new Intl.DateTimeFormat('en-u-ca-chinese', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

function dayOf(year: number, lunar: string): number | undefined {
  for (let i = 0; i < 366; i += 1) {
    const date = new Date(Date.UTC(year, 0, 1 + i));
    if (date.getUTCFullYear() === year && chinese.format(date) === lunar) {
      return (date.getUTCMonth() + 1) * 100 + date.getUTCDate();
    }
  }
  return undefined;
}

describe('festivals', () => {
  it.each(Object.entries(LUNAR))('%s falls on the same days as in ICU', (id, lunar) => {
    const table = FESTIVALS.find((f) => f.id === id)?.day;
    expect(table).toBeInstanceOf(Map);
    for (const [year, day] of table instanceof Map ? table : []) {
      if (!ICU_IS_OFF.has(`${year} ${id}`)) expect([year, day]).toEqual([year, dayOf(year, lunar)]);
    }
  });

  it('every table covers 2008 to 2030', () => {
    for (const { id, day } of FESTIVALS) {
      if (typeof day === 'number') continue;
      expect([id, Math.min(...day.keys()), Math.max(...day.keys()), day.size]).toEqual([id, 2008, 2030, 23]);
    }
  });

  it('除夕 is the day before 春节', () => {
    const tables = ['new-years-eve', 'spring-festival'].map((id) => FESTIVALS.find((f) => f.id === id)?.day);
    const [eve, spring] = tables;
    if (!(eve instanceof Map) || !(spring instanceof Map)) throw new Error('no table');
    const time = (year: number, code: number): number =>
      Date.UTC(year, Math.floor(code / 100) - 1, code % 100);
    for (const [year, code] of eve) {
      expect([year, time(year, spring.get(year)) - time(year, code)]).toEqual([year, 86_400_000]);
    }
  });
});
