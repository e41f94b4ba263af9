/**
 * A whole ingest of feed fragments beside what else a user could take, in one run, interleaved, medians of all rounds:
 * the obvious pipeline (jsdom and Readability, opencc and nodejieba over everything, nothing stored), the limit (a
 * streaming parse and the rows that hutong writes, nothing else), hutong with one thread and with all cores, each as a
 * process; then hutong's stages one by one. Writes `bench/RESULTS.md`.
 *
 *   npm run bench            2,000 articles, 3 rounds
 *   npm run bench -- 500 5   500 articles, 5 rounds
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import Database from 'better-sqlite3';
import { Parser } from 'htmlparser2';
import { JSDOM, VirtualConsole } from 'jsdom';
import { Converter } from 'opencc-js/t2cn';
import { annotate } from '../pipeline/annotate/annotate.ts';
import { clean } from '../pipeline/clean/clean.ts';
import { extract } from '../pipeline/extract/extract.ts';
import { loadKnowledge } from '../pipeline/read/knowledge/knowledge.ts';
import { readSource } from '../pipeline/read/read.ts';
import { buildEngine } from '../pipeline/reading.ts';
import { refine } from '../pipeline/refine/refine.ts';
import { type Fragment, fragments, writeFragments } from './articles.ts';

const [count = 2000, rounds = 3] = process.argv.slice(2).map(Number);
/** The obvious pipeline takes so long that it is given fewer articles; what is compared is articles a second. */
const OBVIOUS = Math.min(100, count);
const TABLES = ['article_texts', 'readings', 'articles', 'claims'];

const folder = mkdtempSync(join(tmpdir(), 'bench-'));
const all = fragments(count);
writeFragments(join(folder, 'in'), all);

const bodyOf = ({ text }: Fragment): string => text.slice(text.indexOf('\n---', 3) + 4);

function obvious(): number {
  const jieba: { cut: (text: string) => string[] } = createRequire(import.meta.url)('nodejieba');
  const convert = Converter({ from: 't', to: 'cn' });
  let words = 0;
  for (const fragment of all.slice(0, OBVIOUS)) {
    const dom = new JSDOM(`<html><body><article>${bodyOf(fragment)}</article></body></html>`, {
      virtualConsole: new VirtualConsole(),
    });
    const text = new Readability(dom.window.document, { charThreshold: 0 }).parse()?.textContent ?? '';
    words += jieba.cut(convert(text)).length;
    dom.window.close();
  }
  return words === 0 ? 0 : OBVIOUS;
}

const hutong = (threads: number) => (): number => {
  const db = join(folder, `${threads}.db`);
  for (const end of ['', '-wal', '-shm']) rmSync(db + end, { force: true });
  const main = join('dist', 'bin', 'pipeline.js');
  const ingest = [main, 'ingest', join(folder, 'in'), '--db', db, '--threads', String(threads), '--quiet'];
  execFileSync(process.execPath, ingest);
  return count;
};

/** The rows of the book that hutong has written, table by table. */
function rowsOf(): Map<string, { columns: string[]; rows: unknown[][] }> {
  const book = new Database(join(folder, '1.db'), { readonly: true });
  const tables = TABLES.map((table) => {
    const held = book.prepare('SELECT name FROM pragma_table_xinfo(?) WHERE hidden = 0').pluck().all(table);
    const columns = held.map(String);
    const select = book.prepare(`SELECT ${columns.map((c) => `"${c}"`).join()} FROM ${table}`).raw();
    return [table, { columns, rows: select.all().map((row) => (Array.isArray(row) ? row : [])) }] as const;
  });
  book.close();
  return new Map(tables);
}

function limit(): number {
  let characters = 0;
  for (const { name } of all) {
    const parser = new Parser({
      ontext: (text) => {
        characters += text.length;
      },
    });
    parser.end(readFileSync(join(folder, 'in', name), 'utf8'));
  }
  const path = join(folder, 'limit.db');
  for (const end of ['', '-wal', '-shm']) rmSync(path + end, { force: true });
  const db = new Database(path);
  db.pragma('journal_mode = WAL');
  db.transaction(() => {
    for (const [table, { columns, rows }] of written) {
      const names = columns.map((c) => `"${c}"`).join();
      db.exec(`CREATE TABLE ${table} (${names}, PRIMARY KEY ("${columns[0]}")) WITHOUT ROWID`);
      const insert = db.prepare(`INSERT INTO ${table} VALUES (${columns.map(() => '?').join()})`);
      for (const row of rows) insert.run(row);
    }
  })();
  db.close();
  return characters === 0 ? 0 : count;
}

/** Seconds of each stage over all articles, in one thread. */
async function stages(): Promise<[string, number][]> {
  const knowledge = loadKnowledge();
  const engine = buildEngine(knowledge);
  const seconds = new Map<string, number>();
  const time = async <T>(stage: string, work: () => T | Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    seconds.set(stage, (seconds.get(stage) ?? 0) + (performance.now() - begun) / 1000);
    return result;
  };
  for (const { name, text } of all) {
    const bytes = new TextEncoder().encode(text);
    const { source } = await time('read', () => readSource(name, bytes));
    if (source === null) continue;
    const article = await time('clean', () => clean(source));
    const document = await time('annotate', () => annotate(article, engine.matcher, knowledge));
    const drafts = await time('extract', () => extract(document, knowledge));
    await time('refine', () => refine(document, drafts, name, knowledge));
  }
  return [...seconds];
}

const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

const cores = availableParallelism();
const runs = new Map<string, number[]>();
function measure(name: string, work: () => number): void {
  const begun = performance.now();
  const done = work();
  runs.set(name, [...(runs.get(name) ?? []), done / ((performance.now() - begun) / 1000)]);
}

hutong(1)();
const written = rowsOf();
obvious();
for (let round = 0; round < rounds; round += 1) {
  measure('the obvious pipeline', obvious);
  measure('hutong, 1 thread', hutong(1));
  measure(`hutong, ${cores} threads`, hutong(cores));
  measure('the limit', limit);
}
const byStage = await stages();

const rate = (name: string): number => median(runs.get(name) ?? []);
const characters = all.reduce((sum, { text }) => sum + text.length, 0);
const megabytes = all.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) / 1e6;
const book = statSync(join(folder, '1.db')).size / 1e6;
const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const report = [
  '# Ingest, side by side',
  '',
  `Written by \`npm run bench -- ${count} ${rounds}\` on Node ${process.version}, ${cores} cores of ${cpus()[0]?.model ?? 'an unknown processor'}.`,
  '',
  `${count} distinct feed fragments made from \`corpus/\` (${Math.round(characters / count)} characters each with their markup, ${megabytes.toFixed(1)} MB in all).`,
  `Medians of ${rounds} interleaved runs. hutong runs as a process, start and loading of rules included; the obvious pipeline`,
  `(jsdom + Readability, opencc and nodejieba over everything, nothing stored) runs warm over ${OBVIOUS} of them; the limit is a`,
  'streaming parse and the same rows written in one transaction.',
  '',
  line(['', 'articles a second', 'times the obvious', 'of the limit']),
  line(['---', '---', '---', '---']),
  ...[...runs.keys()].map((name) =>
    line([
      name,
      rate(name).toFixed(0),
      (rate(name) / rate('the obvious pipeline')).toFixed(1),
      (rate(name) / rate('the limit')).toFixed(2),
    ]),
  ),
  '',
  `The book takes ${book.toFixed(1)} MB, ${(book / megabytes).toFixed(1)} times the articles.`,
  '',
  line(['stage, one thread', 'ms an article', 'MB a second']),
  line(['---', '---', '---']),
  ...byStage.map(([stage, s]) => line([stage, ((s * 1000) / count).toFixed(2), (megabytes / s).toFixed(1)])),
  '',
].join('\n');
writeFileSync('bench/RESULTS.md', report);
process.stdout.write(report);
rmSync(folder, { recursive: true });
