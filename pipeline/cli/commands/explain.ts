import type { Command } from 'commander';
import { articleOf } from '../../clean/plain.ts';
import type { Reading } from '../../reading.ts';
import type { StoredArticle, StoredClaim } from '../../store/store.ts';
import type { Article, Knowledge } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { claimFields, claimLine, markedSentence, originText } from '../claim-view.ts';
import { palette } from '../colour.ts';
import { collect, type KnowledgeFlags, loadKnowledge } from '../engine.ts';
import { misuse } from '../fault.ts';
import { findArticle, findClaim, noClaim } from '../find.ts';
import { reportOn, reportText, type SentenceReport, seenText, traceText } from '../sentence-view.ts';
import type { Terminal } from '../terminal.ts';
import { isDay } from './dates.ts';

interface Flags extends DatabaseFlags, KnowledgeFlags {
  readonly text?: string;
  readonly published?: string;
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('explain')
    .description('show the way from the words to a claim, or what is seen in a text')
    .argument('[claim]', 'the id of a claim')
    .option('--text <text>', 'a text of your own, instead of a claim')
    .option('--published <day>', 'day of publication of that text (YYYY-MM-DD)')
    .option('--db <file>', 'the database', DATABASE)
    .option(
      '--lexicon <file>',
      'a lexicon file of your own, read after the built-in ones (repeatable)',
      collect,
    )
    .option('--json', 'print JSON')
    .action(async (id: string | undefined, flags: Flags) => {
      if ((id === undefined) === (flags.text === undefined))
        throw misuse('explain takes the id of a claim, or --text with a text');
      if (flags.published !== undefined && !isDay(flags.published))
        throw misuse(`--published ${flags.published}: not a day; write it as 2021-09-17`);
      if (flags.text !== undefined) await explainText(flags.text, flags, terminal);
      else if (id !== undefined) await explainClaim(id, flags, terminal);
    });
}

async function explainText(text: string, flags: Flags, terminal: Terminal): Promise<void> {
  const knowledge = await loadKnowledge(flags, terminal);
  const { reading, reports } = await readAndReport(articleOf(text, flags.published ?? null), knowledge);
  if (flags.json === true) {
    terminal.out(
      `${JSON.stringify({ published: reading.document.published, sentences: reports }, null, 2)}\n`,
    );
    return;
  }
  const colours = palette(terminal.colour);
  terminal.out(reports.map((r) => reportText(r, knowledge, colours)).join('\n'));
}

async function explainClaim(id: string, flags: Flags, terminal: Terminal): Promise<void> {
  const { stored, article } = await withStore(flags, terminal, async (store) => {
    const claim = await findClaim(store, id);
    if (claim === null) throw noClaim(id);
    return { stored: claim, article: await findArticle(store, claim.claim.article.path) };
  });
  const knowledge = await loadKnowledge(flags, terminal);
  const report = await reportAround(stored, article, knowledge);
  if (flags.json === true) {
    terminal.out(`${JSON.stringify({ ...stored, sentence: report }, null, 2)}\n`);
    return;
  }
  const { claim, text, state, trace } = stored;
  const colours = palette(terminal.colour);
  terminal.out(`${colours.dim(claim.id)}  ${claimLine(claim, colours)}\n`);
  terminal.out(`  ${markedSentence(text, claim.evidence, colours)}\n`);
  terminal.out(claimFields(claim) + originText(claim, state) + traceText({ trace }));
  if (report !== null) terminal.out(`\n${seenText(report, knowledge, colours)}`);
}

/** The sentence of a claim read once more; null where the article has changed since. */
async function reportAround(
  { claim, text }: StoredClaim,
  stored: StoredArticle | null,
  knowledge: Knowledge,
): Promise<SentenceReport | null> {
  if (stored === null || stored.text !== text) return null;
  const { title, publisher, author, categories, published, url } = stored;
  const article: Article = {
    path: stored.path,
    format: stored.format === 'html' ? 'html' : 'markdown',
    encoding: stored.encoding,
    sha256: stored.sha256,
    record: { title, publisher, author, categories, published, url },
    text,
    blocks: stored.blocks,
    warnings: [],
  };
  const { reading, reports } = await readAndReport(article, knowledge, claim.article.id);
  const { map, sentences } = reading.document;
  const at = sentences.findLastIndex((s) => (map[s.start] ?? 0) <= claim.evidence.start);
  return reports[at] ?? null;
}

async function readAndReport(
  article: Article,
  knowledge: Knowledge,
  id = 'text',
): Promise<{ reading: Reading; reports: SentenceReport[] }> {
  const { buildEngine, read } = await import('../../run.ts');
  const { nearMisses } = await import('../near-miss.ts');
  const reading = read(article, buildEngine(knowledge), id);
  const reports = reading.document.sentences.map((s) =>
    reportOn(s, reading, nearMisses(s, reading, knowledge)),
  );
  return { reading, reports };
}
