import type { Command } from 'commander';
import { generalFacts } from '../../library/general.ts';
import type { Conflict } from '../../types.ts';
import { withStore } from '../book.ts';
import { claimLines } from '../claim-lines.ts';
import { type Palette, palette } from '../colour.ts';
import { betterText, conflictWord, daysText, matterText, statusText } from '../fact-view.ts';
import { jsonArray, type MatterFlags, originals, pairsOf, sceneOf, withMatter } from '../matter.ts';
import type { Terminal } from '../terminal.ts';
import { counted } from '../words.ts';

export function register(program: Command, terminal: Terminal): void {
  withMatter(program.command('conflicts'))
    .description(
      'where claims contradict each other: announcement and test, two outlets, one change told of two days',
    )
    .action((flags: MatterFlags) =>
      withStore(flags, terminal, async (store) => {
        const { conflictsAmong, exceptionsOf } = await import('../../facts/conflicts.ts');
        const { factsOf } = await import('../../facts/facts.ts');
        const originalOf = await originals(store);
        const general = generalFacts(store, originalOf);
        const colours = palette(terminal.colour);
        const scene = await sceneOf(flags, terminal);
        const json = jsonArray(terminal.out);
        let count = 0;
        for await (const claims of pairsOf(store, flags)) {
          const facts = factsOf(claims, originalOf);
          const exceptions = exceptionsOf(facts, await general(claims));
          for (const conflict of [...conflictsAmong(facts), ...exceptions]) {
            if (scene !== undefined && conflict.scene !== scene) continue;
            count += 1;
            if (flags.json === true) json.add(conflict);
            else terminal.out(conflictText(conflict, colours));
          }
        }
        if (flags.json === true) json.end();
        else terminal.err(`${counted(count, 'conflict')}\n`);
      }),
    );
}

function conflictText(conflict: Conflict, colours: Palette): string {
  const sides = conflict.sides.flatMap(({ status, facts }) =>
    facts.map(
      (fact) =>
        `  ${statusText(status, colours)}  ${daysText(fact.date)}  ${fact.sureness}\n${claimLines(fact, '    ', colours)}`,
    ),
  );
  const better = betterText(conflict);
  const head = `${colours.bold(matterText(conflict))}  ${conflict.relation}  ${conflictWord(conflict)}`;
  return `${head}\n${sides.join('')}${better === '' ? '' : `  ${better}\n`}\n`;
}
