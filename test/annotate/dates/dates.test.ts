import { describe, expect, it } from 'vitest';
import { findDates } from '../../../pipeline/annotate/dates/index.ts';
import { absolute } from './cases/absolute.ts';
import { anaphora } from './cases/anaphora.ts';
import { boundaries } from './cases/boundaries.ts';
import { bounds } from './cases/bounds.ts';
import { diaries } from './cases/diaries.ts';
import { festivals } from './cases/festivals.ts';
import { missing } from './cases/missing.ts';
import { negative } from './cases/negative.ts';
import { ranges } from './cases/ranges.ts';
import { relative } from './cases/relative.ts';
import { vague } from './cases/vague.ts';
import { PUBLISHED, type Row, show } from './row.ts';

const tables: Readonly<Record<string, readonly Row[]>> = {
  absolute,
  anaphora,
  boundaries,
  bounds,
  diaries,
  festivals,
  missing,
  negative,
  ranges,
  relative,
  vague,
};

for (const [name, rows] of Object.entries(tables)) {
  describe(name, () => {
    it.each(rows)('$trap: $text', ({ text, published, want }) => {
      const mentions = findDates(text, { published: published === undefined ? PUBLISHED : published });
      expect(mentions.map((m, i) => show(m, want[i]))).toEqual(want);
      for (const m of mentions) expect(text.slice(m.start, m.end)).toBe(m.text);
    });
  });
}
