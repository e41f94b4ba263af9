import type { Command } from 'commander';
import { collect, type KnowledgeFlags, loadKnowledge } from '../engine.ts';
import { table } from '../table.ts';
import type { Terminal } from '../terminal.ts';

interface Flags extends KnowledgeFlags {
  readonly json?: true;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('rules')
    .description('list the rules that are loaded, each with its reason')
    .option(
      '--lexicon <file>',
      'a lexicon file of your own, read after the built-in ones (repeatable)',
      collect,
    )
    .option('--json', 'print JSON')
    .action(async (flags: Flags) => {
      const { rules, lexicon, version } = await loadKnowledge(flags, terminal);
      if (flags.json === true) {
        const plain = rules.map(({ regex: _regex, unlessRegex: _unless, ...rule }) => rule);
        terminal.out(`${JSON.stringify({ version, rules: plain }, null, 2)}\n`);
        return;
      }
      terminal.out(table(rules.map((r) => [r.id, r.relation, r.status, r.reason])));
      const aliases = lexicon.entities.reduce((sum, e) => sum + e.aliases.length, 0);
      terminal.out(
        `${rules.length} rules, ${lexicon.entities.length} entities with ${aliases} aliases, ` +
          `${lexicon.scenes.length} scenes, ${lexicon.cues.length} cue classes · version ${version}\n`,
      );
    });
}
