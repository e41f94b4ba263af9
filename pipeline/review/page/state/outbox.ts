import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { DecisionReceipt, NewDecision } from '../../wire.ts';
import { Fault, type FaultKind } from './api.ts';
import { memoryShelf, type Shelf } from './shelf.ts';

export interface Refused {
  readonly event: NewDecision;
  readonly why: string;
}

export interface OutboxParts {
  readonly shelf: Shelf;
  send(events: readonly NewDecision[]): Promise<DecisionReceipt>;
  /** Called with every answer, after its events have left the outbox. */
  saved(receipt: DecisionReceipt): void;
  /** Calls back after so many milliseconds, and gives what cancels it. */
  later(milliseconds: number, callback: () => void): () => void;
}

/** At most so many events go in one request. */
const BATCH = 100;
const FIRST_WAIT_MS = 400;
const LONGEST_WAIT_MS = 15_000;

/** Decisions on their way into the database: an event leaves only when the server says that it is saved, or never will be. */
export class Outbox {
  readonly unsaved: ReadonlySignal<readonly NewDecision[]>;
  readonly refused: Signal<readonly Refused[]> = signal([]);
  /** Why nothing goes out at the moment; null while all is well. */
  readonly trouble: Signal<FaultKind | null> = signal(null);
  /** false: what is not saved is lost with the window. */
  readonly durable: Signal<boolean> = signal(true);
  private readonly list: Signal<readonly NewDecision[]> = signal([]);
  private readonly parts: OutboxParts;
  private readonly spare = memoryShelf();
  private readonly own = new Set<string>();
  private failures = 0;
  private sending = false;
  private cancel: (() => void) | null = null;

  constructor(parts: OutboxParts) {
    this.parts = parts;
    this.unsaved = this.list;
    this.reload();
  }

  /** Takes an event over and sends it. */
  add(event: NewDecision): void {
    this.own.add(event.id);
    if (!this.parts.shelf.put(event)) {
      this.spare.put(event);
      this.durable.value = false;
    }
    this.reload();
    void this.flush();
  }

  /** Whether this window has pressed the key of an event, and not another one or one before a reload. */
  isOwn(event: NewDecision): boolean {
    return this.own.has(event.id);
  }

  /** Looks at the shelf again: another window may have put something there, or sent it. */
  reload(): void {
    const refused = new Set(this.refused.value.map(({ event }) => event.id));
    const all = [...this.parts.shelf.list(), ...this.spare.list()];
    this.list.value = all.filter((event) => !refused.has(event.id));
  }

  /** Sends what is there, now. Comes back when all is saved or the server does not take it. */
  async flush(): Promise<void> {
    if (this.sending) return;
    this.sending = true;
    this.cancel?.();
    this.cancel = null;
    try {
      for (let some = this.batch(); some.length > 0; some = this.batch()) await this.post(some);
      this.trouble.value = null;
      this.failures = 0;
    } catch (error) {
      this.trouble.value = error instanceof Fault ? error.kind : 'offline';
      this.again();
    } finally {
      this.sending = false;
    }
  }

  /** Sends after a while, unless something else makes it sent before. */
  again(milliseconds = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** this.failures)): void {
    this.failures += 1;
    this.cancel?.();
    this.cancel = this.parts.later(milliseconds, () => void this.flush());
  }

  /** Forgets an event that the server has refused. */
  dismiss(id: string): void {
    this.forget([id]);
    this.refused.value = this.refused.value.filter(({ event }) => event.id !== id);
  }

  private batch(): readonly NewDecision[] {
    this.reload();
    return this.list.value.slice(0, BATCH);
  }

  private async post(events: readonly NewDecision[]): Promise<void> {
    try {
      const receipt = await this.parts.send(events);
      this.refuse(events, receipt.refused);
      this.forget(receipt.saved);
      this.parts.saved(receipt);
      const answered = new Set([...receipt.saved, ...receipt.refused.map(({ id }) => id)]);
      if (!events.some(({ id }) => answered.has(id))) throw new Fault('offline', 'no event was answered');
    } catch (error) {
      if (!(error instanceof Fault) || error.kind !== 'refused') throw error;
      await this.refuseBatch(events, error.message);
    }
  }

  /** A batch that is refused whole is sent one by one, so that one bad event holds up no other. */
  private async refuseBatch(events: readonly NewDecision[], why: string): Promise<void> {
    if (events.length > 1) for (const event of events) await this.post([event]);
    else this.refuse(events, [{ id: events[0]?.id ?? '', why }]);
  }

  private refuse(events: readonly NewDecision[], refused: DecisionReceipt['refused']): void {
    const more = refused.flatMap(({ id, why }) => {
      const event = events.find((e) => e.id === id);
      return event === undefined ? [] : [{ event, why }];
    });
    if (more.length > 0) this.refused.value = [...this.refused.value, ...more];
    this.reload();
  }

  private forget(ids: readonly string[]): void {
    for (const id of ids) {
      this.parts.shelf.drop(id);
      this.spare.drop(id);
    }
    this.reload();
  }
}
