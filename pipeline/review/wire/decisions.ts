import { z } from 'zod';
import { claimContent, clientId, count, name, reviewState } from './content.ts';
import { filter } from './queue.ts';

export const action = z.enum(['accept', 'reject', 'edit', 'undo']);

/** One event of the log. */
export const decision = z.object({
  id: z.string(),
  claim: z.string(),
  action,
  /** The claim as the person saw it; null in logs of old. */
  before: claimContent.nullable(),
  /** What an edit made of it; null for the other actions. */
  after: claimContent.nullable(),
  reviewer: z.string(),
  at: z.string(),
  reason: name,
  note: name,
  /** The id of the event that an undo takes back; an undo can be undone too. */
  undoes: name,
  /** The id that all events of one bulk action share. */
  group: name,
  /** Whether a later event has taken it back. */
  undone: z.boolean(),
});
export type Decision = z.infer<typeof decision>;

export const newDecision = z
  .object({
    /** Made by the client once and sent again with every try: the same id twice is one decision. */
    id: clientId,
    claim: z.string().min(1),
    action,
    /** The claim as it was shown (`ClaimView.claim`); null for an undo. */
    before: claimContent.nullable(),
    /** For an edit, else null. */
    after: claimContent.nullable(),
    /** When the key was pressed. */
    at: z.iso.datetime(),
    /** Id of a reason to reject. */
    reason: z.string().max(40).nullable(),
    note: z.string().max(4000).nullable(),
    /** For an undo: the id of the event, of the same claim and reviewer, that is taken back; else null. */
    undoes: clientId.nullable(),
  })
  .strict();
export type NewDecision = z.infer<typeof newDecision>;

/** In the order in which the keys were pressed. */
export const decisionBatch = z.object({ events: z.array(z.unknown()).min(1).max(500) }).strict();
export type DecisionBatch = { readonly events: readonly NewDecision[] };

export const decisionReceipt = z.object({
  /** In the database, safe against a power cut. Also ids that were there already. */
  saved: z.array(z.string()),
  /** Not saved and never will be as they are; the others of the batch are saved all the same. */
  refused: z.array(z.object({ id: z.string(), why: z.string() })),
  /** How each claim of the batch stands now. */
  states: z.record(z.string(), z.object({ state: reviewState, overall: reviewState, changed: z.boolean() })),
});
export type DecisionReceipt = z.infer<typeof decisionReceipt>;

export const bulkRequest = z
  .object({
    /** Made by the client: the group that the events share, and what an undo names. The same id twice is one bulk. */
    id: clientId,
    filter,
    /** How many claims the person saw that the filter holds. */
    expected: count,
    action: z.enum(['accept', 'reject']),
    at: z.iso.datetime(),
    reason: z.string().max(40).nullable(),
    note: z.string().max(4000).nullable(),
  })
  .strict();
export type BulkRequest = z.infer<typeof bulkRequest>;

export const bulkUndo = z
  .object({
    id: clientId,
    /** The `id` of the bulk, or of the bulk undo, that is taken back. */
    group: clientId,
    at: z.iso.datetime(),
  })
  .strict();
export type BulkUndo = z.infer<typeof bulkUndo>;

/** `count` events were written; claims that a person has decided on since are left as they are by an undo. */
export const bulkReceipt = z.object({ group: z.string(), count });
export type BulkReceipt = z.infer<typeof bulkReceipt>;

export const bulkMismatch = z.object({ error: z.string(), count });
export type BulkMismatch = z.infer<typeof bulkMismatch>;

export const refusal = z.object({ error: z.string() });
export type Refusal = z.infer<typeof refusal>;
