import type { Command } from 'commander';
import { generalFacts } from '../../library/general.ts';
import type { Names, PairStory } from '../../report/collect.ts';
import type { Store } from '../../store/store.ts';
import { DATABASE, type DatabaseFlags, withStore } from '../book.ts';
import { today } from '../day.ts';
import { type KnowledgeFlags, loadKnowledge, collect as several } from '../engine.ts';
import { cannot } from '../fault.ts';
import { outFile } from '../files.ts';
import { originals, pairsOf } from '../matter.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

interface Flags extends DatabaseFlags, KnowledgeFlags {
  readonly out: string;
  readonly subject?: string;
  readonly object?: string;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('report')
    .description(
      'write one HTML page: who opens what to whom on any day, the story, the conflicts, the words',
    )
    .option('--db <file>', 'the database', DATABASE)
    .option('--out <file>', 'the page, - for stdout', 'output/report.html')
    .option('--subject <id>', 'only this one: the app in which, the shop where one pays')
    .option('--object <id>', 'only this one: whose links, the way to pay')
    .option('--lexicon <file>', 'names of your own; may be given more than once', several)
    .action(async (flags: Flags) => {
      const { collect } = await import('../../report/collect.ts');
      const { NoPageError, reportPage, writePage } = await import('../../report/write.ts');
      const names = await namesOf(flags, terminal);
      const stories = await withStore(flags, terminal, (store) => storiesOf(store, flags));
      try {
        const data = collect(stories, names, today());
        const page = reportPage(data);
        if (flags.out === '-') {
          terminal.out(page);
          return;
        }
        writePage(outFile(flags.out, flags.db, terminal), page);
        const size = `${Math.ceil(Buffer.byteLength(page) / 1024)} KB`;
        terminal.err(
          `${counted(data.facts.length, 'fact')}, ${counted(data.conflicts.length, 'conflict')} in ${flags.out} (${size})\n`,
        );
      } catch (error) {
        throw error instanceof NoPageError ? cannot(error.message) : error;
      }
    });
}

async function namesOf(flags: KnowledgeFlags, terminal: Terminal): Promise<Names> {
  const { lexicon } = await loadKnowledge(flags, terminal);
  const named = (entries: readonly { id: string; name: string }[]): Record<string, string> =>
    Object.fromEntries(entries.map(({ id, name }) => [id, name]));
  return { entities: named(lexicon.entities), scenes: named(lexicon.scenes) };
}

/** What is known of every pair that is asked for. */
async function storiesOf(store: Store, flags: Flags): Promise<PairStory[]> {
  const { factsOf } = await import('../../facts/facts.ts');
  const { conflictsAmong, exceptionsOf } = await import('../../facts/conflicts.ts');
  const { stepsOf } = await import('../../facts/steps.ts');
  const originalOf = await originals(store);
  const generalOf = generalFacts(store, originalOf);
  const stories: PairStory[] = [];
  for await (const claims of pairsOf(store, flags)) {
    const facts = factsOf(claims, originalOf);
    const general = await generalOf(claims);
    const conflicts = [...conflictsAmong(facts), ...exceptionsOf(facts, general)];
    stories.push({ facts, conflicts, courses: stepsOf(facts, conflicts, { originalOf, general }) });
  }
  return stories;
}
