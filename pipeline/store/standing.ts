import type { Kysely } from 'kysely';
import { z } from 'zod';
import type { Decision, ReviewedContent, ReviewState } from '../types.ts';
import { codeOf } from './codes.ts';
import { content, contentColumns, contentHash, contentOf, writtenColumns } from './content.ts';
import { decisionFromRow } from './decision-row.ts';
import { type Standing, standingsOf } from './fold.ts';
import { chunks } from './rows.ts';
import type { Tables } from './tables.ts';

/** Folds what has been written to the log since the last time. Call it within the transaction that wrote. */
export async function foldNew(t: Kysely<Tables>): Promise<void> {
  const { seq } = await t.selectFrom('folded').select('seq').executeTakeFirstOrThrow();
  const fresh = await t
    .selectFrom('decisions')
    .where('seq', '>', seq)
    .select(['claim_id', 'seq'])
    .orderBy('seq')
    .execute();
  const last = fresh.at(-1);
  if (last === undefined) return;
  await foldClaims(t, [...new Set(fresh.map((row) => row.claim_id))]);
  await t.updateTable('folded').set({ seq: last.seq }).execute();
}

/** Folds anew what has been decided on claims of an article (by its key) that has just been read again. */
export async function foldArticle(t: Kysely<Tables>, article: number): Promise<void> {
  const rows = await t
    .selectFrom('claims')
    .innerJoin('verdicts', 'verdicts.claim_id', 'claims.id')
    .where('claims.article_key', '=', article)
    .select('claims.id')
    .distinct()
    .execute();
  if (rows.length > 0)
    await foldClaims(
      t,
      rows.map((row) => row.id),
    );
}

async function foldClaims(t: Kysely<Tables>, ids: readonly string[]): Promise<void> {
  for (const some of chunks(ids)) {
    const logs = await logsOf(t, some);
    const claims = await machinesOf(t, some);
    const verdicts = [...claims].map(([id, claim]) => verdictsOn(id, claim, logs.get(id) ?? []));
    await t.deleteFrom('verdicts').where('claim_id', 'in', some).execute();
    const rows = verdicts.flatMap((verdict) => verdict.rows);
    for (const few of chunks(rows)) await t.insertInto('verdicts').values(few).execute();
    await setStates(t, verdicts);
    for (const { id, standing } of verdicts) {
      const claim = claims.get(id);
      const edit = standing?.edit ?? null;
      if (claim !== undefined && (claim.isEdited || edit !== null))
        await setContent(t, id, claim.machine, edit);
    }
  }
}

/** A claim as the rules read it, and whether a person's edit stands in its columns now. */
export interface Machine {
  readonly machine: ReviewedContent;
  readonly isEdited: boolean;
}

const claimRow = contentColumns.extend({
  id: z.string(),
  text_hash: z.string(),
  machine: z.string().nullable(),
});

/** Claims of the given ids as the rules read them. */
export async function machinesOf(t: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, Machine>> {
  const rows = await t
    .selectFrom('claims')
    .innerJoin('article_texts', 'article_texts.key', 'claims.text_key')
    .where('claims.id', 'in', ids)
    .selectAll('claims')
    .select('article_texts.hash as text_hash')
    .execute();
  return new Map(
    rows.map((found): [string, Machine] => {
      const row = claimRow.parse(found);
      const isEdited = row.machine !== null;
      const machine =
        row.machine === null
          ? { ...contentOf(row), textHash: row.text_hash }
          : content.parse(JSON.parse(row.machine));
      return [row.id, { machine, isEdited }];
    }),
  );
}

/** All that has been decided on claims of the given ids, by claim, in the order in which it was written. */
export async function logsOf(t: Kysely<Tables>, ids: readonly string[]): Promise<Map<string, Decision[]>> {
  const rows = await t
    .selectFrom('decisions')
    .selectAll()
    .where('claim_id', 'in', ids)
    .orderBy('seq')
    .execute();
  const logs = new Map<string, Decision[]>();
  for (const row of rows) {
    const event = decisionFromRow(row);
    const log = logs.get(event.claim);
    if (log === undefined) logs.set(event.claim, [event]);
    else log.push(event);
  }
  return logs;
}

interface Verdicts {
  readonly id: string;
  readonly rows: readonly Tables['verdicts'][];
  /** The standing of the reviewer who decided last. */
  readonly standing: Standing | null;
}

function verdictsOn(id: string, { machine }: Machine, log: readonly Decision[]): Verdicts {
  const standings = standingsOf(log);
  const standing = standings.at(-1) ?? null;
  const now = contentHash(machine);
  const rows = standings.map((s) => ({
    claim_id: id,
    reviewer: s.reviewer,
    state: s.state,
    decision: s.decision.id,
    at: s.decision.at,
    reason: s.decision.reason,
    note: s.decision.note,
    edit: s.edit === null ? null : JSON.stringify(s.edit),
    changed: s.decision.machine !== null && s.decision.machine !== now ? 1 : 0,
    latest: s === standing ? 1 : 0,
  }));
  return { id, rows, standing };
}

async function setStates(t: Kysely<Tables>, verdicts: readonly Verdicts[]): Promise<void> {
  const byState = new Map<ReviewState, string[]>();
  for (const { id, standing } of verdicts) {
    const state = standing?.state ?? 'unreviewed';
    const ids = byState.get(state);
    if (ids === undefined) byState.set(state, [id]);
    else ids.push(id);
  }
  for (const [review, ids] of byState)
    await t
      .updateTable('claims')
      .set({ review_code: codeOf('review', review) })
      .where('id', 'in', ids)
      .execute();
}

/** Puts the person's reading, or where there is none the rules', into the claim's columns. */
async function setContent(
  t: Kysely<Tables>,
  id: string,
  machine: ReviewedContent,
  edit: ReviewedContent | null,
): Promise<void> {
  const said = edit ?? machine;
  await t
    .updateTable('claims')
    .set((e) => ({
      ...writtenColumns(said),
      text_key: e.selectFrom('article_texts').select('key').where('hash', '=', said.textHash),
      machine: edit === null ? null : JSON.stringify(machine),
    }))
    .where('id', '=', id)
    .execute();
}
