import { signal } from '@preact/signals';

/** What lies open over the claim. One at a time. */
export type Panel = 'none' | 'reject' | 'edit' | 'help' | 'bulk-accept' | 'bulk-reject' | 'unsaved';

export const panel = signal<Panel>('none');

export const open = (which: Panel): void => {
  panel.value = which;
};
/** What is typed beside the reasons to reject; a digit takes it along. */
export const rejectNote = signal('');

/** Closes what is open; a note that was not used is for this claim only and goes. */
export function closePanel(): void {
  panel.value = 'none';
  rejectNote.value = '';
}

/** Closes what is open, and gives the note without blanks around it; null where there is none. */
export function takeNote(): string | null {
  const note = rejectNote.value.trim();
  closePanel();
  return note === '' ? null : note;
}

/** What is open about a claim is closed when another one comes: no digit may reject what was not asked about. */
export function leaveClaim(): void {
  if (panel.value === 'reject' || panel.value === 'edit') closePanel();
}
