import { type Command, keyOf } from '../keys.ts';
import { run } from '../state/commands.ts';

interface ActProps {
  readonly command: Command;
  readonly text: string;
  readonly tone?: string;
  readonly off?: boolean;
  /** The name, where the text is only a sign. */
  readonly name?: string;
}

/** A button with its key printed on it. */
export function Act({ command, text, tone = '', off = false, name }: ActProps) {
  const key = keyOf(command);
  return (
    <button
      type="button"
      class={`button ${tone}`}
      aria-keyshortcuts={key}
      aria-label={name}
      title={name}
      disabled={off}
      onClick={() => run(command)}
    >
      {text} <kbd>{key}</kbd>
    </button>
  );
}
