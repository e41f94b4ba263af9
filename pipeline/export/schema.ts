import { z } from 'zod';
import type { ClaimContent, ExportedClaim } from '../types.ts';

const day = z.iso.date().nullable();
const name = z.string().nullable();

/** What a claim says. */
const content = z.object({
  kind: z.enum(['platform', 'scene', 'payment']),
  relation: z.enum(['access', 'acceptance', 'code-interop', 'order', 'policy', 'launch', 'pledge']),
  subject: z.string(),
  object: name,
  scene: name,
  status: z.enum([
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
  ]),
  date: z.object({
    text: name.describe('the words of the article, null where basis is published'),
    start: day,
    end: day,
    precision: z.enum(['day', 'month', 'quarter', 'year', 'range', 'vague']),
    basis: z.enum(['text', 'context', 'published']),
  }),
  deadline: day,
  attribution: z.object({
    type: z.enum(['official', 'regulator', 'test', 'media', 'rumour', 'expert', 'user']),
    name,
  }),
  conditions: z.array(z.string()).readonly(),
  evidence: z.object({
    quote: z.string().min(1).describe('verbatim: the cleaned text from start to end'),
    start: z.int().min(0).describe("UTF-16 offset into the article's cleaned text"),
    end: z.int().min(1),
  }),
}) satisfies z.ZodType<ClaimContent>;

/** One exported claim. Its published form is `claimJsonSchema()`. */
export const exportedClaimSchema = z.object({
  id: z.string().describe('the same claim of the same article keeps its id from run to run'),
  ...content.shape,
  article: z.object({
    id: z.string(),
    path: z.string().describe('as given to ingest, or file#record for a file of many articles'),
    title: name,
    publisher: name,
    published: name.describe('ISO 8601 with its offset'),
    url: name,
    sha256: z.string().describe("of the source's bytes"),
  }),
  rule: z.string().describe('the rule that made the claim'),
  review: z.object({
    state: z.enum(['unreviewed', 'accepted', 'rejected', 'edited']),
    by: name,
    at: name,
    note: name,
    changed: z.boolean().describe('the rules read the claim otherwise now than when it was decided on'),
    machine: content
      .nullable()
      .describe('what the rules say, where a person has edited the claim; else null'),
  }),
}) satisfies z.ZodType<ExportedClaim>;

/** The JSON Schema (2020-12) of one line of the NDJSON export. */
export const claimJsonSchema = (): unknown =>
  z.toJSONSchema(exportedClaimSchema, { target: 'draft-2020-12', io: 'output' });
