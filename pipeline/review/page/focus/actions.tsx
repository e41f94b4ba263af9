import { type Command, keyOf } from '../keys.ts';
import { run } from '../state/commands.ts';
import { current } from '../state/desk.ts';
import { allDone } from '../state/moves.ts';
import { panel } from '../state/panels.ts';
import { words } from '../words/words.ts';
import { RejectReasons } from './reject.tsx';

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

/** What can be done with the claim. */
export function Actions() {
  const w = words.value;
  const editing = panel.value === 'edit';
  const off = editing || current.value === undefined;
  if (panel.value === 'reject') return <RejectReasons />;
  if (editing) return null;
  return (
    <section class="actions" aria-label={w.actions}>
      {allDone.value && <p class="done">{w.allDone}</p>}
      <Act command="accept" text={w.accept} tone="accept" off={off} />
      <Act command="reject" text={w.reject} tone="reject" off={off} />
      <Act command="edit" text={w.edit} off={off} />
      <Act command="skip" text={w.skip} />
      <Act command="undo" text={w.undo} />
      <span class="spring" />
      <Act command="previous" text="‹" name={w.previous} tone="quiet" />
      <Act command="next" text="›" name={w.next} tone="quiet" />
      <Act command="next-open" text={w.nextOpen} tone="quiet" />
    </section>
  );
}
