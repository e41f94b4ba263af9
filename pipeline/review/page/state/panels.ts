import { signal } from '@preact/signals';

/** What lies open over the claim. One at a time. */
export type Panel = 'none' | 'reject' | 'edit' | 'help' | 'bulk-accept' | 'bulk-reject' | 'unsaved';

export const panel = signal<Panel>('none');

export const open = (which: Panel): void => {
  panel.value = which;
};
export const closePanel = (): void => open('none');

/** What is typed beside the reasons to reject; a digit takes it along. */
export const rejectNote = signal('');

/** The note without blanks around it; null where there is none. It is used up. */
export function takeNote(): string | null {
  const note = rejectNote.value.trim();
  rejectNote.value = '';
  return note === '' ? null : note;
}
