import type { Command } from 'commander';
import { withStore } from '../book.ts';
import { claimLines } from '../claim-lines.ts';
import { palette } from '../colour.ts';
import { factCells } from '../fact-view.ts';
import { jsonArray, type MatterFlags, originals, pairsOf, sceneOf, withMatter } from '../matter.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

export function register(program: Command, terminal: Terminal): void {
  withMatter(program.command('facts'))
    .description('what the articles say together: one fact for claims about the same thing, with its sources')
    .action((flags: MatterFlags) =>
      withStore(flags, terminal, async (store) => {
        const { factsOf } = await import('../../facts/facts.ts');
        const originalOf = await originals(store);
        const colours = palette(terminal.colour);
        const scene = await sceneOf(flags, terminal);
        const json = jsonArray(terminal.out);
        let count = 0;
        for await (const claims of pairsOf(store, flags)) {
          const facts = factsOf(claims, originalOf).filter((f) => scene === undefined || f.scene === scene);
          count += facts.length;
          if (flags.json === true) {
            for (const fact of facts) json.add(fact);
            continue;
          }
          const lines = table(facts.map(factCells)).split('\n');
          facts.forEach((fact, i) => {
            terminal.out(`${lines[i]}\n${claimLines(fact, '    ', colours)}`);
          });
        }
        if (flags.json === true) json.end();
        else if (count === 0) terminal.err('no facts\n');
      }),
    );
}
