import type { ExportedClaim } from '../types.ts';

/** A claim with the text that its evidence points into. */
export interface ClaimInText {
  readonly claim: ExportedClaim;
  readonly text: string;
}

/** What an export is made from. Both give the same claims in the same order, page by page. */
export interface Book {
  readonly claims: () => AsyncIterable<ExportedClaim>;
  readonly inText: () => AsyncIterable<ClaimInText>;
}
