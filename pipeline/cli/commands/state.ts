import type { Command } from 'commander';
import { generalFacts } from '../../library/general.ts';
import type { Store } from '../../store/store.ts';
import type { IsoDay, StateRow } from '../../types.ts';
import { withStore } from '../book.ts';
import { palette } from '../colour.ts';
import { isDay, today } from '../day.ts';
import { stateText } from '../fact-view.ts';
import { misuse } from '../fault.ts';
import { jsonArray, type MatterFlags, originals, pairsOf, sceneOf, withMatter } from '../matter.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends MatterFlags {
  readonly asOf?: string;
}

export function register(program: Command, terminal: Terminal): void {
  withMatter(program.command('state'))
    .description(
      'what held on a day for every pair and scene: since when, who says so, how sure, what is not known',
    )
    .option('--as-of <day>', 'the day, such as 2021-12-01 (default: today in Beijing)')
    .action((flags: Flags) => {
      const day = dayOf(flags);
      return withStore(flags, terminal, async (store) => {
        const colours = palette(terminal.colour);
        const json = jsonArray(terminal.out);
        let count = 0;
        const scene = await sceneOf(flags, terminal);
        for await (const rows of statesOf(store, flags, day, scene)) {
          count += rows.length;
          if (flags.json === true) for (const row of rows) json.add(row);
          else terminal.out(stateText(rows, colours));
        }
        if (flags.json === true) json.end();
        else if (count === 0) terminal.err(`nothing is known of ${day}\n`);
      });
    });
}

/** The rows of one pair after another, those of the scene alone where one is asked for. */
async function* statesOf(
  store: Store,
  flags: MatterFlags,
  day: IsoDay,
  scene: string | null | undefined,
): AsyncGenerator<readonly StateRow[]> {
  const { stateOf } = await import('../../facts/state.ts');
  const { inScene } = await import('../../facts/scene.ts');
  const originalOf = await originals(store);
  const general = generalFacts(store, originalOf);
  for await (const claims of pairsOf(store, flags)) {
    const rows = stateOf(claims, day, { originalOf, general: await general(claims) });
    const shown = scene === undefined ? rows : inScene(rows, scene);
    if (shown.length > 0) yield shown;
  }
}

function dayOf({ asOf = today() }: Flags): IsoDay {
  if (!isDay(asOf)) throw misuse(`--as-of ${asOf}: no day; write it like 2021-12-01`);
  return asOf;
}
