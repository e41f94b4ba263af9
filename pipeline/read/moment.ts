/** A time stamp that was understood; `doubt` says what was wrong with its offset, where something was. */
export interface Moment {
  /** ISO 8601 in Beijing time. */
  readonly iso: string;
  readonly doubt: string | null;
}

const HOUR = 3_600_000;
const OFFSET = /(?:Z|GMT|UTC?|[+-]\d{2}:?\d{2})\s*$/i;
const UNIVERSAL = /(?:Z|GMT|UTC?|[+-]00:?00)\s*$/i;
const LOCAL = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;

/**
 * Reads a publication stamp: RFC 1123 or ISO with an offset as the instant it names, without one as Beijing time.
 * Null when it is no date.
 *
 * Feeds lie about offsets: many scrapers write the newsroom's clock and label it GMT. Hardly anything is
 * published between one and six in the morning, so a GMT stamp that would fall there in Beijing is read as the
 * clock time it shows, with a doubt.
 */
export function readMoment(stamp: string): Moment | null {
  const text = stamp.trim();
  const local = LOCAL.exec(text);
  if (local !== null) return fromParts(local.slice(1).map((p) => Number(p ?? 0)));
  const instant = OFFSET.test(text) ? Date.parse(text) : Date.parse(`${text} +0800`);
  if (Number.isNaN(instant)) return null;
  const hour = new Date(instant + 8 * HOUR).getUTCHours();
  if (UNIVERSAL.test(text) && hour >= 1 && hour < 6) {
    return {
      iso: beijing(instant - 8 * HOUR),
      doubt: `«${text}» would be ${hour} o'clock at night in Beijing; read as Beijing time that was labelled GMT`,
    };
  }
  return { iso: beijing(instant), doubt: null };
}

function fromParts(parts: readonly number[]): Moment | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const utc = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(utc);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day || hour > 23 || minute > 59) return null;
  return { iso: beijing(utc - 8 * HOUR), doubt: null };
}

const beijing = (instant: number): string =>
  `${new Date(instant + 8 * HOUR).toISOString().slice(0, 19)}+08:00`;
