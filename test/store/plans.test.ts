import type { Kysely } from 'kysely';
import { beforeAll, describe, expect, it } from 'vitest';
import { COMMANDS, QUEUES } from '../../bench/questions.ts';
import { parseQuery } from '../../pipeline/review/server/query.ts';
import { openDatabase } from '../../pipeline/store/open.ts';
import { type QueuePage, type QueueRequest, readQueue } from '../../pipeline/store/queue.ts';
import { Store } from '../../pipeline/store/store.ts';
import type { Tables } from '../../pipeline/store/tables.ts';
import { pipeline } from '../cli/terminal.ts';
import { deskOn } from '../review/server/desk.ts';
import { newDatabase } from './fixtures.ts';
import { planOf, statementsIn } from './plans.ts';
import { variedBook } from './varied-book.ts';

/** Asks every queue as of a large book. */
class LargeBook extends Store {
  private readonly tables: Kysely<Tables>;

  constructor(tables: Kysely<Tables>) {
    super(tables);
    this.tables = tables;
  }

  override queue(request: QueueRequest): Promise<QueuePage> {
    return readQueue(this.tables, request, 0);
  }
}

let path: string;
beforeAll(async () => {
  path = newDatabase();
  const store = await variedBook(path);
  await store.indexWords();
  await store.findContested();
  await store.close();
});

const LARGE =
  '(?:claims|articles|c|a|x|r|own|verdicts|decisions|readings|article_texts|signatures|search_rows)';
const WHOLE = new RegExp(`^\\s*SCAN ${LARGE}$`);
const WALK = new RegExp(`^SCAN ${LARGE} USING`);

/** The steps of a plan that go through all of a large table, or that sort all that a walk through an index gives. */
function offences(plan: readonly string[]): string[] {
  const isWalk = plan.some((step) => WALK.test(step));
  return plan.filter((step) => WHOLE.test(step) || (isWalk && /USE TEMP B-TREE FOR ORDER BY/.test(step)));
}

async function offencesOf(work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsIn(work);
  const planned = statements.filter((text) => /^\s*(?:select|with|insert|update|delete)/i.test(text));
  return planned.flatMap((text) => offences(planOf(path, text)));
}

/** What no index answers: days that overlap others, and words anywhere in a quote or a title. */
const SCANS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/from=|--from/, ['SCAN claims']],
  [/q=|--words/, ['SCAN claims', 'SCAN articles']],
];
const allowed = (name: string): readonly string[] =>
  SCANS.flatMap(([pattern, steps]) => (pattern.test(name) ? steps : []));

describe('no plan goes through a large table or sorts it whole', () => {
  it.each(QUEUES.filter((address) => !address.includes('offset=')))('queue %s', async (address) => {
    const query = parseQuery(new URLSearchParams(address));
    if (!query.success) throw query.error;
    const found = await offencesOf(async () => {
      const db = await openDatabase(path, { create: false });
      await deskOn(new LargeBook(db)).queue(query.data);
      await db.destroy();
    });
    expect(found.map((step) => step.trim()).filter((step) => !allowed(address).includes(step))).toEqual([]);
  });

  it.each(COMMANDS.map((args) => args.join(' ')))('%s', async (line) => {
    const found = await offencesOf(() => pipeline([...line.split(' '), '--db', path], { cwd: '.' }));
    expect(found.map((step) => step.trim()).filter((step) => !allowed(line).includes(step))).toEqual([]);
  });
});

it('sees a plan that does', () => {
  expect(offences(planOf(path, 'SELECT * FROM claims WHERE carried = 3'))).toEqual(['SCAN claims']);
  expect(offences(planOf(path, 'SELECT id FROM claims ORDER BY date_text'))).not.toEqual([]);
  expect(offences(planOf(path, 'SELECT id FROM claims ORDER BY id'))).toEqual([]);
});
