import type { Command } from 'commander';
import type { Store, StoredArticle } from '../../store/store.ts';
import type { ExportedClaim } from '../../types.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { claimFields, claimLine, markedSentence, originText } from '../claim-view.ts';
import { type Palette, palette, plain } from '../colour.ts';
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
          if (flags.json === true) terminal.out(`${JSON.stringify(found, null, 2)}\n`);
          else terminal.out(claimText(claim, text, colours) + originText(claim, state));
          return;
        }
        const claims = await claimsOf(store, found);
        const kin = await store.kin(found.id);
        if (flags.json === true) terminal.out(`${JSON.stringify({ ...found, ...kin, claims }, null, 2)}\n`);
        else {
          terminal.out(articleHead(found, colours) + kinText(kin, colours));
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

function articleHead(article: StoredArticle, { bold, dim }: Palette): string {
  const origin = [article.publisher, article.author, article.published, article.url].filter(
    (x) => x !== null,
  );
  return [
    `${bold(plain(article.title ?? article.path))}\n`,
    origin.length > 0 ? `${plain(origin.join(' · '))}\n` : '',
    dim(`${plain(article.path)} · ${article.id} · ${article.format}, ${article.encoding} · ${article.state}`),
    '\n',
  ].join('');
}

type Kin = Awaited<ReturnType<Store['kin']>>;

/** Which article this one repeats, and which repeat it. */
function kinText({ original, reposts }: Kin, { dim }: Palette): string {
  const name = ({ path, publisher, published }: Kin['reposts'][number]): string =>
    plain([path, publisher, published].filter((x) => x !== null).join(' · '));
  return [
    ...(original === null ? [] : [`repost of ${name(original)}`]),
    ...reposts.map((repost) => `reposted in ${name(repost)}`),
  ]
    .map((line) => `${dim(line)}\n`)
    .join('');
}

const claimText = (claim: ExportedClaim, text: string, colours: Palette): string =>
  `${colours.dim(claim.id)}  ${claimLine(claim, colours)}\n` +
  `  ${markedSentence(text, claim.evidence, colours)}\n${claimFields(claim)}`;
