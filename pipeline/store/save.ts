import type { Kysely } from 'kysely';
import type { Article, Claim } from '../types.ts';
import { articleId, articleRow, chunks, claimRow, textHash } from './rows.ts';
import { saveSource } from './sources.ts';
import { foldArticle } from './standing.ts';
import type { Tables } from './tables.ts';
import { inTransaction } from './transaction.ts';

export interface SaveRequest {
  readonly runId: number;
  readonly article: Article;
  readonly claims: readonly Claim[];
  readonly rulesVersion: string;
}

export type SaveResult = 'new' | 'changed' | 'unchanged';

/**
 * Saves an article and its claims in one transaction. Claims that were there keep their id and their decisions;
 * claims that are no longer found are marked lost, never deleted. The text that a claim was made from stays.
 */
export async function saveArticle(db: Kysely<Tables>, request: SaveRequest): Promise<SaveResult> {
  return inTransaction(db, async (t) => {
    const { article, runId, rulesVersion, claims } = request;
    const known = await t
      .selectFrom('articles')
      .select(['id', 'sha256'])
      .where('path', '=', article.path)
      .executeTakeFirst();
    const id = known?.id ?? articleId(article.path);
    const row = articleRow(article, rulesVersion, runId);
    await t
      .insertInto('article_texts')
      .values({ hash: row.text_hash, text: article.text, blocks: JSON.stringify(article.blocks) })
      .onConflict((c) => c.doNothing())
      .execute();
    await t
      .insertInto('articles')
      .values({ id, ...row, first_run: runId })
      .onConflict((c) => c.column('id').doUpdateSet(row))
      .execute();
    await saveSource(t, id, article);
    await saveClaims(t, id, textHash(article.text), claims, runId);
    if (known !== undefined) await foldArticle(t, id);
    if (known === undefined) return 'new';
    return known.sha256 === article.sha256 ? 'unchanged' : 'changed';
  });
}

async function saveClaims(
  t: Kysely<Tables>,
  article: string,
  hash: string,
  claims: readonly Claim[],
  runId: number,
): Promise<void> {
  await t.updateTable('claims').set({ state: 'lost' }).where('article_id', '=', article).execute();
  if (claims.length === 0) return;
  const rows = claims.map((claim, i) => claimRow(claim, article, hash, i, runId));
  for (const some of chunks(rows)) {
    await t
      .insertInto('claims')
      .values(some)
      .onConflict((c) =>
        c.column('id').doUpdateSet((e) => excluded(CLAIM_COLUMNS, (column) => e.ref(`excluded.${column}`))),
      )
      .execute();
  }
  const spans = claims.map((c) => ({ claim_id: c.id, role: 'claim', ...c.evidence }));
  for (const some of chunks(spans)) {
    await t
      .insertInto('evidence')
      .values(some)
      .onConflict((c) =>
        c
          .columns(['claim_id', 'role'])
          .doUpdateSet((e) => excluded(SPAN_COLUMNS, (column) => e.ref(`excluded.${column}`))),
      )
      .execute();
  }
}

/**
 * What a claim that was there takes from the new reading: everything but its id, the run that first made it and its
 * review. A person's edit is put back into these columns by `foldArticle`.
 */
const CLAIM_COLUMNS = [
  'article_id',
  'text_hash',
  'position',
  'kind',
  'relation',
  'subject',
  'object',
  'scene',
  'status',
  'date_text',
  'date_start',
  'date_end',
  'date_precision',
  'date_basis',
  'deadline',
  'attribution_type',
  'attribution_name',
  'conditions',
  'rule',
  'trace',
  'state',
  'last_run',
  'machine',
] as const;
const SPAN_COLUMNS = ['start', 'end', 'quote'] as const;

const excluded = <C extends string, V>(columns: readonly C[], value: (column: C) => V): Record<string, V> =>
  Object.fromEntries(columns.map((column) => [column, value(column)]));
