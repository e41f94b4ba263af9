import type { Command } from 'commander';
import type { Store, StoredArticle } from '../../store/store.ts';
import type { ExportedClaim } from '../../types.ts';
import { articleHead, articleJson, kinText, sourceText } from '../article-view.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { claimFields, claimLine, markedSentence, originText } from '../claim-view.ts';
import { type Palette, palette } from '../colour.ts';
import { misuse } from '../fault.ts';
import { findOne } from '../find.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends DatabaseFlags {
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('show')
    .description('show an article or a claim, each sentence with its evidence marked')
    .argument('<what>', 'the path or the name of an article, or the id of a claim or an article')
    .option('--db <file>', 'the database', DATABASE)
    .option('--json', 'print JSON')
    .action((what: string, flags: Flags) =>
      withStore(flags, terminal, async (store) => {
        const found = await findOne(store, what);
        if (found === null) throw misuse(`${what}: no article and no claim of that name`);
        const colours = palette(terminal.colour);
        if ('claim' in found) {
          const { claim, state, text } = found;
          if (flags.json === true) {
            const { placeOf } = await import('../../store/readings.ts');
            const { sourceMap } = await store.source(claim.article.id);
            const place = state === 'current' ? placeOf(sourceMap, claim.evidence) : null;
            terminal.out(`${JSON.stringify({ ...found, place }, null, 2)}\n`);
          } else terminal.out(claimText(claim, text, colours) + originText(claim, state));
          return;
        }
        const claims = await claimsOf(store, found);
        const kin = await store.kin(found.id);
        const source = await store.source(found.id);
        if (flags.json === true) terminal.out(articleJson({ ...found, ...kin, claims }, source));
        else {
          terminal.out(articleHead(found, colours) + sourceText(source, colours) + kinText(kin, colours));
          for (const claim of claims) terminal.out(`\n${claimText(claim, found.text, colours)}`);
        }
      }),
    );
}

async function claimsOf(store: Store, article: StoredArticle): Promise<ExportedClaim[]> {
  const claims: ExportedClaim[] = [];
  for await (const claim of store.claims({ article: article.id })) claims.push(claim);
  return claims;
}

const claimText = (claim: ExportedClaim, text: string, colours: Palette): string =>
  `${colours.dim(claim.id)}  ${claimLine(claim, colours)}\n` +
  `  ${markedSentence(text, claim.evidence, colours)}\n${claimFields(claim)}`;
