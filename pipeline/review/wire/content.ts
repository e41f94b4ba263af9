import { z } from 'zod';

export const name = z.string().nullable();
export const count = z.int().min(0);
export const day = z.iso.date().nullable();
/** Ids that the client makes: a UUID is best; letters, digits, `-`, `_`, `.`, `:`. */
export const clientId = z.string().regex(/^[\w.:-]{8,80}$/);

export const kind = z.enum(['platform', 'scene', 'payment']);
export const relation = z.enum([
  'access',
  'acceptance',
  'code-interop',
  'order',
  'policy',
  'launch',
  'pledge',
]);
export const status = z.enum([
  'open',
  'limited',
  'closed',
  'trial',
  'pending',
  'planned',
  'required',
  'published',
  'launched',
  'pledged',
]);
export const precision = z.enum(['day', 'month', 'quarter', 'year', 'range', 'vague']);
export const basis = z.enum(['text', 'context', 'published']);
export const speaker = z.enum(['official', 'regulator', 'test', 'media', 'rumour', 'expert', 'user']);
export const reviewState = z.enum(['unreviewed', 'accepted', 'rejected', 'edited']);

/** What a claim says: all that a person may edit, and what every decision keeps of the claim that was decided on. */
export const claimContent = z.object({
  /** Follows from relation and scene; the server sets it anew on an edit. */
  kind,
  relation,
  subject: z.string().min(1),
  object: name,
  scene: name,
  status,
  date: z.object({ text: name, start: day, end: day, precision, basis }),
  deadline: day,
  attribution: z.object({ type: speaker, name }),
  conditions: z.array(z.string()),
  /** `text.slice(start, end) === quote` in the version of the text that `textHash` names; an edit that breaks it is refused. */
  evidence: z.object({ quote: z.string().min(1), start: z.int().min(0), end: z.int().min(1) }),
  /** The version of the article's text that the offsets point into: send it back as it came. */
  textHash: z.string(),
});
export type ClaimContent = z.infer<typeof claimContent>;
