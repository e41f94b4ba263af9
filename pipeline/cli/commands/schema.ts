import type { Command } from 'commander';
import type { Terminal } from '../terminal.ts';

export function register(program: Command, terminal: Terminal): void {
  program
    .command('schema')
    .description('print the JSON Schema of an exported claim')
    .action(async () => {
      const { claimJsonSchema } = await import('../../export/schema.ts');
      terminal.out(`${JSON.stringify(claimJsonSchema(), null, 2)}\n`);
    });
}
