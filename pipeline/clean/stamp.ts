const ISO =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:：时](\d{1,2})(?:[:：分](\d{1,2})(?:[.,]\d{1,9})?秒?|分)?\s*(Z|[+-]\d{2}:?\d{2})?)?/;
const MINUTE = 60_000;

/**
 * A page's time stamp as ISO 8601 in Beijing time; without an offset it is Beijing's. Seconds or milliseconds since
 * 1970 are read as well. Null where there is no such time.
 */
export function isoOf(stamp: string): string | null {
  const text = stamp.trim();
  if (/^1\d{9}(?:\d{3})?$/.test(text)) return beijing(Number(text.padEnd(13, '0')));
  const m = ISO.exec(text);
  if (m === null) return null;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = m
    .slice(1, 7)
    .map((p) => Number(p ?? 0));
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minute < 60;
  if (!exists || year < 1990 || year > 2100) return null;
  return beijing(utc - offsetOf(m[7]) * MINUTE);
}

function offsetOf(zone: string | undefined): number {
  if (zone === undefined) return 480;
  const m = /([+-])(\d{2}):?(\d{2})/.exec(zone);
  if (m === null) return 0;
  return (m[1] === '-' ? -1 : 1) * (Number(m[2]) * 60 + Number(m[3]));
}

const beijing = (instant: number): string =>
  `${new Date(instant + 480 * MINUTE).toISOString().slice(0, 19)}+08:00`;
