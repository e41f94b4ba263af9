import type { Ready, ToMake } from '../reading.ts';

/** Sources that go through the stages together; see `makeAll`. More gain no more. */
export const TOGETHER = 16;
/** Full pages wait for no others: what is held is bounded by its length too, in UTF-16 units. */
const MOST_CHARACTERS = 300_000;

/** Makes a batch: comes back once another thread has it, or all of it is made. */
export type MakeBatch = (all: readonly ToMake[]) => Promise<{ readonly made: Promise<readonly Ready[]> }>;

/** What comes of something that may still wait for others: `done` may be waited for once `begin` has been called. */
export interface OnItsWay<T> {
  readonly done: Promise<T>;
  readonly begin: () => Promise<void>;
}

export const settled = <T>(done: T): OnItsWay<T> => ({
  done: Promise.resolve(done),
  begin: () => Promise.resolve(),
});

/** Takes the first of a queue, and what comes of it. */
export async function* first<T>(queue: OnItsWay<T>[]): AsyncGenerator<T> {
  const next = queue.shift();
  if (next === undefined) return;
  await next.begin();
  yield await next.done;
}

/** Brings sources together until they are enough to be made. */
export class Batches {
  readonly #make: MakeBatch;
  #open: Batch;

  constructor(make: MakeBatch) {
    this.#make = make;
    this.#open = new Batch(make);
  }

  /** Comes back at once, or when the batch that is now full has been begun. */
  async add(one: ToMake): Promise<OnItsWay<Ready>> {
    if (this.#open.isBegun) this.#open = new Batch(this.#make);
    const batch = this.#open;
    const done = batch.add(one);
    if (batch.isFull) await batch.begin();
    return { done, begin: () => batch.begin() };
  }
}

class Batch {
  readonly #make: MakeBatch;
  readonly #all: ToMake[] = [];
  readonly #made: Promise<readonly Ready[]>;
  #settle: (made: Promise<readonly Ready[]>) => void = () => {};
  #characters = 0;
  #begun: Promise<void> | null = null;

  constructor(make: MakeBatch) {
    this.#make = make;
    this.#made = new Promise((resolve) => {
      this.#settle = resolve;
    });
  }

  get isBegun(): boolean {
    return this.#begun !== null;
  }

  get isFull(): boolean {
    return this.#all.length >= TOGETHER || this.#characters >= MOST_CHARACTERS;
  }

  async add(one: ToMake): Promise<Ready> {
    const at = this.#all.push(one) - 1;
    this.#characters += one.source.html.length;
    const ready = (await this.#made)[at];
    if (ready === undefined) throw new Error('a thread gave back less than it was given');
    return ready;
  }

  /** Never refused: what goes wrong is told by what each was to become. */
  begin(): Promise<void> {
    this.#begun ??= this.#make(this.#all).then(
      ({ made }) => this.#settle(made),
      (thrown: unknown) => this.#settle(Promise.reject(thrown)),
    );
    return this.#begun;
  }
}
