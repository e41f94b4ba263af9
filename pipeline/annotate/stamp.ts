import type { Cues, DateMention, Document, Problem, Segment, Sentence } from '../types.ts';

/** A day by its number or by its distance; the day of a festival («双11») is too often a plan. */
const NAMES_DAY = /[日号]|今|昨/;
/** Parts of a day, with the hour before which nobody can have told of them. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/晚|夜/, 18],
  [/傍晚/, 16],
  [/下午|午后/, 12],
];

/**
 * Warnings where an article tells as past a day, or a part of a day, that its stamp says is still to come. The
 * claims keep the words; the stamp may be wrong. At most one a day; none where the article has no stamp. Pure.
 */
export function stampWarnings(document: Document, cues: Cues): Problem[] {
  const { published } = document.article.record;
  if (published === null || document.published === null) return [];
  const told = document.sentences.flatMap((s) => s.segments.flatMap((g) => toldDays(g, s, document, cues)));
  const ahead = new Set(told.filter((d) => isAhead(d, document)).map((d) => `${d.first}`));
  return [...ahead].sort().map((day) => ({
    stage: 'annotate',
    severity: 'warning',
    path: document.article.path,
    line: null,
    column: null,
    message: `tells of ${day} as past, but is stamped ${published}; the days come from the words, check the stamp`,
  }));
}

/** The single days of a segment whose clause tells of the past. */
function toldDays(segment: Segment, sentence: Sentence, document: Document, cues: Cues): DateMention[] {
  const dates = segment.tokens.flatMap((t) =>
    t.class === 'date' ? (document.dates[Number(t.ids[0])] ?? []) : [],
  );
  const single = dates.filter(
    (d) => d.role === 'at' && d.precision === 'day' && d.first !== null && NAMES_DAY.test(d.text),
  );
  if (single.length === 0) return [];
  const clause = sentence.segments.filter((s) => s.clause === segment.clause);
  const words = clause.map((s) => document.twin.slice(s.start, s.end)).join('，');
  return cues.has('told', words) && !cues.has('yet-to-come', words) ? single : [];
}

function isAhead(date: DateMention, document: Document): boolean {
  const { published } = document;
  if (published === null || date.first === null) return false;
  if (date.first !== published) return date.first > published;
  const part = PARTS.filter(([words]) => words.test(date.text)).at(-1);
  return part !== undefined && beijingHour(document.article.record.published ?? '') < part[1];
}

const beijingHour = (stamp: string): number => new Date(Date.parse(stamp) + 8 * 3_600_000).getUTCHours();
