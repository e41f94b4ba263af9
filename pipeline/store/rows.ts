import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Article, Claim, ExportedClaim, Problem } from '../types.ts';
import type { ArticleTable, ClaimTable } from './tables.ts';

/** The id of the article that is known by a path. */
export const articleId = (path: string): string =>
  `a${createHash('sha256').update(path).digest('hex').slice(0, 12)}`;

export const textHash = (text: string): string =>
  createHash('sha256').update(text).digest('hex').slice(0, 32);

const blocks = z.array(
  z.object({
    kind: z.enum(['heading', 'paragraph', 'list-item', 'caption', 'byline']),
    start: z.number().int(),
    end: z.number().int(),
  }),
);
const trace = z.array(
  z.object({
    field: z.string(),
    from: z.enum(['rule', 'clause', 'carried', 'default']),
    note: z.string(),
    span: z.object({ start: z.number().int(), end: z.number().int() }).nullable(),
  }),
);

export const blocksFromJson = (json: string): z.infer<typeof blocks> => blocks.parse(JSON.parse(json));
export const traceFromJson = (json: string): z.infer<typeof trace> => trace.parse(JSON.parse(json));

type ArticleRow = Omit<ArticleTable, 'id' | 'first_run'>;

export function articleRow(article: Article, rulesVersion: string, runId: number): ArticleRow {
  const { record } = article;
  return {
    path: article.path,
    format: article.format,
    encoding: article.encoding,
    sha256: article.sha256,
    title: record.title,
    publisher: record.publisher,
    author: record.author,
    categories: JSON.stringify(record.categories),
    published: record.published,
    url: record.url,
    text_hash: textHash(article.text),
    state: 'present',
    rules_version: rulesVersion,
    last_run: runId,
  };
}

export function claimRow(
  claim: Claim,
  article: string,
  hash: string,
  position: number,
  runId: number,
): ClaimTable {
  return {
    id: claim.id,
    article_id: article,
    text_hash: hash,
    position,
    kind: claim.kind,
    relation: claim.relation,
    subject: claim.subject,
    object: claim.object,
    scene: claim.scene,
    status: claim.status,
    date_text: claim.date.text,
    date_start: claim.date.start,
    date_end: claim.date.end,
    date_precision: claim.date.precision,
    date_basis: claim.date.basis,
    deadline: claim.deadline,
    attribution_type: claim.attribution.type,
    attribution_name: claim.attribution.name,
    conditions: JSON.stringify(claim.conditions),
    rule: claim.rule,
    trace: JSON.stringify(claim.trace),
    state: 'current',
    first_run: runId,
    last_run: runId,
  };
}

const nullable = z.string().nullable();

/** A claim with its article, evidence and review, as one row of the query in `claims.ts`. */
export const joinedRow = z.object({
  id: z.string(),
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
  rule: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  quote: z.string(),
  article_id: z.string(),
  path: z.string(),
  title: nullable,
  publisher: nullable,
  published: nullable,
  url: nullable,
  sha256: z.string(),
  action: z.enum(['accept', 'reject', 'edit']).nullable(),
  reviewer: nullable,
  reviewed_at: nullable,
  note: nullable,
});

const STATE = { accept: 'accepted', reject: 'rejected', edit: 'edited' } as const;

export function exportedClaim(row: z.infer<typeof joinedRow>): ExportedClaim {
  return {
    id: row.id,
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
    article: {
      id: row.article_id,
      path: row.path,
      title: row.title,
      publisher: row.publisher,
      published: row.published,
      url: row.url,
      sha256: row.sha256,
    },
    rule: row.rule,
    review: {
      state: row.action === null ? 'unreviewed' : STATE[row.action],
      by: row.reviewer,
      at: row.reviewed_at,
      note: row.note,
    },
  };
}

/** A problem as a row comes back. */
export const problemRow = z.object({
  run_id: z.number().int(),
  stage: z.enum(['read', 'clean', 'annotate', 'extract', 'refine', 'store']),
  severity: z.enum(['error', 'warning']),
  path: z.string(),
  line: z.number().int().nullable(),
  column: z.number().int().nullable(),
  message: z.string(),
}) satisfies z.ZodType<Problem & { run_id: number }>;
