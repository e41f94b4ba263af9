import { batch } from '@preact/signals';
import type { ReviewState } from '../../../types.ts';
import type { BulkReceipt, ClaimView, NewDecision } from '../../wire.ts';
import { words } from '../words/words.ts';
import { api } from './api.ts';
import { countAgain, current, openQueue, tell } from './desk.ts';
import { eventOf, foreseen, lastDecision, newId, stateAfter, undoOf, type Verdict } from './events.ts';
import { outbox } from './mail.ts';
import { allDone, nextOpen } from './moves.ts';
import { place, show } from './navigation.ts';
import { say } from './notice.ts';
import { session } from './session.ts';
import { forgetStandings, stands } from './standing.ts';
import { type Deed, Trail } from './trail.ts';
import { foresee, forgetViews, viewOf } from './views.ts';

let kept: Trail | null = null;

/** What this window did to this database; made when the session is known. */
function trail(): Trail {
  kept ??= new Trail(sessionStorage, `hutong.trail ${session.value?.database} ${session.value?.reviewer}`);
  return kept;
}

const now = (): string => new Date().toISOString();

/** Decides about the claim on the desk, and goes on to the next that is undecided. */
export function decide(verdict: Verdict): void {
  const view = current.value;
  if (view === undefined || outbox.value === null) return;
  const event = eventOf(view, verdict, newId(), now());
  trail().push({ kind: 'one', event: event.id, claim: view.id, before: view.state });
  batch(() => post(view, event, view.state));
  void nextOpen();
}

/** Sends an event, and shows the claim at once as it will be. */
function post(view: ClaimView | undefined, event: NewDecision, before: ReviewState): void {
  const state = stateAfter(event, before);
  stands({ [event.claim]: { state, overall: state, changed: false } });
  if (view !== undefined) foresee(foreseen(view, event, session.value?.reviewer ?? '', state));
  outbox.value?.add(event);
}

/** Takes back what this window did last; where it did nothing, the reviewer's last decision on the claim on the desk. */
export async function undo(): Promise<void> {
  // Before the session is known nothing could be sent, and a deed that was taken off the trail would be gone.
  if (session.value === null || outbox.value === null) return;
  allDone.value = false;
  const deed = trail().pop() ?? lastOnDesk();
  if (deed === undefined) return say(words.value.nothingToUndo, 'wrong');
  if (deed.kind === 'bulk') return undoBulk(deed.group);
  batch(() => post(viewOf(deed.claim), undoOf(deed.claim, deed.event, newId(), now()), deed.before));
  show(deed.claim);
  say(words.value.undid);
}

function lastOnDesk(): Deed | undefined {
  const view = current.value;
  if (view === undefined) return undefined;
  const last = lastDecision(view, session.value?.reviewer ?? '');
  return last === undefined
    ? undefined
    : { kind: 'one', event: last.id, claim: view.id, before: 'unreviewed' };
}

/**
 * Decides about every claim of the filter. Throws the server's fault, so that the dialog can say it: `mismatch` where
 * the filter holds another number than was confirmed. `id` is made once and kept for a second try.
 */
export async function decideAll(
  id: string,
  action: 'accept' | 'reject',
  reason: string | null,
  expected: number,
): Promise<BulkReceipt> {
  const receipt = await api.bulk({
    id,
    filter: place.value.filter,
    expected,
    action,
    at: now(),
    reason,
    note: null,
  });
  trail().push({ kind: 'bulk', group: receipt.group });
  await seeAnew();
  return receipt;
}

/** Whether a bulk has to wait for decisions that are not saved yet. */
export const mustWait = (): boolean => (outbox.value?.unsaved.value.length ?? 0) > 0;

async function undoBulk(group: string): Promise<void> {
  try {
    const receipt = await api.undoBulk({ id: newId(), group, at: now() });
    say(words.value.bulkUndone(receipt.count));
    await seeAnew();
  } catch (error) {
    trail().push({ kind: 'bulk', group });
    tell(error);
  }
}

/** After a bulk every row may stand otherwise. */
async function seeAnew(): Promise<void> {
  forgetStandings();
  forgetViews();
  await openQueue();
  countAgain(0);
}
