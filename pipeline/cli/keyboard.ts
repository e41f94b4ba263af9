import type { Terminal } from './terminal.ts';

const ENTER = ['\r', '\n'];
/** Backspace, which some keyboards send as «delete». */
const ERASE = ['\b', '\u007f'];
/** Ctrl-C and Ctrl-D. */
const END = ['\u0003', '\u0004'];

/** Keys and lines as a person types them, from a terminal or from a pipe. */
export class Keyboard {
  private readonly keys: AsyncGenerator<string>;
  private readonly terminal: Terminal;

  constructor(terminal: Terminal) {
    this.terminal = terminal;
    this.keys = typed(terminal.stdin);
  }

  /** The next key; null at the end. */
  async key(): Promise<string | null> {
    const { value, done } = await this.keys.next();
    return done === true || END.includes(value) ? null : value;
  }

  /** A line after a question, shown while it is typed; null at the end. */
  async line(question: string): Promise<string | null> {
    this.terminal.err(question);
    let text = '';
    for (;;) {
      const key = await this.key();
      if (key === null || ENTER.includes(key)) {
        this.terminal.err('\n');
        return key === null ? null : text;
      }
      text = ERASE.includes(key) ? [...text].slice(0, -1).join('') : text + key;
      this.terminal.err(ERASE.includes(key) ? '\b \b' : key);
    }
  }
}

async function* typed(stdin: Terminal['stdin']): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  for await (const chunk of stdin) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    // An escape sequence (an arrow) is one key that means nothing here.
    yield* text.match(/\p{Cc}\[[0-9;]*[A-Za-z~]|[\s\S]/gu) ?? [];
  }
}
