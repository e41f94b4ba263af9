import { effect, untracked } from '@preact/signals';
import { words } from '../words/words.ts';
import { openClaim, openQueue } from './desk.ts';
import { place, queueKey } from './navigation.ts';
import { leaveClaim } from './panels.ts';
import { total } from './queue.ts';

/** Loads what the place asks for whenever it changes, also by «back». */
export function followPlace(): void {
  let queue = queueKey.value;
  let claim = place.value.claim;
  effect(() => {
    const here = place.value;
    const asked = queueKey.value;
    untracked(() => {
      if (here.claim !== claim) leaveClaim();
      if (asked !== queue && total.value !== null) void openQueue();
      else if (here.claim !== claim) void openClaim();
    });
    queue = asked;
    claim = here.claim;
  });
  effect(() => {
    document.documentElement.lang = words.value.lang;
    document.title = `${words.value.title} · hutong`;
  });
}
