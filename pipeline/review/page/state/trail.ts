import type { ReviewState } from '../../../types.ts';

/** Something this window did that «undo» takes back. */
export type Deed =
  | {
      readonly kind: 'one';
      readonly event: string;
      readonly claim: string;
      /** How the claim stood before. */
      readonly before: ReviewState;
    }
  | { readonly kind: 'bulk'; readonly group: string };

const KEPT = 500;

/** What this window did, the latest last. It outlives a reload, not the window. */
export class Trail {
  private readonly storage: Storage | null;
  private readonly key: string;
  private deeds: readonly Deed[];

  constructor(storage: Storage | null, key: string) {
    this.storage = storage;
    this.key = key;
    this.deeds = this.read();
  }

  push(deed: Deed): void {
    this.keep([...this.deeds, deed].slice(-KEPT));
  }

  /** The latest deed; it is taken off. */
  pop(): Deed | undefined {
    const last = this.deeds.at(-1);
    this.keep(this.deeds.slice(0, -1));
    return last;
  }

  private keep(deeds: readonly Deed[]): void {
    this.deeds = deeds;
    try {
      this.storage?.setItem(this.key, JSON.stringify(deeds));
    } catch {
      // Not kept over a reload; the history of a claim still can be undone.
    }
  }

  private read(): readonly Deed[] {
    try {
      const kept: Deed[] = JSON.parse(this.storage?.getItem(this.key) ?? '[]');
      return Array.isArray(kept) ? kept : [];
    } catch {
      return [];
    }
  }
}
