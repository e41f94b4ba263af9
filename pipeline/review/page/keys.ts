/** What a key asks for; a digit stands for itself. */
export type Command =
  | 'accept'
  | 'reject'
  | 'edit'
  | 'skip'
  | 'undo'
  | 'next'
  | 'previous'
  | 'next-open'
  | 'search'
  | 'help'
  | 'open'
  | 'cancel'
  | Digit;
export type Digit = '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9';

const COMMANDS: ReadonlyMap<string, Command> = new Map([
  ['a', 'accept'],
  ['x', 'reject'],
  ['e', 'edit'],
  ['s', 'skip'],
  ['u', 'undo'],
  ['j', 'next'],
  ['k', 'previous'],
  ['n', 'next-open'],
  ['/', 'search'],
  ['?', 'help'],
  ['Enter', 'open'],
  ['Escape', 'cancel'],
  ['1', '1'],
  ['2', '2'],
  ['3', '3'],
  ['4', '4'],
  ['5', '5'],
  ['6', '6'],
  ['7', '7'],
  ['8', '8'],
  ['9', '9'],
]);

export const isDigit = (command: Command): command is Digit => /^[1-9]$/.test(command);

/** The key that is printed on a command's button. */
export const keyOf = (command: Command): string =>
  [...COMMANDS].find(([, named]) => named === command)?.[0] ?? '';

/** Keys that may be held down: going through the queue is harmless, deciding is not. */
const MAY_REPEAT: readonly Command[] = ['next', 'previous'];

/** What a keydown event tells that matters here. */
export interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly altKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly repeat: boolean;
  readonly isComposing: boolean;
  /** 229 while an input method composes, also where a browser forgets `isComposing`. */
  readonly keyCode: number;
}

/** The command of a key, or null: with a modifier held, while an input method composes, or for any other key. */
export function commandOf(pressed: Pressed): Command | null {
  if (pressed.isComposing || pressed.keyCode === 229) return null;
  if (pressed.ctrlKey || pressed.altKey || pressed.metaKey) return null;
  // Shift makes «?» and, on some keyboards, «/»; with a letter it is a modifier like the others.
  if (pressed.shiftKey && /^[a-z]$/i.test(pressed.key)) return null;
  const command = COMMANDS.get(/^[A-Z]$/.test(pressed.key) ? pressed.key.toLowerCase() : pressed.key) ?? null;
  if (command !== null && pressed.repeat && !MAY_REPEAT.includes(command)) return null;
  return command;
}

const TYPES_INTO =
  'input:not([type=checkbox], [type=radio], [type=button]), textarea, select, [contenteditable]';

/** Whether keys belong to the element that has the focus: text fields, lists and open dialogs keep them all. */
export function keepsKeys(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest(`${TYPES_INTO}, dialog[open]`) !== null;
}

/** Whether Enter presses what has the focus. */
export const isPressable = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('button, a[href], summary, label, [role=button]') !== null;
