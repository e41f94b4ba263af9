import type { Decision, ReviewedContent, ReviewState } from '../types.ts';

/** What one reviewer has decided about one claim, all told. */
export interface Standing {
  readonly reviewer: string;
  readonly state: Exclude<ReviewState, 'unreviewed'>;
  /** The last decision that nothing has taken back. */
  readonly decision: Decision;
  /** How the reviewer reads the claim, where an edit of his or hers stands. */
  readonly edit: ReviewedContent | null;
}

const STATE = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

/** Ids of the events of one claim's log that a later event has taken back, undone undos reckoned with. */
export function undoneIn(log: readonly Decision[]): ReadonlySet<string> {
  const undone = new Set<string>();
  for (const event of log.toReversed())
    if (event.action === 'undo' && event.undoes !== null && !undone.has(event.id)) undone.add(event.undoes);
  return undone;
}

/**
 * Folds the log of one claim (in the order in which it was written) into a standing for every reviewer who has one.
 * The last of them is that of the reviewer who decided last.
 */
export function standingsOf(log: readonly Decision[]): Standing[] {
  const undone = undoneIn(log);
  const edits = new Map<string, ReviewedContent>();
  const standings = new Map<string, Standing>();
  for (const event of inTime(log)) {
    const { action, reviewer } = event;
    if (action === 'undo' || undone.has(event.id)) continue;
    if (action === 'edit' && event.after !== null) edits.set(reviewer, event.after);
    standings.delete(reviewer);
    const edit = edits.get(reviewer) ?? null;
    standings.set(reviewer, { reviewer, state: STATE[action], decision: event, edit });
  }
  return [...standings.values()];
}

/** By time; the order of writing decides among events of one time. Logs that were merged fold alike on both sides. */
const inTime = (log: readonly Decision[]): Decision[] =>
  log.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
