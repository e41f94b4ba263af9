import type { Command } from 'commander';
import type { Fact } from '../../types.ts';
import { withStore } from '../book.ts';
import { quoteText } from '../claim-lines.ts';
import { palette } from '../colour.ts';
import { factCells } from '../fact-view.ts';
import { jsonArray, type MatterFlags, originals, pairsOf, sceneOf, withMatter } from '../matter.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export function register(program: Command, terminal: Terminal): void {
  withMatter(program.command('timeline'))
    .description(
      'the story of a pair in the order of time: what was announced, tried, planned and contradicted',
    )
    .action((flags: MatterFlags) =>
      withStore(flags, terminal, async (store) => {
        const { factsOf } = await import('../../facts/facts.ts');
        const { conflictsAmong } = await import('../../facts/conflicts.ts');
        const originalOf = await originals(store);
        const scene = await sceneOf(flags, terminal);
        const facts: Fact[] = [];
        const contradicted = new Set<Fact>();
        for await (const claims of pairsOf(store, flags)) {
          const some = factsOf(claims, originalOf);
          facts.push(...some.filter((f) => scene === undefined || f.scene === scene));
          for (const { sides } of conflictsAmong(some))
            for (const fact of sides.flatMap((s) => s.facts)) contradicted.add(fact);
        }
        const story = inTime(facts);
        if (flags.json === true) {
          const json = jsonArray(terminal.out, 1);
          for (const fact of story) json.add({ ...fact, contradicted: contradicted.has(fact) });
          json.end();
          return;
        }
        if (story.length === 0) terminal.err('no facts\n');
        const { dim, mark } = palette(terminal.colour);
        const lines = table(story.map(factCells)).split('\n');
        story.forEach((fact, i) => {
          const quote = fact.sources[0]?.claims[0]?.evidence.quote ?? '';
          const against = contradicted.has(fact) ? `  ${mark('contradicted')}` : '';
          terminal.out(`${lines[i]}${against}\n    ${dim(quoteText(quote))}\n`);
        });
      }),
    );
}

/** Facts without a day come last: they have no place in the story. */
const inTime = (facts: readonly Fact[]): Fact[] => {
  const key = (f: Fact): string => `${f.date.start ?? '9999'}${f.date.end ?? ''}`;
  return facts.toSorted((a, b) => (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0));
};
