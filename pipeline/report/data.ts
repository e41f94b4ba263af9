/** What the report's page is given, as JSON inside the page. The page imports these types and nothing else of the house. */
import type {
  AttributionType,
  ConflictKind,
  Ground,
  IsoDay,
  Plan,
  Precision,
  Relation,
  ReviewState,
  StateNote,
  Status,
  Sureness,
} from '../types.ts';

export type Days = readonly [start: IsoDay | null, end: IsoDay | null, precision: Precision];

/** A claim with its words; `article` is an index into `ReportData.articles`. */
export interface ReportClaim {
  readonly id: string;
  readonly article: number;
  readonly quote: string;
  readonly status: Status;
  readonly days: Days;
  readonly speaker: AttributionType;
  readonly name: string | null;
  readonly conditions: readonly string[];
  readonly review: ReviewState;
}

export interface ReportArticle {
  readonly title: string | null;
  readonly publisher: string | null;
  readonly published: IsoDay | null;
  /** http and https alone. */
  readonly url: string | null;
  readonly path: string;
}

export interface ReportMatter {
  readonly relation: Relation;
  readonly subject: string;
  readonly object: string | null;
  readonly scene: string | null;
}

/** Claims are indexes into `ReportData.claims`; those of reposts are in `reposts`. */
export interface ReportSupport {
  readonly claims: readonly number[];
  readonly reposts: readonly number[];
  readonly speakers: readonly AttributionType[];
  readonly articles: number;
  readonly sureness: Sureness;
}

export interface ReportFact extends ReportMatter, ReportSupport {
  readonly status: Status;
  readonly days: Days;
  readonly conflict: boolean;
}

export interface ReportNote {
  readonly code: StateNote['code'];
  readonly day: IsoDay | null;
  /** `group-chat open 2021-11-30`, for the notes that name another word. */
  readonly words: readonly { readonly scene: string | null; readonly status: Status; readonly days: Days }[];
  readonly claims: readonly number[];
}

export interface ReportRow extends ReportSupport {
  readonly status: Status | null;
  readonly since: Days | null;
  readonly began: boolean;
  /** The last day of which anybody says so; up to the day that is looked at it counts. */
  readonly heard: IsoDay | null;
  readonly conditions: readonly string[];
  readonly deadline: IsoDay | null;
  readonly plans: readonly {
    readonly stage: Plan['stage'];
    readonly days: Days;
    readonly claims: readonly number[];
  }[];
  /** Indexes into `ReportData.conflicts`. */
  readonly conflicts: readonly number[];
  readonly notes: readonly ReportNote[];
}

/** A matter with what holds from each day on; null: nothing is known. */
export interface ReportCourse extends ReportMatter {
  readonly steps: readonly { readonly from: IsoDay; readonly row: ReportRow | null }[];
}

export interface ReportConflict extends ReportMatter {
  readonly kind: ConflictKind;
  readonly about: 'contrary' | 'degree' | 'date';
  readonly sides: readonly {
    readonly status: Status;
    readonly object: string | null;
    readonly facts: readonly {
      readonly days: Days;
      readonly sureness: Sureness;
      readonly claims: readonly number[];
    }[];
  }[];
  readonly better: { readonly side: 0 | 1; readonly ground: Ground } | null;
}

export interface ReportData {
  /** Day on which the report was made, in Beijing; the slider begins there or at the last day that is told. */
  readonly made: IsoDay;
  /** First and last day of which anything is told. */
  readonly first: IsoDay;
  readonly last: IsoDay;
  readonly names: Readonly<Record<string, string>>;
  readonly scenes: Readonly<Record<string, string>>;
  readonly articles: readonly ReportArticle[];
  readonly claims: readonly ReportClaim[];
  readonly facts: readonly ReportFact[];
  readonly courses: readonly ReportCourse[];
  readonly conflicts: readonly ReportConflict[];
}
