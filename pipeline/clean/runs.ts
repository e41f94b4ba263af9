/** A stretch of text that stands in the source just so; `from` is where, or -1 where that is not known. */
export interface Run {
  readonly text: string;
  readonly from: number;
}

export interface Folded {
  readonly runs: readonly Run[];
  /** Characters that no reader sees, and that were dropped. */
  readonly invisible: number;
}

const SPACE = '\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000';
/**
 * Controls, zero-width characters, soft hyphens, direction marks, fillers and language tags; and private use, whose
 * glyphs are icons of a font that the text does not carry (rules also use it for their own signs).
 */
const INVISIBLE =
  '\\u0000-\\u0008\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\u3164\\ue000-\\uf8ff\\ufeff\\uffa0\\ufff9-\\ufffc\\u{e0000}-\\u{e01ef}';
const PIECE = new RegExp(`[^${SPACE}${INVISIBLE}]+|[${SPACE}]+`, 'gu');
const IS_SPACE = new RegExp(`^[${SPACE}]`, 'u');

/** Folds every stretch of white space to one space, none at the ends, and drops what is invisible. Linear. */
export function fold(parts: readonly Run[]): Folded {
  const runs: Run[] = [];
  let space = -2;
  let invisible = 0;
  for (const part of parts) {
    let seen = 0;
    for (const { 0: text, index } of part.text.matchAll(PIECE)) {
      seen += text.length;
      const from = part.from < 0 ? -1 : part.from + index;
      if (IS_SPACE.test(text)) {
        if (space === -2) space = from;
        continue;
      }
      if (space !== -2 && runs.length > 0) join(runs, { text: ' ', from: space });
      space = -2;
      join(runs, { text, from });
    }
    invisible += part.text.length - seen;
  }
  return { runs, invisible };
}

/** Appends a run; what continues the last one in the source as well becomes one with it. */
function join(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last !== undefined && last.from >= 0 && last.from + last.text.length === run.from)
    runs[runs.length - 1] = { text: last.text + run.text, from: last.from };
  else runs.push(run);
}

export const textOf = (runs: readonly Run[]): string => runs.map((r) => r.text).join('');

/** The runs without the given spans of their text, which are in order and do not overlap. */
export function cut(
  runs: readonly Run[],
  spans: readonly { readonly start: number; readonly end: number }[],
): Run[] {
  const kept: Run[] = [];
  let at = 0;
  let next = 0;
  for (const run of runs) {
    let from = 0;
    while (from < run.text.length) {
      const span = spans[next];
      const begin = span === undefined ? run.text.length : Math.min(span.start - at, run.text.length);
      if (begin > from)
        kept.push({ text: run.text.slice(from, begin), from: run.from < 0 ? -1 : run.from + from });
      if (span === undefined) break;
      from = Math.max(from, Math.min(span.end - at, run.text.length));
      if (span.end - at > run.text.length) break;
      next += 1;
    }
    at += run.text.length;
  }
  return kept;
}
