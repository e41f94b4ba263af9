import { type Command, commandOf, type Digit, isDigit, isPressable, keepsKeys } from '../keys.ts';
import { decide, undo } from './decide.ts';
import { current } from './desk.ts';
import { move, nextOpen } from './moves.ts';
import { go, place } from './navigation.ts';
import { closePanel, open, type Panel, panel, takeNote } from './panels.ts';
import { session } from './session.ts';

const DOES: Readonly<Record<Exclude<Command, Digit>, () => void>> = {
  accept() {
    closePanel();
    decide({ action: 'accept' });
  },
  reject() {
    if (current.value !== undefined) open('reject');
  },
  edit() {
    if (place.value.view === 'table') go({ view: 'focus' });
    if (current.value !== undefined) open('edit');
  },
  skip: toNextOpen,
  'next-open': toNextOpen,
  undo() {
    closePanel();
    void undo();
  },
  next: () => step(1),
  previous: () => step(-1),
  search: () => document.getElementById('search')?.focus(),
  help: () => open('help'),
  open() {
    if (place.value.view === 'table') go({ view: 'focus' });
  },
  cancel: closePanel,
};

/** Runs a command, as its key or its button asks for it. */
export function run(command: Command): void {
  if (isDigit(command)) rejectFor(command);
  else DOES[command]();
}

function toNextOpen(): void {
  closePanel();
  void nextOpen();
}

function step(by: number): void {
  closePanel();
  void move(by);
}

/** A digit after «reject» says why. */
function rejectFor(digit: string): void {
  const reason = session.value?.vocabularies.reasons.find((r) => r.digit === digit);
  if (panel.value !== 'reject' || reason === undefined) return;
  decide({ action: 'reject', reason: reason.id, note: takeNote() });
}

/** While an edit is open only these keys work: a slip must not decide. */
const WHILE_EDITING: readonly Command[] = ['cancel', 'help'];
/** Over these the page is out of reach; they listen to keys of their own. */
const DIALOGS: readonly Panel[] = ['help', 'unsaved', 'bulk-accept', 'bulk-reject'];

/** Listens to the keys of the whole page. */
export function listenToKeys(): void {
  addEventListener('keydown', (event) => {
    const command = commandOf(event);
    if (command === null || event.defaultPrevented || keepsKeys(event.target)) return;
    if (DIALOGS.includes(panel.value)) return;
    if (command === 'open' && isPressable(event.target)) return;
    if (panel.value === 'edit' && !WHILE_EDITING.includes(command)) return;
    event.preventDefault();
    run(command);
  });
}
