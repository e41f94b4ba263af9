import { type Kysely, sql } from 'kysely';
import type { ClaimFilter, Decision } from '../types.ts';
import { contentFromJson, contentHash } from './content.ts';
import { freshenContested } from './contested.ts';
import { rowOfDecision } from './decision-row.ts';
import { allOf, conditionsOf } from './filter.ts';
import { undoneIn } from './fold.ts';
import { chunks } from './rows.ts';
import { foldNew, logsOf, machinesOf } from './standing.ts';
import type { Tables } from './tables.ts';
import { durably } from './transaction.ts';

/** One decision about all claims that a filter holds. */
export interface Bulk {
  /** What its events share; the same bulk twice is one. */
  readonly group: string;
  readonly reviewer: string;
  readonly filter: ClaimFilter;
  /** How many claims the person saw that the filter holds. */
  readonly expected: number;
  readonly action: 'accept' | 'reject';
  readonly at: string;
  readonly reason: string | null;
  readonly note: string | null;
}

export interface BulkUndo {
  readonly group: string;
  readonly reviewer: string;
  /** The bulk, or the undo of one, that is taken back. */
  readonly undoes: string;
  readonly at: string;
}

/** How many events were written, or, with `mismatch`, how many claims the filter holds and that nothing was written. */
export interface BulkOutcome {
  readonly count: number;
  readonly mismatch: boolean;
}

/** Decides on all claims of the filter in one transaction, if they are as many as the person saw. */
export async function recordBulk(db: Kysely<Tables>, bulk: Bulk): Promise<BulkOutcome> {
  if (bulk.filter.conflict !== undefined) await freshenContested(db);
  return durably(db, async (t) => {
    const done = await sizeOf(t, bulk.group);
    if (done > 0) return { count: done, mismatch: false };
    const { rows } = await sql<{ id: string }>`
      SELECT claims.id FROM claims WHERE ${allOf(conditionsOf(bulk.filter))} ORDER BY claims.id`.execute(t);
    if (rows.length !== bulk.expected) return { count: rows.length, mismatch: true };
    const ids = rows.map((row) => row.id);
    let number = 0;
    for (const some of chunks(ids)) {
      const events = await eventsOn(t, some, bulk, number);
      await write(t, events);
      number += events.length;
    }
    await foldNew(t);
    return { count: number, mismatch: false };
  });
}

async function eventsOn(
  t: Kysely<Tables>,
  ids: readonly string[],
  bulk: Bulk,
  first: number,
): Promise<Decision[]> {
  const { group, action, reviewer, reason, note } = bulk;
  const machines = await machinesOf(t, ids);
  const own = await t
    .selectFrom('verdicts')
    .select(['claim_id', 'edit'])
    .where('reviewer', '=', reviewer)
    .where('claim_id', 'in', ids)
    .execute();
  const edits = new Map(own.map((row) => [row.claim_id, contentFromJson(row.edit)]));
  const times = await lastTimes(t, ids);
  return [...machines].map(([claim, { machine }], i) => ({
    id: `${group}.${first + i}`,
    claim,
    action,
    before: edits.get(claim) ?? machine,
    after: null,
    reviewer,
    at: after(times.get(claim), bulk.at),
    reason,
    note,
    undoes: null,
    group,
    machine: contentHash(machine),
  }));
}

/** Takes back, as one, what of a bulk still stands and has not been decided anew since. Gives how many events. */
export async function undoBulk(db: Kysely<Tables>, undo: BulkUndo): Promise<number> {
  return durably(db, async (t) => {
    const done = await sizeOf(t, undo.group);
    if (done > 0) return done;
    const rows = await t
      .selectFrom('decisions')
      .select(['id', 'claim_id'])
      .where('group_id', '=', undo.undoes)
      .where('reviewer', '=', undo.reviewer)
      .orderBy('seq')
      .execute();
    let number = 0;
    for (const some of chunks(rows)) {
      const events = await undosOf(t, some, undo, number);
      await write(t, events);
      number += events.length;
    }
    await foldNew(t);
    return number;
  });
}

async function undosOf(
  t: Kysely<Tables>,
  targets: readonly { readonly id: string; readonly claim_id: string }[],
  { group, reviewer, at }: BulkUndo,
  first: number,
): Promise<Decision[]> {
  const claims = targets.map((row) => row.claim_id);
  const logs = await logsOf(t, claims);
  const undoes = targets.flatMap(({ id, claim_id: claim }) => {
    const log = logs.get(claim) ?? [];
    return isLastWord(log, id, reviewer) ? [{ id, claim, last: log.at(-1)?.at }] : [];
  });
  return undoes.map(({ id, claim, last }, i) => ({
    id: `${group}.${first + i}`,
    claim,
    action: 'undo',
    before: null,
    after: null,
    reviewer,
    at: after(last, at),
    reason: null,
    note: null,
    undoes: id,
    group,
    machine: null,
  }));
}

/** Whether an event stands and nothing of the same reviewer that stands came after it. */
function isLastWord(log: readonly Decision[], id: string, reviewer: string): boolean {
  const undone = undoneIn(log);
  return log.findLast((event) => event.reviewer === reviewer && !undone.has(event.id))?.id === id;
}

async function lastTimes(t: Kysely<Tables>, claims: readonly string[]): Promise<Map<string, string>> {
  const rows = await t
    .selectFrom('decisions')
    .select((e) => ['claim_id', e.fn.max('at').as('at')])
    .where('claim_id', 'in', claims)
    .groupBy('claim_id')
    .execute();
  return new Map(rows.map((row) => [row.claim_id, row.at]));
}

/** The wanted time, or a millisecond after the last event where a clock went backwards. */
export function after(last: string | undefined, wanted: string): string {
  const at = new Date(wanted).toISOString();
  return last === undefined || last < at ? at : new Date(Date.parse(last) + 1).toISOString();
}

async function write(t: Kysely<Tables>, events: readonly Decision[]): Promise<void> {
  if (events.length > 0) await t.insertInto('decisions').values(events.map(rowOfDecision)).execute();
}

async function sizeOf(t: Kysely<Tables>, group: string): Promise<number> {
  const row = await t
    .selectFrom('decisions')
    .select((e) => e.fn.countAll().as('n'))
    .where('group_id', '=', group)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
