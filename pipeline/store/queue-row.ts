import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { ClaimContent, ReviewState } from '../types.ts';
import { contentColumns, contentFromJson, contentOf } from './content.ts';
import { CONTRADICTED } from './filter.ts';
import type { Tables } from './tables.ts';

/** A claim as it stands in a list, for one reviewer: in his or her own words where it was edited. */
export interface QueueRow
  extends Pick<ClaimContent, 'kind' | 'relation' | 'subject' | 'object' | 'scene' | 'status'> {
  readonly id: string;
  readonly article: {
    readonly id: string;
    readonly title: string | null;
    readonly publisher: string | null;
    readonly published: string | null;
  };
  readonly path: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly quote: string;
  readonly rule: string;
  readonly state: ReviewState;
  readonly overall: ReviewState;
  readonly changed: boolean;
  readonly conflict: boolean;
  readonly lost: boolean;
}

const name = z.string().nullable();
export const reviewState = z.enum(['unreviewed', 'accepted', 'rejected', 'edited']);
const row = contentColumns.extend({
  id: z.string(),
  article_id: z.string(),
  title: name,
  publisher: name,
  published: name,
  path: z.string(),
  rule: z.string(),
  claim_state: z.string(),
  review: reviewState,
  mine: reviewState.nullable(),
  changed: z.number().nullable(),
  edit: name,
  machine: name,
  conflict: z.number(),
});

/** The claims of these ids for one reviewer, in the order of the ids. */
export async function rowsOf(
  db: Kysely<Tables>,
  ids: readonly string[],
  reviewer: string,
): Promise<QueueRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql`
    SELECT claims.*, claims.state AS claim_state, articles.id AS article_id, articles.title, articles.publisher, articles.published, articles.path,
           mine.state AS mine, mine.changed, mine.edit, ${CONTRADICTED} AS conflict
    FROM claims JOIN articles ON articles.key = claims.article_key
    LEFT JOIN verdicts mine ON mine.claim_id = claims.id AND mine.reviewer = ${reviewer}
    WHERE claims.id IN (${sql.join(ids)})`.execute(db);
  const found = new Map(rows.map((r) => row.parse(r)).map((r) => [r.id, queueRow(r)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

function queueRow(r: z.infer<typeof row>): QueueRow {
  const said: ClaimContent = contentFromJson(r.edit) ?? contentFromJson(r.machine) ?? contentOf(r);
  const { kind, relation, subject, object, scene, status, date, evidence } = said;
  return {
    id: r.id,
    article: { id: r.article_id, title: r.title, publisher: r.publisher, published: r.published },
    path: r.path,
    kind,
    relation,
    subject,
    object,
    scene,
    status,
    start: date.start,
    end: date.end,
    quote: evidence.quote,
    rule: r.rule,
    state: r.mine ?? 'unreviewed',
    overall: r.review,
    changed: r.changed === 1,
    conflict: r.conflict === 1,
    lost: r.claim_state === 'lost',
  };
}
