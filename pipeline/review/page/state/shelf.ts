import type { NewDecision } from '../../wire.ts';

/** Where decisions lie until they are in the database. */
export interface Shelf {
  /** In the order in which the keys were pressed. */
  list(): NewDecision[];
  /** false: it could not be kept beyond this window. */
  put(event: NewDecision): boolean;
  drop(id: string): void;
}

/**
 * A shelf in the browser's storage, for one reviewer of one database. Every event has a key of its own, so two windows
 * can put and drop at once without losing anything; each sees what the other has put.
 */
export function browserShelf(storage: Storage, database: string, reviewer: string): Shelf {
  const prefix = `hutong.unsaved ${database} ${reviewer} `;
  const keys = (): string[] =>
    Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '')
      .filter((key) => key.startsWith(prefix))
      .sort();
  const last = { at: 0 };
  return {
    list: () => keys().flatMap((key) => eventOf(storage.getItem(key))),
    put(event) {
      // Two keys within a millisecond keep their order.
      last.at = Math.max(last.at + 1, Date.parse(event.at) * 1000);
      try {
        storage.setItem(`${prefix}${String(last.at).padStart(17, '0')} ${event.id}`, JSON.stringify(event));
        return true;
      } catch {
        return false;
      }
    },
    drop(id) {
      for (const key of keys()) if (key.endsWith(` ${id}`)) storage.removeItem(key);
    },
  };
}

/** A key that holds no event is not ours, or another version's: it stays where it is. */
function eventOf(json: string | null): NewDecision[] {
  try {
    const event: NewDecision = JSON.parse(json ?? 'null');
    return typeof event.id === 'string' && typeof event.claim === 'string' ? [event] : [];
  } catch {
    return [];
  }
}

/** A shelf for a browser that lets the page keep nothing. */
export function memoryShelf(): Shelf {
  const events: NewDecision[] = [];
  return {
    list: () => [...events],
    put(event) {
      events.push(event);
      return false;
    },
    drop(id) {
      const at = events.findIndex((event) => event.id === id);
      if (at >= 0) events.splice(at, 1);
    },
  };
}
