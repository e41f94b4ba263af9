import type { IsoDay } from './base.ts';
import type { Claim, Kind, Relation, Status } from './claims.ts';

export type ReviewState = 'unreviewed' | 'accepted' | 'rejected' | 'edited';

/** What a claim says: all of it that a person may correct. */
export type ClaimContent = Omit<Claim, 'id' | 'rule' | 'trace'>;

/** The same with the version of the article's text (its hash) that the evidence points into. */
export interface ReviewedContent extends ClaimContent {
  readonly textHash: string;
}

/** How a claim stands after all that people have decided: whoever decided last counts. */
export interface Review {
  readonly state: ReviewState;
  readonly by: string | null;
  readonly at: string | null;
  readonly note: string | null;
  /** The rules read the claim otherwise now than when it was decided on. */
  readonly changed: boolean;
  /** What the rules say, where a person has edited the claim; its fields are the person's then. */
  readonly machine: ClaimContent | null;
}

/** One event of the log of decisions. It is never changed; what takes it back is a later event. */
export interface Decision {
  readonly id: string;
  readonly claim: string;
  readonly action: 'accept' | 'reject' | 'edit' | 'undo';
  /** The claim as the person saw it; null for an undo, and where nobody wrote it down. */
  readonly before: ReviewedContent | null;
  /** What an edit made of it. */
  readonly after: ReviewedContent | null;
  readonly reviewer: string;
  /** ISO 8601 in UTC, with milliseconds. */
  readonly at: string;
  /** Id of a reason to reject. */
  readonly reason: string | null;
  readonly note: string | null;
  /** The event that an undo takes back. */
  readonly undoes: string | null;
  /** What all events of one bulk action share. */
  readonly group: string | null;
  /** Hash of what the rules said when it was decided; null where nobody wrote it down. */
  readonly machine: string | null;
}

/** How a claim stands with one reviewer. */
export interface Verdict {
  readonly claim: string;
  readonly reviewer: string;
  readonly state: Exclude<ReviewState, 'unreviewed'>;
  readonly reason: string | null;
  readonly note: string | null;
}

/**
 * Which claims are wanted. Lists mean «any of these», null in them «none»; what is left out is not asked about.
 * All of it is answered by the store, page by page, so that memory stays flat.
 */
export interface ClaimFilter {
  /** Id of one article. */
  readonly article?: string;
  readonly idPrefix?: string;
  /** Also those that no rule makes any more; `only`: those of them alone. */
  readonly lost?: boolean | 'only';
  readonly kind?: readonly Kind[];
  readonly relation?: readonly Relation[];
  readonly subject?: readonly string[];
  readonly object?: readonly (string | null)[];
  readonly scene?: readonly (string | null)[];
  readonly status?: readonly Status[];
  readonly publisher?: readonly (string | null)[];
  readonly rule?: readonly string[];
  /** By what the last of all reviewers has decided. */
  readonly state?: readonly ReviewState[];
  /** First and last day, both inclusive; a claim whose days overlap them is wanted. */
  readonly from?: IsoDay;
  readonly to?: IsoDay;
  /** Whether another claim about the same pair and scene says the contrary around the same day. */
  readonly conflict?: boolean;
  /** By what one reviewer has decided. */
  readonly mine?: {
    readonly reviewer: string;
    readonly state?: readonly ReviewState[];
    /** Whether the rules read the claim otherwise now than when he or she decided. */
    readonly changed?: boolean;
  };
  /** Words in the quote or in the article's title, or the beginning of an id; all of them must be there. */
  readonly words?: readonly string[];
}

export interface ArticleRef {
  readonly id: string;
  readonly path: string;
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: string | null;
  readonly url: string | null;
  readonly sha256: string;
}

/** What the store asks about two cleaned texts to tell reposts from articles of their own. */
export interface RepostJudge {
  /** A MinHash signature; null for a text too short to tell. */
  sign(text: string): Uint16Array | null;
  /** The bands of a signature, under which likely twins meet. */
  bands(signature: Uint16Array): readonly number[];
  /** Whether two signatures are near enough to look at the texts. */
  resemble(a: Uint16Array, b: Uint16Array): boolean;
  /** Whether two texts are one story. Symmetric. */
  same(a: string, b: string): boolean;
}

/** One line of `pipeline export --format ndjson`. */
export type ExportedClaim = Omit<Claim, 'trace'> & { readonly article: ArticleRef; readonly review: Review };
