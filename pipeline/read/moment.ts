/** A time stamp that was understood; `doubt` says what was wrong with its offset, where something was. */
export interface Moment {
  /** ISO 8601 in Beijing time. */
  readonly iso: string;
  readonly doubt: string | null;
}

const MINUTE = 60_000;
const BEIJING = 480;
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');
/** Minutes east of Greenwich. CST is China's where Chinese feeds write it. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  GMT: 0,
  UT: 0,
  UTC: 0,
  CST: 480,
  HKT: 480,
  SGT: 480,
  JST: 540,
  EST: -300,
  EDT: -240,
  PST: -480,
  PDT: -420,
};
const ZONE = '(?<zone>Z|[A-Z]{2,3}|(?:GMT|UTC)?[+-]\\d{2}:?\\d{2})';
const CLOCK =
  '(?<hour>\\d{1,2})(?:[:：时](?<minute>\\d{1,2}))(?:[:：分](?<second>\\d{1,2})(?:[.,]\\d{1,9})?秒?|分)?';
const SHAPES: readonly RegExp[] = [
  // 2021-09-17, 2021/9/17 09:23, 2021年9月17日 9:23, 2021-09-17T09:23:00.000Z
  new RegExp(
    `^(?<year>\\d{4})[-/.年](?<month>\\d{1,2})[-/.月](?<day>\\d{1,2})日?(?:[T\\s]\\s*${CLOCK}\\s*${ZONE}?)?$`,
    'i',
  ),
  // Fri, 17 Sep 2021 09:23:00 GMT
  new RegExp(
    `^(?:[a-z]{3,9},?\\s+)?(?<day>\\d{1,2})[\\s-](?<word>[a-z]{3,9})[\\s-](?<year>\\d{4}|\\d{2})(?:\\s+${CLOCK}\\s*${ZONE}?)?$`,
    'i',
  ),
  // Fri Sep 17 2021 09:23:00 GMT+0800 (中国标准时间); September 17, 2021
  new RegExp(
    `^(?:[a-z]{3},?\\s+)?(?<word>[a-z]{3,9})\\s+(?<day>\\d{1,2}),?\\s+(?<year>\\d{4})(?:,?\\s+${CLOCK}\\s*${ZONE}?(?:\\s*\\([^)]{1,40}\\))?)?$`,
    'i',
  ),
];

/**
 * Reads a publication stamp: ISO, RFC 1123 or Chinese; seconds or milliseconds since 1970; without an offset as
 * Beijing time. Null when it is no date.
 *
 * Feeds lie about offsets: many scrapers write the newsroom's clock and label it GMT. Hardly anything is
 * published between one and six in the morning, so a GMT stamp that would fall there in Beijing is read as the
 * clock time it shows, with a doubt.
 */
export function readMoment(stamp: string): Moment | null {
  const text = stamp.trim();
  if (text.length > 80) return null;
  if (/^\d{10}(?:\d{3})?$/.test(text)) return certain(Number(text.padEnd(13, '0')));
  for (const shape of SHAPES) {
    const groups = shape.exec(text)?.groups;
    if (groups === undefined) continue;
    const wall = wallClock(groups);
    const zone = offsetOf(groups.zone);
    if (wall === null || zone === null) return null;
    const instant = wall - zone * MINUTE;
    const hour = new Date(instant + BEIJING * MINUTE).getUTCHours();
    if (zone !== 0 || hour < 1 || hour >= 6) return certain(instant);
    const doubt = `«${text}» would be ${hour} o'clock at night in Beijing; read as Beijing time that was labelled GMT`;
    return { iso: beijing(wall - BEIJING * MINUTE), doubt };
  }
  return null;
}

/** Milliseconds of the clock time as if it were UTC; null where there is no such day or hour. */
function wallClock(groups: Readonly<Record<string, string | undefined>>): number | null {
  const { year = '', word, hour = '0', minute = '0', second = '0' } = groups;
  const month =
    word === undefined ? Number(groups.month) : MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
  const day = Number(groups.day);
  const full = year.length === 2 ? 2000 + Number(year) : Number(year);
  const utc = Date.UTC(full, month - 1, day, Number(hour), Number(minute), Number(second));
  const date = new Date(utc);
  const exists =
    date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCFullYear() === full;
  return exists && Number(minute) < 60 && full >= 1970 && full <= 2100 ? utc : null;
}

/** Minutes east of Greenwich; Beijing's where nothing is said, null for a zone that is none. */
function offsetOf(zone: string | undefined): number | null {
  if (zone === undefined) return BEIJING;
  const digits = /([+-])(\d{2}):?(\d{2})$/.exec(zone);
  if (digits === null) return ZONES[zone.toUpperCase()] ?? null;
  const minutes = Number(digits[2]) * 60 + Number(digits[3]);
  return minutes > 14 * 60 ? null : digits[1] === '-' ? -minutes : minutes;
}

const certain = (instant: number): Moment | null =>
  instant >= 0 && instant < 4_133_980_800_000 ? { iso: beijing(instant), doubt: null } : null;

const beijing = (instant: number): string =>
  `${new Date(instant + BEIJING * MINUTE).toISOString().slice(0, 19)}+08:00`;
