import { signal } from '@preact/signals';

export interface Notice {
  readonly text: string;
  readonly tone: 'well' | 'wrong';
}

/** What was just done or went wrong, for a few seconds; read out by screen readers. */
export const notice = signal<Notice | null>(null);

const SHOWN_MS = 4_000;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Says something for a few seconds. */
export function say(text: string, tone: Notice['tone'] = 'well'): void {
  clearTimeout(timer);
  notice.value = { text, tone };
  timer = setTimeout(() => {
    notice.value = null;
  }, SHOWN_MS);
}
