import type { ExportedClaim, Fact } from '../types.ts';

/** A claim with the text that its evidence points into. */
export interface ClaimInText {
  readonly claim: ExportedClaim;
  readonly text: string;
}

/** What an export is made from. `claims` and `inText` give the same claims in the same order, page by page. */
export interface Book {
  readonly claims: () => AsyncIterable<ExportedClaim>;
  readonly inText: () => AsyncIterable<ClaimInText>;
  /** What the same claims say together; they are all in memory for it. */
  readonly facts: () => AsyncIterable<Fact>;
}
