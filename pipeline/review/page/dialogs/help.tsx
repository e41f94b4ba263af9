import { type Command, keyOf } from '../keys.ts';
import { closePanel, panel } from '../state/panels.ts';
import { words } from '../words/words.ts';
import { Dialog } from './dialog.tsx';

/** The sheet of keys. */
export function HelpDialog() {
  if (panel.value !== 'help') return null;
  const w = words.value;
  const lines: readonly (readonly [Command, string])[] = [
    ['accept', w.accept],
    ['reject', w.reject],
    ['1', w.keyReason],
    ['edit', w.edit],
    ['skip', w.skip],
    ['undo', w.undo],
    ['next', w.next],
    ['previous', w.previous],
    ['next-open', w.nextOpen],
    ['search', w.search],
    ['help', w.keysTitle],
    ['open', w.keyEnter],
    ['cancel', w.keyEscape],
  ];
  return (
    <Dialog title={w.keysTitle} onClose={closePanel}>
      <dl class="keys">
        {lines.map(([command, text]) => (
          <div key={command}>
            <dt>
              <kbd>{command === '1' ? '1–9' : keyOf(command)}</kbd>
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p class="dim">{w.keysNote}</p>
    </Dialog>
  );
}
