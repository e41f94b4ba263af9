import { describe, expect, it } from 'vitest';
import { commandOf, keyOf, type Pressed } from '../../../pipeline/review/page/keys.ts';

const PLAIN: Pressed = {
  key: 'a',
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  shiftKey: false,
  repeat: false,
  isComposing: false,
  keyCode: 0,
};

describe('the keys', () => {
  it.each([
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
    ['3', '3'],
    ['Escape', 'cancel'],
  ] as const)('%s is for %s', (key, command) => {
    expect(commandOf({ ...PLAIN, key })).toBe(command);
    expect(keyOf(command)).toBe(key);
  });

  it.each<[string, Partial<Pressed>]>([
    ['Ctrl held', { ctrlKey: true }],
    ['Alt held', { altKey: true }],
    ['Command held', { metaKey: true }],
    ['Shift held with a letter', { shiftKey: true, key: 'A' }],
    ['an input method that says so', { isComposing: true }],
    ['an input method that only the key code tells', { keyCode: 229 }],
    ['a decision held down', { repeat: true }],
    ['any other key', { key: 'q' }],
    ['a zero', { key: '0' }],
    ['a property of every object', { key: 'constructor' }],
  ])('dead: %s', (_, part) => {
    expect(commandOf({ ...PLAIN, ...part })).toBeNull();
  });

  it.each<[string, Partial<Pressed>, string]>([
    ['? with Shift', { key: '?', shiftKey: true }, 'help'],
    ['/ with Shift, on a German keyboard', { key: '/', shiftKey: true }, 'search'],
    ['a with caps lock', { key: 'A' }, 'accept'],
    ['j held down', { key: 'j', repeat: true }, 'next'],
  ])('alive: %s', (_, part, command) => {
    expect(commandOf({ ...PLAIN, ...part })).toBe(command);
  });
});
