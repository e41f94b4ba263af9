import type { Kysely } from 'kysely';
import type { Decision } from '../types.ts';
import { after } from './bulk.ts';
import { contentHash } from './content.ts';
import { decisionFromRow, rowOfDecision } from './decision-row.ts';
import { undoneIn } from './fold.ts';
import { heldText } from './pack.ts';
import { foldNew, logsOf, machinesOf } from './standing.ts';
import type { Tables } from './tables.ts';
import { durably } from './transaction.ts';

/** What became of events that were to be written. */
export interface Receipt {
  /** In the log, those too that had been there before; safe against a power cut. */
  readonly saved: readonly string[];
  /** Not in the log, and why; the others are, all the same. */
  readonly refused: readonly { readonly id: string; readonly why: string }[];
}

export interface RecordOptions {
  /**
   * Events of another database's log: their time stays as it is. Without it an event is later than every other on
   * its claim, whatever the clock says.
   */
  readonly asWritten?: boolean;
}

/**
 * Appends events in their order, in one transaction. The same event (by id) twice is one event. Refused are: an id
 * that stands for another event, a claim that is not there, an edit whose quote does not stand in the text, and an
 * undo of nothing, of another's decision, or of what is taken back already.
 */
export async function record(
  db: Kysely<Tables>,
  events: readonly Decision[],
  { asWritten = false }: RecordOptions = {},
): Promise<Receipt> {
  return durably(db, async (t) => {
    const saved: string[] = [];
    const refused: { id: string; why: string }[] = [];
    for (const event of events) {
      const why = await append(t, event, asWritten);
      if (why === null) saved.push(event.id);
      else refused.push({ id: event.id, why });
    }
    await foldNew(t);
    return { saved, refused };
  });
}

/** Writes one event; gives why not, where it cannot be. */
async function append(t: Kysely<Tables>, event: Decision, asWritten: boolean): Promise<string | null> {
  const known = await t.selectFrom('decisions').selectAll().where('id', '=', event.id).executeTakeFirst();
  if (known !== undefined)
    return sameEvent(decisionFromRow(known), event) ? null : 'another decision has this id already';
  const machine = (await machinesOf(t, [event.claim])).get(event.claim)?.machine;
  if (machine === undefined) return `there is no claim ${event.claim} here`;
  const log = (await logsOf(t, [event.claim])).get(event.claim) ?? [];
  const fault = event.action === 'undo' ? undoFault(event, log) : await editFault(t, event);
  if (fault !== null) return fault;
  const now = contentHash(machine);
  const row = rowOfDecision({
    ...event,
    at: asWritten ? event.at : after(log.at(-1)?.at, event.at),
    machine: event.machine ?? seenMachine(event, log, now),
  });
  await t.insertInto('decisions').values(row).execute();
  return null;
}

/** What the rules said when the person looked: what they say now, unless the page was older than the last ingest. */
function seenMachine(event: Decision, log: readonly Decision[], now: string): string | null {
  if (event.before === null) return event.action === 'undo' ? null : now;
  const seen = contentHash(event.before);
  const own = log.some(
    (e) => e.reviewer === event.reviewer && e.after !== null && contentHash(e.after) === seen,
  );
  return own ? now : seen;
}

const sameEvent = (a: Decision, b: Decision): boolean =>
  a.claim === b.claim &&
  a.action === b.action &&
  a.reviewer === b.reviewer &&
  a.undoes === b.undoes &&
  JSON.stringify(a.after) === JSON.stringify(b.after);

function undoFault(event: Decision, log: readonly Decision[]): string | null {
  const target = log.find((e) => e.id === event.undoes);
  if (target === undefined) return `there is no decision ${event.undoes} on this claim to take back`;
  if (target.reviewer !== event.reviewer)
    return `${target.reviewer} decided that; only ${target.reviewer} can take it back`;
  return undoneIn(log).has(target.id) ? 'that decision is taken back already' : null;
}

async function editFault(t: Kysely<Tables>, { action, after }: Decision): Promise<string | null> {
  if (action !== 'edit') return after === null ? null : 'only an edit changes a claim';
  if (after === null) return 'an edit must say what the claim reads like now';
  const row = await t
    .selectFrom('article_texts')
    .select('text')
    .where('hash', '=', after.textHash)
    .executeTakeFirst();
  if (row === undefined) return 'the text that the evidence was chosen in is not here';
  const { start, end, quote } = after.evidence;
  return heldText.parse(row.text).slice(start, end) === quote
    ? null
    : 'the quote does not stand in the text where it says';
}

const PAGE = 1000;

/** The whole log, or what is in it about one claim, in the order in which it was written. */
export async function* readDecisions(db: Kysely<Tables>, claim?: string): AsyncGenerator<Decision> {
  let after = 0;
  for (;;) {
    let query = db.selectFrom('decisions').selectAll().where('seq', '>', after).orderBy('seq').limit(PAGE);
    if (claim !== undefined) query = query.where('claim_id', '=', claim);
    const rows = await query.execute();
    for (const row of rows) yield decisionFromRow(row);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) return;
    after = last.seq;
  }
}
