import { type Command, InvalidArgumentError } from 'commander';
import type { Hit, SearchResult } from '../../store/search/search.ts';
import type { Store } from '../../store/store.ts';
import type { ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { claimLine } from '../claim-view.ts';
import { type Palette, palette, plain } from '../colour.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags {
  readonly limit: number;
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('search')
    .description('find words in the articles, with the claims that rest on them')
    .argument('<words...>', 'words that all stand in an article, in Simplified or Traditional characters')
    .option('--db <file>', 'the database', DATABASE)
    .option('--limit <n>', 'at most so many sentences', wholeNumber, 20)
    .option('--json', 'print JSON')
    .action((given: string[], flags: Flags) =>
      withStore(flags, terminal, async (store) => {
        const words = [...new Set(given.flatMap((arg) => arg.split(/\s+/)).filter((word) => word !== ''))];
        const result = await store.search(words, {
          limit: flags.limit,
          onProgress: (done, left) => {
            if (terminal.progress) terminal.err(`\r\x1b[K${done} articles indexed, ${left} left`);
          },
        });
        if (terminal.progress) terminal.err('\r\x1b[K');
        if (flags.json === true) terminal.out(`${JSON.stringify(result, null, 2)}\n`);
        else await print(result, words, store, terminal);
      }),
    );
}

function wholeNumber(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(text);
}

async function print(
  result: SearchResult,
  words: readonly string[],
  store: Store,
  terminal: Terminal,
): Promise<void> {
  const { hits, articles, cut } = result;
  const colours = palette(terminal.colour);
  if (result.words.join() !== words.join() && hits.length > 0)
    terminal.err(`No article holds «${words.join(' ')}» as it is; looked for ${result.words.join(' ')}.\n`);
  let last = '';
  for (const hit of hits) {
    if (hit.article.id !== last) terminal.out(headOf(hit, colours));
    last = hit.article.id;
    terminal.out(`  ${markedText(hit, colours)}\n`);
    for (const claim of await claimsOf(hit, store))
      terminal.out(`    ${colours.dim(claim.id)}  ${claimLine(claim, colours)}\n`);
  }
  const count = cut
    ? `about ${articles} articles, of which the last read are weighed`
    : counted(articles, 'article');
  terminal.err(`${counted(hits.length, 'sentence')}; ${count}\n`);
}

function headOf({ article }: Hit, { bold, dim }: Palette): string {
  const day = article.published?.slice(0, 10) ?? 'no date';
  const origin = [article.publisher, day, article.path].filter((x) => x !== null).join(' · ');
  return `${bold(plain(article.title ?? article.path))}  ${dim(plain(origin))}\n`;
}

/** A sentence longer than this is shown around its first words. */
const LONG = 240;

function markedText({ text, marks }: Hit, { mark }: Palette): string {
  const first = marks[0]?.start ?? 0;
  const from = text.length <= LONG ? 0 : Math.max(0, first - LONG / 4);
  const to = text.length <= LONG ? text.length : from + LONG;
  const parts: string[] = [from > 0 ? '…' : ''];
  let at = from;
  for (const { start, end } of marks.filter((m) => m.end <= to)) {
    parts.push(plain(text.slice(at, start)), mark(plain(text.slice(start, end))));
    at = end;
  }
  return [...parts, plain(text.slice(at, to)), to < text.length ? '…' : ''].join('');
}

async function claimsOf(hit: Hit, store: Store): Promise<ExportedClaim[]> {
  if (hit.claims.length === 0) return [];
  const claims: ExportedClaim[] = [];
  for await (const claim of store.claims({ article: hit.article.id }))
    if (hit.claims.includes(claim.id)) claims.push(claim);
  return claims;
}
