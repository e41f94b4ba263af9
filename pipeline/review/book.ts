import type { ClaimFilter, Decision, ReviewedContent, Span, TraceStep } from '../types.ts';
import type { ClaimView, Neighbour, Order, Session } from './wire.ts';

type State = keyof Session['counts'];

/** One claim with all that a person needs to decide on it. */
export interface BookClaim {
  readonly row: Neighbour;
  readonly claim: ReviewedContent;
  readonly machine: ReviewedContent;
  readonly changedSince: ReviewedContent | null;
  readonly article: ClaimView['article'] | ReadonlyArticle;
  readonly others: readonly (Span & {
    readonly id: string;
    readonly state: State;
    readonly subject: string;
    readonly object: string | null;
    readonly status: ReviewedContent['status'];
  })[];
  readonly trace: readonly TraceStep[];
  readonly agreeing: readonly Neighbour[];
  readonly contrary: readonly Neighbour[];
  readonly history: readonly (Decision & { readonly undone: boolean })[];
}

type ReadonlyArticle = Readonly<Omit<ClaimView['article'], 'blocks'>> & {
  readonly blocks: readonly ClaimView['article']['blocks'][number][];
};

/** What the review asks of the book; the store is one. */
export interface Book {
  queue(request: {
    readonly reviewer: string;
    readonly filter: ClaimFilter;
    readonly order: Order;
    readonly descending: boolean;
    readonly cursor?: string;
    readonly at?: string;
    readonly limit: number;
  }): Promise<{
    readonly total: number;
    readonly decided: number;
    readonly offset: number;
    readonly items: readonly Neighbour[];
    readonly next: string | null;
  }>;
  reviewedClaim(id: string, reviewer: string): Promise<BookClaim | null>;
  standings(ids: readonly string[], reviewer: string): Promise<Neighbour[]>;
  facets(reviewer: string): Promise<{
    readonly publishers: readonly string[];
    readonly rules: readonly string[];
    readonly counts: Readonly<Record<State, number>>;
  }>;
  decide(events: readonly Decision[]): Promise<{
    readonly saved: readonly string[];
    readonly refused: readonly { readonly id: string; readonly why: string }[];
  }>;
  decideAll(bulk: {
    readonly group: string;
    readonly reviewer: string;
    readonly filter: ClaimFilter;
    readonly expected: number;
    readonly action: 'accept' | 'reject';
    readonly at: string;
    readonly reason: string | null;
    readonly note: string | null;
  }): Promise<{ readonly count: number; readonly mismatch: boolean }>;
  undoAll(undo: {
    readonly group: string;
    readonly reviewer: string;
    readonly undoes: string;
    readonly at: string;
  }): Promise<number>;
}
