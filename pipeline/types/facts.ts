import type { IsoDay, Precision } from './base.ts';
import type { ArticleRef, ExportedClaim, Review } from './book.ts';
import type { AttributionType, Relation, Status } from './claims.ts';

/** What facts look at in a claim. Every `ExportedClaim` is one. */
export type Statement = Pick<
  ExportedClaim,
  | 'id'
  | 'relation'
  | 'subject'
  | 'object'
  | 'scene'
  | 'status'
  | 'date'
  | 'deadline'
  | 'attribution'
  | 'conditions'
> & {
  readonly article: Pick<ArticleRef, 'id' | 'path' | 'publisher' | 'published'>;
  readonly review: Pick<Review, 'state'>;
};

/** How far a fact may be relied on, from least to most. The rules stand in `facts/sureness.ts`. */
export type Sureness = 'hearsay' | 'reported' | 'backed' | 'confirmed';

/** Between whom and where. For `code-interop` the two wallets stand in alphabetical order. */
export interface Matter {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
}

/** First and last day that the words allow; both null where nobody tells a day. */
export interface FactDate {
  readonly start: IsoDay | null;
  readonly end: IsoDay | null;
  readonly precision: Precision;
}

/** One article that says it first-hand, with its claims, and the claims of the articles that repeat it. */
export interface FactSource<C extends Statement = ExportedClaim> {
  readonly article: C['article'];
  readonly claims: readonly C[];
  readonly reposts: readonly C[];
}

/** Who stands behind something, and how far it may be relied on. */
export interface Support<C extends Statement = ExportedClaim> {
  /** Earliest published first. */
  readonly sources: readonly FactSource<C>[];
  /** Articles that repeat one of the sources. */
  readonly reposts: number;
  /** Those who say it by themselves: the parties once, unnamed sources once, every outlet once. */
  readonly voices: number;
  /** The kinds of speakers, weightiest first. */
  readonly speakers: readonly AttributionType[];
  /** Claims that a person has accepted or edited. */
  readonly reviewed: number;
  readonly sureness: Sureness;
}

/** All that the articles say about one thing on the same days. */
export interface Fact<C extends Statement = ExportedClaim> extends Matter, Support<C> {
  readonly status: Status;
  readonly date: FactDate;
  readonly deadline: IsoDay | null;
  readonly conditions: readonly string[];
  /** Whether somebody tells that it began (or was announced) then; else it was only found to be so. */
  readonly told: boolean;
}

export interface ConflictSide<C extends Statement = ExportedClaim> {
  readonly status: Status;
  /** In order of time. */
  readonly facts: readonly Fact<C>[];
}

/** Why one side is better supported: the first point in which the two differ. */
export type Ground = 'reviewed' | 'official' | 'voices' | 'finer' | 'sooner';

export type ConflictKind =
  /** The party says one thing, a test or users find another. */
  | 'announcement-test'
  /** Two parties, or a party and a regulator. */
  | 'parties'
  /** Two outlets. */
  | 'outlets'
  /** One side has only unnamed sources. */
  | 'rumour'
  /** One and the same article says both. */
  | 'within-article'
  /** What is said of links in general does not hold for this app. */
  | 'exception'
  /** The same change is told of two days. */
  | 'date';

export interface Conflict<C extends Statement = ExportedClaim> extends Matter {
  readonly kind: ConflictKind;
  /** `contrary`: it works or it does not; `degree`: with extra steps, against without or not at all; `date`: when. */
  readonly about: 'contrary' | 'degree' | 'date';
  /** The side that speaks of the earlier day first. */
  readonly sides: readonly [ConflictSide<C>, ConflictSide<C>];
  /** The better supported side, 0 or 1, and the ground; null where nothing tells them apart. */
  readonly better: { readonly side: 0 | 1; readonly ground: Ground } | null;
}

/** What somebody means to do, or has asked for, as it stands on a day. */
export interface Plan<C extends Statement = ExportedClaim> {
  readonly fact: Fact<C>;
  /**
   * `ahead`: its day is still to come · `due`: its days are running · `passed`: its day has gone by and nobody has
   * said that it came true · `unset`: no day was named, the fact's day is that of the announcement · `asked`: waiting for the other side.
   */
  readonly stage: 'ahead' | 'due' | 'passed' | 'unset' | 'asked';
}

/** What is not known of a state, or only half. */
export type StateNote<C extends Statement = ExportedClaim> =
  /** Nobody has spoken of it for more than a year. */
  | { readonly code: 'old'; readonly heard: IsoDay }
  /** It was said to last to this day; nothing is said of the time since. */
  | { readonly code: 'ended'; readonly end: IsoDay }
  /** Became so at some time in these days, which are not over yet. */
  | { readonly code: 'perhaps'; readonly fact: Fact<C> }
  /** It was so once; nobody says when. */
  | { readonly code: 'undated'; readonly fact: Fact<C> }
  /** Only users or unnamed sources have said otherwise since. */
  | { readonly code: 'rumoured'; readonly fact: Fact<C> }
  /** Later words on scenes say otherwise, where the row has none. */
  | { readonly code: 'scenes'; readonly facts: readonly Fact<C>[] }
  /** A later word names no scene and says otherwise. */
  | { readonly code: 'sceneless'; readonly fact: Fact<C> }
  /** A later word on links in general says otherwise. */
  | { readonly code: 'general'; readonly fact: Fact<C> }
  /** Nothing is known of the scene that was asked for; something is of these. */
  | { readonly code: 'elsewhere'; readonly scenes: readonly (string | null)[] }
  /** The day by which is over. */
  | { readonly code: 'deadline'; readonly deadline: IsoDay };

/** What holds between two, in one scene, on one day, by the latest word before its end. */
export interface StateRow<C extends Statement = ExportedClaim> extends Matter, Support<C> {
  /** `pending` and `planned` where nothing else was ever said; null: not known. */
  readonly status: Status | null;
  readonly conditions: readonly string[];
  /** The first word of the unbroken run of words of this status. */
  readonly since: FactDate | null;
  /** Whether it is told that it began then; if not, it was so then at the latest. */
  readonly began: boolean;
  /** The last day of which somebody says so. */
  readonly heard: IsoDay | null;
  readonly deadline: IsoDay | null;
  readonly plans: readonly Plan<C>[];
  /** Conflicts about the latest word. */
  readonly conflicts: readonly Conflict<C>[];
  readonly notes: readonly StateNote<C>[];
}

/** What holds from a day on until the day of the next step; null: nothing is known. */
export interface StateStep<C extends Statement = ExportedClaim> {
  readonly from: IsoDay;
  readonly row: StateRow<C> | null;
}
