import { signal } from '@preact/signals';
import type { DecisionReceipt, Session } from '../../wire.ts';
import { api } from './api.ts';
import { countAgain } from './desk.ts';
import { Outbox } from './outbox.ts';
import { browserShelf, memoryShelf } from './shelf.ts';
import { type Standing, stands } from './standing.ts';
import { readAgain } from './views.ts';

/** The decisions that are on their way; null until it is known who reviews what. */
export const outbox = signal<Outbox | null>(null);

/** The other windows of this browser. */
export const otherWindows = new BroadcastChannel('hutong.review');

/** Opens the outbox of this reviewer and this database, and sends what an earlier window left in it. */
export function openOutbox({ database, reviewer }: Session): void {
  const box = new Outbox({
    shelf: shelfOf(database, reviewer),
    send: api.decide,
    saved: tellAll,
    later(milliseconds, callback) {
      const timer = setTimeout(callback, milliseconds);
      return () => clearTimeout(timer);
    },
  });
  outbox.value = box;
  void box.flush();
}

/** A browser may forbid a page to keep anything. */
function shelfOf(database: string, reviewer: string) {
  try {
    return browserShelf(localStorage, database, reviewer);
  } catch {
    return memoryShelf();
  }
}

function tellAll(receipt: DecisionReceipt): void {
  heard(receipt.states);
  otherWindows.postMessage(receipt.states);
}

/**
 * Claims stand otherwise now: by a decision of this window, or of another one. Claims with decisions that are still to
 * be saved stand as those say; what another window has to save may have been saved a moment ago.
 */
export function heard(states: Readonly<Record<string, Standing>>): void {
  const waiting = unsavedClaims();
  const settled = Object.entries(states).filter(([id]) => !waiting.has(id));
  stands(Object.fromEntries(settled));
  readAgain(settled.map(([id]) => id));
  countAgain();
}

/** The claims that this window has decided on and that are not saved yet. */
export const unsavedClaims = (): ReadonlySet<string> => {
  const box = outbox.value;
  return new Set(box?.unsaved.value.filter((event) => box.isOwn(event)).map(({ claim }) => claim));
};
