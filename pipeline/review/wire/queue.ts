import { z } from 'zod';
import { count, day, kind, name, relation, reviewState, status } from './content.ts';

export const order = z.enum([
  /** By article, then by place in the text. */
  'article',
  /** Claims that another one contradicts first. */
  'conflicts',
  /** Least certain first. */
  'uncertain',
  /** Latest published first. */
  'newest',
  'day',
  'relation',
  'subject',
  'object',
  'scene',
  'status',
  'publisher',
  'rule',
  'state',
]);
export type Order = z.infer<typeof order>;

/**
 * What is asked of the claims. In the address every list is a repeated parameter (`status=open&status=trial`: any of
 * them), `-` in `object`, `scene` and `publisher` stands for «none», and what is left out is not asked about.
 */
export const filter = z.object({
  kind: z.array(kind).optional(),
  relation: z.array(relation).optional(),
  subject: z.array(z.string()).optional(),
  object: z.array(z.string()).optional(),
  scene: z.array(z.string()).optional(),
  status: z.array(status).optional(),
  publisher: z.array(z.string()).optional(),
  rule: z.array(z.string()).optional(),
  /** What this session's reviewer has decided. */
  state: z.array(reviewState).optional(),
  /** What the last of all reviewers has decided. */
  overall: z.array(reviewState).optional(),
  /** First and last day, both inclusive; a claim whose days overlap them is in. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  /** Id of one article. */
  article: z.string().optional(),
  /** true: only claims that another claim contradicts; false: only the others. */
  conflict: z.boolean().optional(),
  /** true: only claims that read otherwise now than when this reviewer decided. */
  changed: z.boolean().optional(),
  /** true: only claims that no rule makes any more and that somebody has decided on. */
  lost: z.boolean().optional(),
  /** Words in the quote or in the article's title, or the beginning of a claim's id; blanks part words that must all be there. */
  q: z.string().max(200).optional(),
});
export type Filter = z.infer<typeof filter>;

export const queueQuery = filter.extend({
  order: order.default('article'),
  /** The same queue from its last claim to its first. */
  descending: z.boolean().default(false),
  /** From `next` of the page before. */
  cursor: z.string().optional(),
  /** Begin at this claim (itself first), as after a reload; from the beginning where the filter does not hold it. */
  at: z.string().optional(),
  /** Begin behind so many claims, as when one scrolls far; a cursor or `at` goes before it. */
  offset: z.coerce.number().int().min(0).optional(),
  limit: z.coerce.number().int().min(1).max(500).default(50),
});
export type QueueQuery = z.input<typeof queueQuery>;

export const queueItem = z.object({
  id: z.string(),
  article: z.object({ id: z.string(), title: name, publisher: name, published: name }),
  kind,
  relation,
  subject: z.string(),
  object: name,
  scene: name,
  status,
  /** Days, inclusive. */
  start: day,
  end: day,
  quote: z.string(),
  rule: z.string(),
  /** This reviewer's. */
  state: reviewState,
  /** The last of all reviewers'. */
  overall: reviewState,
  /** The claim reads otherwise now than when this reviewer decided. */
  changed: z.boolean(),
  conflict: z.boolean(),
  /** No rule makes it any more. */
  lost: z.boolean(),
});
export type QueueItem = z.infer<typeof queueItem>;

export const queue = z.object({
  /** Claims that the filter holds. */
  total: count,
  /** Those of them that this reviewer has decided. Without `state` in the filter this is the queue's progress. */
  decided: count,
  /** How many claims stand before the first of `items` in this order. */
  offset: count,
  items: z.array(queueItem),
  /** For the next page; null at the end. */
  next: name,
});
export type Queue = z.infer<typeof queue>;
