/**
 * All that goes over the wire between the review server and its page. The page imports the types only. Every request
 * and every answer is JSON (UTF-8) under `/api/`; offsets are UTF-16, days are `2021-09-17`, times ISO 8601 in UTC.
 *
 *     GET  /api/session                          → Session
 *     GET  /api/queue?QueueQuery                 → Queue
 *     GET  /api/claims/:id                       → ClaimView   (404 Refusal: no such claim)
 *     POST /api/decisions  DecisionBatch         → DecisionReceipt
 *     POST /api/bulk       BulkRequest           → BulkReceipt (409 BulkMismatch: the filter matches another number)
 *     POST /api/bulk/undo  BulkUndo              → BulkReceipt
 *
 * Every other 4xx and 5xx carries a Refusal. 401: the cookie is gone (the server was started anew): keep what is not
 * saved, tell the person to open the address that the command prints. 503: the database is busy: send again.
 * Writes need `Content-Type: application/json` and come from the page's own origin; the cookie goes along by itself.
 */
import { z } from 'zod';
import {
  basis,
  claimContent,
  count,
  kind,
  name,
  precision,
  relation,
  reviewState,
  speaker,
  status,
} from './wire/content.ts';
import { decision } from './wire/decisions.ts';
import { queueItem } from './wire/queue.ts';

export * from './wire/content.ts';
export * from './wire/decisions.ts';
export * from './wire/queue.ts';

const label = z.object({ zh: z.string(), en: z.string() });

export const session = z.object({
  reviewer: z.string(),
  /** hutong's own. */
  version: z.string(),
  /** The database's path as it was given. */
  database: z.string(),
  /** The controlled vocabularies, in the order in which they are shown. */
  vocabularies: z.object({
    entities: z.array(z.object({ id: z.string(), name: z.string(), type: z.string() })),
    scenes: z.array(z.object({ id: z.string(), name: z.string() })),
    kinds: z.array(label.extend({ id: kind })),
    relations: z.array(
      label.extend({
        id: relation,
        /** Statuses that the relation may have. */
        statuses: z.array(status),
        /** Whether it has an object, and whether it may have a scene; where not, the field is null. */
        object: z.boolean(),
        scene: z.boolean(),
      }),
    ),
    statuses: z.array(label.extend({ id: status })),
    speakers: z.array(label.extend({ id: speaker })),
    precisions: z.array(label.extend({ id: precision })),
    bases: z.array(label.extend({ id: basis })),
    states: z.array(label.extend({ id: reviewState })),
    /** Reasons to reject, with the digit that picks each. */
    reasons: z.array(label.extend({ id: z.string(), digit: z.string().regex(/^[1-9]$/) })),
  }),
  /** Values that stand in the book, for the filters. */
  publishers: z.array(z.string()),
  rules: z.array(z.object({ id: z.string(), reason: name })),
  /** All current claims by this reviewer's state. */
  counts: z.object({ unreviewed: count, accepted: count, rejected: count, edited: count }),
});
export type Session = z.infer<typeof session>;

const span = z.object({ start: z.int().min(0), end: z.int().min(0) });

/** Another claim beside this one, short. */
const neighbour = queueItem.extend({ path: z.string() });
export type Neighbour = z.infer<typeof neighbour>;

export const claimView = z.object({
  id: z.string(),
  /** How it reads for this reviewer: edited where he or she has edited it. */
  claim: claimContent,
  /** What the rules say, where that is something else than `claim`; else null. */
  machine: claimContent.nullable(),
  /** This reviewer's, and the last of all reviewers'. */
  state: reviewState,
  overall: reviewState,
  /** What the claim read like when this reviewer decided, where the rules read it otherwise now; else null. */
  changedSince: claimContent.nullable(),
  /** No rule makes it any more. */
  lost: z.boolean(),
  /** Where in `article.text` the words of each part stand; a part that is carried over may stand far before the evidence. */
  spans: z.array(
    span.extend({ role: z.enum(['evidence', 'date', 'subject', 'object', 'scene', 'speaker', 'status']) }),
  ),
  article: z.object({
    id: z.string(),
    path: z.string(),
    title: name,
    publisher: name,
    author: name,
    published: name,
    url: name,
    /** The version that the claim was made from (`claim.textHash`). */
    text: z.string(),
    blocks: z.array(
      span.extend({ kind: z.enum(['heading', 'paragraph', 'list-item', 'caption', 'byline']) }),
    ),
    /** false: the article's file has changed since, or is gone. */
    current: z.boolean(),
  }),
  /** The article's other claims in the same version of the text, in the order of the text. */
  others: z.array(
    span.extend({ id: z.string(), state: reviewState, subject: z.string(), object: name, status }),
  ),
  rule: z.object({ id: z.string(), reason: name }),
  trace: z.array(
    z.object({
      field: z.string(),
      from: z.enum(['rule', 'clause', 'carried', 'default']),
      note: z.string(),
      span: span.nullable(),
    }),
  ),
  /** Other claims (of other articles first) that say the same, or the contrary, around the same days; at most 20 each. */
  agreeing: z.array(neighbour),
  contrary: z.array(neighbour),
  /** Every event on this claim by anybody, oldest first. */
  history: z.array(decision),
});
export type ClaimView = z.infer<typeof claimView>;
