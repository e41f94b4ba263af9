import type { ExportedClaim } from '../types.ts';

/** A claim as one row: a column a field, named by the way to it in the JSON (`date.start` is `date_start`). */
export interface FlatClaim {
  readonly id: string;
  readonly kind: string;
  readonly relation: string;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
  readonly status: string;
  readonly date_text: string | null;
  readonly date_start: string | null;
  readonly date_end: string | null;
  readonly date_precision: string;
  readonly date_basis: string;
  readonly deadline: string | null;
  readonly attribution_type: string;
  readonly attribution_name: string | null;
  readonly conditions: readonly string[];
  readonly evidence_quote: string;
  readonly evidence_start: number;
  readonly evidence_end: number;
  readonly article_id: string;
  readonly article_path: string;
  readonly article_title: string | null;
  readonly article_publisher: string | null;
  readonly article_published: string | null;
  readonly article_url: string | null;
  readonly article_sha256: string;
  readonly rule: string;
  readonly review_state: string;
  readonly review_by: string | null;
  readonly review_at: string | null;
  readonly review_note: string | null;
  readonly review_changed: boolean;
}

export type Column = keyof FlatClaim;

export function flatClaim(claim: ExportedClaim): FlatClaim {
  const { date, attribution, evidence, article, review } = claim;
  return {
    id: claim.id,
    kind: claim.kind,
    relation: claim.relation,
    subject: claim.subject,
    object: claim.object,
    scene: claim.scene,
    status: claim.status,
    date_text: date.text,
    date_start: date.start,
    date_end: date.end,
    date_precision: date.precision,
    date_basis: date.basis,
    deadline: claim.deadline,
    attribution_type: attribution.type,
    attribution_name: attribution.name,
    conditions: claim.conditions,
    evidence_quote: evidence.quote,
    evidence_start: evidence.start,
    evidence_end: evidence.end,
    article_id: article.id,
    article_path: article.path,
    article_title: article.title,
    article_publisher: article.publisher,
    article_published: article.published,
    article_url: article.url,
    article_sha256: article.sha256,
    rule: claim.rule,
    review_state: review.state,
    review_by: review.by,
    review_at: review.at,
    review_note: review.note,
    review_changed: review.changed,
  };
}

/** How a column is kept where columns have types. */
export type ColumnType = 'text' | 'day' | 'offset' | 'list' | 'truth';

/** Every column in its order. */
export const COLUMNS: Readonly<Record<Column, ColumnType>> = {
  id: 'text',
  kind: 'text',
  relation: 'text',
  subject: 'text',
  object: 'text',
  scene: 'text',
  status: 'text',
  date_text: 'text',
  date_start: 'day',
  date_end: 'day',
  date_precision: 'text',
  date_basis: 'text',
  deadline: 'day',
  attribution_type: 'text',
  attribution_name: 'text',
  conditions: 'list',
  evidence_quote: 'text',
  evidence_start: 'offset',
  evidence_end: 'offset',
  article_id: 'text',
  article_path: 'text',
  article_title: 'text',
  article_publisher: 'text',
  article_published: 'text',
  article_url: 'text',
  article_sha256: 'text',
  rule: 'text',
  review_state: 'text',
  review_by: 'text',
  review_at: 'text',
  review_note: 'text',
  review_changed: 'truth',
};
