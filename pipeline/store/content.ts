import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { ClaimContent, ReviewedContent } from '../types.ts';
import { codeOf } from './codes.ts';

const nullable = z.string().nullable();

/** The columns of a claim that say what it says; `exportedClaim` and `contentOf` read them. */
export const contentColumns = z.object({
  kind: z.enum(['platform', 'scene', 'payment']),
  relation: z.enum(['access', 'acceptance', 'code-interop', 'order', 'policy', 'launch', 'pledge']),
  subject: z.string(),
  object: nullable,
  scene: nullable,
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
  date_text: nullable,
  date_start: nullable,
  date_end: nullable,
  date_precision: z.enum(['day', 'month', 'quarter', 'year', 'range', 'vague']),
  date_basis: z.enum(['text', 'context', 'published']),
  deadline: nullable,
  attribution_type: z.enum(['official', 'regulator', 'test', 'media', 'rumour', 'expert', 'user']),
  attribution_name: nullable,
  conditions: z.string().transform((json) => z.array(z.string()).parse(JSON.parse(json))),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
});

const column = contentColumns.shape;

/** A claim's content as it stands in the log of decisions. */
export const content = z.object({
  kind: column.kind,
  relation: column.relation,
  subject: column.subject,
  object: nullable,
  scene: nullable,
  status: column.status,
  date: z.object({
    text: nullable,
    start: nullable,
    end: nullable,
    precision: column.date_precision,
    basis: column.date_basis,
  }),
  deadline: nullable,
  attribution: z.object({ type: column.attribution_type, name: nullable }),
  conditions: z.array(z.string()),
  evidence: z.object({ quote: z.string(), start: z.number().int(), end: z.number().int() }),
  textHash: z.string(),
}) satisfies z.ZodType<ReviewedContent>;

/** Content from JSON; null where there is none, or none that says all that it must. */
export function contentFromJson(json: string | null): ReviewedContent | null {
  if (json === null) return null;
  return content.safeParse(JSON.parse(json)).data ?? null;
}

/** A claim's content from its columns. */
export function contentOf(row: z.infer<typeof contentColumns>): ClaimContent {
  return {
    kind: row.kind,
    relation: row.relation,
    subject: row.subject,
    object: row.object,
    scene: row.scene,
    status: row.status,
    date: {
      text: row.date_text,
      start: row.date_start,
      end: row.date_end,
      precision: row.date_precision,
      basis: row.date_basis,
    },
    deadline: row.deadline,
    attribution: { type: row.attribution_type, name: row.attribution_name },
    conditions: row.conditions,
    evidence: { quote: row.quote, start: row.start, end: row.end },
  };
}

/** Content as one flat row of words: what `contentHash` is made of, so that no name and no order in it ever changes. */
function columnsOf(content: ClaimContent) {
  return {
    kind: content.kind,
    relation: content.relation,
    subject: content.subject,
    object: content.object,
    scene: content.scene,
    status: content.status,
    date_text: content.date.text,
    date_start: content.date.start,
    date_end: content.date.end,
    date_precision: content.date.precision,
    date_basis: content.date.basis,
    deadline: content.deadline,
    attribution_type: content.attribution.type,
    attribution_name: content.attribution.name,
    conditions: JSON.stringify(content.conditions),
  };
}

/** The columns of `claims` that content stands in. */
export function writtenColumns(content: ClaimContent) {
  const { start, end, quote } = content.evidence;
  return {
    kind_code: codeOf('kind', content.kind),
    relation_code: codeOf('relation', content.relation),
    subject: content.subject,
    object: content.object,
    scene: content.scene,
    status_code: codeOf('status', content.status),
    date_text: content.date.text,
    date_start: content.date.start,
    date_end: content.date.end,
    date_precision_code: codeOf('date_precision', content.date.precision),
    date_basis_code: codeOf('date_basis', content.date.basis),
    deadline: content.deadline,
    attribution_type_code: codeOf('attribution_type', content.attribution.type),
    attribution_name: content.attribution.name,
    conditions: JSON.stringify(content.conditions),
    start,
    end,
    quote,
  };
}

/** Two contents of the same hash say the same in the same words, wherever in the text these stand. */
export function contentHash(content: ClaimContent): string {
  const said = JSON.stringify([columnsOf(content), content.evidence.quote]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}
