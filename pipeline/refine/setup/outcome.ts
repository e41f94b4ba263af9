import type { Cues, Status } from '../../types.ts';

/** What a clause says of a name in what was set up: a status, the same as of the one before, or nothing. */
export type Outcome = Extract<Status, 'open' | 'limited' | 'closed'> | 'same' | null;

/**
 * The outcome by grammar: a negation shuts, a step in between halves, else a plain predicate opens. A clause without a
 * name is about the one before, and shuts only where its words say that it failed.
 */
export function outcomeOf(words: string, isNamed: boolean, cues: Cues): Outcome {
  if (cues.has('set-like-before', words)) return 'same';
  const told = withoutSmooth(words, cues);
  if (cues.has('set-halved', told)) return 'limited';
  if (cues.has('set-fails', told)) return 'closed';
  if (cues.has('set-shut', told)) return isNamed ? 'closed' : null;
  return told !== words || cues.has('set-open', told) ? 'open' : null;
}

/** «不用复制», «没有任何提示»: a negation that takes away what would stand in between. */
function withoutSmooth(words: string, cues: Cues): string {
  let told = words;
  for (const [smooth] of cues.all('set-smooth', words)) told = told.replace(smooth, '');
  return told;
}

/** The outcome of a name after one more clause on it: whatever fails or stands in between stays. */
export function together(before: Outcome, next: Outcome): Outcome {
  if (before === null || next === null) return before ?? next;
  if (next === 'limited') return next;
  return next === 'closed' && before !== 'limited' ? next : before;
}
