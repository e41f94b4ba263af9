/**
 * How long each reading command, and the review's queue in every order and with every filter, takes from the question
 * to the first line, on a book of 100,000 articles (`bench/book.ts`), and how SQLite runs what it is asked. Each is asked
 * in this process on a connection of its own, so that the start of the process is left out, the opening of the book is
 * not. Writes `bench/QUERIES.md`.
 *
 *   npm run bench:queries            100,000 articles
 *   npm run bench:queries -- 5000    5,000 articles
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { run } from '../pipeline/cli/program.ts';
import { Desk } from '../pipeline/review/desk.ts';
import { parseQuery } from '../pipeline/review/server/query.ts';
import { openStore, type Store } from '../pipeline/store/store.ts';
import { planOf, statementsIn } from '../test/store/plans.ts';
import { makeBook } from './book.ts';
import { COMMANDS, QUEUES } from './questions.ts';

const [given = '100000', kept, only = ''] = process.argv.slice(2);
const count = Number(given);
const ROUNDS = 3;

class Enough extends Error {}

/** Runs a command line until it has printed something; gives the milliseconds. */
async function firstLine(args: readonly string[]): Promise<number> {
  const begun = performance.now();
  let took = Number.NaN;
  const enough = (): Enough => {
    if (Number.isNaN(took)) took = performance.now() - begun;
    return new Enough();
  };
  const stop = (): never => {
    throw enough();
  };
  const stdout = new Writable({ write: (_chunk, _encoding, done) => done(enough()) });
  const terminal = {
    out: stop,
    stdout,
    err: () => {},
    progress: false,
    colour: false,
    cwd: '.',
    exit: () => {},
  };
  try {
    await run([...args, '--db', book], { ...terminal, stdin: (async function* () {})() });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return Number.isNaN(took) ? performance.now() - begun : took;
}

async function onDesk(ask: (desk: Desk, store: Store) => Promise<unknown>): Promise<number> {
  const begun = performance.now();
  const store = await openStore(book, { create: false });
  const lexicon = { entities: [], scenes: [], cues: [] };
  await ask(
    new Desk({ book: store, reviewer: 'li', lexicon, reasons: new Map(), version: '', database: '' }),
    store,
  );
  const took = performance.now() - begun;
  await store.close();
  return took;
}

const queueOf = (address: string) => (desk: Desk) => {
  const query = parseQuery(new URLSearchParams(`limit=100&${address}`));
  if (!query.success) throw query.error;
  return desk.queue(query.data);
};

/** Milliseconds of processor, which others on the machine change less than those of the clock. */
function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Lets the system forget the file, so that the next question reads it from the disk. */
function forget(): void {
  execFileSync('dd', [`if=${book}`, 'iflag=nocache', 'count=0', 'status=none']);
}

interface Answer {
  readonly name: string;
  readonly cost: number;
  readonly warm: number;
  readonly cold: number;
  readonly statements: readonly string[];
}

const figures = ({ warm, cost, cold }: Omit<Answer, 'statements'>): string[] =>
  [warm, cost, cold].map((time) => (Number.isNaN(time) ? '–' : time.toFixed(0)));

/** What takes longer than this (milliseconds) is asked once. */
const LONG = 3000;

async function answer(name: string, ask: () => Promise<number>): Promise<Answer> {
  const times: number[] = [];
  const costs: number[] = [];
  const measured = async (): Promise<void> => {
    const before = processor();
    times.push(await ask());
    costs.push(processor() - before);
  };
  const statements = await statementsIn(measured);
  const isLong = (times[0] ?? 0) > LONG;
  if (!isLong) {
    times.length = 0;
    costs.length = 0;
    for (let round = 0; round < ROUNDS; round += 1) await measured();
    forget();
  }
  const cold = isLong ? Number.NaN : await ask();
  const answer = { name, warm: median(times), cost: median(costs), cold, statements };
  process.stderr.write(
    `${figures(answer)
      .map((figure) => figure.padStart(6))
      .join('')}  ${name}\n`,
  );
  return answer;
}

const folder = kept === undefined ? mkdtempSync(join(tmpdir(), 'bench-')) : null;
const book = kept ?? join(folder ?? '', 'claims.db');
if (!existsSync(book)) await makeBook(book, count);

const answers: Answer[] = [];
const opening = await statementsIn(() => onDesk(async () => {}));
for (const args of COMMANDS)
  if (args.join(' ').includes(only)) answers.push(await answer(args.join(' '), () => firstLine(args)));
for (const address of QUEUES)
  if (address.includes(only)) answers.push(await answer(`queue ${address}`, () => onDesk(queueOf(address))));

const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const isPlanned = (statement: string): boolean =>
  /^\s*(?:select|with|insert[\s\S]*select)/i.test(statement) && !opening.includes(statement);
const plans = new Map<string, string[]>();
for (const { name, statements } of answers)
  for (const statement of statements.filter(isPlanned)) {
    const text = statement.replace(/\s+/g, ' ').trim();
    plans.set(text, [...(plans.get(text) ?? []), name]);
  }
const stats = await openStore(book, { create: false });
const { articles, claims, decisions } = await stats.stats();
await stats.close();
const report = [
  '# From the question to the first line',
  '',
  `Written by \`npm run bench:queries -- ${count}\` on Node ${process.version}, ${cpus()[0]?.model ?? 'an unknown processor'}, ${cpus().length} cores,`,
  `with a load of ${loadavg()[0]?.toFixed(0)} on them: where that is more than the cores, the figure of the processor is the one to go by.`,
  '',
  `A book of ${articles.present} articles, ${claims.current} claims and ${decisions} decisions, ${(statSync(book).size / 1e6).toFixed(0)} MB, made by \`bench/book.ts\`.`,
  `Milliseconds, medians of ${ROUNDS}, each on a new connection, opening it included, the start of the process left out;`,
  'cold: once, after the system was made to forget the file. A queue is asked for its first 100 claims, with its counts.',
  'Not asked: `timeline` of a whole book, which is in the order of time over all pairs, so that its first line comes when all are read.',
  '',
  line(['asked', 'ms', 'of processor', 'cold']),
  line(['---', '---:', '---:', '---:']),
  ...answers.map((one) => line([`\`${one.name}\``, ...figures(one)])),
  '',
  '## How SQLite runs it',
  '',
  'Each statement once, under the first question that asks it.',
  ...[...plans].flatMap(([text, [name = '', ...others]]) => [
    '',
    `\`${name}\`${others.length === 0 ? '' : ` and ${others.length} more`}`,
    '',
    '```text',
    text,
    ...planOf(book, text).map((step) => `  ${step}`),
    '```',
  ]),
  '',
].join('\n');
if (only === '') writeFileSync('bench/QUERIES.md', report);
if (folder !== null) rmSync(folder, { recursive: true });
