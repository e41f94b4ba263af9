import type { ReviewState } from '../../../types.ts';
import type { ClaimContent, ClaimView, Decision, NewDecision } from '../../wire.ts';

/** A random UUID. `crypto.randomUUID` is missing where the page does not come from the own machine. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = Array.from(bytes, (byte, i) => {
    const value = i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte;
    return value.toString(16).padStart(2, '0');
  }).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** What a person says about a claim. */
export type Verdict =
  | { readonly action: 'accept' }
  | { readonly action: 'reject'; readonly reason: string | null; readonly note: string | null }
  | { readonly action: 'edit'; readonly after: ClaimContent; readonly note: string | null };

/** The event of a verdict on a claim as it was shown. */
export function eventOf(view: ClaimView, verdict: Verdict, id: string, at: string): NewDecision {
  return {
    id,
    claim: view.id,
    action: verdict.action,
    before: view.claim,
    after: verdict.action === 'edit' ? verdict.after : null,
    at,
    reason: verdict.action === 'reject' ? verdict.reason : null,
    note: verdict.action === 'accept' ? null : verdict.note,
    undoes: null,
  };
}

export const undoOf = (claim: string, undoes: string, id: string, at: string): NewDecision => ({
  id,
  claim,
  action: 'undo',
  before: null,
  after: null,
  at,
  reason: null,
  note: null,
  undoes,
});

const STATE: Readonly<Record<Verdict['action'], ReviewState>> = {
  accept: 'accepted',
  reject: 'rejected',
  edit: 'edited',
};

/** The state after an event; `before` is the one that an undo leads back to. */
export const stateAfter = (event: NewDecision, before: ReviewState): ReviewState =>
  event.action === 'undo' ? before : STATE[event.action];

/** The claim as it will read when the event is saved. `state` is its state then. */
export function foreseen(
  view: ClaimView,
  event: NewDecision,
  reviewer: string,
  state: ReviewState,
): ClaimView {
  const { id, claim, action, before, after, at, reason, note, undoes } = event;
  const entry: Decision = {
    id,
    claim,
    action,
    before,
    after,
    reviewer,
    at,
    reason,
    note,
    undoes,
    group: null,
    undone: false,
  };
  const history = view.history.map((d) => (d.id === undoes ? { ...d, undone: true } : d));
  return {
    ...view,
    state,
    overall: state,
    changedSince: null,
    claim: after ?? view.claim,
    machine: after === null ? view.machine : (view.machine ?? view.claim),
    history: [...history.filter((d) => d.id !== id), entry],
  };
}

/** The reviewer's last decision on a claim that still holds. */
export const lastDecision = (view: ClaimView, reviewer: string): Decision | undefined =>
  view.history.findLast((d) => d.reviewer === reviewer && d.action !== 'undo' && !d.undone);
