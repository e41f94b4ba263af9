import type { Command } from 'commander';
import type { DateMention } from '../../types.ts';
import { misuse } from '../fault.ts';
import type { Terminal } from '../terminal.ts';

interface Flags {
  readonly published?: string;
}

export function register(program: Command, terminal: Terminal): void {
  program
    .command('dates')
    .description('find the date words of Chinese texts; one JSON line a date')
    .argument('[text...]', 'texts; without any, the lines of stdin are taken')
    .option('--published <day>', 'day of publication, from which missing years are filled (YYYY-MM-DD)')
    .action(async (texts: string[], flags: Flags) => {
      const published = flags.published ?? null;
      if (published !== null && !isDay(published))
        throw misuse(`--published ${published}: not a day; write it as 2021-09-17`);
      const { findDates } = await import('../../annotate/dates/index.ts');
      let line = 0;
      for await (const text of texts.length > 0 ? texts : lines(terminal.stdin)) {
        line += 1;
        for (const date of findDates(text, { published }))
          terminal.out(`${JSON.stringify(shown(date, line))}\n`);
      }
    });
}

/** A day of the calendar, as YYYY-MM-DD. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** `line` counts the texts from 1; offsets are UTF-16 units of that text. */
const shown = ({ text, first, last, precision, role, start, end }: DateMention, line: number) => ({
  text,
  start: first,
  end: last,
  precision,
  role,
  line,
  offsets: [start, end],
});

async function* lines(stdin: Terminal['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = '';
  for await (const chunk of stdin) {
    const parts = (
      rest + (typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true }))
    ).split('\n');
    rest = parts.pop() ?? '';
    yield* parts.map((line) => line.replace(/\r$/, ''));
  }
  if (rest !== '') yield rest;
}
